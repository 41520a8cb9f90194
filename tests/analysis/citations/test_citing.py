from briefreader.analysis.citations.citing import cite, cite_site
from briefreader.model.span import Span

HERE = Span(0, 4)


def test_a_known_source_gets_its_usual_name_and_type() -> None:
    citation = cite(HERE, "paren", "WSJ")

    assert (citation.canonical_source, citation.source_type) == ("The Wall Street Journal", "publisher")
    assert citation.resolution == "known"


def test_an_unknown_name_stays_as_it_is() -> None:
    assert cite(HERE, "paren", "Orrin Partners").resolution == "named"
    assert cite(HERE, "hearsay", None).resolution == "unnamed"


def test_an_address_is_its_publishers() -> None:
    citation = cite_site(HERE, "url", "https://uk.finance.yahoo.com/a", "uk.finance.yahoo.com")

    assert (citation.canonical_source, citation.resolution) == ("Yahoo Finance", "domain")
