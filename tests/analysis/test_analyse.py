import json
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from factories import LABELLED, SAMPLES, SEEDS, a_document
from hypothesis import example, given
from hypothesis import strategies as st

from briefreader.analysis.analyse import analyse
from briefreader.ingest.files import read_articles
from briefreader.model.analysis import Analysis
from briefreader.model.document import Block, Document
from briefreader.model.span import Span

DAY = date(2026, 6, 10)


def test_a_claim_is_linked_to_the_citations_in_its_sentence() -> None:
    document = a_document("It rose by 5% (Reuters, 3 May 2026). It fell by 6% in all of the north.")

    analysis = analyse(document, DAY)

    assert [claim.citations for claim in analysis.claims] == [(0,), ()]


def test_amounts_inside_citations_and_dates_are_not_the_claims() -> None:
    document = a_document("The site rose by 5% in 2026 (Reuters, 3 May 2026).")

    (claim,) = analyse(document, DAY).claims

    assert [quantity.span.of(document.text) for quantity in claim.quantities] == ["5%"]


def test_furniture_and_glossaries_hold_no_claims() -> None:
    document = a_document("Subscribe\n\nKey Terms\n  • Hall — a room that holds 48,000 accelerators in it.\n")

    assert analyse(document, DAY).claims == ()


def test_a_sentence_said_twice_is_one_claim() -> None:
    document = a_document("It rose by 5% in all. It rose by 5% in all.")

    assert len(analyse(document, DAY).claims) == 1


def test_the_cells_of_a_table_are_claims_but_its_heading_is_not() -> None:
    document = a_document("| What we know of it |\n|---|\n| Rents rose by 5% in Bergen. |", ".md")

    assert [c.span.of(document.text) for c in analyse(document, DAY).claims] == ["Rents rose by 5% in Bergen."]


PIECES = [
    "It rose by 5%.",
    "(Reuters, 3 May)",
    "Watch whether it",
    "\n",
    "\n\n",
    "Key Terms",
    "a — b",
    "said Jane Doe",
    "[1]",
]
PIECES += [
    "$3bn to $5bn",
    "by late 2027",
    "xAI's",
    "“",
    "”",
    "(",
    ")",
    "Q1 2026",
    "reportedly",
    "according to",
    "; ",
    "日本。",
]


def overlapping(spans: list[Span]) -> list[tuple[Span, Span]]:
    return [(left, right) for left, right in pairwise(spans) if left.end > right.start]


@given(st.lists(st.sampled_from(PIECES), max_size=24))
def test_every_span_stands_in_the_text_in_order_and_apart(parts: list[str]) -> None:
    text = " ".join(parts)
    if not text.strip():
        return
    document = a_document(text)

    analysis = analyse(document, DAY)

    claims = [claim.span for claim in analysis.claims]
    cited = list(dict.fromkeys(citation.span for citation in analysis.citations))
    dates = [mention.span for mention in analysis.dates]
    for spans in (claims, cited, dates):
        assert spans == sorted(spans)
        assert overlapping(spans) == []
        assert all(span.end <= len(document.text) for span in spans)
    for claim in analysis.claims:
        assert all(claim.span.contains(quantity.span) for quantity in claim.quantities)
        assert all(claim.span.contains(support.scope) for support in claim.support)
        assert all(0 <= place < len(analysis.citations) for place in claim.citations)
    for entity in analysis.entities:
        assert overlapping(sorted(entity.spans)) == []


ODD = ["Of the 0 a, 5, or 30% ", "rose 5% from 0 to 0 ", "delay of 999999999 months ", "within 12 to 999 years "]
ODD += ["delays the model release by 99999 years (Reuters, 3 May 2026) ", "model release date (Q3 2026) — shows "]
ODD += ["in 999 decades ", "999 years ago ", "31 April 2026 ", "29 February 2025 ", "(Q4 9999) ", "99,999,999,999,999 "]
ODD += ["fell from $0 to $5, a drop of 10% ", "[1] ", "[1] Reuters\n", "References\n", "’s ", "Source: ; ; ", "½ "]


@given(
    st.lists(st.sampled_from([*PIECES, *ODD]), max_size=30),
    st.sampled_from([date(1, 1, 1), date(2024, 2, 29), DAY, date(9999, 12, 31)]),
)
@example(["Of the 0 a, 5, or 30% "], DAY)
@example(
    ["It delays the model release by 99999 years. ", "Model release date (Q3 2026) — shows it (Reuters, 3 May). "], DAY
)
@example(
    ["A delay of 999999999 months to a model release. ", "Model release date (Q3 2026) — shows it (A, 3 May). "], DAY
)
def test_no_text_breaks_the_analysis(parts: list[str], day: date) -> None:
    text = "".join(parts)
    document = Document(text, (Block(kind="paragraph", start=0, end=len(text)),) if text else ())

    assert analyse(document, day) == analyse(document, day)


AMOUNTS = [
    "5 kroner. ",
    "3 riyals, ",
    "two million ",
    "tens of billions ",
    "sixty-six ",
    "5 francs ",
    "on 12 April 2026 ",
]
AMOUNTS += ["within six months ", "by the first half of 2027 ", "30 basis points ", "a kilo ", "early mai 2026 "]


@given(
    st.lists(st.sampled_from([*PIECES, *AMOUNTS]), max_size=12),
    st.sampled_from(["i\u0130", "i\u0131", "s\u017f", "k\u212a"]),
)
@example(["5 kroner. "], "i\u0130")
@example(["two million "], "i\u0130")
def test_letters_that_look_alike_break_nothing(parts: list[str], like: str) -> None:
    text = "".join(parts).replace(like[0], like[1])
    document = Document(text, (Block(kind="paragraph", start=0, end=len(text)),) if text else ())

    assert analyse(document, DAY) == analyse(document, DAY)


FIRST = [
    "Halden rose by 5% (Reuters, 3 May 2026).",
    "Bergen fell.",
    "Will it last in Oslo?",
    "Orrin said that it paid $3bn.",
]
SECOND = [
    "Northlight sold 40 halls on 3 April 2026.",
    "“We leave the north,” said Jane Doe.",
    "Rents will rise by 8% by late 2027 (Bloomberg, 4 May 2026; Politico, 5 May 2026).",
    "Tideline reportedly fell to fewer than five people.",
    "It could cost up to 30% of sales.",
]


def in_paragraphs(sentences: list[str]) -> Document:
    text = "\n\n".join(sentences)
    starts = [text.index(sentence) for sentence in sentences]
    ends = [start + len(sentence) for start, sentence in zip(starts, sentences, strict=True)]
    blocks = [Block(kind="paragraph", start=start, end=end) for start, end in zip(starts, ends, strict=True)]
    return Document(text, tuple(blocks))


def facts_from(analysis: Analysis, start: int) -> list[tuple[int, object]]:
    claims = [(c.span.start - start, (c.span.end - start, c.type, c.worth, c.horizon)) for c in analysis.claims]
    cited = [(c.span.start - start, (c.span.end - start, c.form, c.source, c.date)) for c in analysis.citations]
    dates = [(d.span.start - start, (d.span.end - start, d.interval)) for d in analysis.dates]
    return [fact for fact in (*claims, *cited, *dates) if fact[0] >= 0]


@given(
    st.lists(st.sampled_from(FIRST), unique=True, max_size=4),
    st.lists(st.sampled_from(SECOND), unique=True, min_size=1, max_size=5),
)
def test_what_stands_before_a_text_changes_nothing_that_is_found_in_it(first: list[str], second: list[str]) -> None:
    alone = in_paragraphs(second)
    both = in_paragraphs([*first, *second])
    start = len(both.text) - len(alone.text)

    assert facts_from(analyse(both, DAY), start) == facts_from(analyse(alone, DAY), 0)


HOSTILE = [
    "12 ",
    "May ",
    "Alpha Beta said ",
    "(",
    "(Reuters, 3 May 2026) ",
    "Aa Bb Cc ",
    "$1 ",
    "“",
    "more than ",
    "[1]",
]
HOSTILE += [
    ". ",
    "http://a.b/",
    "5% ",
    "Nvidia said 5% (OpenAI, Q1 2026), ",
    "if ",
    "one ",
    "in 3 ",
    "reportedly ",
    "5% from 1 to ",
]
HOSTILE += [
    "a\n",
    "delay of 5 months to a launch (Q3 2026) — is. ",
    "日本語。",
    "X's ",
    " ",
    "according to the ",
    "(A; B; C; D; E ",
]


@pytest.fixture(scope="module", autouse=True)
def what_is_loaded_once() -> None:
    """Load the weights before any work is counted."""
    analyse(a_document("A Title of Words\n\nHalden cut its rents by 70% in May 2026.\n"), DAY)


def calls_for(text: str) -> int:
    return calls_for_document(Document(text, (Block(kind="paragraph", start=0, end=len(text)),)))


def calls_for_document(document: Document) -> int:
    """Count the calls, of Python and of C, that an analysis makes: work, whatever the machine."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        analyse(document, DAY)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("unit", HOSTILE)
def test_twice_the_text_is_hardly_more_than_twice_the_work(unit: str) -> None:
    once = unit * (3000 // len(unit))

    assert calls_for(once * 2) <= 2.2 * calls_for(once) + 200


NUMBERED = [
    "The move {0} followed an exodus in May 2026. ",
    "Watch whether Halden{0} opens a hall by late 2027. ",
    "Nvidia paid {0}% of rents (OpenAI, 3 May 2026). ",
    "The delay of model release {0} is 5 months. The model launch {0} is due in Q3 2026. ",
    "Alpha{0} Beta met Gamma{0} Delta, who said [{0}]. ",
    "“We leave the north for {0} years” is heard. ",
    "It will open hall {0} by May 2026. ",
]


@pytest.mark.parametrize("sentence", NUMBERED)
def test_twice_as_many_different_sentences_are_hardly_more_than_twice_the_work(sentence: str) -> None:
    few, many = ("".join(sentence.format(number) for number in range(100, 100 + count)) for count in (100, 200))

    assert calls_for(many) <= 2.2 * calls_for(few) + 200


def test_twice_as_many_developments_to_watch_are_hardly_more_than_twice_the_work() -> None:
    lines = "Key Developments to Watch\n" + "  • Report {0} of it (April 28, 2026) — confirms it.\n" * 80
    few, many = (a_document("A Title of Words\n\n" + lines.replace("{0}", "x") * count) for count in (1, 2))

    assert calls_for_document(many) <= 2.2 * calls_for_document(few) + 200


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    program = "import sys; from briefreader.cli.main import run; sys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "analyse", "--json", "--reference-date", "2026-06-10", str(SAMPLES)]

    outputs = [
        subprocess.run(command, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout  # noqa: S603
        for seed in ("1", "2")
    ]

    assert outputs[0] == outputs[1]
    assert len(outputs[0]) > 10_000


def citations_in(folder: Path) -> list[int]:
    return [len(analyse(read_articles(path)[0].document, DAY).citations) for path in sorted(folder.glob("*.txt"))]


def test_labelled_briefings_yield_as_many_citations_as_they_have() -> None:
    labels = json.loads((LABELLED / "labels.json").read_text("utf-8"))["citations"]

    assert citations_in(LABELLED) == [len(labels[name]) for name in sorted(labels)]


if SEEDS.exists():

    def test_the_reference_texts_yield_their_citations() -> None:
        assert citations_in(SEEDS) == [22, 1, 4, 0, 9]
