"""Write the reader's notes for other programs."""

import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from briefreader.export.calendar import render_calendar
from briefreader.export.markdown import file_name, is_untouched, render_notes
from briefreader.export.web_annotation import NAMESPACE, render_collection
from briefreader.model.errors import ExportError
from briefreader.paths import replace_file
from briefreader.views.annotated import all_annotated
from briefreader.views.reading import Reading, annotated_readings
from briefreader.workspace import Workspace

logger = logging.getLogger(__name__)

Outcome = Literal["written", "unchanged", "beside"]


@dataclass(frozen=True, slots=True)
class Exported:
    """A file of notes: written, already as it should be, or put beside one that a person has edited."""

    path: Path
    outcome: Outcome


def export_all(workspace: Workspace, folder: Path) -> list[Exported]:
    """Write one Markdown file for each article that has notes.

    Raises:
        ExportError: the folder or a file in it cannot be written.

    """
    return [export_notes(reading, folder) for reading in annotated_readings(workspace.store)]


def export_notes(reading: Reading, folder: Path) -> Exported:
    """Write the notes on one article; a file that a person has edited is never touched.

    Raises:
        ExportError: the folder or the file cannot be written.

    """
    text = render_notes(reading)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path, existing = _free_name(folder, file_name(reading.article))
        if existing == text:
            return Exported(path, "unchanged")
        replace_file(path, text)
    except OSError as error:
        raise ExportError(f"{folder}: {error.strerror}; nothing there was changed") from error
    logger.info("exported article=%s", reading.article.id)
    return Exported(path, "written" if path.name == file_name(reading.article) else "beside")


def export_calendar(workspace: Workspace, path: Path) -> Exported:
    """Write all watch items as a calendar file.

    Raises:
        ExportError: the file cannot be written, or is there already and no calendar of briefreader's.

    """
    text = render_calendar(workspace.store.watch_items.all(), workspace.clock())
    return _write_own(path, text, "PRODID:-//briefreader//")


def export_annotations(workspace: Workspace, path: Path) -> Exported:
    """Write every annotation of the store for other programs (W3C Web Annotation, JSON-LD).

    Raises:
        ExportError: the file cannot be written, or is there already and no collection of briefreader's.

    """
    return _write_own(path, render_collection(all_annotated(workspace.store)), f'"br": "{NAMESPACE}"')


def _write_own(path: Path, text: str, sign: str) -> Exported:
    """Write a file in place of one that we wrote, which has ``sign`` in it; any other is left alone."""
    try:
        if os.path.lexists(path):
            existing = path.read_text("utf-8", errors="replace") if path.is_file() else ""
            if sign not in existing or path.is_symlink():
                raise ExportError(f"{path} is there already and was not written by briefreader; name another file")
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text)
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror}; nothing there was changed") from error
    return Exported(path, "written")


def _free_name(folder: Path, name: str) -> tuple[Path, str | None]:
    """Return the first of ``NAME.md``, ``NAME.new.md``, ``NAME.new2.md`` … that nobody has edited."""
    stem = name.removesuffix(".md")
    number = 0
    while True:
        path = folder / f"{stem}{'.new' if number else ''}{number if number > 1 else ''}.md"
        if not os.path.lexists(path):
            return path, None
        if path.is_file() and not path.is_symlink():
            existing = path.read_text("utf-8", errors="replace")
            if is_untouched(existing):
                return path, existing
        number += 1
