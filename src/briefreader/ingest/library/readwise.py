"""Highlights as Readwise exports them (CSV), and in the columns that it takes in."""

from dataclasses import replace

from briefreader.ingest.library.saved import SavedArticle, SavedNote, moment, rows_of, saved_note


def parse_readwise(text: str, _place: str) -> list[SavedArticle]:
    """Return a book or article for each title, with its highlights."""
    _, rows = rows_of(text)
    articles: dict[tuple[str, str], SavedArticle] = {}
    for row in rows:
        title = row.get("Book Title") or row.get("Title") or ""
        author = row.get("Book Author") or row.get("Author") or ""
        key = (row.get("URL", "") or title, author)
        known = articles.get(key) or SavedArticle(
            title=title, byline=author or None, url=row.get("URL") or None, state="archive"
        )
        articles[key] = replace(known, notes=(*known.notes, _note(row, title)))
    return list(articles.values())


def _note(row: dict[str, str], title: str) -> SavedNote:
    quote, note = row.get("Highlight", ""), row.get("Note", "")
    tags = row.get("Tags", "").split(",")
    first, _, rest = note.partition("\n")
    words = first.split()
    if words and all(word.startswith(".") and len(word) > 1 for word in words):
        tags, note = [*tags, *(word[1:] for word in words)], rest
    created_at = moment(row.get("Highlighted at") or row.get("Date"))
    return saved_note("" if quote == title else quote, note, tags, created_at)
