"""The reader's annotations in the store."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from briefreader.model.annotation import Annotation, Evidence
from briefreader.model.errors import NotFoundError
from briefreader.model.ids import ArticleId
from briefreader.model.span import Span, TextQuote
from briefreader.store.journal import Batch

_COLUMNS = """
    id, article_id, revision_id, kind, start, end, exact, prefix, suffix, stance, strength, confidence,
    note, tags, created_at, modified_at
"""


@dataclass(frozen=True, slots=True)
class AnnotationTable:
    """Reads and writes annotations."""

    _connection: sqlite3.Connection

    def add(self, batch: Batch, annotation: Annotation) -> None:
        """Keep a new annotation."""
        batch.insert("annotations", annotation.article_id, _fields(annotation))

    def replace(self, batch: Batch, annotation: Annotation) -> None:
        """Keep an annotation in place of the one with its id.

        Raises:
            NotFoundError: there is no such annotation.

        """
        fields = _fields(annotation)
        if not batch.update("annotations", annotation.article_id, annotation.id, fields):
            raise NotFoundError("annotation", annotation.id)

    def delete(self, batch: Batch, annotation: Annotation) -> None:
        """Take an annotation out of the store; undo brings it back.

        Raises:
            NotFoundError: there is no such annotation.

        """
        if not batch.delete("annotations", annotation.article_id, annotation.id):
            raise NotFoundError("annotation", annotation.id)

    def of_article(self, article_id: ArticleId) -> tuple[Annotation, ...]:
        """Return an article's annotations: on the whole article first, then in order of the text."""
        rows = self._connection.execute(
            f"""
            SELECT {_COLUMNS} FROM annotations WHERE article_id = :article_id
            ORDER BY start IS NOT NULL, start, created_at, id
            """,  # noqa: S608
            {"article_id": article_id},
        )
        return tuple(_annotation_from(row) for row in rows)


def _fields(annotation: Annotation) -> dict[str, Any]:
    span, quote, evidence = annotation.span, annotation.quote, annotation.evidence
    return {
        "id": annotation.id,
        "article_id": annotation.article_id,
        "revision_id": annotation.revision_id,
        "kind": annotation.kind,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "exact": quote.exact if quote else None,
        "prefix": quote.prefix if quote else None,
        "suffix": quote.suffix if quote else None,
        "stance": evidence.stance if evidence else None,
        "strength": evidence.strength if evidence else None,
        "confidence": evidence.confidence if evidence else None,
        "note": annotation.note,
        "tags": json.dumps(annotation.tags),
        "created_at": annotation.created_at.isoformat(),
        "modified_at": annotation.modified_at.isoformat(),
    }


def _annotation_from(row: tuple[Any, ...]) -> Annotation:
    id_, article_id, revision_id, kind, start, end, exact, prefix, suffix, *rest = row
    stance, strength, confidence, note, tags, created_at, modified_at = rest
    return Annotation(
        id=id_,
        article_id=article_id,
        revision_id=revision_id,
        kind=kind,
        span=None if start is None else Span(start, end),
        quote=None if exact is None else TextQuote(exact, prefix, suffix),
        evidence=Evidence(stance=stance, strength=strength, confidence=confidence) if stance else None,
        note=note,
        tags=tuple(json.loads(tags)),
        created_at=datetime.fromisoformat(created_at),
        modified_at=datetime.fromisoformat(modified_at),
    )
