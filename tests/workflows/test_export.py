from pathlib import Path

import pytest
from factories import a_remark, added, span_of
from fakes import a_workspace, noon

from briefreader.export.formats import FORMATS, OneFile
from briefreader.model.errors import ExportError
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.reading import Reading, reading_of
from briefreader.views.selection import Selection
from briefreader.workflows.annotate import annotate
from briefreader.workflows.export import Exported, export, export_notes
from briefreader.workspace import Workspace

FILES = [name for name, format_ in FORMATS.items() if isinstance(format_, OneFile)]
FOLDERS = [name for name in FORMATS if name not in FILES]


def noted(workspace: Workspace, note: str = "why") -> Reading:
    reading = added(workspace)
    annotate(workspace, reading, None, a_remark(note=note))
    return reading_of(workspace.store, reading.article.key)


def out(workspace: Workspace, place: Path, name: str = "markdown") -> Exported:
    if name in FILES and not place.is_file():
        place.mkdir(exist_ok=True)
    (exported,) = export(workspace, Selection(workspace.store), name, place)
    return exported


@pytest.mark.parametrize("name", FOLDERS)
def test_every_article_with_notes_gets_a_file(workspace: Workspace, tmp_path: Path, name: str) -> None:
    noted(workspace)
    added(workspace, "An article without any note.")

    exported = out(workspace, tmp_path / "new" / "folder", name)

    assert exported.outcome == "written"
    assert "why" in exported.path.read_text("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_a_second_export_touches_nothing_that_has_not_changed(workspace: Workspace, tmp_path: Path, name: str) -> None:
    noted(workspace)
    first = out(workspace, tmp_path, name)
    before = first.path.stat()

    second = out(workspace, tmp_path, name)

    assert (second.path, second.outcome) == (first.path, "unchanged")
    assert first.path.stat().st_mtime_ns == before.st_mtime_ns
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("name", ["markdown", "obsidian", "csv", "html", "hypothesis", "web-annotation"])
def test_a_changed_note_replaces_the_file_of_the_last_export(workspace: Workspace, tmp_path: Path, name: str) -> None:
    noted(workspace)
    out(workspace, tmp_path, name)
    noted(workspace, "another")

    again = out(workspace, tmp_path, name)

    assert again.outcome == "written"
    assert len(list(tmp_path.iterdir())) == 1
    assert "another" in again.path.read_text("utf-8")


@pytest.mark.parametrize("name", ["markdown", "csv", "html"])
def test_a_file_that_a_person_has_edited_is_never_touched(workspace: Workspace, tmp_path: Path, name: str) -> None:
    noted(workspace)
    first = out(workspace, tmp_path, name)
    first.path.write_text(first.path.read_text("utf-8") + "\nmine\n", "utf-8")
    edited = first.path.read_text("utf-8")

    noted(workspace, "another")
    second = out(workspace, tmp_path, name)
    noted(workspace, "a third")
    third = out(workspace, tmp_path, name)
    third.path.write_text("mine too", "utf-8")
    noted(workspace, "a fourth")
    fourth = out(workspace, tmp_path, name)

    assert first.path.read_text("utf-8") == edited
    assert [one.outcome for one in (second, third, fourth)] == ["beside"] * 3
    assert second.path == third.path != fourth.path


def test_a_note_in_obsidian_is_written_on_by_both(workspace: Workspace, tmp_path: Path) -> None:
    reading = noted(workspace)
    first = out(workspace, tmp_path, "obsidian")
    renamed = first.path.rename(tmp_path / "My own name.md")
    renamed.write_text(renamed.read_text("utf-8").replace("# Halden", "My thoughts.\n\n# Halden"), "utf-8")
    annotate(workspace, reading, span_of(reading, "Northlight will move"), a_remark("bear", "a second"))

    second = out(workspace, tmp_path, "obsidian")

    text = renamed.read_text("utf-8")
    assert (second.path, second.outcome) == (renamed, "written")
    assert "My thoughts." in text
    assert "a second" in text
    assert out(workspace, tmp_path, "obsidian").outcome == "unchanged"


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_of_somebody_elses_is_left_alone(workspace: Workspace, tmp_path: Path, name: str) -> None:
    noted(workspace)
    path = out(workspace, tmp_path / "first", name).path.rename(tmp_path / "x")
    theirs = tmp_path / "out" / out(workspace, tmp_path / "second", name).path.name
    theirs.parent.mkdir()
    theirs.write_bytes(b"\xff precious")
    path.unlink()

    exported = out(workspace, tmp_path / "out", name)

    assert exported.outcome == "beside"
    assert theirs.read_bytes() == b"\xff precious"


@pytest.mark.parametrize("name", ["markdown", "obsidian", "csv"])
def test_a_link_put_in_the_files_place_is_not_followed(workspace: Workspace, tmp_path: Path, name: str) -> None:
    noted(workspace)
    usual = out(workspace, tmp_path / "a", name).path.name
    target = tmp_path / "target"
    target.write_text("precious")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / usual).symlink_to(target)

    exported = out(workspace, tmp_path / "b", name)

    assert target.read_text() == "precious"
    assert exported.outcome == "beside"


@pytest.mark.parametrize("name", ["markdown", "csv"])
def test_a_folder_that_cannot_be_written_is_named(workspace: Workspace, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    noted(workspace)

    with pytest.raises(ExportError, match="Nothing was changed there"):
        export(workspace, Selection(workspace.store), name, tmp_path / "file" / "x")


@pytest.mark.parametrize("name", ["markdown", "csv"])
def test_a_write_that_fails_leaves_no_half_file_and_can_be_made_up_for(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def full_disk(_: int) -> None:
        raise OSError(28, "No space left on device")

    noted(workspace)
    first = out(workspace, tmp_path, name).path.read_bytes()
    noted(workspace, "another")
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full_disk)
        with pytest.raises(ExportError, match="No space left"):
            out(workspace, tmp_path, name)
    (left,) = tmp_path.iterdir()
    assert left.read_bytes() == first

    again = out(workspace, tmp_path, name)

    assert (again.path, again.outcome) == (left, "written")


def test_the_notes_on_one_article_go_to_the_export_folder(tmp_path: Path) -> None:
    with open_store(":memory:") as store:
        workspace = a_workspace(store, Settings(export_folder=str(tmp_path)), noon)
        exported = export_notes(workspace, noted(workspace), "obsidian")

    assert exported.path.parent == tmp_path
    assert "br:begin head" in exported.path.read_text("utf-8")


def test_what_is_written_is_for_its_owners_eyes(workspace: Workspace, tmp_path: Path) -> None:
    noted(workspace)

    assert out(workspace, tmp_path, "csv").path.stat().st_mode & 0o077 == 0


def test_whole_texts_go_out_when_they_are_asked_for(workspace: Workspace, tmp_path: Path) -> None:
    noted(workspace)
    for name in ("markdown", "obsidian", "html"):
        (exported,) = export(workspace, Selection(workspace.store, with_text=True), name, tmp_path / name)
        assert "a room full of accelerators" in exported.path.read_text("utf-8")
        assert "a room full of accelerators" not in out(workspace, tmp_path / f"{name}-2", name).path.read_text("utf-8")
