"""Notes in the columns that Readwise takes in."""

from collections.abc import Iterable, Iterator

from briefreader.export.notes_csv import as_csv
from briefreader.views.annotated import Annotated

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def render_readwise(annotated: Iterable[Annotated]) -> str:
    """Return a row for each passage with a note on it.

    What Readwise has no column for are tags at the start of the note, ``.bull .strength-4 .confidence-70``, which it
    makes tags of; a note on a whole article has no passage, so that the title stands for it.
    """
    return as_csv(COLUMNS, map(_row, annotated))


def tags_of(one: Annotated) -> Iterator[str]:
    """Yield the stance and its weight as tags, and the reader's own tags."""
    if evidence := one.annotation.evidence:
        yield evidence.stance
        yield f"strength-{evidence.strength}"
        yield f"confidence-{evidence.confidence * 100:g}"
    yield from one.annotation.tags


def _row(one: Annotated) -> list[str]:
    annotation, article = one.annotation, one.article
    title = article.name
    tags = " ".join(f".{tag}" for tag in tags_of(one))
    return [
        annotation.quote.exact if annotation.quote else title,
        title,
        article.byline or article.publisher or "",
        article.url or "",
        "\n".join(filter(None, (tags, annotation.note))),
        str(annotation.span.start) if annotation.span else "",
        f"{annotation.created_at:%Y-%m-%d %H:%M:%S}",
    ]
