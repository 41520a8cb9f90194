"""The reader's annotations in the store."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from briefreader.model.annotation import Annotation, Evidence
from briefreader.model.errors import NotFoundError
from briefreader.model.ids import AnnotationId, ArticleId, ThesisId
from briefreader.model.span import Span, TextQuote
from briefreader.store.hashing import row_hash
from briefreader.store.journal import Batch, changed_columns, row_of

_COLUMNS = """
    id, article_id, revision_id, kind, start, end, exact, prefix, suffix, stance, strength, confidence,
    note, tags, created_at, modified_at, thesis_id, origin, origin_how, author, is_foreign
"""
_NAMES = [name.strip() for name in _COLUMNS.split(",")]


@dataclass(frozen=True, slots=True)
class AnnotationTable:
    """Reads and writes annotations."""

    _connection: sqlite3.Connection

    def add(self, batch: Batch, annotation: Annotation) -> None:
        """Keep a new annotation."""
        batch.insert("annotations", annotation.article_id, _fields(annotation))

    def change(self, batch: Batch, before: Annotation, after: Annotation) -> None:
        """Write what differs between two states of an annotation; what another program changed meanwhile stays.

        Raises:
            NotFoundError: there is no such annotation.

        """
        row = row_of(self._connection, "annotations", before.id)
        if row is None:
            raise NotFoundError("annotation", before.id)
        changes = changed_columns(_columns_of(before), _columns_of(after))
        changes["hash"] = row_hash({**row, **changes})
        batch.update("annotations", before.article_id, before.id, changes)

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
        return tuple(map(_annotation_from_columns, rows))

    def find(self, annotation_id: AnnotationId) -> Annotation:
        """Return an annotation.

        Raises:
            NotFoundError: there is no such annotation.

        """
        found = self._where("id = :value", annotation_id)
        if not found:
            raise NotFoundError("annotation", annotation_id)
        return found[0]

    def of_thesis(self, thesis_id: ThesisId | None) -> tuple[Annotation, ...]:
        """Return the evidence on a thesis, or on none, the newest first."""
        return self._where("kind = 'evidence' AND thesis_id IS :value", thesis_id)

    def newest_evidence(self) -> Evidence | None:
        """Return what was last tagged; None before anything was."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM annotations WHERE kind = 'evidence' ORDER BY created_at DESC, rowid DESC LIMIT 1"  # noqa: S608 - ours
        ).fetchone()
        return _annotation_from_columns(row).evidence if row else None

    def all(self) -> tuple[Annotation, ...]:
        """Return every annotation, the newest first."""
        return self._where(":value IS NULL", None)

    def _where(self, condition: str, value: str | None) -> tuple[Annotation, ...]:
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM annotations WHERE {condition} ORDER BY created_at DESC, id DESC",  # noqa: S608 - ours
            {"value": value},
        )
        return tuple(map(_annotation_from_columns, rows))


def _fields(annotation: Annotation) -> dict[str, Any]:
    row = _columns_of(annotation)
    return {**row, "hash": row_hash(row)}


def _columns_of(annotation: Annotation) -> dict[str, Any]:
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
        "thesis_id": evidence.thesis_id if evidence else None,
        "origin": evidence.origin if evidence else None,
        "origin_how": evidence.origin_how if evidence else None,
        "author": evidence.author if evidence else None,
        "is_foreign": int(annotation.is_foreign),
    }


def annotation_from(row: Mapping[str, Any]) -> Annotation:
    """Return the annotation in a row, which may come from the journal."""
    return Annotation(
        id=row["id"],
        article_id=row["article_id"],
        revision_id=row["revision_id"],
        kind=row["kind"],
        span=None if row["start"] is None else Span(row["start"], row["end"]),
        quote=None if row["exact"] is None else TextQuote(row["exact"], row["prefix"], row["suffix"]),
        evidence=_evidence_from(row) if row["stance"] else None,
        note=row["note"],
        tags=tuple(json.loads(row["tags"])),
        is_foreign=bool(row.get("is_foreign")),
        created_at=datetime.fromisoformat(row["created_at"]),
        modified_at=datetime.fromisoformat(row["modified_at"]),
    )


def _evidence_from(row: Mapping[str, Any]) -> Evidence:
    return Evidence(
        stance=row["stance"],
        strength=row["strength"],
        confidence=row["confidence"],
        thesis_id=row.get("thesis_id"),
        origin=row.get("origin"),
        origin_how=row.get("origin_how"),
        author=row.get("author"),
    )


def _annotation_from_columns(row: tuple[Any, ...]) -> Annotation:
    return annotation_from(dict(zip(_NAMES, row, strict=True)))
