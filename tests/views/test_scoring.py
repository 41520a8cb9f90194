from datetime import date, timedelta

from factories import an_article
from fakes import TODAY
from hypothesis import given
from hypothesis import strategies as st

from briefreader.model.article import Origin
from briefreader.model.ids import ArticleKey
from briefreader.model.watch import Due
from briefreader.store.articles import Provenance
from briefreader.views.inbox import list_keys, rows_in_order
from briefreader.views.querying import asked, matching_keys
from briefreader.views.scoring import FRESH, THESIS, UNREAD_ORIGIN, WATCHED, Points, Scoring, by_score, explained, total
from briefreader.workflows.add import add_articles
from briefreader.workflows.triage import mark_read
from briefreader.workflows.watch import WatchWords, watch
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workspace import Workspace

OLD = TODAY - timedelta(days=400)


def points_of(workspace: Workspace, text: str) -> list[Points]:
    [key] = matching_keys(workspace.store, asked(f'"{text}"', TODAY), TODAY)
    return list(explained(workspace.store, ArticleKey(key), TODAY))


def test_an_article_has_points_for_each_reason_and_says_them(workspace: Workspace) -> None:
    add_thesis(workspace, ThesisWords(title="Will Halden pay?", subject="Halden"))
    due = Due(first=TODAY, last=TODAY, precision="day")
    watch(workspace, WatchWords(question="Does Northlight move by then?", due=due))
    add_articles(
        workspace,
        [
            an_article("Halden lends to Northlight.", published_on=OLD),
            an_article("Corvid sells.", published_on=TODAY),
            an_article("Undated words."),
            an_article("Nobody buys.", published_on=OLD, origin=Origin("Grid Weekly")),
        ],
    )

    assert points_of(workspace, "Halden lends") == [
        Points(THESIS, "mentions your thesis: Will Halden pay?"),
        Points(WATCHED, "mentions your watch item: Does Northlight move by then?"),
    ]
    assert points_of(workspace, "Corvid sells") == [Points(FRESH, "0 days old")]
    assert points_of(workspace, "Undated words") == [Points(FRESH, "added 0 days ago, no date")]
    assert points_of(workspace, "Nobody buys") == [Points(UNREAD_ORIGIN, "new source: Grid Weekly")]

    keys = by_score(workspace.store, list_keys(workspace.store, "inbox", TODAY), TODAY)
    in_order = rows_in_order(workspace.store, keys)
    assert [row.opening for row in in_order] == [
        "Halden lends to Northlight.",
        "Corvid sells.",
        "Undated words.",
        "Nobody buys.",
    ]


def test_an_origin_that_has_been_read_gives_no_points(workspace: Workspace) -> None:
    for text in ("One says.", "Two says."):
        add_articles(workspace, [an_article(text, published_on=OLD, publisher="Wire")])
    assert points_of(workspace, "Two says") == [Points(UNREAD_ORIGIN, "new source: Wire")]

    [key] = matching_keys(workspace.store, asked('"One says"', TODAY), TODAY)
    [row] = rows_in_order(workspace.store, [key])
    mark_read(workspace, row.id, is_read=True)
    assert points_of(workspace, "Two says") == []


@given(st.dates(), st.dates(), st.none() | st.text(max_size=3), st.sets(st.integers(0, 3)))
def test_a_score_is_the_sum_of_what_is_said_and_newer_is_never_less(
    today: date, day: date, origin: str | None, keys: set[int]
) -> None:
    named = {str(number): frozenset(keys) for number in range(5)}
    scored = Scoring(today, named, named, frozenset())
    earlier = day - timedelta(days=1) if day > date.min else day
    points = scored.of(ArticleKey(1), Provenance(origin, day))

    assert total(points) == round(sum(one.points for one in points), 1)
    assert total(points) >= total(scored.of(ArticleKey(1), Provenance(origin, earlier)))
    assert total(points) <= 2 * (THESIS + WATCHED) + UNREAD_ORIGIN + FRESH
