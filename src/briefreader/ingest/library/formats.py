"""What briefreader takes in from other programs: a row for each format, and how a file is told."""

import json
import re
from collections.abc import Callable

from briefreader.ingest.decoding import decode
from briefreader.ingest.library.hypothesis import parse_hypothesis, parse_web_annotations
from briefreader.ingest.library.karakeep import parse_karakeep
from briefreader.ingest.library.omnivore import is_omnivore, parse_omnivore
from briefreader.ingest.library.reading_lists import parse_instapaper_csv, parse_links_page, parse_pocket_csv
from briefreader.ingest.library.readwise import parse_readwise
from briefreader.ingest.library.saved import SavedArticle, rows_of
from briefreader.ingest.library.wallabag import parse_wallabag, parse_wallabag_csv

_TEXTS: dict[str, Callable[[str, str], list[SavedArticle]]] = {
    "readwise": parse_readwise,
    "hypothesis": parse_hypothesis,
    "web-annotation": parse_web_annotations,
    "karakeep": parse_karakeep,
}
_BOTH: dict[str, tuple[Callable[[str, str], list[SavedArticle]], Callable[[str, str], list[SavedArticle]]]] = {
    "wallabag": (parse_wallabag, parse_wallabag_csv),
    "pocket": (parse_links_page, parse_pocket_csv),
    "instapaper": (parse_links_page, parse_instapaper_csv),
}
"""How the format that begins with ``[`` or ``<`` is read, and how the table is."""
_COLUMNS = {
    "readwise": {"Highlight"},
    "wallabag": {"Title", "URL", "Content", "MIME Type"},
    "pocket": {"title", "url", "time_added"},
    "instapaper": {"URL", "Title", "Selection", "Folder"},
}
BEGINNING = 1 << 16
"""So many bytes tell the format of a file."""
ARCHIVE, DATABASE = b"PK", b"SQLite format 3\0"
LARGEST_IMPORT = 200_000_000


def recognise(data: bytes) -> str | None:
    """Return the name of a file's format, by what is in it; None for none of these.

    ``data`` are its first bytes, :data:`BEGINNING` of them, or all of an archive.
    """
    if data.startswith(DATABASE):
        return "newsboat"
    if data.startswith(ARCHIVE):
        return "omnivore" if is_omnivore(data) else None
    text = decode(data).removeprefix("\ufeff").lstrip()
    if text.startswith("<"):
        return _page(text)
    if text.startswith(("{", "[")):
        return _objects(text)
    columns = set(rows_of(text.partition("\n")[0])[0])
    table = next((name for name, needed in _COLUMNS.items() if needed <= columns), None)
    return table or ("newsboat" if _is_list_of_feeds(text) else None)


def parse_library(data: bytes, name: str, place: str) -> list[SavedArticle]:
    """Return what a file of a format holds, its texts still as they are there.

    Raises:
        UnreadableError: it is not of that format, or is damaged.

    """
    if name == "omnivore":
        return parse_omnivore(data, place)
    text = decode(data).removeprefix("\ufeff")
    if name in _BOTH:
        other, table = _BOTH[name]
        return (other if text.lstrip()[:1] in ("<", "[") else table)(text, place)
    return _TEXTS[name](text, place)


def _page(text: str) -> str | None:
    if re.search(r"<opml\b", text, re.IGNORECASE):
        return "opml"
    if "time_added=" in text or re.search(r"<title>\s*Pocket", text, re.IGNORECASE):
        return "pocket"
    return "instapaper" if re.search(r"<title>\s*Instapaper", text, re.IGNORECASE) else None


def _objects(text: str) -> str | None:
    """Tell formats of JSON apart by the names that stand at their beginning."""
    line = text.partition("\n")[0]
    names = set(re.findall(r'"([@\w]{1,30})"\s*:', text))
    if {"table", "v"} <= names and _is_object(line):
        return "jsonl"
    if "@context" in names or ({"selector", "target", "type"} <= names and "uri" not in names):
        return "web-annotation"
    if "bookmarks" in names:
        return "karakeep"
    if "is_archived" in names or "hashed_url" in names:
        return "wallabag"
    return "hypothesis" if names & {"uri", "export_userid"} else None


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _is_list_of_feeds(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return bool(lines) and all(re.match(r'"?(?:https?://|query:|exec:|filter:|file:)', line) for line in lines[:20])
