"""The files of an evidence pack, read without unpacking it, within bounds."""

import io
import os
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from briefreader.ingest.clean import clean_line
from briefreader.model.errors import UnreadableError
from briefreader.model.evidence_pack import zipped

MOST_FILES = 20_000
LARGEST = 64_000_000
"""Bytes of all files together: some 3,000 long articles. Nothing in a pack is compressed, so reading adds none."""
_FOLDER = "texts"
_ENTRY = b"PK\x01\x02"


def files_in_archive(data: bytes, place: str) -> tuple[dict[str, bytes], list[str]]:
    """Return the files of a pack by their names, and what there is besides plain files; to be run in the child process.

    Raises:
        UnreadableError: it is no pack, or has too many files for one.

    """
    try:
        return _in_archive(data, place)
    except (OSError, ValueError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableError(place, "this is no evidence pack, or is damaged") from error


def files_in_folder(path: Path) -> tuple[dict[str, bytes], list[str]]:
    """Return the files of a pack in a folder, and what there is besides plain files.

    Raises:
        UnreadableError: it cannot be read, or is too large for a pack.

    """
    try:
        return _in_folder(path)
    except OSError as error:
        raise UnreadableError(str(path), "this is no evidence pack, or is damaged") from error


def _in_archive(data: bytes, place: str) -> tuple[dict[str, bytes], list[str]]:
    if data.count(_ENTRY) > MOST_FILES:
        raise UnreadableError(place, f"this has more files than an evidence pack may have ({MOST_FILES:,})")
    files: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if any(one.compress_type != zipfile.ZIP_STORED or one.flag_bits & 1 for one in members):
            why = "its files are compressed or encrypted, as in no pack of this version: pack the notes again"
            raise UnreadableError(place, why)
        if sum(one.file_size for one in members) > len(data):
            raise UnreadableError(place, "its files are larger than the archive")
        names = Counter(one.filename for one in members)
        wrong = [f"{_name(name)} is there more than once" for name, many in sorted(names.items()) if many > 1]
        for one in members:
            files[one.filename] = archive.read(one)
    if zipped(files) != data:
        wrong.append("the archive is not the one that these files make: something is before, between or behind them")
    return files, wrong


def _in_folder(path: Path) -> tuple[dict[str, bytes], list[str]]:
    files: dict[str, bytes] = {}
    wrong: list[str] = []
    size = 0
    for number, (name, entry) in enumerate(_entries(path), start=1):
        if number > MOST_FILES:
            raise UnreadableError(str(path), f"this has more files than an evidence pack may have ({MOST_FILES:,})")
        info = entry.stat(follow_symlinks=False)
        size += info.st_size
        if not stat.S_ISREG(info.st_mode):
            wrong.append(f"{_name(name)} is no plain file")
        elif size > LARGEST:
            raise UnreadableError(str(path), f"larger than {LARGEST // 1_000_000} MB")
        else:
            files[name] = _data_of(entry.path, LARGEST)
    return files, wrong


def _entries(path: Path) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Yield all that is in a folder, and in the folder of its texts, in order of names; any other folder as it is."""
    for entry in _sorted(path):
        if entry.name == _FOLDER and entry.is_dir(follow_symlinks=False):
            yield from (
                (f"{_FOLDER}/{one.name}", one) for one in sorted(os.scandir(entry.path), key=lambda one: one.name)
            )
        else:
            yield entry.name, entry


def _sorted(folder: str | Path) -> list["os.DirEntry[str]"]:
    return sorted(islice(os.scandir(folder), MOST_FILES + 1), key=lambda one: one.name)


def _data_of(path: str, most: int) -> bytes:
    """Return what is in a plain file, also if a link or a pipe has taken its place since it was looked at."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError("no plain file")
        return file.read(most)


def _name(name: str) -> str:
    return clean_line(name, 200)
