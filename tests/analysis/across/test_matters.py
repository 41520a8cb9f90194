from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest
from analysis_said import DAY, said

from briefreader.analysis.across.matters import Kin, of_one_matter, rows_of_matters, said_once, statement_key
from briefreader.model.crosscheck import ClaimRow, Said
from briefreader.model.ids import ArticleId
from briefreader.model.span import Span

EVENT = Kin(is_one_event=True, is_copy=False, why="one event")
MATTER = Kin(is_one_event=False, is_copy=False, why="one matter")
COPY = Kin(is_one_event=True, is_copy=True, why="one event: the same text")


def figure(article: str, low: float | None, high: float | None = None, **more: Any) -> Said:  # noqa: ANN401 - of a statement
    fields = {"family": "killed", "parties": (), "low": low, "high": low if high is None else high, **more}
    return said(article, **fields)


def rows(*made: Said, kin: Kin | None = EVENT) -> list[ClaimRow]:
    stated: dict[str, list[Said]] = {}
    for one in made:
        stated.setdefault(one.statement.key, []).append(one)
    pairs = [frozenset(pair) for pair in combinations({one.article_id for one in made}, 2)]
    return [*rows_of_matters(stated, dict.fromkeys(pairs, kin) if kin else {}, {})]


def kinds(*made: Said, kin: Kin | None = EVENT) -> list[str]:
    return [row.kind for row in rows(*made, kin=kin)]


def test_figures_are_compared_only_between_articles_on_one_matter() -> None:
    assert kinds(figure("a", 30), figure("b", 30)) == ["agree"]
    assert kinds(figure("a", 30), figure("b", 30), kin=None) == []


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (59.8, 60, ["agree"]),
        (512_000, 500_000, ["conflict"]),
        (252_756, 252_799, ["conflict"]),
        (30, 34, ["conflict"]),
        (30, 300, []),
    ],
)
def test_a_rounded_figure_is_the_same_and_one_far_off_is_of_something_else(
    first: float, second: float, kind: list[str]
) -> None:
    assert kinds(figure("a", first), figure("b", second)) == kind


def test_what_changes_by_the_day_is_an_update_on_a_later_one() -> None:
    later = DAY + timedelta(days=1)

    assert kinds(figure("a", 30), figure("b", 32, day=later)) == ["update"]
    assert kinds(figure("a", 30), figure("b", 32)) == ["conflict"]
    first, second = figure("a", 30, family="fine in USD"), figure("b", 32, family="fine in USD", day=later)
    assert kinds(first, second) == ["conflict"]
    assert kinds(first, second, kin=MATTER) == ["update"]


@pytest.mark.parametrize(
    "words",
    [
        "The fine has been revised: it is 32 million.",
        "The bid rose to 32 million.",
        "The ferry is no longer due on the 4th.",
        "Tolliver raised its bid.",
        "The launch was postponed until June.",
        "The offer was withdrawn.",
    ],
)
def test_what_says_that_it_overtakes_an_earlier_figure_is_an_update_of_the_same_day(words: str) -> None:
    first, second = figure("a", 30, family="fine in USD"), figure("b", 32, family="fine in USD")

    assert kinds(first, replace(second, quote=words)) == ["update"]
    assert kinds(first, replace(second, quote="The fine is 32 million.")) == ["conflict"]


def test_a_row_shows_the_sentences_that_are_worded_most_alike() -> None:
    headline = replace(figure("a", 6, family="outage in hour"), quote="Six hours that shook the port")
    told = replace(
        figure("a", 6, family="outage in hour", span=Span(40, 80)), quote="The outage on 9 April took six hours."
    )
    other = replace(figure("b", 9, family="outage in hour"), quote="The outage from 9 April took nine hours.")

    [row] = rows(headline, told, other)

    assert [one.quote for one in row.said] == [told.quote, other.quote]


def test_a_sentence_that_an_outlet_has_in_each_article_is_no_agreement() -> None:
    first, second = (
        replace(figure(name, 12, family="district"), publisher="Works", quote="It serves 12 districts.")
        for name in "ab"
    )

    assert kinds(first, second, kin=MATTER) == []
    assert kinds(first, replace(second, publisher="Tide"), kin=MATTER) == ["agree"]
    assert kinds(first, replace(second, quote="Each of the 12 districts has it."), kin=MATTER) == ["agree"]


def test_what_a_court_decides_overtakes_what_it_was_asked_for() -> None:
    asked, decided = (
        figure(name, None, None, family="what a court decides", kinds=kind)
        for name, kind in (("a", ("asked",)), ("b", ()))
    )

    assert kinds(asked, decided) == ["update"]
    assert kinds(decided, replace(decided, article_id=ArticleId("c"))) == []


def test_two_versions_of_one_text_contradict_one_another_and_never_agree() -> None:
    assert kinds(figure("a", 30), figure("b", 32), kin=COPY) == ["conflict"]
    assert kinds(figure("a", 30), figure("b", 30), kin=COPY) == []


def test_companies_with_a_word_of_their_names_in_common_are_the_same() -> None:
    first = figure("a", 3_000, family="temperature in °F", receivers=("tolliver",))
    second, third = (
        figure("b", 5_000, family="temperature in °F", receivers=(name,)) for name in ("tolliver freight", "ostrava")
    )

    assert kinds(first, second) == ["conflict"]
    assert kinds(first, third) == []


def test_who_is_behind_it_overtakes_that_nobody_knows() -> None:
    unknown, known = (
        figure(name, None, None, family="who is behind it", kinds=kind)
        for name, kind in (("a", ("unknown",)), ("b", ()))
    )

    assert kinds(unknown, known) == ["update"]
    assert kinds(known, figure("c", None, None, family="who is behind it")) == []


def test_an_exact_measure_overtakes_one_nearly_the_same_also_in_a_table() -> None:
    table = [figure("a", value, family="distance in km") for value in (406_838.1, 1_200)]

    assert kinds(*table, figure("b", 406_771.3, family="distance in km")) == ["update"]


def test_a_table_of_figures_contradicts_nothing() -> None:
    table = [figure("a", value, family="price in USD") for value in (599, 799)]

    assert kinds(*table, figure("b", 699, family="price in USD")) == []
    assert kinds(*table, figure("b", 799, family="price in USD")) == ["agree"]


def test_two_that_agree_and_one_that_does_not_are_two_rows() -> None:
    assert sorted(kinds(figure("a", 30), figure("b", 30), figure("c", 34))) == ["agree", "conflict"]


def test_figures_of_other_years_other_companies_and_other_kinds_do_not_contradict() -> None:
    assert kinds(figure("a", 30), figure("b", 24, kinds=("2019",))) == []
    assert kinds(figure("a", 30, receivers=("halden",)), figure("b", 24, receivers=("corvus",))) == []
    assert kinds(figure("a", 300, family="crane"), figure("b", 240, family="crane", kinds=("tower",))) == []


def test_one_number_cannot_be_the_total_and_what_comes_on_top() -> None:
    one, other = (
        figure(name, 40, family="port", kinds=(kind,)) for name, kind in (("a", "total"), ("b", "additional"))
    )

    assert kinds(one, other) == ["conflict"]


def test_the_ends_of_what_was_released_before_a_year_contradict_one_another() -> None:
    one, other = (figure(name, None, year, family="released in year") for name, year in (("a", 2011), ("b", 2012)))

    assert kinds(one, other) == ["conflict"]


def test_copies_are_one_row_and_their_figures_none() -> None:
    words = [figure(name, None, None, family="the words “Nine otters…”") for name in "ab"]

    assert kinds(*words, figure("a", 30), figure("b", 30), kin=COPY) == ["agree"]
    assert kinds(*words) == []


def test_a_day_next_to_an_articles_own_is_not_told() -> None:
    assert kinds(*(figure(name, None, None, family="on 2026-05-02") for name in "ab")) == []
    assert kinds(*(figure(name, None, None, family="on 2026-05-20") for name in "ab")) == ["agree"]


def test_two_scores_of_one_thing_in_one_article_are_a_conflict() -> None:
    scores = [figure("a", value, family="score of cvss", limits=("CVE-2031-10001",)) for value in (8.6, 9.6)]

    assert kinds(*scores) == ["conflict"]


def test_a_row_says_why_it_compares_and_its_key_names_the_matter() -> None:
    [row] = rows(figure("a", 30), figure("b", 30))

    assert (row.why, row.key) == ("one event", "figure: killed @a = 30")
    assert statement_key(row.key) == "figure: killed"


def test_what_is_said_of_parties_is_taken_apart_by_matter_unless_it_has_a_period() -> None:
    made = [said(name, low=1, high=1) for name in "abcd"]
    kin = {frozenset(map(ArticleId, "ab")): EVENT, frozenset(map(ArticleId, "cd")): MATTER}

    found = of_one_matter({"rent | halden": made}, kin)
    assert {key: [one.article_id for one in each] for key, each in found.items()} == {
        "rent | halden": ["a", "b"],
        "rent | halden @c": ["c", "d"],
    }
    dated = [said(name, low=1, high=1, period="2026-01-01/2026-03-31") for name in "ab"]
    assert of_one_matter({"x": dated}, {}) == {"x": dated}


def test_what_another_row_says_is_not_said_again() -> None:
    [row] = rows(figure("a", 30), figure("b", 30))
    [other] = rows(figure("a", 30, family="people"), figure("b", 30, family="people"))

    assert said_once([row, other], []) == [row]
    assert said_once([row], [other]) == []
