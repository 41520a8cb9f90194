"""The reader's watch items."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from briefreader.model.control_characters import on_one_line
from briefreader.model.errors import NotFoundError
from briefreader.model.ids import ArticleId, ThesisId, WatchItemId
from briefreader.model.span import Span, TextQuote
from briefreader.model.watch import Due, Passage, Resolution, WatchItem
from briefreader.store.journal import Batch, changed_columns

_COLUMNS = """
    id, question, due_first, due_last, precision, side, probability, thesis_id, article_id, revision_id, start, end,
    exact, prefix, suffix, outcome, outcome_note, resolved_at, created_at
"""
_NAMES = [name.strip() for name in _COLUMNS.split(",")]


@dataclass(frozen=True, slots=True)
class WatchTable:
    """Reads and writes watch items."""

    _connection: sqlite3.Connection

    def add(self, batch: Batch, item: WatchItem) -> None:
        """Keep a new item."""
        batch.insert("watch_items", _article_of(item), _fields(item))

    def change(self, batch: Batch, before: WatchItem, after: WatchItem) -> None:
        """Write what differs between two states of a watch item; what another program changed meanwhile stays.

        Raises:
            NotFoundError: there is no such watch item.

        """
        if not batch.update(
            "watch_items", _article_of(after), before.id, changed_columns(_fields(before), _fields(after))
        ):
            raise NotFoundError("watch item", before.id)

    def delete(self, batch: Batch, item: WatchItem) -> None:
        """Take an item out of the store; undo brings it back.

        Raises:
            NotFoundError: there is no such item.

        """
        if not batch.delete("watch_items", _article_of(item), item.id):
            raise NotFoundError("watch item", item.id)

    def find(self, item_id: WatchItemId) -> WatchItem:
        """Return an item.

        Raises:
            NotFoundError: there is no such item.

        """
        found = self._where("id = :value", item_id)
        if not found:
            raise NotFoundError("watch item", item_id)
        return found[0]

    def all(self) -> tuple[WatchItem, ...]:
        """Return every item, the first due first."""
        return self._where(":value IS NULL", None)

    def of_thesis(self, thesis_id: ThesisId) -> tuple[WatchItem, ...]:
        """Return the items of a thesis, the first due first."""
        return self._where("thesis_id = :value", thesis_id)

    def of_article(self, article_id: ArticleId) -> tuple[WatchItem, ...]:
        """Return the items that come from an article, the first due first."""
        return self._where("article_id = :value", article_id)

    def _where(self, condition: str, value: str | None) -> tuple[WatchItem, ...]:
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM watch_items WHERE {condition} ORDER BY due_last, due_first, created_at, id",  # noqa: S608 - ours
            {"value": value},
        )
        return tuple(_item_from(dict(zip(_NAMES, row, strict=True))) for row in rows)


def _article_of(item: WatchItem) -> ArticleId | None:
    return item.passage.article_id if item.passage else None


def _fields(item: WatchItem) -> Mapping[str, Any]:
    passage, resolution = item.passage, item.resolution
    return {
        "id": item.id,
        "question": item.question,
        "due_first": item.due.first.isoformat(),
        "due_last": item.due.last.isoformat(),
        "precision": item.due.precision,
        "side": item.side,
        "probability": item.probability,
        "thesis_id": item.thesis_id,
        "article_id": passage and passage.article_id,
        "revision_id": passage and passage.revision_id,
        "start": passage and passage.span.start,
        "end": passage and passage.span.end,
        "exact": passage and passage.quote.exact,
        "prefix": passage and passage.quote.prefix,
        "suffix": passage and passage.quote.suffix,
        "outcome": resolution and resolution.outcome,
        "outcome_note": resolution.note if resolution else "",
        "resolved_at": resolution and resolution.at.isoformat(),
        "created_at": item.created_at.isoformat(),
    }


def _item_from(row: Mapping[str, Any]) -> WatchItem:
    return WatchItem(
        id=row["id"],
        question=on_one_line(row["question"]),
        due=Due(
            first=date.fromisoformat(row["due_first"]),
            last=date.fromisoformat(row["due_last"]),
            precision=row["precision"],
        ),
        side=row["side"],
        probability=row["probability"],
        thesis_id=row["thesis_id"],
        passage=_passage_from(row) if row["article_id"] else None,
        resolution=_resolution_from(row) if row["outcome"] else None,
        created_at=datetime.fromisoformat(row["created_at"]),
    )


def _passage_from(row: Mapping[str, Any]) -> Passage:
    return Passage(
        article_id=row["article_id"],
        revision_id=row["revision_id"],
        span=Span(row["start"], row["end"]),
        quote=TextQuote(row["exact"], row["prefix"], row["suffix"]),
    )


def _resolution_from(row: Mapping[str, Any]) -> Resolution:
    return Resolution(outcome=row["outcome"], note=row["outcome_note"], at=datetime.fromisoformat(row["resolved_at"]))
