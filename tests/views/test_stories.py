from datetime import timedelta

from factories import dated
from fakes import TODAY

from briefreader.model.ids import ArticleId
from briefreader.views.inbox import shown_together, whole_list
from briefreader.views.stories import standing_for, stories
from briefreader.workflows.add import add_articles
from briefreader.workflows.stories import merge_stories
from briefreader.workflows.triage import move_to
from briefreader.workspace import Workspace


def a_story(workspace: Workspace) -> list[ArticleId]:
    made = [dated(f"Quay {number} opens.", TODAY - timedelta(days=number)) for number in range(3)]
    ids = [one.article.id for one in add_articles(workspace, made)]
    merge_stories(workspace, [row.key for row in whole_list(workspace.store, "inbox", TODAY)])
    return ids


def test_the_stories_of_some_days_have_all_their_articles_in_them(workspace: Workspace) -> None:
    a_story(workspace)

    def found(first: int, last: int) -> int:
        return len(stories(workspace.store, TODAY - timedelta(days=first), TODAY - timedelta(days=last)))

    assert (found(2, 0), found(9, 0), found(1, 0), found(2, 1)) == (1, 1, 0, 0)
    assert len(stories(workspace.store)) == 1


def test_a_row_stands_for_what_is_on_its_list_of_its_story(workspace: Workspace) -> None:
    ids = a_story(workspace)
    rows = {row.id: row.key for row in whole_list(workspace.store, "inbox", TODAY)}
    first, second, third = (rows[one] for one in ids)
    assert standing_for(workspace.store, [first], TODAY) == sorted((first, second, third))
    move_to(workspace, ids[1], "later")
    assert standing_for(workspace.store, [first], TODAY) == sorted((first, third))
    assert shown_together(workspace.store, [second], TODAY) == {}
    assert shown_together(workspace.store, [third], TODAY)[third].keys == [first, third]
