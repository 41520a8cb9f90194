from pathlib import Path

import pytest
from factories import a_remark, added
from fakes import a_workspace, noon

from briefreader.settings import Settings
from briefreader.store.damage import sqlite_trap
from briefreader.store.store import open_store
from briefreader.views.health import health
from briefreader.workflows.annotate import annotate
from briefreader.workflows.saved_views import keep_view
from briefreader.workspace import Workspace


def test_a_store_as_it_was_written_is_sound(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as store:
        annotate(a_workspace(store, Settings(), noon), added(a_workspace(store, Settings(), noon)), None, a_remark())

        assert health(store) == []


def test_what_is_wrong_comes_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        note = annotate(
            a_workspace(store, Settings(), noon), added(a_workspace(store, Settings(), noon)), None, a_remark()
        )
        store._connection.execute("UPDATE annotations SET note = 'not mine'")
        store._connection.execute("UPDATE revisions SET text = text || '!'")
        path.chmod(0o644)

        found = dict(health(store))

    assert f"annotation {note.id} was changed by another program" in found
    assert "text 1 differs from the text that was added" in found
    assert found[f"other users can read {path}"] == f"chmod 600 {path}"
    assert all("briefreader" in advice or "chmod" in advice for advice in found.values())


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE journal SET table_name = 'annotations; DROP TABLE annotations'",
        "UPDATE journal SET table_name = 'revisions'",
        """UPDATE journal SET after = '{"id = 1; DROP TABLE annotations; --": 1}'""",
        "UPDATE journal SET after = '[1]'",
    ],
)
def test_a_journal_that_undo_must_not_follow_is_named(tmp_path: Path, change: str) -> None:
    with open_store(tmp_path / "s.db") as store:
        workspace = a_workspace(store, Settings(), noon)
        annotate(workspace, added(workspace), None, a_remark())
        store._connection.execute("UPDATE journal SET status = 'undone'")
        store._connection.execute(f"{change} WHERE id = 1")

        assert store.damage() == ["entry 1 of the journal refers to data that briefreader does not write"]


@pytest.mark.parametrize("after", ["{", "[" * 100_000])
def test_a_journal_that_cannot_be_read_is_told_entry_by_entry(tmp_path: Path, after: str) -> None:
    with open_store(tmp_path / "s.db") as store:
        workspace = a_workspace(store, Settings(), noon)
        annotate(workspace, added(workspace), None, a_remark())
        store._connection.execute("UPDATE revisions SET text = text || '!'")
        store._connection.execute("PRAGMA ignore_check_constraints = ON")
        store._connection.execute("UPDATE journal SET after = ?", [after])

        text, *entries = store.damage()

    assert text == "text 1 differs from the text that was added"
    assert entries[:2] == [
        f"entry {number} of the journal refers to data that briefreader does not write" for number in (1, 2)
    ]


def test_what_was_found_is_told_although_the_rest_cannot_be_read(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as store:
        added(a_workspace(store, Settings(), noon))
        store._connection.execute("UPDATE revisions SET text = text || '!'")
        store._connection.execute("ALTER TABLE annotations RENAME TO others")

        *_, text, rest = store.damage()

    assert text == "text 1 differs from the text that was added"
    assert rest.startswith("the file cannot be read: ")


def test_a_trap_of_sqlite_is_named() -> None:
    assert sqlite_trap((3, 51, 3)) is None
    assert sqlite_trap((3, 50, 7)) is None
    assert "3.51.2" in (sqlite_trap((3, 51, 2)) or "")
    assert "3.40.1" in (sqlite_trap((3, 40, 1)) or "")


def test_a_view_that_cannot_be_understood_any_more_is_named(workspace: Workspace) -> None:
    view = keep_view(workspace, "opec", "opec")
    workspace.store._connection.execute("UPDATE saved_views SET query = 'OPEC: output' WHERE id = ?", [view.id])

    [(wrong, advice)] = [one for one in health(workspace.store) if one[0].startswith("the saved search")]
    assert wrong.startswith("the saved search opec is not valid and finds nothing: ")
    assert "views delete opec" in advice
