import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.update({"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_COLOR_SYSTEM": "truecolor", "TZ": "UTC", "LC_ALL": "C.UTF-8"})
for _name in (
    "NO_COLOR",
    "TEXTUAL_THEME",
    "TEXTUAL_FILTERS",
    "BRIEFREADER_STORE",
    "BRIEFREADER_THEME",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "TMUX",
    "COLUMNS",
    "LINES",
):
    os.environ.pop(_name, None)

from fakes import a_workspace, noon
from hostile_notes import hostile_notes
from hypothesis import settings

from briefreader.settings import Settings
from briefreader.store.store import Store, open_store
from briefreader.views.selection import Selection
from briefreader.workspace import Workspace

settings.register_profile("steady", deadline=None, derandomize=True, max_examples=100)  # CI machines are slow
settings.register_profile("soak", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(autouse=True)
def a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, folder in (("HOME", ""), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")):
        monkeypatch.setenv(name, str(tmp_path / "home" / folder))
    monkeypatch.setenv("XDG_STATE_HOME", f"{tmp_path}-state")  # marks come and go there while a test lists its folder
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "home" / "documents"))


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


@pytest.fixture
def workspace(store: Store) -> Workspace:
    return a_workspace(store, Settings(), noon)


@pytest.fixture
def hostile(workspace: Workspace) -> Selection:
    """What is noted of an article that wants to act."""
    return hostile_notes(workspace)
