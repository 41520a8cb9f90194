"""Write the reader's work for other programs; what a person has changed is never touched."""

import hashlib
import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal

from briefreader.export.formats import FORMATS, FileEachArticle, OneFile
from briefreader.export.markdown import file_name
from briefreader.model.errors import ExportError
from briefreader.temporary import replace_file, staged_file
from briefreader.views.reading import Reading
from briefreader.views.selection import Selection
from briefreader.workspace import Workspace

logger = logging.getLogger(__name__)

Outcome = Literal["written", "unchanged", "beside"]
_BEGINNING = 1 << 16
"""How much of a file is read to see for which article it was written."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file: written, already as it should be, or put beside one that a person has changed."""

    path: Path
    outcome: Outcome


def export(workspace: Workspace, selection: Selection, name: str, place: Path | None = None) -> list[Exported]:
    """Write what is chosen in a format, into a folder or a file; in the export folder when no place is given.

    Raises:
        ExportError: something there cannot be written.

    """
    format_ = FORMATS[name]
    folder = workspace.settings.export_place
    if isinstance(format_, FileEachArticle):
        known = _files_for_articles(place or folder, format_)
        return [_export_each(format_, reading, selection, place or folder, known) for reading in selection.readings]
    path = place or folder / format_.file
    return [_write_file(workspace, path / format_.file if path.is_dir() else path, format_.pieces(selection))]


def export_notes(workspace: Workspace, reading: Reading, name: str = "markdown") -> Exported:
    """Write the notes on one article into the export folder.

    Raises:
        ExportError: the folder or the file cannot be written.

    """
    format_, folder = FORMATS[name], workspace.settings.export_place
    if isinstance(format_, OneFile):
        raise TypeError(f"{name} writes one file for all articles")
    selection = Selection(workspace.store, [reading.article.key])
    return _export_each(format_, reading, selection, folder, _files_for_articles(folder, format_))


def pieces_of(selection: Selection, name: str) -> Iterable[str] | None:
    """Return what a format that is one file has in it; None for any other."""
    format_ = FORMATS[name]
    return format_.pieces(selection) if isinstance(format_, OneFile) else None


def _export_each(
    format_: FileEachArticle, reading: Reading, selection: Selection, folder: Path, known: dict[str, Path]
) -> Exported:
    usual = folder / file_name(reading.article)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        there = known.get(reading.article.id)
        for path in chain([there] if there else [], _names(usual)):
            existing = _text_in(path)
            if existing is None and os.path.lexists(path):
                continue
            text = format_.render(reading, selection, existing)
            if text is None:
                continue
            if text == existing:
                return Exported(path, "unchanged")
            replace_file(path, text)
            logger.info("exported article=%s", reading.article.id)
            return Exported(path, "written" if path in (usual, there) else "beside")
    except OSError as error:
        raise ExportError(f"{folder}: {error.strerror}. Nothing was changed there.") from error
    raise AssertionError("there is always another name")


def _write_file(workspace: Workspace, usual: Path, pieces: Iterable[str]) -> Exported:
    """Write a file in place of the one that we wrote; beside one that was changed since, or was never ours."""
    exports = workspace.store.exports
    try:
        usual.parent.mkdir(parents=True, exist_ok=True)
        with staged_file(usual.parent, pieces) as staged:
            fresh = _hash_of(staged)
            for path in _names(usual):
                name, existing = _named(path), _hash_of(path)
                if existing == fresh:
                    return Exported(path, "unchanged")
                if os.path.lexists(path) and not (existing and exports.wrote(name, existing)):
                    continue
                with exports.writing(name, str(fresh)):
                    staged.replace(path)
                return Exported(path, "written" if path == usual else "beside")
    except OSError as error:
        raise ExportError(f"{usual}: {error.strerror}. Nothing was changed there.") from error
    raise AssertionError("there is always another name")


def _named(path: Path) -> str:
    """Return a path as the store can keep it, whatever bytes its name has."""
    return os.fsencode(path.resolve()).decode(errors="backslashreplace")


def _hash_of(path: Path) -> str | None:
    """Return the SHA-256 of a plain file; None for anything else."""
    if path.is_symlink() or not path.is_file():
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _names(usual: Path) -> Iterator[Path]:
    """Yield ``NAME.md``, ``NAME.new.md``, ``NAME.new2.md`` and so on."""
    yield usual
    number = 1
    while True:
        yield usual.with_name(f"{usual.stem}.new{number if number > 1 else ''}{usual.suffix}")
        number += 1


def _text_in(path: Path) -> str | None:
    """Return what a plain file has in it; None for anything else, and for what is no text."""
    if path.is_symlink() or not path.is_file():
        return None
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except UnicodeDecodeError:
        return None


def _files_for_articles(folder: Path, format_: FileEachArticle) -> dict[str, Path]:
    """Return the files below a folder that were written for an article, whatever they are called now."""
    found: dict[str, Path] = {}
    article_in = format_.article_in
    if article_in is None or not folder.is_dir():
        return found
    for path in sorted(folder.rglob("*.md")):
        if path.is_file() and not path.is_symlink():
            with suppress(OSError), path.open("rb") as file:
                file.seek(max(0, path.stat().st_size - _BEGINNING))
                if article := article_in(file.read().decode(errors="replace")):
                    found.setdefault(article, path)
    return found
