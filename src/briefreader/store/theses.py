"""The reader's theses."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from briefreader.model.control_characters import on_one_line
from briefreader.model.errors import NotFoundError
from briefreader.model.ids import ThesisId
from briefreader.model.thesis import Thesis
from briefreader.store.journal import Batch, changed_columns

_COLUMNS = """
    id, title, bull, bear, subject, prior, horizon_on, review_on, reviewed_at, premortem, created_at, modified_at
"""


@dataclass(frozen=True, slots=True)
class ThesisTable:
    """Reads and writes theses."""

    _connection: sqlite3.Connection

    def add(self, batch: Batch, thesis: Thesis) -> None:
        """Keep a new thesis."""
        batch.insert("theses", None, _fields(thesis))

    def change(self, batch: Batch, before: Thesis, after: Thesis) -> None:
        """Write what differs between two states of a thesis; what another program changed meanwhile stays.

        Raises:
            NotFoundError: there is no such thesis.

        """
        if not batch.update("theses", None, before.id, changed_columns(_fields(before), _fields(after))):
            raise NotFoundError("thesis", before.id)

    def delete(self, batch: Batch, thesis_id: ThesisId) -> None:
        """Take a thesis out of the store; nothing may stand on it any more.

        Raises:
            NotFoundError: there is no such thesis.

        """
        if not batch.delete("theses", None, thesis_id):
            raise NotFoundError("thesis", thesis_id)

    def all(self) -> tuple[Thesis, ...]:
        """Return every thesis, the oldest first."""
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM theses ORDER BY created_at, id")  # noqa: S608 - ours
        return tuple(thesis_from(dict(zip(_NAMES, row, strict=True))) for row in rows)


_NAMES = [name.strip() for name in _COLUMNS.split(",")]


def _fields(thesis: Thesis) -> Mapping[str, Any]:
    return {
        "id": thesis.id,
        "title": thesis.title,
        "bull": thesis.bull,
        "bear": thesis.bear,
        "subject": thesis.subject,
        "prior": thesis.prior,
        "horizon_on": thesis.horizon_on and thesis.horizon_on.isoformat(),
        "review_on": thesis.review_on and thesis.review_on.isoformat(),
        "reviewed_at": thesis.reviewed_at and thesis.reviewed_at.isoformat(),
        "premortem": json.dumps(thesis.premortem, ensure_ascii=False),
        "created_at": thesis.created_at.isoformat(),
        "modified_at": thesis.modified_at.isoformat(),
    }


def thesis_from(row: Mapping[str, Any]) -> Thesis:
    """Return the thesis in a row, which may come from the journal."""
    horizon, review, reviewed = row["horizon_on"], row["review_on"], row["reviewed_at"]
    return Thesis(
        id=row["id"],
        title=on_one_line(row["title"]),
        bull=on_one_line(row["bull"]),
        bear=on_one_line(row["bear"]),
        subject=on_one_line(row["subject"]),
        prior=row["prior"],
        horizon_on=date.fromisoformat(horizon) if horizon else None,
        review_on=date.fromisoformat(review) if review else None,
        reviewed_at=datetime.fromisoformat(reviewed) if reviewed else None,
        premortem=tuple(map(on_one_line, json.loads(row["premortem"]))),
        created_at=datetime.fromisoformat(row["created_at"]),
        modified_at=datetime.fromisoformat(row["modified_at"]),
    )
