from factories import added
from fakes import TODAY

from briefreader.views.inbox import list_counts
from briefreader.workflows.demo import add_samples
from briefreader.workspace import Workspace


def test_an_empty_store_is_filled_with_the_samples_once(workspace: Workspace) -> None:
    add_samples(workspace)
    add_samples(workspace)

    assert list_counts(workspace.store, TODAY)["inbox"] >= 15


def test_a_store_with_articles_is_left_alone(workspace: Workspace) -> None:
    added(workspace)
    add_samples(workspace)

    assert list_counts(workspace.store, TODAY)["inbox"] == 1
