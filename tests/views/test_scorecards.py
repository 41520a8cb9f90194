from dataclasses import replace
from datetime import timedelta

import pytest
from factories import an_article
from fakes import TODAY

from briefreader.model.ids import ArticleId
from briefreader.model.watch import Due, Outcome
from briefreader.views.crosscheck import crosscheck
from briefreader.views.reading import reading_by_id
from briefreader.views.scorecards import FEWEST, Scorecard, scorecards
from briefreader.workflows.add import add_articles
from briefreader.workflows.verdicts import give_verdict
from briefreader.workflows.watch import WatchWords, resolve, watch
from briefreader.workspace import Workspace


def add(workspace: Workspace, text: str, publisher: str, days: int = 0) -> ArticleId:
    article = an_article(text, publisher=publisher, published_on=TODAY - timedelta(days=days))
    [one] = add_articles(workspace, [article])
    return one.article.id


def card(workspace: Workspace, source: str) -> Scorecard:
    return next(one for one in scorecards(workspace.store) if one.source == source)


def test_verdicts_say_who_was_right_and_who_came_first(workspace: Workspace) -> None:
    first = add(workspace, "OpenAI holds 48,000 accelerators there (Reuters, 3 May).", "One", days=5)
    add(workspace, "OpenAI holds 46,000 accelerators there (Bloomberg, 4 May).", "Two", days=2)
    add(workspace, "OpenAI has 48,000 accelerators there (Forbes, 5 May).", "Three")
    [row] = crosscheck(workspace.store)
    assert card(workspace, "One").lead_days == 3

    give_verdict(workspace, row, first)
    assert [(one.source, one.right, one.wrong) for one in scorecards(workspace.store)] == [
        ("One", 1, 0),
        ("Three", 1, 0),
        ("Two", 0, 1),
    ]
    give_verdict(workspace, row, None)
    assert card(workspace, "One").wrong == 1


@pytest.mark.parametrize(("outcome", "counts"), [("happened", (1, 0, 0)), ("did not", (0, 1, 0)), ("void", (0, 0, 1))])
def test_watch_items_count_for_the_article_that_they_come_from(
    workspace: Workspace, outcome: Outcome, counts: tuple[int, int, int]
) -> None:
    reading = reading_by_id(workspace.store, add(workspace, "OpenAI will move by May.", "One"))
    due = Due(first=TODAY, last=TODAY, precision="day")
    span = reading.analysis.claims[0].span
    item = watch(workspace, WatchWords(question="Does it move?", due=due), reading, span)
    resolve(workspace, item, outcome)

    one = card(workspace, "One")
    assert (one.right, one.wrong, one.ambiguous) == counts
    assert one.is_too_few


def test_edited_texts_are_counted_and_few_cases_tell_nothing(workspace: Workspace) -> None:
    for text in ("First of it.", "Second of it."):
        add_articles(workspace, [an_article(text, publisher="One", url="https://one.example/a")])

    assert card(workspace, "One").corrections == 1
    many = Scorecard(source="x", right=FEWEST, wrong=0, ambiguous=0, corrections=0, lead_days=None, bull=0, bear=0)
    assert not many.is_too_few
    assert many.interval[0] > 0.5


def test_a_verdict_on_articles_that_are_not_in_the_store_counts_for_nobody(workspace: Workspace) -> None:
    add(workspace, "OpenAI holds 48,000 accelerators there (Reuters, 3 May).", "One")
    add(workspace, "OpenAI holds 46,000 accelerators there (Bloomberg, 4 May).", "Two")
    [row] = crosscheck(workspace.store)

    give_verdict(workspace, replace(row, key="figure: killed @0123abcd"), None)

    assert {one.right + one.wrong for one in scorecards(workspace.store)} == {0}
