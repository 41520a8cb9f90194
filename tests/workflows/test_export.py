from pathlib import Path

import pytest
from factories import a_remark, added

from briefreader.model.errors import ExportError
from briefreader.views.reading import Reading, reading_of
from briefreader.workflows.annotate import annotate
from briefreader.workflows.export import export_all, export_notes
from briefreader.workspace import Workspace


def noted(workspace: Workspace, note: str = "why") -> Reading:
    reading = added(workspace)
    annotate(workspace, reading, None, a_remark(note=note))
    return reading_of(workspace.store, reading.article.key)


def test_every_article_with_notes_gets_a_file(workspace: Workspace, tmp_path: Path) -> None:
    noted(workspace)
    added(workspace, "An article without any note.")

    (exported,) = export_all(workspace, tmp_path / "new" / "folder")

    assert exported.outcome == "written"
    assert "why" in exported.path.read_text("utf-8")


def test_a_second_export_touches_nothing_that_has_not_changed(workspace: Workspace, tmp_path: Path) -> None:
    reading = noted(workspace)
    first = export_notes(reading, tmp_path)
    before = first.path.stat()

    second = export_notes(reading, tmp_path)

    assert (second.path, second.outcome) == (first.path, "unchanged")
    assert first.path.stat().st_mtime_ns == before.st_mtime_ns


def test_a_changed_note_replaces_the_file_of_the_last_export(workspace: Workspace, tmp_path: Path) -> None:
    export_notes(noted(workspace), tmp_path)

    again = export_notes(noted(workspace, "another"), tmp_path)

    assert again.outcome == "written"
    assert len(list(tmp_path.iterdir())) == 1
    assert "another" in again.path.read_text("utf-8")


def test_a_file_that_a_person_has_edited_is_never_touched(workspace: Workspace, tmp_path: Path) -> None:
    first = export_notes(noted(workspace), tmp_path)
    first.path.write_text(first.path.read_text("utf-8") + "\nmine\n", "utf-8")
    edited = first.path.read_text("utf-8")

    second = export_notes(noted(workspace, "another"), tmp_path)
    third = export_notes(noted(workspace, "a third"), tmp_path)
    third.path.write_text("mine too", "utf-8")
    fourth = export_notes(noted(workspace, "a fourth"), tmp_path)

    assert first.path.read_text("utf-8") == edited
    assert [one.outcome for one in (second, third, fourth)] == ["beside"] * 3
    assert second.path == third.path != fourth.path


def test_a_link_put_in_the_files_place_is_not_followed(workspace: Workspace, tmp_path: Path) -> None:
    reading = noted(workspace)
    name = export_notes(reading, tmp_path / "a").path.name
    target = tmp_path / "target"
    target.write_text("precious")
    (tmp_path / name).symlink_to(target)

    exported = export_notes(reading, tmp_path)

    assert target.read_text() == "precious"
    assert exported.outcome == "beside"


def test_a_folder_that_cannot_be_written_is_named(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(ExportError, match="nothing there was changed"):
        export_notes(noted(workspace), tmp_path / "file")


def test_a_write_that_fails_leaves_no_half_file(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)

    with pytest.raises(ExportError, match="No space left"):
        export_notes(noted(workspace), tmp_path)
    assert list(tmp_path.glob("*.md")) == []
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".briefreader")] == []
