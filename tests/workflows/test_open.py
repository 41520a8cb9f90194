from datetime import UTC
from pathlib import Path

from briefreader.settings import Settings
from briefreader.workflows.open import open_workspace


def test_a_workspace_tells_utc_and_makes_new_ids(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "s.db", Settings()) as workspace:
        assert workspace.clock().tzinfo == UTC
        assert workspace.new_id() != workspace.new_id()
