from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest
from factories import SAMPLES
from fakes import a_workspace, noon

from briefreader.settings import Settings
from briefreader.store.store import Store, open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.workflows.add import add_files
from briefreader.workflows.demo import add_samples
from briefreader.workspace import Workspace


@pytest.fixture(scope="session")
def sample_store() -> Iterator[Store]:
    """A store with the sample briefings, to copy."""
    with open_store(":memory:") as store:
        add_files(a_workspace(store, Settings(), noon), [SAMPLES])
        yield store


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
