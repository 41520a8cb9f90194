import re
import subprocess
import sys
from random import Random

import pytest
from factories import SAMPLES, VECTORS
from growth import grows_in_proportion
from hypothesis import given
from hypothesis import strategies as st
from mutations import EDITS, Text, standing, texted

from briefreader.analysis.anchoring import reanchor
from briefreader.model.anchor import Anchor
from briefreader.model.span import Span

TEXT = (SAMPLES / "halden-lease-synthesis.txt").read_text("utf-8")
SENTENCES = [line.strip() for line in TEXT.replace(". ", ".\n").splitlines() if len(line.split()) > 5]
WITH_TWINS = "\n\n".join([TEXT, *(" not ".join(re.split(r"(?<=\w) ", line, maxsplit=1)) for line in SENTENCES[::2])])
"""Every second sentence is there once more, and denied."""
_TRIES = 20
BENCH = VECTORS.parent / "gold" / "anchor_bench.py"


def anchored(old: str, new: str, words: str) -> Anchor:
    start = old.index(words)
    return reanchor(old, new, [Span(start, start + len(words))])[0]


def test_the_same_text_leaves_every_note_where_it_was() -> None:
    assert reanchor(TEXT, TEXT, [Span(3, 30)]) == (Anchor(status="exact", span=Span(3, 30)),)


def test_words_are_found_behind_a_paragraph_put_before_them() -> None:
    anchor = anchored(TEXT, "Shares were little changed.\n\n" + TEXT, SENTENCES[2])

    assert anchor.status == "exact"
    assert anchor.span is not None
    assert anchor.span.start == TEXT.index(SENTENCES[2]) + 29


def test_a_changed_number_is_found_and_told() -> None:
    old = "Halden opened a hall. It cut its power bill by 60% in April, it says. More halls follow."
    anchor = anchored(old, old.replace("60%", "40%"), "It cut its power bill by 60% in April, it says.")

    assert anchor.status == "edited"
    assert anchor.changes == ("number",)
    assert not anchor.holds
    assert anchor.is_to_review


def test_a_twin_never_takes_the_note_of_a_deleted_sentence() -> None:
    old = "Alpha said one thing. Halden will rent out its halls. Beta came.\n\nHalden will rent out its towers. Gamma."
    new = "Alpha said one thing. Beta came.\n\nHalden will rent out its towers. Gamma."
    anchor = anchored(old, new, "Halden will rent out its halls.")

    assert (anchor.status, anchor.span) == ("orphan", None)
    assert anchor.candidate is not None
    assert "towers" in anchor.candidate.of(new)


def test_an_orphan_knows_where_it_would_stand() -> None:
    old = "Alpha said one thing. Wholly other words here stood alone. Beta came."
    anchor = anchored(old, "Alpha said one thing. Beta came.", "Wholly other words here stood alone.")

    assert anchor.hint == len("Alpha said one thing.")


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_deleting_a_passage_never_moves_its_note_to_another(sentence: str, other: str) -> None:
    old = TEXT + "\n\n" + other + "\n"
    new = old.replace(sentence, "")

    anchor = anchored(old, new, sentence)

    assert anchor.status in ("orphan", "suspect", "ambiguous")


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_anchoring_what_is_anchored_changes_nothing(sentence: str, dropped: str) -> None:
    new = "A line before.\n" + TEXT.replace(dropped, "")
    anchor = anchored(TEXT, new, sentence)

    if anchor.span:
        assert reanchor(new, new, [anchor.span])[0].span == anchor.span


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_two_steps_come_to_the_place_of_one_or_say_so(sentence: str, first: str, second: str) -> None:
    middle = "A line before.\n" + TEXT.replace(first, "")
    last = middle.replace(second, "It says something else now.")
    direct = anchored(TEXT, last, sentence)
    step = anchored(TEXT, middle, sentence)

    if step.span and step.holds:
        (chained,) = reanchor(middle, last, [step.span])
        assert chained.span == direct.span or chained.is_to_review or direct.is_to_review


@given(st.data())
def test_every_span_stands_in_the_new_text_and_the_order_is_kept(data: st.DataObject) -> None:
    new = "".join(data.draw(st.lists(st.sampled_from([*SENTENCES, "\n\n", " x "]), max_size=12)))
    starts = data.draw(st.lists(st.integers(0, len(TEXT) - 40), max_size=4))
    spans = [Span(start, start + data.draw(st.integers(1, 40))) for start in starts]

    anchors = reanchor(TEXT, new, spans)

    assert len(anchors) == len(spans)
    for anchor in anchors:
        assert (anchor.span is None) == (anchor.status == "orphan")
        assert all(span.end <= len(new) for span in (anchor.span, anchor.candidate) if span)


@pytest.mark.parametrize(("old", "least"), [(TEXT, 0.95), (WITH_TWINS, 0.5)], ids=["alone", "twins"])
@pytest.mark.parametrize("name", EDITS)
def test_passages_are_found_after_an_edit_and_never_elsewhere(name: str, old: str, least: float) -> None:
    chance = Random(17)  # noqa: S311 - the same edits in each run
    right = 0
    for _ in range(_TRIES):
        words = chance.choice(SENTENCES)
        span = Span(old.index(words) + words.index(" ") + 1, old.index(words) + len(words) - 1)
        text: Text = [(sign, at) for at, sign in enumerate(old)]
        EDITS[name](text, span, chance)
        [anchor] = reanchor(old, texted(text), [span])
        true = standing(text, span)

        if anchor.status in ("suspect", "ambiguous"):
            continue
        if anchor.span is None or true is None:
            assert anchor.span is None, f"{words} at {anchor.span}"
            right += true is None
        else:
            overlap = min(anchor.span.end, true.end) - max(anchor.span.start, true.start)
            assert overlap >= 0.8 * max(anchor.span.end - anchor.span.start, true.end - true.start), words
            right += 1
    assert right >= least * _TRIES  # the others are for the reader to look at


if BENCH.exists():

    def test_the_mutation_benchmark_keeps_its_marks() -> None:
        share = ("--seed", "90210", "--per", "5")
        run = subprocess.run([sys.executable, BENCH, *share], capture_output=True, text=True, check=True)  # noqa: S603 - ours
        figures = {line.split()[0]: line for line in run.stdout.splitlines()}

        assert float(figures["ALL"].split("right")[1].split("%")[0]) >= 98.5
        for scenario in ("insert_before", "insert_adjacent", "reextract", "typography", "sent_deleted", "para_deleted"):
            assert figures[scenario].endswith("(0)")
        for scenario in ("lookalike_insert", "lookalike_own_deleted", "dup_own_deleted"):
            assert figures[scenario].endswith("(0)")


def test_a_line_that_is_gone_never_becomes_its_twin_without_a_name_behind_it() -> None:
    title = "Halden Compute reportedly hands its Bergen site to Northlight as its own models stall"
    old = f"{title}\n\n{title} · Signalwire\n\nA first paragraph.\n\n{title}\n\nA second paragraph."
    new = old.replace(f"{title} · Signalwire\n\n", "")
    start = old.index(f"{title} · Signalwire")

    [anchor] = reanchor(old, new, [Span(start, start + len(f"{title} · Signalwire"))])

    assert not anchor.holds
    assert anchor.status in ("suspect", "ambiguous", "orphan")


@pytest.mark.parametrize(
    ("unit", "changed"), [("Sales rose 5% again. ", "Sales rose 6% again. "), ("ab", "ba"), ("a b ", "a b ")]
)
def test_a_note_among_words_that_repeat_takes_no_more_than_their_length(unit: str, changed: str) -> None:
    def anchors(size: int) -> tuple[Anchor, ...]:
        times = size // len(unit)
        old = unit * times
        spans = [Span(0, 20), Span(size // 2, size // 2 + 60), Span(20, size // 3), Span(0, len(old))]
        return reanchor(old, changed * (times // 2) + "new " + changed * (times // 2), spans)

    assert grows_in_proportion(anchors, 5_000)


def test_a_long_passage_with_other_words_inside_is_found_by_the_words_around() -> None:
    sentences = [f"Hall {number} was let to Orrin for {number + 3} years." for number in range(400)]
    passage = " ".join(sentences[50:350])
    edited = passage.replace("Hall 200 was let", "The hall of that number was let")
    anchor = anchored(" ".join(sentences), " ".join(["News.", *sentences[:50], edited, *sentences[350:]]), passage)

    assert anchor.status == "edited"
    assert anchor.span is not None
    assert anchor.kept is not None
    assert anchor.kept > 0.99
