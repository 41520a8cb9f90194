"""The reader's corrections of analyses, and the rules that are silenced."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from briefreader.model.correction import Correction, Refusal, Silence
from briefreader.model.ids import ArticleId
from briefreader.model.span import Span, TextQuote
from briefreader.store.journal import Batch

_COLUMNS = "id, article_id, kind, start, end, exact, prefix, suffix, value, created_at"


@dataclass(frozen=True, slots=True)
class CorrectionTable:
    """Reads and writes corrections."""

    _connection: sqlite3.Connection

    def add(self, batch: Batch, correction: Correction) -> None:
        """Keep a new correction."""
        row = {
            "id": correction.id,
            "article_id": correction.article_id,
            "kind": correction.kind,
            "start": correction.span.start,
            "end": correction.span.end,
            "exact": correction.quote.exact,
            "prefix": correction.quote.prefix,
            "suffix": correction.quote.suffix,
            "value": correction.value,
            "created_at": correction.created_at.isoformat(),
        }
        batch.insert("corrections", correction.article_id, row)

    def delete(self, batch: Batch, correction: Correction) -> None:
        """Take a correction back; undo brings it again."""
        batch.delete("corrections", correction.article_id, correction.id)

    def article_ids(self) -> frozenset[ArticleId]:
        """Return the articles that have corrections."""
        rows = self._connection.execute("SELECT DISTINCT article_id FROM corrections")
        return frozenset(ArticleId(id_) for (id_,) in rows)

    def of_article(self, article_id: ArticleId) -> tuple[Correction, ...]:
        """Return an article's corrections, the oldest first."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM corrections WHERE article_id = :id ORDER BY created_at, id",  # noqa: S608 - our columns
            {"id": article_id},
        )
        return tuple(map(_correction_from, rows))

    def all(self) -> tuple[Correction, ...]:
        """Return every correction, the oldest first."""
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM corrections ORDER BY created_at, id")  # noqa: S608 - our columns
        return tuple(map(_correction_from, rows))


@dataclass(frozen=True, slots=True)
class SilenceTable:
    """Reads and writes silenced rules."""

    _connection: sqlite3.Connection

    def add(self, batch: Batch, silence: Silence, about: ArticleId) -> None:
        """Silence a rule; ``about`` is the article on which the reader asked for it."""
        row = {"id": silence.id, "rule": silence.rule, "article_id": silence.article_id}
        batch.insert("silences", about, row)

    def delete(self, batch: Batch, silence: Silence, about: ArticleId) -> None:
        """Hear a rule again."""
        batch.delete("silences", about, silence.id)

    def for_article(self, article_id: ArticleId) -> tuple[Silence, ...]:
        """Return what is silenced in an article, and in all."""
        rows = self._connection.execute(
            "SELECT id, rule, article_id FROM silences WHERE article_id = :id OR article_id IS NULL ORDER BY rule, id",
            {"id": article_id},
        )
        return tuple(Silence(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class RefusalTable:
    """Reads and writes what the reader refuses of an author's case."""

    _connection: sqlite3.Connection

    def add(self, batch: Batch, refusal: Refusal) -> None:
        """Keep a refusal."""
        row = {
            "id": refusal.id,
            "article_id": refusal.article_id,
            "start": refusal.span.start,
            "end": refusal.span.end,
            "exact": refusal.quote.exact,
            "prefix": refusal.quote.prefix,
            "suffix": refusal.quote.suffix,
            "created_at": refusal.created_at.isoformat(),
        }
        batch.insert("refusals", refusal.article_id, row)

    def of_article(self, article_id: ArticleId) -> tuple[Refusal, ...]:
        """Return what is refused in an article, the first refused first."""
        rows = self._connection.execute(
            """
            SELECT id, article_id, start, end, exact, prefix, suffix, created_at FROM refusals
            WHERE article_id = :id ORDER BY created_at, id
            """,
            {"id": article_id},
        )
        return tuple(
            Refusal(id_, article, Span(start, end), TextQuote(*quote), datetime.fromisoformat(at))
            for id_, article, start, end, *quote, at in rows
        )


def _correction_from(row: tuple[Any, ...]) -> Correction:
    id_, article_id, kind, start, end, exact, prefix, suffix, value, created_at = row
    return Correction(
        id=id_,
        article_id=article_id,
        kind=kind,
        span=Span(start, end),
        quote=TextQuote(exact, prefix, suffix),
        value=value,
        created_at=datetime.fromisoformat(created_at),
    )
