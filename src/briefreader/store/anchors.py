"""Where annotations stand in later texts."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefreader.model.anchor import Anchor
from briefreader.model.annotation import Annotation
from briefreader.model.ids import AnnotationId, ArticleId, RevisionId
from briefreader.model.span import Span
from briefreader.store.journal import Batch

_COLUMNS = "annotation_id, status, start, end, changes, kept, candidate_start, candidate_end, hint, decision"
_NAMES = _COLUMNS.split(", ")


@dataclass(frozen=True, slots=True)
class AnchorTable:
    """Reads and writes anchors."""

    _connection: sqlite3.Connection

    def set(self, batch: Batch, annotation: Annotation, revision_id: RevisionId, anchor: Anchor) -> None:
        """Say where an annotation stands in a revision, in place of what was said before."""
        fields = _fields(annotation.id, revision_id, anchor)
        if not batch.update("anchors", annotation.article_id, fields["id"], fields):
            batch.insert("anchors", annotation.article_id, fields)

    def delete_all(self, batch: Batch, annotation: Annotation) -> None:
        """Forget where an annotation stands, as before it is deleted."""
        rows = self._connection.execute("SELECT id FROM anchors WHERE annotation_id = :id", {"id": annotation.id})
        for (id_,) in rows.fetchall():
            batch.delete("anchors", annotation.article_id, id_)

    def in_current(self, article_id: ArticleId) -> dict[AnnotationId, Anchor]:
        """Return the anchors of an article's annotations in the text that it has now."""
        return self._where("articles.id = :value", article_id)

    def all_current(self) -> dict[AnnotationId, Anchor]:
        """Return the anchors of all annotations in the texts that their articles have now."""
        return self._where(":value IS NULL", None)

    def accepted_before(self, annotation_id: AnnotationId) -> tuple[RevisionId, Span] | None:
        """Return where the reader last accepted an annotation in a later text; None when never."""
        row = self._connection.execute(
            """
            SELECT revision_id, start, end FROM anchors
            WHERE annotation_id = :id AND decision = 'accepted' AND start IS NOT NULL
            ORDER BY revision_id DESC LIMIT 1
            """,
            {"id": annotation_id},
        ).fetchone()
        return row and (RevisionId(row[0]), Span(row[1], row[2]))

    def last(self, annotation_id: AnnotationId) -> Anchor | None:
        """Return where an annotation stood in the last text that it was looked for in; None when it never was."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM anchors WHERE annotation_id = :id ORDER BY revision_id DESC LIMIT 1",  # noqa: S608 - our own names
            {"id": annotation_id},
        ).fetchone()
        return row and anchor_from(dict(zip(_NAMES, row, strict=True)))

    def _where(self, condition: str, value: str | None) -> dict[AnnotationId, Anchor]:
        rows = self._connection.execute(
            f"""
            SELECT {_COLUMNS} FROM anchors JOIN articles ON articles.revision_id = anchors.revision_id
            WHERE {condition}
            """,  # noqa: S608 - ours
            {"value": value},
        )
        return {AnnotationId(row[0]): anchor_from(dict(zip(_NAMES, row, strict=True))) for row in rows}


def _fields(annotation_id: AnnotationId, revision_id: RevisionId, anchor: Anchor) -> Mapping[str, Any]:
    span, candidate = anchor.span, anchor.candidate
    return {
        "id": f"{annotation_id}:{revision_id}",
        "annotation_id": annotation_id,
        "revision_id": revision_id,
        "status": anchor.status,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "changes": json.dumps(anchor.changes),
        "kept": anchor.kept,
        "candidate_start": candidate.start if candidate else None,
        "candidate_end": candidate.end if candidate else None,
        "hint": anchor.hint,
        "decision": anchor.decision,
    }


def anchor_from(row: Mapping[str, Any]) -> Anchor:
    """Return the anchor in a row, which may come from the journal."""
    candidate = row["candidate_start"]
    return Anchor(
        status=row["status"],
        span=None if row["start"] is None else Span(row["start"], row["end"]),
        changes=tuple(json.loads(row["changes"])),
        kept=row["kept"],
        candidate=None if candidate is None else Span(candidate, row["candidate_end"]),
        hint=row["hint"],
        decision=row["decision"],
    )
