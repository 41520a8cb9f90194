from briefreader.analysis.citations.origin_lines import find_hearsay, find_origins


def test_an_origin_speaks_for_the_whole_document() -> None:
    (origin,) = find_origins("The full content lives on the-decoder.com. More below.")

    assert (origin.form, origin.canonical_source) == ("origin", "The Decoder")


def test_hearsay_names_nobody() -> None:
    (hearsay,) = find_hearsay("Early indicators show a fall.")

    assert hearsay.source is None
