from datetime import UTC, date, datetime

from factories import a_document
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.analyse import analyse
from briefreader.model.analysis import Analysis
from briefreader.model.correction import Correction, CorrectionKind, Silence
from briefreader.model.ids import ArticleId
from briefreader.model.span import Span, TextQuote
from briefreader.views.correcting import corrected, place_of

TEXT = "Here stands a title of no consequence\n\nRents rose by 8% (Nvidia, 3 May 2026). They fell by 2% in the south.\n"
DOCUMENT = a_document(TEXT)
DAY = date(2026, 6, 10)
ANALYSIS = analyse(DOCUMENT, DAY)


def a_correction(kind: CorrectionKind, words: str, value: str = "", text: str = DOCUMENT.text) -> Correction:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Correction(
        id="n1",
        article_id=ArticleId("a"),
        kind=kind,
        span=span,
        quote=TextQuote.at(text, span),
        value=value,
        created_at=datetime(2026, 6, 15, tzinfo=UTC),
    )


def apply(*corrections: Correction) -> Analysis:
    return corrected(DOCUMENT.text, ANALYSIS, corrections, ())[0]


def words_of(analysis: Analysis) -> list[str]:
    return [claim.span.of(DOCUMENT.text)[:9] for claim in analysis.claims if claim.checkable]


def test_a_claim_that_is_none_is_gone_with_its_findings() -> None:
    analysis = apply(a_correction("no_claim", "They fell by 2% in the south."))

    assert words_of(analysis) == ["Rents ros"]
    assert not [finding for finding in analysis.findings if finding.rule == "UNCITED_NUMBER"]


def test_a_passage_becomes_a_claim_with_the_citations_in_it() -> None:
    analysis = apply(a_correction("claim", "rose by 8% (Nvidia, 3 May 2026)"))

    claim = next(claim for claim in analysis.claims if claim.span.of(DOCUMENT.text).startswith("rose"))
    assert claim.checkable
    assert claim.citations == (0,)


def test_a_source_is_named_anew() -> None:
    analysis = apply(a_correction("source", "(Nvidia, 3 May 2026)", "Reuters"))

    assert (analysis.citations[0].canonical_source, analysis.citations[0].resolution) == ("Reuters", "reader")


def test_a_citation_that_is_none_supports_nothing() -> None:
    analysis = apply(a_correction("source", "(Nvidia, 3 May 2026)"))

    assert [claim.citations for claim in analysis.claims if claim.checkable] == [(), ()]


def test_a_citation_that_was_missed_supports_its_claim() -> None:
    analysis = apply(a_correction("citation", "in the south", "Orrin"))

    assert analysis.claims[-1].citations == (1,)
    assert not [finding for finding in analysis.findings if finding.rule == "UNCITED_NUMBER"]


def test_a_silenced_rule_is_counted_and_not_shown() -> None:
    text = "Here stands a title of no consequence\n\nHalden has reportedly sold its Bergen site to Orrin.\n"
    analysis, silenced = corrected(text, analyse(a_document(text), DAY), (), (Silence("s", "HEARSAY_ONLY", None),))

    assert [finding.rule for finding in silenced] == ["HEARSAY_ONLY"]
    assert analysis.findings == ()


def test_a_quiet_rule_is_heard_only_when_the_reader_asks() -> None:
    text = "Here stands a title of no consequence\n\nRents rose by 8% in the north.\n"
    found = analyse(a_document(text), DAY)

    assert [one.rule for one in corrected(text, found, (), ())[1]] == ["UNCITED_NUMBER"]
    assert corrected(text, found, (), (Silence("s", "UNCITED_NUMBER", None),)) == (found, ())


def test_a_correction_follows_its_words_when_they_stand_elsewhere_once() -> None:
    correction = a_correction("no_claim", "They fell by 2% in the south.")

    assert place_of(f"An opening. {DOCUMENT.text}", correction) == Span(
        correction.span.start + 12, correction.span.end + 12
    )
    assert place_of("x They fell by 2% in the south. " * 2, correction) is None
    assert place_of("Gone.", correction) is None


@given(st.text(alphabet="ab ", max_size=30), st.text(alphabet="ab ", min_size=1, max_size=4))
def test_a_correction_never_sits_on_other_words(text: str, words: str) -> None:
    correction = a_correction("claim", words, text=words)

    place = place_of(text, correction)

    assert place is None or place.of(text) == words
