from dataclasses import replace
from pathlib import Path

import pytest
from fakes import TODAY

from briefreader.views.inbox import whole_list
from briefreader.workflows.folder import take_in_folder
from briefreader.workspace import Workspace


@pytest.fixture
def watching(workspace: Workspace, tmp_path: Path) -> Workspace:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text("Halden cut its bill by 60%.")
    return replace(workspace, settings=replace(workspace.settings, inbox_folder=str(tmp_path / "in")))


def test_what_is_put_there_is_taken_in_once_and_stays(watching: Workspace, tmp_path: Path) -> None:
    first, again = take_in_folder(watching), take_in_folder(watching)

    assert [one.outcome for one in first[0]] == ["added"]
    assert again == ([], [])
    assert (tmp_path / "in" / "one.txt").exists()


def test_what_has_changed_is_read_again_and_what_cannot_be_read_is_told(watching: Workspace, tmp_path: Path) -> None:
    take_in_folder(watching)
    (tmp_path / "in" / "one.txt").write_text("Halden cut its bill by 16%, as it turns out.")
    (tmp_path / "in" / "empty.txt").write_text("")

    added, problems = take_in_folder(watching)

    assert [one.outcome for one in added] == ["added"]
    assert [Path(problem.place).name for problem in problems] == ["empty.txt"]
    assert len(whole_list(watching.store, "inbox", TODAY)) == 2


def test_without_a_folder_nothing_is_done_and_a_missing_one_is_told(workspace: Workspace) -> None:
    assert take_in_folder(workspace) == ([], [])
    missing = replace(workspace, settings=replace(workspace.settings, inbox_folder="/nowhere/at/all"))

    assert [problem.place for problem in take_in_folder(missing)[1]] == ["/nowhere/at/all"]
