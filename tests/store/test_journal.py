import json
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from factories import a_remark, added, an_article
from fakes import TODAY, a_workspace, noon
from hypothesis import given
from hypothesis import strategies as st
from soak import examples

from briefreader.model.errors import StoreError
from briefreader.model.journal import Undone
from briefreader.settings import Settings
from briefreader.store.store import Store, open_store
from briefreader.views.reading import Reading
from briefreader.workflows.add import add_articles
from briefreader.workflows.annotate import Remark, annotate, delete, revise
from briefreader.workflows.triage import mark_read, move_to
from briefreader.workflows.undo import redo, undo
from briefreader.workflows.weigh import set_origin
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow


def everything(store: Store) -> str:
    """Return all that the reader has written, in order."""
    rows = store.journal._connection.execute
    articles = rows("SELECT * FROM articles ORDER BY key").fetchall()
    tables = ("annotations", "anchors", "corrections", "silences", "refusals", "theses", "watch_items")
    written = [rows(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in tables]  # noqa: S608 - ours
    return json.dumps([articles, *written])


def test_undo_goes_back_step_by_step_and_redo_forward_again(workspace: Workspace) -> None:
    reading = added(workspace)
    states = [everything(workspace.store)]
    move_to(workspace, reading.article.id, "archive")
    states.append(everything(workspace.store))
    annotate(workspace, reading, None, a_remark())
    states.append(everything(workspace.store))

    assert undo(workspace) == Undone("tagged as bull evidence", (reading.article.id,), 3)
    assert everything(workspace.store) == states[1]
    assert undo(workspace) == Undone("archived", (reading.article.id,), 2)
    assert everything(workspace.store) == states[0]
    assert redo(workspace) == Undone("archived", (reading.article.id,), 2)
    assert redo(workspace) is not None
    assert everything(workspace.store) == states[2]
    assert redo(workspace) is None


def test_undoing_an_added_article_moves_it_to_the_trash(workspace: Workspace) -> None:
    added(workspace)

    assert undo(workspace) is not None
    assert workspace.store.articles.counts(TODAY) == {"trash": 1}
    assert undo(workspace) is None


def test_a_new_write_ends_what_could_be_redone(workspace: Workspace) -> None:
    reading = added(workspace)
    move_to(workspace, reading.article.id, "archive")
    undo(workspace)
    move_to(workspace, reading.article.id, "later")

    assert redo(workspace) is None


def test_a_batch_that_changes_nothing_leaves_nothing_to_undo(workspace: Workspace) -> None:
    reading = added(workspace)
    mark_read(workspace, reading.article.id, is_read=False)

    undone = undo(workspace)

    assert undone is not None
    assert undone.verb == "added 1 article"


def test_undo_works_after_a_restart(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as store:
        reading = added(a_workspace(store, Settings(), noon))
        annotation = annotate(a_workspace(store, Settings(), noon), reading, None, a_remark(note="keep [this]"))
        delete(a_workspace(store, Settings(), noon), annotation)

    with open_store(tmp_path / "s.db") as store:
        undo(a_workspace(store, Settings(), noon))

        assert store.annotations.of_article(reading.article.id) == (annotation,)


def test_a_batch_that_fails_half_way_writes_nothing(workspace: Workspace) -> None:
    reading = added(workspace)
    before = everything(workspace.store)

    def fail() -> None:
        with workspace.store.journal.batch("fails", noon()) as batch:
            workspace.store.articles.set_state(batch, reading.article.id, "trash")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert everything(workspace.store) == before


def test_a_database_error_is_told_as_not_saved(workspace: Workspace) -> None:
    with (
        pytest.raises(StoreError, match="could not save"),
        workspace.store.journal.batch("fails", noon()) as batch,
    ):
        batch._connection.execute("INSERT INTO nowhere VALUES (1)")


def test_a_locked_store_is_told_as_not_saved(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as store:
        reading = added(a_workspace(store, Settings(), noon))
        store.journal._connection.execute("PRAGMA busy_timeout = 1")
        other = sqlite3.connect(tmp_path / "s.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(StoreError, match="could not save"):
            move_to(a_workspace(store, Settings(), noon), reading.article.id, "archive")
        other.close()


STEPS = st.lists(
    st.sampled_from(["archive", "later", "inbox", "read", "unread", "tag", "revise", "delete", "undo", "redo"]),
    max_size=25,
)


@examples(40)
@given(STEPS)
def test_undoing_everything_and_redoing_it_comes_back_to_the_same(steps: list[str]) -> None:
    with open_store(":memory:") as store:
        workspace = a_workspace(store, Settings(), noon)
        reading = added(workspace)
        add_articles(workspace, [an_article("Another text that is here.")])
        for step in steps:
            take(step, workspace, reading)
        after = everything(store)

        count = 0
        while undo(workspace):
            count += 1
        for _ in range(count):
            redo(workspace)

        assert everything(store) == after


def take(step: str, workspace: Workspace, reading: Reading) -> None:
    notes = workspace.store.annotations.of_article(reading.article.id)
    if step in ("archive", "later", "inbox"):
        move_to(workspace, reading.article.id, step)  # type: ignore[arg-type]
    elif step in ("read", "unread"):
        mark_read(workspace, reading.article.id, is_read=step == "read")
    elif step == "tag":
        annotate(workspace, reading, None, a_remark())
    elif step == "revise" and notes:
        revise(workspace, notes[0], replace(a_remark("bear"), note=f"{notes[0].note}x"))
    elif step == "delete" and notes:
        delete(workspace, notes[-1])
    elif step == "undo":
        undo(workspace)
    elif step == "redo":
        redo(workspace)


@examples(40)
@given(STEPS)
def test_replaying_the_whole_journal_gives_what_stands(steps: list[str]) -> None:
    with open_store(":memory:") as store:
        workspace = a_workspace(store, Settings(), noon)
        reading = added(workspace)
        for step in steps:
            take(step, workspace, reading)

        cursor = store.journal._connection.execute("SELECT * FROM annotations ORDER BY id")
        names = [column[0] for column in cursor.description]
        live = {row[0]: dict(zip(names, row, strict=True)) for row in cursor}
        tables = store.journal.replay()

        assert json.dumps(tables.get("annotations", {}), sort_keys=True) == json.dumps(live, sort_keys=True)
        state = store.journal._connection.execute("SELECT state FROM articles").fetchone()[0]
        replayed = {"state": "trash", **tables.get("articles", {}).get(reading.article.id, {})}
        assert replayed["state"] == state


def test_the_journal_is_replayed_to_a_moment(workspace: Workspace) -> None:
    reading = added(workspace)
    later = a_workspace(workspace.store, Settings(), lambda: noon() + timedelta(days=1))
    early = annotate(workspace, reading, None, a_remark(note="early"))
    annotate(replace(later, new_id=lambda: "late"), reading, None, a_remark(note="late"))

    assert list(workspace.store.journal.replay(noon())["annotations"]) == [early.id]
    assert list(workspace.store.journal.replay()["annotations"]) == [early.id, "late"]


def test_the_log_names_what_was_done_and_what_was_taken_back(workspace: Workspace) -> None:
    reading = added(workspace)
    annotate(workspace, reading, None, a_remark())
    undo(workspace)

    assert [(batch.verb, batch.status) for batch in workspace.store.journal.log(9)] == [
        ("tagged as bull evidence", "undone"),
        ("added 1 article", "done"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE journal SET table_name = 'revisions', before = '{\"text\": \"Other words.\"}'",
        "UPDATE journal SET table_name = 'annotations; --'",
        """UPDATE journal SET before = '{"note = 1; --": 1}'""",
        "UPDATE journal SET after = '[1]'",
        "UPDATE journal SET row_id = 'another'",
    ],
)
def test_undo_follows_no_journal_that_names_what_is_not_ours(workspace: Workspace, change: str) -> None:
    annotate(workspace, added(workspace), None, a_remark())
    workspace.store._connection.execute(change)
    before = everything(workspace.store)
    text = workspace.store._connection.execute("SELECT text FROM revisions").fetchone()

    with pytest.raises(StoreError, match="nothing was undone"):
        undo(workspace)

    assert everything(workspace.store) == before
    assert workspace.store._connection.execute("SELECT text FROM revisions").fetchone() == text


def test_a_row_of_before_there_were_hashes_comes_back_sound(workspace: Workspace) -> None:
    reading = added(workspace)
    note = annotate(workspace, reading, None, a_remark(note="mine"))
    delete(workspace, note)
    workspace.store.journal._connection.execute("UPDATE journal SET before = json_remove(before, '$.hash')")

    undo(workspace)

    assert workspace.store.annotations.all() == (note,)
    assert workspace.store.damage() == []


def test_two_windows_do_not_undo_each_others_changes(workspace: Workspace) -> None:
    reading = added(workspace)
    note = annotate(workspace, reading, None, a_remark(note="mine"))
    set_origin(workspace, note, "Reuters")
    assert note.evidence is not None

    revise(workspace, note, Remark(evidence=replace(note.evidence, strength=5), note="mine"))

    evidence = workspace.store.annotations.find(note.id).evidence
    assert evidence is not None
    assert (evidence.strength, evidence.origin) == (5, "Reuters")
    assert workspace.store.damage() == []
