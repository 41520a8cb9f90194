"""All that is known of each note, a row each."""

import csv
import io
from collections.abc import Iterable, Sequence

from briefreader.model.cells import cell
from briefreader.model.citation import Citation
from briefreader.views.annotated import Annotated

COLUMNS = (
    "id",
    "kind",
    "stance",
    "strength",
    "confidence",
    "thesis",
    "origin",
    "origin_how",
    "author_stance",
    "quote",
    "note",
    "tags",
    "article_id",
    "title",
    "publisher",
    "url",
    "published",
    "start",
    "end",
    "cited",
    "standing",
    "created",
    "modified",
)


def render_csv(annotated: Iterable[Annotated]) -> str:
    """Return a table (RFC 4180) with a row for each note; tags are parted by spaces, sources by semicolons."""
    return as_csv(COLUMNS, map(_row, annotated))


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in which no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(map(cell, row) for row in rows)
    return out.getvalue()


def cited(citations: Iterable[Citation]) -> str:
    """Return whom a passage cites, with the day where one is told, each once."""
    return "; ".join(dict.fromkeys(map(_cited, citations)))


def _cited(citation: Citation) -> str:
    day = citation.date.last if citation.date and citation.date.first == citation.date.last else None
    return f"{citation.canonical_source}, {day.isoformat()}" if day else citation.canonical_source or ""


def _row(one: Annotated) -> list[str]:
    annotation, article = one.annotation, one.article
    return [
        annotation.id,
        annotation.kind,
        *_weight(one),
        annotation.quote.exact if annotation.quote else "",
        annotation.note,
        " ".join(annotation.tags),
        article.id,
        article.name,
        article.publisher or "",
        article.url or "",
        article.published_on.isoformat() if article.published_on else "",
        str(annotation.span.start) if annotation.span else "",
        str(annotation.span.end) if annotation.span else "",
        cited(one.citations),
        one.anchor.status if one.anchor else "exact",
        annotation.created_at.isoformat(),
        annotation.modified_at.isoformat(),
    ]


def _weight(one: Annotated) -> list[str]:
    evidence = one.annotation.evidence
    if evidence is None:
        return [""] * 7
    return [
        evidence.stance,
        str(evidence.strength),
        f"{evidence.confidence:g}",
        one.thesis_title or "",
        evidence.origin or "",
        evidence.origin_how or "",
        evidence.author or "",
    ]
