import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from factories import a_remark, added, span_of
from fakes import a_workspace, noon

from briefreader.model.errors import StoreError
from briefreader.model.feed import Feed
from briefreader.model.ids import FeedId
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.store.version import SCHEMA_VERSION
from briefreader.workflows.annotate import annotate
from briefreader.workflows.backup import (
    annotations_of,
    backup,
    backup_if_due,
    backups_of,
    is_backup_due,
    keep_annotations,
    list_backups,
    remove_copies_left_behind,
    restore,
)
from briefreader.workflows.bring_lines import bring_lines
from briefreader.workflows.open import open_workspace
from briefreader.workspace import Workspace


@pytest.fixture
def filed(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace on a file."""
    with open_store(tmp_path / "s.db") as store:
        yield a_workspace(store, Settings(), noon)


def test_a_backup_is_due_once_a_day_of_a_store_with_something_in_it(filed: Workspace) -> None:
    assert not is_backup_due(filed)
    added(filed)
    assert is_backup_due(filed)

    backup(filed)

    assert not is_backup_due(filed)
    assert is_backup_due(after(filed, timedelta(days=1)))


def after(workspace: Workspace, passed: timedelta) -> Workspace:
    return replace(workspace, clock=lambda: noon() + passed)


def test_backups_are_thinned_and_other_files_left_alone(filed: Workspace, tmp_path: Path) -> None:
    added(filed)
    folder = backups_of(tmp_path / "s.db")
    for days in range(40):
        backup(after(filed, timedelta(days=days)))
    (folder / "mine.db").write_text("mine")
    backup(after(filed, timedelta(days=40)))

    kept = list_backups(tmp_path / "s.db")
    assert len(kept) < 25
    assert kept[-1].at == noon() + timedelta(days=40)
    assert (folder / "mine.db").read_text() == "mine"


def test_a_backup_goes_to_a_file_of_the_readers_but_not_over_one(filed: Workspace, tmp_path: Path) -> None:
    added(filed)
    backup(filed, tmp_path / "mine.db")

    with pytest.raises(StoreError, match="already exists"):
        backup(filed, tmp_path / "mine.db")
    with open_store(":memory:") as store, pytest.raises(StoreError, match="in memory"):
        backup(a_workspace(store, Settings(), noon))


def test_a_backup_is_restored_and_what_was_there_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "s.db"
    with open_store(file) as store:
        workspace = a_workspace(store, Settings(), noon)
        reading = added(workspace)
        copy = backup(workspace)
        annotate(workspace, reading, None, a_remark(note="later"))
        with pytest.raises(StoreError, match="open in another program"):
            restore(file, copy, noon())

    aside = restore(file, copy, noon())

    with open_store(file) as store:
        assert store.annotations.all() == ()
    with open_store(aside) as store:
        assert [one.note for one in store.annotations.all()] == ["later"]


@pytest.mark.parametrize("version", [SCHEMA_VERSION, SCHEMA_VERSION + 1])
def test_a_copy_from_elsewhere_leads_no_feed_into_a_private_network(tmp_path: Path, version: int) -> None:
    feed = Feed(id=FeedId("f"), url="http://127.0.0.1/feed", title="Inside", added_at=noon())
    with open_store(tmp_path / "theirs.db") as store:
        theirs = a_workspace(store, Settings(), noon)
        with store.journal.batch("subscribed", noon()) as batch:
            store.feeds.add(batch, feed)
        own, elsewhere = backup(theirs), backup(theirs, tmp_path / "copy.db")

    for copy in (own, elsewhere):
        connection = sqlite3.connect(copy)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.close()

    for copy, typed in ((elsewhere, False), (own, True)):
        restore(tmp_path / "theirs.db", copy, noon())
        with open_store(tmp_path / "theirs.db") as store:
            assert [one.typed for one, _ in store.feeds.all()] == [typed]


def test_a_copy_that_acts_by_itself_is_not_restored(tmp_path: Path) -> None:
    file, copy = tmp_path / "s.db", tmp_path / "copy.db"
    with open_store(file):
        pass
    with open_store(copy) as store:
        store.articles._connection.execute("CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM theses; END")
        assert store.damage() == ['trigger "t" does not belong to briefreader']

    with pytest.raises(StoreError, match='trigger "t" does not belong to briefreader'):
        restore(file, copy, noon())


def test_a_damaged_backup_is_not_restored(tmp_path: Path) -> None:
    file, copy = tmp_path / "s.db", tmp_path / "copy.db"
    with open_store(file):
        pass
    copy.write_bytes(b"no store at all, whatever its name says" * 100)

    with pytest.raises(StoreError, match="Nothing was changed"):
        restore(file, copy, noon())


def test_the_notes_outlive_the_loss_of_the_store_and_its_backups(tmp_path: Path) -> None:
    file = tmp_path / "s.db"
    with open_workspace(file, Settings()) as workspace:
        reading = added(workspace)
        added(workspace, "An article without any note.")
        note = annotate(workspace, reading, span_of(reading, "cut its power bill"), a_remark(note="mine", tags=("a",)))
    file.unlink()

    with open_store(tmp_path / "new.db") as store:
        taken = bring_lines(a_workspace(store, Settings(), noon), annotations_of(file), is_mine=True)
        assert store.annotations.all() == (note,)
        assert taken.new == {"articles": 1, "revisions": 1, "annotations": 1}
        assert store.damage() == []


def test_the_notes_are_kept_besides_only_after_a_change(tmp_path: Path) -> None:
    file = tmp_path / "s.db"
    with open_workspace(file, Settings()) as workspace:
        added(workspace)
    kept = annotations_of(file)
    before = kept.stat().st_mtime_ns
    with open_workspace(file, Settings()) as workspace:
        assert not workspace.store.is_empty()

    assert kept.stat().st_mtime_ns == before


def test_in_memory_there_is_nothing_to_keep_beside(workspace: Workspace, tmp_path: Path) -> None:
    keep_annotations(workspace)

    assert not is_backup_due(workspace)
    assert [path for path in tmp_path.iterdir() if path.suffix == ".jsonl"] == []


def test_a_store_of_a_newer_version_is_not_backed_up_by_itself(tmp_path: Path) -> None:
    file = tmp_path / "s.db"
    with open_store(file) as store:
        added(a_workspace(store, Settings(), noon))
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    with open_store(file) as store:
        assert not is_backup_due(a_workspace(store, Settings(), noon))


def test_the_notes_of_a_lost_store_stay_when_a_new_one_is_made_in_its_place(tmp_path: Path) -> None:
    file = tmp_path / "s.db"
    with open_workspace(file, Settings()) as workspace:
        annotate(workspace, added(workspace), None, a_remark(note="mine"))
    for path in (file, file.with_name("s.db-wal"), file.with_name("s.db-shm")):
        path.unlink(missing_ok=True)
    with open_workspace(file, Settings()) as workspace:
        added(workspace, "Another article.")

    (kept,) = tmp_path.glob("s.db.annotations.jsonl.before-*")
    assert "mine" in kept.read_text("utf-8")
    assert "mine" not in annotations_of(file).read_text("utf-8")


def test_two_restores_in_one_second_keep_both_stores_that_were_there(tmp_path: Path) -> None:
    file = tmp_path / "s.db"
    with open_store(file) as store:
        workspace = a_workspace(store, Settings(), noon)
        added(workspace)
        copy = backup(workspace)

    first, second = restore(file, copy, noon()), restore(file, copy, noon())

    assert first != second
    assert first.exists()
    assert second.exists()


def test_a_folder_of_backups_that_cannot_be_made_is_named(filed: Workspace, tmp_path: Path) -> None:
    added(filed)
    backups_of(tmp_path / "s.db").write_text("in the way")

    with pytest.raises(StoreError, match=r"cannot write a backup to .*s\.db\.backups: File exists"):
        backup_if_due(filed)


def test_only_unfinished_copies_are_removed_and_nothing_that_may_be_the_readers(tmp_path: Path) -> None:
    store = tmp_path / ".briefreader-main.db"
    with open_store(store) as opened:
        added(a_workspace(opened, Settings(), noon))
    folder = backups_of(store)
    (folder / ".briefreader-drafts_1").mkdir(parents=True)
    (folder / ".briefreader-drafts_1" / "one.md").write_text("mine")
    (folder / ".briefreader-shopping").write_text("mine")
    (folder / ".briefreader-of_mine.db").write_bytes(b"SQLite format 3\0")
    (folder / ".briefreader-a_link_1").symlink_to(folder / ".briefreader-of_mine.db")
    (tmp_path / ".briefreader-notes").mkdir()
    (tmp_path / ".briefreader-notes" / "two.md").write_text("mine")
    (tmp_path / ".briefreader-aaaaaaaa").write_bytes(b"SQLite format 3\0")
    before = everything_in(tmp_path)
    (folder / ".briefreader-7k_2m4qz").write_bytes(b"SQLite format 3\0half a copy")
    (folder / ".briefreader-7k_2m4qz-journal").write_bytes(b"of it")
    (folder / ".briefreader-empty_20").touch()

    remove_copies_left_behind(store, noon() + timedelta(days=3650))

    assert everything_in(tmp_path) == before


def everything_in(folder: Path) -> list[str]:
    return sorted(os.path.join(at, name) for at, *names in os.walk(folder) for of in names for name in of)  # noqa: PTH118
