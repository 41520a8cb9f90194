"""What is copied from an article."""

from briefreader.model.span import Span
from briefreader.views.passages import subject_in
from briefreader.views.reading import Reading


def quote_of(reading: Reading, passage: Span | None) -> str:
    """Return the passage in quotation marks with what it is about and where it is from; without one, the source."""
    source = _source_of(reading)
    if not passage:
        return source
    return f"{subject_in(reading, passage)}“{passage.of(reading.document.text)}” ({source})"


def link_of(reading: Reading) -> str | None:
    """Return the article's address, or its original's; None when neither is known."""
    article = reading.article
    return article.url or (article.origin.url if article.origin else None)


def _source_of(reading: Reading) -> str:
    article = reading.article
    day = article.published_on.isoformat() if article.published_on else None
    origin = f"based on {article.origin.name}" if article.origin else None
    parts = (article.title or article.opening, article.publisher, origin, day, article.url)
    return ", ".join(part for part in parts if part)
