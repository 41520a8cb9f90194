"""The session by itself: what is listed, open and undoable, without a screen."""

from pathlib import Path

import pytest
from factories import an_article
from fakes import TODAY, a_workspace, noon

from briefreader.model.article import STATES, State
from briefreader.model.ids import ArticleKey
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.ui.reading.listing import Listing, ListPosition, Location
from briefreader.ui.reading.session import Session
from briefreader.views.inbox import whole_list
from briefreader.views.querying import asked
from briefreader.workflows.add import add_articles
from briefreader.workflows.triage import move_to
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace

TEXTS = ("# Cobalt rises\n\nPrices went up.", "# Barley falls\n\nFarmers sold.", "# A mine opens\n\nIt is deep.")


@pytest.fixture
def session(workspace: Workspace) -> Session:
    add_articles(workspace, [an_article(text, ".md") for text in TEXTS])
    return Session(workspace)


def found(text: str) -> Listing:
    return Listing(None, text, asked(text, TODAY))


def test_a_query_leads_back_to_the_whole_list_and_the_row_there(session: Session) -> None:
    session.change_listing(found("cobalt"), ListPosition(ArticleKey(2), 1, 0))
    session.change_listing(found("mine"), ListPosition(None, 0, 0))

    assert session.without_query(ListPosition()) == Location(Listing(), ListPosition(ArticleKey(2), 1, 0))


def test_a_whole_list_keeps_its_order_and_a_query_has_its_own(session: Session) -> None:
    session.change_listing(session.sorted_by("shortest"), ListPosition())
    session.change_listing(found("cobalt"), ListPosition())
    session.change_listing(session.sorted_by("relevance"), ListPosition())

    assert session.whole_list("inbox").order == "shortest"
    assert session.whole_list("later").order == "newest"
    assert session.without_query(ListPosition()).listing.order == "shortest"


@pytest.mark.parametrize("state", [state for state in STATES if state != "inbox"])
def test_an_article_that_goes_is_closed_and_counted_where_it_went(session: Session, state: State) -> None:
    session.count()
    session.open(ArticleKey(session.keys()[0]))
    session.moved(state)

    assert session.reading is None
    assert (session.counts["inbox"], session.counts[state]) == (2, 1)


def test_counts_are_kept_until_they_are_forgotten(session: Session) -> None:
    session.count()
    row = whole_list(session.workspace.store, "inbox", TODAY)[0]
    move_to(session.workspace, row.id, "archive")

    session.count()
    assert session.counts["inbox"] == 3
    session.forget_counts()
    session.count()
    assert session.counts["inbox"] == 2


def test_an_undo_leads_back_to_where_it_was_done(session: Session) -> None:
    row = whole_list(session.workspace.store, "inbox", TODAY)[1]
    here = Location(session.listing, ListPosition(row.key, 1, 0))
    with session.remembering(here):
        move_to(session.workspace, row.id, "archive")

    undone = undo(session.workspace)

    assert undone is not None
    assert session.location_before(undone) == here
    assert session.is_reached_by(row.id, here)
    assert not session.is_reached_by(row.id, here._replace(listing=found("cobalt")))
    assert not session.is_reached_by(row.id, here._replace(position=replace_selected(here, {7})))


def replace_selected(location: Location, selected: set[int]) -> ListPosition:
    return location.position._replace(selected=frozenset(selected))


def test_what_changes_nothing_is_not_remembered(session: Session) -> None:
    row = whole_list(session.workspace.store, "inbox", TODAY)[0]
    move_to(session.workspace, row.id, "archive")
    with session.remembering(Location(session.listing, ListPosition())):
        pass

    undone = undo(session.workspace)

    assert undone is not None
    assert session.location_before(undone) is None


def test_progress_is_saved_for_what_was_begun_and_only_forward(session: Session) -> None:
    key = ArticleKey(session.keys()[0])
    session.open(key)
    assert session.save_progress(0.5) is None  # only previewed

    session.begin_reading()
    assert session.save_progress(0.5) == key
    session.open(key)
    session.begin_reading()
    assert session.save_progress(0.25) is None
    assert session.open(key).article.progress == 0.5


def test_a_change_by_another_program_is_seen_until_it_is_noted(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as ours, open_store(tmp_path / "s.db") as theirs:
        session = Session(a_workspace(ours, Settings(), noon))
        session.note_version()
        assert not session.is_changed_elsewhere

        add_articles(a_workspace(theirs, Settings(), noon), [an_article()])

        assert session.is_changed_elsewhere
        session.note_version()
        assert not session.is_changed_elsewhere
