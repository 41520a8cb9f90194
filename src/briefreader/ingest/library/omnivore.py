"""The archive that Omnivore gave its readers (a zip of metadata, texts and highlights)."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from briefreader.ingest.bounded_json import load_json
from briefreader.ingest.library.saved import (
    SavedArticle,
    SavedNote,
    moment,
    objects_of,
    saved_note,
    text_at,
    texts_at,
)
from briefreader.model.article import State
from briefreader.model.errors import UnreadableError

LARGEST_ARCHIVE = 500_000_000
MOST_FILES = 200_000
MOST_GROWTH = 100
"""Pages of text are packed to a fifth."""
_SMALL = 100_000
"""Bytes of an archive that may be packed better."""
_METADATA = re.compile(r"(?:.*/)?metadata_\d+_to_\d+\.json")
_STATES: dict[str, State] = {"Archived": "archive", "Deleted": "trash"}
_LABEL = re.compile(r"#([\w-]+)")


def is_omnivore(data: bytes) -> bool:
    """Tell whether a file is such an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(_METADATA.fullmatch(name) for name in archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return False


def parse_omnivore(data: bytes, place: str) -> list[SavedArticle]:
    """Return the articles, with their texts where the archive has them.

    Raises:
        UnreadableError: the archive is damaged, or too large.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive, len(data), place)
            names = frozenset(archive.namelist())
            listed = sorted(name for name in names if _METADATA.fullmatch(name))
            return [one for name in listed for one in _articles(archive, names, name, place)]
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableError(place, "the archive is damaged") from error


def _check_size(archive: zipfile.ZipFile, packed: int, place: str) -> None:
    size = sum(one.file_size for one in archive.infolist())
    if size > LARGEST_ARCHIVE:
        raise UnreadableError(place, f"larger than {LARGEST_ARCHIVE // 1_000_000} MB unpacked")
    if size > MOST_GROWTH * max(packed, _SMALL):
        raise UnreadableError(place, f"more than {MOST_GROWTH} times larger when it is unpacked")
    if len(archive.infolist()) > MOST_FILES:
        raise UnreadableError(place, f"more than {MOST_FILES:,} files")


def _articles(archive: zipfile.ZipFile, names: frozenset[str], name: str, place: str) -> Iterator[SavedArticle]:
    items = load_json(archive.read(name).decode(errors="replace"), place)
    folder = name.rpartition("metadata_")[0]
    for one in objects_of(items):
        slug = text_at(one, "slug")
        yield _article(
            one,
            _text(archive, names, f"{folder}content/{slug}.html"),
            _text(archive, names, f"{folder}highlights/{slug}.md"),
        )


def _text(archive: zipfile.ZipFile, names: frozenset[str], name: str) -> str:
    return archive.read(name).decode(errors="replace") if name in names else ""


def _article(one: Mapping[str, Any], html: str, highlights: str) -> SavedArticle:
    published = moment(one.get("publishedAt"))
    labels = texts_at(one, "labels")
    notes = [*_highlights(highlights), *([saved_note("", "", labels)] if labels else [])]
    return SavedArticle(
        title=text_at(one, "title"),
        url=text_at(one, "url") or None,
        byline=text_at(one, "author") or None,
        published_on=published.date() if published else None,
        html=html,
        state=_STATES.get(text_at(one, "state"), "inbox"),
        is_read=text_at(one, "state") == "Archived",
        notes=tuple(notes),
    )


def _highlights(markdown: str) -> Iterator[SavedNote]:
    """Yield the passages in a file of highlights: each is a Markdown quotation, with labels behind and a note below."""
    for part in re.split(r"\n\s*\n(?=>)", markdown.strip()):
        lines = part.split("\n")
        quoted = [line for line in lines if line.startswith(">")]
        below = "\n".join(line for line in lines if not line.startswith(">")).strip()
        quote = "\n".join(line.lstrip(">").strip() for line in quoted)
        words, _, behind = quote.partition("[⤴")
        if words.strip():
            yield saved_note(words.strip(), below, _LABEL.findall(behind.partition(")")[2]))
