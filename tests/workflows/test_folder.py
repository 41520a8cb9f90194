import os
from dataclasses import replace
from pathlib import Path

import pytest
from factories import a_remark
from fakes import TODAY

from briefreader.views.inbox import whole_list
from briefreader.views.reading import reading_by_id
from briefreader.workflows.annotate import annotate
from briefreader.workflows.folder import TakenFromFolder, take_in_folder
from briefreader.workspace import Workspace

NOTHING = TakenFromFolder()
LETTER = b"From a@b.example Mon Jun 01 10:00:00 2026\nFrom: a@b.example\nSubject: Letter %d\n\nIt rose by %d%%.\n\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


@pytest.fixture
def watching(workspace: Workspace, folder: Path) -> Workspace:
    (folder / "one.txt").write_text("Halden cut its bill by 60%.")
    return replace(workspace, settings=replace(workspace.settings, inbox_folder=str(folder)))


def test_what_is_put_there_is_taken_in_once_and_stays(watching: Workspace, folder: Path) -> None:
    first, again = take_in_folder(watching), take_in_folder(watching)

    assert (first, again) == (TakenFromFolder(new=1), NOTHING)
    assert (folder / "one.txt").exists()


def test_a_file_that_has_changed_is_another_text_of_its_article(watching: Workspace, folder: Path) -> None:
    take_in_folder(watching)
    [row] = whole_list(watching.store, "inbox", TODAY)
    annotate(watching, reading_by_id(watching.store, row.id), None, a_remark(note="mine"))
    for said in ("Halden cut its bill by 16%, as it turns out.", "Halden cut no bill."):
        (folder / "one.txt").write_text(said)

        assert take_in_folder(watching) == TakenFromFolder(changed=1)
        [row] = whole_list(watching.store, "inbox", TODAY)
        reading = reading_by_id(watching.store, row.id)
        assert (reading.document.text, [note.note for note in reading.annotations]) == (said, ["mine"])


def test_files_that_began_alike_become_articles_of_their_own(watching: Workspace, folder: Path) -> None:
    for name in ("a.md", "b.md"):
        (folder / name).write_text("# Draft\n\nTo be written, and then read.")
    take_in_folder(watching)
    for name, said in (("a.md", "# Oil\n\nOil rose by 5% on Monday."), ("b.md", "# Rates\n\nRates fell by 1%.")):
        (folder / name).write_text(said)
        take_in_folder(watching)

    rows = whole_list(watching.store, "inbox", TODAY)
    assert {row.title for row in rows} >= {"Oil", "Rates"}
    for row in rows:
        assert (row.title or "") in reading_by_id(watching.store, row.id).document.text


def test_a_file_that_names_another_address_is_another_article(watching: Workspace, folder: Path) -> None:
    for number in range(2):
        (folder / "two.md").write_text(f"---\nurl: https://a.example/{number}\n---\nHalden has {number} halls.")
        take_in_folder(watching)

    assert len(whole_list(watching.store, "inbox", TODAY)) == 3


def test_another_message_under_the_name_of_one_is_another_article(watching: Workspace, folder: Path) -> None:
    for number in range(2):
        message = f"Message-ID: <{number}@b.example>\nFrom: a@b.example\nSubject: S\n\nIt rose by {number}%.\n"
        (folder / "letter.eml").write_text(message)
        take_in_folder(watching)

    assert len(whole_list(watching.store, "inbox", TODAY)) == 3


def test_what_cannot_be_read_is_told_once_until_it_changes(watching: Workspace, folder: Path) -> None:
    (folder / "bad.eml").write_text("")

    first, again = take_in_folder(watching), take_in_folder(watching)
    (folder / "bad.eml").write_text("From: a@b.example\nTo: c@d.example\nSubject: Fine\n\nIt rose by 5%.\n")

    assert [Path(problem.place).name for problem in first.problems] == ["bad.eml"]
    assert again == NOTHING
    assert take_in_folder(watching) == TakenFromFolder(new=1)


def test_the_letters_of_a_mailbox_are_read_some_at_a_time(watching: Workspace, folder: Path) -> None:
    (folder / "letters.mbox").write_bytes(b"".join(LETTER % (number, number) for number in range(120)))

    assert take_in_folder(watching).new == 121


def test_a_folder_with_nothing_to_read_is_nothing_to_speak_of(workspace: Workspace, folder: Path) -> None:
    for name in (".DS_Store", "readme.docx"):
        (folder / name).write_text("x")

    watching = replace(workspace, settings=replace(workspace.settings, inbox_folder=str(folder)))

    assert take_in_folder(watching) == NOTHING


def test_without_a_folder_nothing_is_done_and_a_missing_one_is_told(workspace: Workspace) -> None:
    assert take_in_folder(workspace) == NOTHING
    missing = replace(workspace, settings=replace(workspace.settings, inbox_folder="/nowhere/at/all"))

    assert [problem.place for problem in take_in_folder(missing).problems] == ["/nowhere/at/all"]


def test_what_can_be_read_is_taken_in_beside_a_folder_that_cannot(
    watching: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    for _ in range(20):
        os.mkdir("b" * 250)  # noqa: PTH102 - longer than any path that the system takes: one step at a time
        os.chdir("b" * 250)

    taken = take_in_folder(watching)

    assert taken.new == 1
    assert [problem.problem for problem in taken.problems] == ["File name too long"]
