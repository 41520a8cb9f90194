from pathlib import Path

from briefreader.store.store import open_store
from briefreader.views.store_file import store_file
from briefreader.workspace import Workspace


def test_a_store_has_a_file_unless_it_is_in_memory(workspace: Workspace, tmp_path: Path) -> None:
    assert store_file(workspace.store) is None
    with open_store(tmp_path / "s.db") as store:
        assert store_file(store) == str(tmp_path / "s.db")
