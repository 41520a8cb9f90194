"""Highlights as Readwise exports them (CSV), and in the columns that it takes in."""

from collections import defaultdict
from dataclasses import replace

from briefreader.ingest.library.saved import SavedArticle, SavedNote, moment, rows_of, saved_note


def parse_readwise(text: str, _place: str) -> list[SavedArticle]:
    """Return a book or article for each title, with its highlights."""
    _, rows = rows_of(text)
    articles: dict[tuple[str, str], SavedArticle] = {}
    notes: defaultdict[tuple[str, str], list[SavedNote]] = defaultdict(list)
    for row in rows:
        title = row.get("Book Title") or row.get("Title") or ""
        author = row.get("Book Author") or row.get("Author") or ""
        key = (row.get("URL", "") or title, author)
        url = row.get("URL") or None
        articles.setdefault(key, SavedArticle(title=title, byline=author or None, url=url, state="archive"))
        notes[key].append(_note(row, title))
    return [replace(article, notes=tuple(notes[key])) for key, article in articles.items()]


def _note(row: dict[str, str], title: str) -> SavedNote:
    quote, note = row.get("Highlight", ""), row.get("Note", "")
    tags = row.get("Tags", "").split(",")
    first, _, rest = note.partition("\n")
    words = first.split()
    if words and all(word.startswith(".") and len(word) > 1 for word in words):
        tags, note = [*tags, *(word[1:] for word in words)], rest
    created_at = moment(row.get("Highlighted at") or row.get("Date"))
    return saved_note("" if quote == title else quote, note, tags, created_at)
