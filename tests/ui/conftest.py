from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest
from factories import SAMPLES
from fakes import TODAY, a_workspace, noon

from briefreader.model.ids import StoryId
from briefreader.settings import Settings
from briefreader.store.store import Store, open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.views.inbox import whole_list
from briefreader.workflows.add import add_files
from briefreader.workflows.demo import add_samples
from briefreader.workspace import Workspace

STORIES = (
    ("A landlord is born", "Halden Compute reportedly hands", "Halden Compute Rents"),
    ("Halden Compute Leases", "The Bergen Lease"),
)


@pytest.fixture(scope="session")
def sample_store() -> Iterator[Store]:
    """A store with the sample briefings, to copy."""
    with open_store(":memory:") as store:
        add_files(a_workspace(store, Settings(), noon), [SAMPLES])
        put_together(store)
        yield store


def put_together(store: Store) -> None:
    """Have two stories, whatever the analysis finds."""
    rows = whole_list(store, "inbox", TODAY)
    for row in rows:
        store.stories.put([row.key], StoryId(row.id))
    for titles in STORIES:
        keys = [row.key for row in rows if row.name.startswith(titles)]
        store.stories.put(keys, StoryId(titles[0]))


@pytest.fixture
def samples(workspace: Workspace, sample_store: Store) -> Workspace:
    """A workspace with the sample briefings."""
    sample_store._connection.backup(workspace.store._connection)
    return workspace


@pytest.fixture(scope="session")
def demo_store() -> Iterator[Store]:
    """A store as the demo opens with, to copy."""
    with open_store(":memory:") as store:
        add_samples(a_workspace(store, Settings(), noon))
        yield store


@pytest.fixture
def demo(workspace: Workspace, demo_store: Store) -> Workspace:
    """A workspace as the demo opens with."""
    demo_store._connection.backup(workspace.store._connection)
    numbers = count(1000)
    return replace(workspace, new_id=lambda: f"n{next(numbers)}")


@pytest.fixture
def app(samples: Workspace) -> BriefreaderApp:
    return BriefreaderApp(samples)
