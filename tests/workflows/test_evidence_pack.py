"""What is packed is verified without the store, and what is changed is named."""

import json
import random
import shutil
import zipfile
from pathlib import Path

import pytest
from factories import a_remark, added, span_of

from briefreader.model.errors import ExportError, UnreadableError
from briefreader.model.evidence_pack import note_digest
from briefreader.views.selection import Selection
from briefreader.workflows.annotate import annotate
from briefreader.workflows.evidence_pack import verify_pack, write_pack
from briefreader.workspace import Workspace

HEAD = "---\nurl: https://a.example/b\n---\n"


@pytest.fixture
def noted(workspace: Workspace) -> Selection:
    """Notes on two texts of one article and on another."""
    reading = added(workspace, HEAD + "Halden cut its bill by 60%. It rents 😀 halls.", ".md")
    annotate(workspace, reading, span_of(reading, "cut its bill by 60%"), a_remark(note="why", tags=("a",)))
    later = added(workspace, HEAD + "A line before. Halden cut its bill by 60%. It rents 😀 halls.", ".md")
    annotate(workspace, later, span_of(later, "rents 😀 halls"), a_remark("bear"))
    annotate(workspace, added(workspace), None, a_remark("neutral", "all of it"))
    return Selection(workspace.store)


@pytest.mark.parametrize("name", ["pack", "pack.zip"])
def test_a_pack_proves_every_note_and_is_the_same_bytes_again(noted: Selection, tmp_path: Path, name: str) -> None:
    exported = write_pack(noted, tmp_path / name)

    assert verify_pack(exported.path) == (3, [])
    assert write_pack(noted, tmp_path / name).outcome == "unchanged"
    other = write_pack(noted, tmp_path / f"other-{name}").path
    if name.endswith(".zip"):
        assert other.read_bytes() == exported.path.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"other-{name}", name]


def test_every_note_is_in_it_whole(noted: Selection, tmp_path: Path) -> None:
    path = write_pack(noted, tmp_path / "pack").path
    notes = {note["id"]: note for note in json.loads((path / "manifest.json").read_text("utf-8"))["notes"]}

    for one in noted.annotated:
        note, annotation, evidence = notes[one.annotation.id], one.annotation, one.annotation.evidence
        assert evidence
        assert (note["note"], note["tags"]) == (annotation.note, list(annotation.tags))
        assert (note["stance"], note["strength"]) == (evidence.stance, evidence.strength)
        assert note["confidence"] == evidence.confidence
        text = (path / note["text"]).read_bytes().decode()
        if annotation.span:
            assert text[note["start"] : note["end"]] == note["exact"]
    assert len(list((path / "texts").iterdir())) == 3


def test_any_changed_character_is_found_and_notes_that_fail_are_named(noted: Selection, tmp_path: Path) -> None:
    path = write_pack(noted, tmp_path / "pack").path
    chance = random.Random(1)  # noqa: S311 - any place will do
    for file in sorted(file for file in path.rglob("*") if file.is_file()):
        data = file.read_bytes()
        for at in {chance.randrange(len(data)) for _ in range(40)}:
            file.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
            try:
                assert verify_pack(path)[1]
            except UnreadableError:
                assert file.name == "manifest.json"
        file.write_bytes(data)

    (bull,) = (one for one in noted.annotated if one.annotation.note == "why")
    (text,) = (path / "texts").glob(f"{bull.sha256[:24]}.txt")
    text.write_text(text.read_text("utf-8").replace("60%", "70%"), "utf-8")
    assert f"note {bull.annotation.id}: its words do not stand in texts/{text.name}" in verify_pack(path)[1]


def test_a_note_that_says_something_else_is_named_even_if_files_fit(noted: Selection, tmp_path: Path) -> None:
    path = write_pack(noted, tmp_path / "pack").path
    manifest = json.loads((path / "manifest.json").read_text("utf-8"))
    manifest["notes"][0]["stance"] = "bull" if manifest["notes"][0]["stance"] == "bear" else "bear"
    manifest["notes"][1] |= {"start": 0, "end": 5}
    manifest["notes"][1]["sha256"] = note_digest(manifest["notes"][1])
    (path / "manifest.json").write_text(json.dumps(manifest), "utf-8")

    _, wrong = verify_pack(path)

    assert any(line == f"note {manifest['notes'][0]['id']}: what it says was changed" for line in wrong)
    assert len(wrong) == 2 or manifest["notes"][1]["exact"] is None


def test_what_is_missing_or_added_is_named(noted: Selection, tmp_path: Path) -> None:
    path = write_pack(noted, tmp_path / "pack").path
    (path / "report.html").unlink()
    (path / "more.txt").write_text("x")

    assert verify_pack(path)[1] == ["report.html is missing", "more.txt is not in the manifest"]


def test_a_pack_never_takes_the_place_of_anything(noted: Selection, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x").write_text("x")

    with pytest.raises(ExportError, match="there already"):
        write_pack(noted, tmp_path / "mine")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["x"]


def test_without_notes_there_is_nothing_to_pack(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no notes to pack"):
        write_pack(Selection(workspace.store), tmp_path / "pack")


def test_what_is_no_pack_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK no")
    (tmp_path / "empty").mkdir()
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w") as bomb:
        bomb.writestr("manifest.json", '{"schema": "other", "files": {}, "notes": []}')
        bomb.writestr("../../escaped.txt", "x")
    for name in ("x.zip", "empty", "bomb.zip", "missing.zip"):
        with pytest.raises(UnreadableError):
            verify_pack(tmp_path / name)
    assert not (tmp_path.parent.parent / "escaped.txt").exists()


def test_a_packed_store_need_not_be_there_any_more(noted: Selection, tmp_path: Path) -> None:
    path = write_pack(noted, tmp_path / "pack.zip").path
    shutil.move(path, tmp_path / "elsewhere.zip")

    assert verify_pack(tmp_path / "elsewhere.zip") == (3, [])


def test_a_damaged_archive_is_said_to_be_one(noted: Selection, tmp_path: Path) -> None:
    path = write_pack(noted, tmp_path / "pack.zip").path
    data = path.read_bytes()
    for at in range(60, len(data), 97):
        path.write_bytes(data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :])
        try:
            assert verify_pack(path)[1] or path.read_bytes() != data
        except UnreadableError:
            continue
