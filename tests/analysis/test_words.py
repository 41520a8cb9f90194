from briefreader.analysis.words import Words


def test_words_are_read_in_small_letters_with_hyphens_and_apostrophes() -> None:
    read = Words.of("The bank’s well-known CEO left; the CFO stays.")

    assert read.found == {"the", "bank’s", "well-known", "ceo", "left", "cfo", "stays"}
    assert read.number == 8
    assert read.any_of(frozenset({"left", "right"}))
    assert not read.any_of(frozenset({"right"}))
