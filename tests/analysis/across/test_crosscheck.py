from datetime import timedelta
from itertools import chain
from typing import Any

import pytest
from analysis_said import DAY, said
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.across.crosscheck import rows_of
from briefreader.analysis.across.voices import shared_figures
from briefreader.model.crosscheck import Said
from briefreader.model.span import Span


def kinds(*made: Said) -> list[str]:
    stated: dict[str, list[Said]] = {}
    for one in made:
        stated.setdefault(one.statement.key, []).append(one)
    return [row.kind for row in rows_of(stated, shared_figures(chain(*stated.values())))]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ((310, 310), (310, 310), "agree"),
        ((310, 310), (304, 316), "agree"),
        ((310, 310), (280, 280), "conflict"),
        ((None, 17), (16.2, 16.8), "range"),
        ((12, 15), (14, 20), "range"),
        ((None, 5), (None, 5), "agree"),
    ],
)
def test_values_agree_overlap_or_contradict(first: tuple[float, float], second: tuple[float, float], kind: str) -> None:
    assert kinds(said("a", low=first[0], high=first[1]), said("b", low=second[0], high=second[1])) == [kind]


def test_a_later_value_is_an_update_only_where_both_say_when_they_are_from() -> None:
    later = DAY + timedelta(days=30)
    first = said("a", low=310, high=310)

    assert kinds(first, said("b", low=280, high=280, day=later)) == ["update"]
    assert kinds(first, said("b", low=280, high=280, day=later, is_dated=False)) == ["conflict"]
    assert kinds(first, said("b", low=280, high=280, is_scoped=True)) == ["scope differs"]


def test_values_too_far_apart_are_of_different_things() -> None:
    assert kinds(said("a", low=48_000, high=48_000), said("b", low=2_000, high=2_000)) == []


def test_few_things_that_are_not_as_many_are_other_things() -> None:
    def counted(article: str, value: float) -> Said:
        return said(article, family="count in deal", low=value, high=value)

    assert kinds(counted("a", 3), counted("b", 5)) == []
    assert kinds(counted("a", 3), counted("b", 3)) == ["agree"]
    assert kinds(counted("a", 300), counted("b", 500)) == ["conflict"]


def test_what_is_announced_or_done_differs_from_hearsay_and_plans() -> None:
    def dissolved(article: str, modality: str) -> Said:
        return said(article, family="dissolve", modality=modality)

    assert kinds(dissolved("a", "announced"), dissolved("b", "reported")) == ["modality conflict"]
    assert kinds(dissolved("a", "done"), dissolved("b", "planned")) == ["modality conflict"]
    assert kinds(dissolved("a", "done"), dissolved("b", "announced")) == ["agree"]


def test_what_is_said_of_one_alone_contradicts_a_second_receiver() -> None:
    def leased(article: str, *receivers: str, **fields: Any) -> Said:  # noqa: ANN401 - as above
        return said(article, family="lease", parties=("anthropic", "xai"), receivers=receivers, **fields)

    alone = leased("a", "anthropic", is_exclusive=True)
    assert kinds(alone, leased("b", "anthropic", "google")) == ["exclusivity conflict"]
    assert kinds(alone, leased("b", "anthropic")) == ["agree"]


def test_who_is_said_to_receive_what_elsewhere_it_needs_not() -> None:
    rents = [said(name, family="lease", parties=("google", "xai"), receivers=("google",)) for name in "ab"]
    needs_none = said("c", family="own supply", parties=("google",))

    assert kinds(*rents, needs_none) == ["conflict"]
    assert kinds(*rents) == ["agree"]


SOURCES = {"a": (), "b": ("s",), "c": ("s", "t"), "d": ("u",)}
STATEMENTS = st.builds(
    lambda article, value, fields: said(article, sources=SOURCES[article], low=value, high=value, **fields),
    st.sampled_from("abcd"),
    st.none() | st.integers(90, 200).map(float),
    st.fixed_dictionaries(
        {
            "family": st.sampled_from(["rent in USD", "rent in EUR", "lease"]),
            "parties": st.sampled_from([("x",), ("y",)]),
            "period": st.sampled_from(["", "2026-01-01/2026-03-31"]),
            "span": st.integers(0, 3).map(lambda start: Span(start, start + 1)),
        }
    ),
)


@given(st.lists(STATEMENTS, max_size=12), st.randoms())
def test_only_what_is_of_one_thing_is_compared_and_order_does_not_count(made: list[Said], chance: Any) -> None:  # noqa: ANN401 - a random.Random
    def rows(of: list[Said]) -> Any:  # noqa: ANN401 - as above
        stated: dict[str, list[Said]] = {}
        for one in of:
            stated.setdefault(one.statement.key, []).append(one)
        return rows_of(stated, shared_figures(chain(*stated.values())))

    found = rows(made)
    for row in found:
        assert len({(one.statement.family, one.statement.parties, one.statement.period) for one in row.said}) == 1
        for one in row.disagreements:
            assert one.first.article_id != one.second.article_id
    shuffled = list(dict.fromkeys(made))
    chance.shuffle(shuffled)
    assert rows(shuffled) == rows(list(dict.fromkeys(made)))


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2026-01-01/2026-03-31", ", Q1 2026"),
        ("2026-07-01/2026-12-31", ", H2 2026"),
        ("2025-01-01/2025-12-31", ", 2025"),
        ("2025-10-01/2026-03-31", ", 2025-10-01 to 2026-03-31"),
        ("", ""),
    ],
)
def test_a_row_says_in_words_what_it_is_about(period: str, words: str) -> None:
    made = [said(name, low=1, high=1, period=period, parties=("halden",)) for name in "ab"]
    [row] = rows_of({made[0].statement.key: made}, shared_figures(made))

    assert row.about == f"rent in USD: halden{words}"
