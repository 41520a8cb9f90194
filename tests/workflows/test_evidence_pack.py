"""What is packed is verified without the store, and what is changed is named."""

import dataclasses
import json
import random
import resource
import shutil
import zipfile
from pathlib import Path

import pytest
from factories import a_remark, added, span_of
from packs import verify

from briefreader.ingest.pack_files import LARGEST
from briefreader.model.errors import ExportError, UnreadableError
from briefreader.model.evidence_pack import Verified, digest, note_digest
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
    packed = write_pack(noted, tmp_path / name)

    verified = verify_pack(packed.exported.path, packed.digest)
    assert (verified.notes, verified.quotations, verified.wrong) == (3, 2, ())
    again = write_pack(noted, tmp_path / name)
    assert (again.exported.outcome, again.digest) == ("unchanged", packed.digest)
    other = write_pack(noted, tmp_path / f"other-{name}").exported.path
    if name.endswith(".zip"):
        assert other.read_bytes() == packed.exported.path.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"other-{name}", name]


def test_every_note_is_in_it_whole(noted: Selection, tmp_path: Path) -> None:
    path = write_pack(noted, tmp_path / "pack").exported.path
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
    path = write_pack(noted, tmp_path / "pack").exported.path
    chance = random.Random(1)  # noqa: S311 - any place will do
    for file in sorted(file for file in path.rglob("*") if file.is_file()):
        data = file.read_bytes()
        for at in {chance.randrange(len(data)) for _ in range(40)}:
            file.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
            try:
                assert verify(path).wrong
            except UnreadableError:
                assert file.name == "manifest.json"
        file.write_bytes(data)

    (bull,) = (one for one in noted.annotated if one.annotation.note == "why")
    (text,) = (path / "texts").glob(f"{bull.sha256[:24]}.txt")
    text.write_text(text.read_text("utf-8").replace("60%", "70%"), "utf-8")
    assert (
        f"note {bull.annotation.id}: the quoted words are not at their position in texts/{text.name}"
        in verify_pack(path).wrong
    )


def test_a_note_that_says_something_else_is_named_even_if_files_fit(noted: Selection, tmp_path: Path) -> None:
    path = write_pack(noted, tmp_path / "pack").exported.path
    manifest = json.loads((path / "manifest.json").read_text("utf-8"))
    manifest["notes"][0]["stance"] = "bull" if manifest["notes"][0]["stance"] == "bear" else "bear"
    manifest["notes"][1] |= {"start": 0, "end": 5}
    manifest["notes"][1]["sha256"] = note_digest(manifest["notes"][1])
    (path / "manifest.json").write_text(json.dumps(manifest), "utf-8")

    wrong = verify_pack(path).wrong

    assert any(line == f"note {manifest['notes'][0]['id']}: its content was changed" for line in wrong)
    assert len(wrong) == 2


def test_what_is_missing_or_added_is_named(noted: Selection, tmp_path: Path) -> None:
    path = write_pack(noted, tmp_path / "pack").exported.path
    (path / "report.html").unlink()
    (path / "more.txt").write_text("x")

    assert verify_pack(path).wrong == ("report.html is missing", "more.txt is not in the manifest")


def test_a_pack_never_takes_the_place_of_anything(noted: Selection, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x").write_text("x")

    with pytest.raises(ExportError, match="already exists"):
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
    path = write_pack(noted, tmp_path / "pack.zip").exported.path
    shutil.move(path, tmp_path / "elsewhere.zip")

    assert verify_pack(tmp_path / "elsewhere.zip").wrong == ()


def test_a_damaged_archive_is_said_to_be_one(noted: Selection, tmp_path: Path) -> None:
    path = write_pack(noted, tmp_path / "pack.zip").exported.path
    data = path.read_bytes()
    for at in range(60, len(data), 97):
        path.write_bytes(data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :])
        try:
            assert verify(path).wrong
        except UnreadableError:
            continue


@pytest.mark.parametrize("name", ["pack", "pack.zip"])
def test_only_the_owner_can_read_a_pack(noted: Selection, tmp_path: Path, name: str) -> None:
    path = write_pack(noted, tmp_path / name).exported.path

    there = [path, *path.rglob("*")] if path.is_dir() else [path]
    assert {oct(one.stat().st_mode & 0o777) for one in there if one.is_file()} == {"0o600"}
    assert {oct(one.stat().st_mode & 0o777) for one in there if one.is_dir()} <= {"0o700"}


def test_another_digest_is_told_and_the_right_one_may_be_in_capitals(noted: Selection, tmp_path: Path) -> None:
    packed = write_pack(noted, tmp_path / "pack.zip")
    path, right = packed.exported.path, packed.digest

    assert verify_pack(path, f"SHA256:{right.upper()}").wrong == ()
    for other in ("0" * 64, right[:-1], "", right + "0"):
        assert verify_pack(path, other).wrong == (f"the digest is sha256:{right}, which is not the one you gave",)


def test_a_pack_that_nobody_could_verify_is_not_written(workspace: Workspace, tmp_path: Path) -> None:
    reading = added(workspace, "Halden rents  halls.")
    annotate(workspace, reading, span_of(reading, " "), a_remark())

    with pytest.raises(ExportError, match="the quotation is empty"):
        write_pack(Selection(workspace.store), tmp_path / "pack")
    assert list(tmp_path.iterdir()) == []


def test_a_small_file_that_grows_is_refused_at_once(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("manifest.json", b'{"notes": [' + b'{"id": ""},' * 5_000_000)

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UnreadableError, match="compressed"):
        verify_pack(tmp_path / "bomb.zip")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


def test_a_folder_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}")
    with (tmp_path / "report.html").open("wb") as file:
        file.truncate(LARGEST + 1)

    with pytest.raises(UnreadableError, match="larger than 64 MB"):
        verify_pack(tmp_path)


def test_the_digest_is_worked_out_from_the_manifest_and_never_what_a_child_says() -> None:
    verified = Verified(notes=1, quotations=1, wrong=(), manifest=b"{}", signature=None)

    assert verified.digest == digest(b"{}")
    assert "digest" not in {one.name for one in dataclasses.fields(verified)}  # what a child sends back
