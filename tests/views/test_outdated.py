from pathlib import Path

from factories import added
from fakes import a_workspace, noon

from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.outdated import file_with_outdated


def test_a_store_is_outdated_while_an_older_version_has_analysed_a_text(tmp_path: Path) -> None:
    file = tmp_path / "s.db"
    with open_store(file) as store:
        added(a_workspace(store, Settings(), noon))
        assert file_with_outdated(store) is None

        store._connection.execute("UPDATE analyses SET version = 1")

        assert file_with_outdated(store) == str(file)
