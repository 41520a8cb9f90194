"""Lists of links as Pocket and Instapaper export them (CSV and HTML)."""

import json
from collections.abc import Iterable

from lxml import etree, html

from briefreader.ingest.library.saved import SavedArticle, moment, rows_of, saved_note
from briefreader.model.article import State
from briefreader.model.errors import UnreadableError

_ARCHIVES = frozenset({"archive", "archived", "read archive", "read"})
_STARRED = frozenset({"starred", "liked"})


def parse_pocket_csv(text: str, _place: str) -> list[SavedArticle]:
    """Return the links of Pocket's CSV; tags are parted by ``|``."""
    _, rows = rows_of(text)
    return [
        _link(row.get("title", ""), row.get("url", ""), row.get("status", ""), row.get("tags", "").split("|"))
        for row in rows
    ]


def parse_instapaper_csv(text: str, _place: str) -> list[SavedArticle]:
    """Return the links of Instapaper's CSV; what was selected on a page is a passage of it."""
    _, rows = rows_of(text)
    return [
        _link(
            row.get("Title", ""),
            row.get("URL", ""),
            row.get("Folder", ""),
            _listed(row.get("Tags", "")),
            row.get("Selection", ""),
            row.get("Timestamp", ""),
        )
        for row in rows
    ]


def parse_links_page(text: str, place: str) -> list[SavedArticle]:
    """Return the links of an exported page: those under a heading are on the list that it names.

    Raises:
        UnreadableError: there is nothing in it.

    """
    try:
        page = html.document_fromstring(text.encode(errors="replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError) as error:
        raise UnreadableError(place, "there is no link in it") from error
    folder, found = "", []
    for node in page.iter("h1", "h2", "h3", "a"):
        if node.tag == "a":
            tags = (node.get("tags") or "").split(",")
            found.append(_link(node.text_content(), node.get("href") or "", folder, tags))
        else:
            folder = node.text_content()
    return found


def _link(
    title: str, url: str, folder: str, tags: Iterable[str] = (), selection: str = "", at: str = ""
) -> SavedArticle:
    name = folder.strip().casefold()
    state: State = "archive" if name in _ARCHIVES else "shortlist" if name in _STARRED else "inbox"
    kept = [tag for tag in tags if tag.strip()]
    notes = [saved_note(selection, "", kept, moment(at))] if selection else [saved_note("", "", kept)] if kept else []
    return SavedArticle(
        title="" if title.strip() == url.strip() else title,
        url=url.strip(),
        state=state,
        is_read=state == "archive",
        notes=tuple(notes),
    )


def _listed(tags: str) -> list[str]:
    """Return the tags of a cell that has them as JSON."""
    try:
        told = json.loads(tags or "[]")
    except (ValueError, RecursionError):
        return []
    return [tag for tag in told if isinstance(tag, str)] if isinstance(told, list) else []
