from collections.abc import Callable
from pathlib import Path

import pytest
from factories import a_remark, added
from fakes import a_workspace, noon

from briefreader.model.errors import StoreError, StoreLostError
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.workflows.annotate import annotate
from briefreader.workflows.open import open_workspace
from briefreader.workflows.rescue import Unsaved, rescue


def lost_in(write: Callable[[], object]) -> StoreLostError:
    with pytest.raises(StoreLostError) as lost:
        write()
    return lost.value


def test_a_moved_store_is_saved_whole_with_what_it_did_not_take(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        workspace = a_workspace(store, Settings(), noon)
        reading = added(workspace)
        path.rename(tmp_path / "elsewhere.db")
        lost = lost_in(lambda: annotate(workspace, reading, None, a_remark(note="mine")))
        unsaved = Unsaved("mine", lambda other: annotate(other, reading, None, a_remark(note="mine")))

        copies = [rescue(workspace, lost, unsaved), rescue(workspace, lost, None)]

    notes = []
    for copy in copies:
        with open_store(copy) as store:
            notes.append([one.note for one in store.annotations.all()])
    assert notes == [["mine"], []]


def test_of_a_damaged_store_only_the_text_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        workspace = a_workspace(store, Settings(), noon)
        reading = added(workspace)
        path.write_bytes(b"")
        lost = lost_in(lambda: annotate(workspace, reading, None, a_remark(note="mine")))

        text = rescue(workspace, lost, Unsaved("mine", lambda _: None))

        assert text.read_text("utf-8") == "mine\n"
        with pytest.raises(StoreError, match=r"nothing was saved: .*briefreader restore"):
            rescue(workspace, lost, None)


def test_the_notes_of_the_store_that_took_its_place_are_not_overwritten(tmp_path: Path) -> None:
    path, kept = tmp_path / "s.db", tmp_path / "s.db.annotations.jsonl"
    with open_workspace(path, Settings()) as workspace:
        reading = added(workspace)
        annotate(workspace, reading, None, a_remark(note="mine"))
        path.rename(tmp_path / "elsewhere.db")
        kept.write_text("theirs", "utf-8")

    assert "mine" in kept.read_text("utf-8")
    assert [one.read_text("utf-8") for one in tmp_path.glob("*.jsonl.before-*")] == ["theirs"]
