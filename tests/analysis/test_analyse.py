import subprocess
import sys
from datetime import date
from itertools import pairwise

import pytest
from factories import SAMPLES, SEEDS, a_document
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.analyse import analyse
from briefreader.ingest.files import read_article

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


@given(
    st.lists(
        st.sampled_from(["It rose by 5%.", "(Reuters, 3 May)", "Watch whether it", "\n", "\n\n", "Key Terms", "a — b"])
    )
)
def test_every_span_stands_in_the_text_and_claims_stand_apart(parts: list[str]) -> None:
    text = " ".join(parts)
    if not text.strip():
        return
    document = a_document(text)

    analysis = analyse(document, DAY)

    spans = [claim.span for claim in analysis.claims]
    cited = [citation.span for citation in analysis.citations]
    assert all(span.end <= len(document.text) for span in spans + cited)
    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    program = "import sys; from briefreader.cli.main import run; sys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "analyse", "--json", "--reference-date", "2026-06-10", str(SAMPLES)]

    outputs = [
        subprocess.run(command, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout  # noqa: S603
        for seed in ("1", "2")
    ]

    assert outputs[0] == outputs[1]
    assert len(outputs[0]) > 10_000


@pytest.mark.skipif(not SEEDS.exists(), reason="the reference texts are kept outside this project")
def test_the_reference_texts_yield_claims_and_citations() -> None:
    found = {path.name[:3]: analyse(read_article(path).document, DAY) for path in sorted(SEEDS.glob("*.txt"))}

    assert [len(found[name].citations) for name in sorted(found)] == [22, 1, 4, 0, 9]
