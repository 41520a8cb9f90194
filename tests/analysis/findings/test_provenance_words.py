from briefreader.analysis.findings.provenance_words import AI_GENERATED, AI_SIGNS, is_source_list, search_near


def test_a_sign_is_looked_at_closely() -> None:
    text = "x" * 900 + " This summary was written by a language model. " + "y" * 900

    assert search_near(AI_GENERATED, AI_SIGNS, text) is not None
    assert search_near(AI_GENERATED, AI_SIGNS, "It was written by Jane Doe.") is None


def test_a_list_of_sources_is_told_from_an_origin() -> None:
    assert is_source_list("Sources: Reuters; Bloomberg")
    assert not is_source_list("Curated from TechCrunch")
