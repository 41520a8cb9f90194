"""Every forgery of a pack is named, or is one that the documentation leaves to the digest."""

import os
import re
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from factories import REPOSITORY, a_remark, added, span_of
from fakes import a_workspace, noon
from forgeries import ARCHIVES, CAUGHT, ONLY_BY_DIGEST, Files
from packs import verify
from stranger_verifier import HEAD, README, check

from briefreader.export.evidence_pack import render_pack
from briefreader.model.errors import UnreadableError
from briefreader.model.evidence_pack import MANIFEST, README_TEXT, TEXT_NAME, digest, zipped
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.selection import Selection
from briefreader.workflows.annotate import annotate

PAGE = (REPOSITORY / "docs" / "formats.md").read_text("utf-8")


@pytest.fixture(scope="module")
def good() -> Files:
    """The files of a pack with two quotations and a note on the whole article."""
    with open_store(":memory:") as store:
        workspace = a_workspace(store, Settings(), noon)
        text = "---\nurl: https://a.example/b\n---\nHalden cut its bill by 60%. It rents 😀 halls."
        reading = added(workspace, text, ".md")
        annotate(workspace, reading, span_of(reading, "cut its bill by 60%"), a_remark(note="why", tags=("a",)))
        annotate(workspace, reading, span_of(reading, "rents 😀 halls"), a_remark("bear", '<b> & "this"'))
        annotate(workspace, added(workspace), None, a_remark("neutral", "all of it"))
        return render_pack(Selection(store))


def in_folder(folder: Path, files: Files) -> Path:
    """Write files whose names stay in the folder."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def in_archive(folder: Path, data: bytes) -> Path:
    path = folder / "pack.zip"
    path.write_bytes(data)
    return path


def is_refused(path: Path) -> bool:
    try:
        return bool(verify(path).wrong)
    except UnreadableError:
        return True


def is_refused_by_a_stranger(path: Path) -> bool:
    try:
        return check(path) is None
    except Exception:  # noqa: BLE001 - a stranger's program may stop at a forgery as it likes
        return True


def test_a_good_pack_is_verified_by_us_and_by_a_stranger(good: Files, tmp_path: Path) -> None:
    for path in (in_archive(tmp_path, zipped(good)), in_folder(tmp_path / "folder", good)):
        verified = verify(path)
        assert (verified.wrong, verified.notes, verified.quotations) == ((), 3, 2)
        assert check(path) == verified.digest == digest(good[MANIFEST])


@pytest.mark.parametrize("forge", CAUGHT.values(), ids=CAUGHT)
def test_a_forgery_is_named(good: Files, tmp_path: Path, forge: Callable[[Files], Files]) -> None:
    path = in_archive(tmp_path, zipped(forge(good)))

    assert is_refused(path)


LEFT_TO_US = {"a weight without evidence", "a kind of its own", "a stance of its own", "a strength of nine"} | {
    "a confidence of two",
    "the signature is something else",
    "an id with a command",
    "a position that is true",
}
"""What a hundred lines do not look at: values that briefreader does not write, in a pack that agrees with itself."""


@pytest.mark.parametrize("name", sorted(CAUGHT.keys() - LEFT_TO_US))
def test_a_stranger_sees_the_same_forgeries(good: Files, tmp_path: Path, name: str) -> None:
    assert is_refused_by_a_stranger(in_archive(tmp_path, zipped(CAUGHT[name](good))))


@pytest.mark.parametrize("forge", ARCHIVES.values(), ids=ARCHIVES)
def test_an_archive_with_anything_else_in_it_is_named(
    good: Files, tmp_path: Path, forge: Callable[[Files], bytes]
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of a name that is there twice: as it is meant
        path = in_archive(tmp_path, forge(good))

    assert is_refused(path)
    assert is_refused_by_a_stranger(path)


@pytest.mark.parametrize("name", ONLY_BY_DIGEST)
def test_what_agrees_with_itself_only_the_digest_tells(good: Files, tmp_path: Path, name: str) -> None:
    path = in_archive(tmp_path, zipped(ONLY_BY_DIGEST[name](good)))

    verified = verify(path)

    assert verified.wrong == ()
    assert check(path) == verified.digest != digest(good[MANIFEST])
    assert f"- {name}" in PAGE


@pytest.mark.parametrize(
    "forge",
    [
        lambda folder: (folder / "more").symlink_to("/etc/passwd"),
        lambda folder: os.mkfifo(folder / "more"),
        lambda folder: (folder / "more").mkdir(),
        lambda folder: (folder / "texts" / "more").mkdir(),
        lambda folder: (folder / ".hidden").write_text("x"),
        lambda folder: (folder / "texts" / "more.txt").write_text("x"),
        lambda folder: (folder / "report.html").rename(folder / "x") and (folder / "report.html").symlink_to("x"),
        lambda folder: (folder / "texts").rename(folder.parent / "t") and (folder / "texts").symlink_to("../t"),
    ],
    ids=["link", "pipe", "folder", "folder of texts", "hidden", "text", "report by a link", "texts by a link"],
)
def test_a_folder_with_anything_else_in_it_is_named(
    good: Files, tmp_path: Path, forge: Callable[[Path], object]
) -> None:
    folder = in_folder(tmp_path / "pack", good)
    forge(folder)

    assert is_refused(folder)
    assert is_refused_by_a_stranger(folder)


def test_the_page_has_what_a_stranger_needs() -> None:
    source = (REPOSITORY / "tests" / "stranger_verifier.py").read_text("utf-8")
    imported = re.findall(r"^(?:from|import) (\w+)", source, re.MULTILINE)

    assert len(source.splitlines()) <= 100
    assert set(imported) <= sys.stdlib_module_names
    assert HEAD in PAGE
    assert digest(README_TEXT.encode()) == README
    assert README in PAGE
    assert TEXT_NAME.fullmatch("texts/" + "0" * 24 + ".txt")
