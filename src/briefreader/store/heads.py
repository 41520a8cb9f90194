"""The metadata of stored articles: what is read of it again, and what the reader corrects."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from briefreader.model.addresses import address_key
from briefreader.model.article import Article, ArticleRow, Origin
from briefreader.model.errors import NotFoundError
from briefreader.model.evidence import Evidence, Field
from briefreader.model.ids import ArticleId
from briefreader.store.articles import ArticleTable, sort_key
from briefreader.store.encoding import encode_evidence
from briefreader.store.journal import Batch

RETITLED = "changed a title"
"""What undo calls a title that the reader has given before details could be edited."""
Value = str | date | Origin | None


@dataclass(frozen=True, slots=True)
class HeadTable:
    """Changes who published an article, when, under which title, and where it is."""

    _connection: sqlite3.Connection

    def read_again(self, batch: Batch, article: Article) -> bool:
        """Give an article the headline, by-line and day that were read again; False when it has these.

        What is not said stays, and so does what the reader has corrected.
        """
        before = self._row(article.id)
        said: dict[Field, Value] = {"title": article.title, "byline": article.byline, "date": article.published_on}
        return self._change(batch, before, article, {name: value for name, value in said.items() if value})

    def fill(self, batch: Batch, article: Article) -> None:
        """Give an article the by-line, the day and the origin that it lacks."""
        before = self._row(article.id)
        lacking: dict[Field, Value] = {}
        if not before.byline and article.byline:
            lacking["byline"] = article.byline
        if not before.published_on and article.published_on:
            lacking["date"] = article.published_on
        if not before.origin and article.origin:
            lacking["origin"] = article.origin
        self._change(batch, before, article, lacking)

    def correct(self, batch: Batch, article_id: ArticleId, fields: Mapping[Field, Value]) -> None:
        """Write what the reader says of an article, which outlives whatever is read again; None: it is not known.

        Raises:
            NotFoundError: there is no such article.

        """
        before = self._row(article_id)
        evidence = (*_without(before.evidence, fields), *(Evidence(name, "reader", 1.0) for name in fields))
        self._write(batch, before, fields, evidence)

    def otherwise_published(self, article_id: ArticleId) -> list[ArticleId]:
        """Return the articles of an article's host or feed whose publisher is another one, and no correction."""
        rows = self._connection.execute(
            """
            SELECT other.id FROM articles AS one JOIN articles AS other ON other.id <> one.id
            WHERE one.id = :id AND other.publisher IS NOT one.publisher AND other.state <> 'trash'
                AND json_extract(other.evidence, '$.publisher[0]') IS NOT 'reader' AND (
                one.url_key IS NOT NULL
                AND substr(other.url_key || '/', 1, instr(one.url_key || '/', '/'))
                    = substr(one.url_key || '/', 1, instr(one.url_key || '/', '/'))
                OR other.id IN (
                    SELECT article_id FROM entries
                    WHERE feed_id IN (SELECT feed_id FROM entries WHERE article_id = one.id)
                )
            )
            ORDER BY other.key
            """,
            {"id": article_id},
        )
        return [ArticleId(id_) for (id_,) in rows]

    def _change(self, batch: Batch, before: ArticleRow, article: Article, fields: Mapping[Field, Value]) -> bool:
        """Write the fields that are new and that the reader has not corrected; False when there are none."""
        corrected = {one.field for one in before.evidence if one.place == "reader"}
        if self._was_retitled(before.id):
            corrected.add("title")
        now: dict[Field, Value] = {"title": before.title, "byline": before.byline, "date": before.published_on}
        fields = {name: value for name, value in fields.items() if name not in corrected and value != now.get(name)}
        if not fields:
            return False
        read = [one for one in article.evidence if one.field in fields]
        self._write(batch, before, fields, (*_without(before.evidence, fields), *read))
        return True

    def _write(
        self, batch: Batch, before: ArticleRow, fields: Mapping[Field, Value], evidence: Sequence[Evidence]
    ) -> None:
        columns: dict[str, Any] = {"evidence": encode_evidence(evidence)}
        for name, value in fields.items():
            columns |= _columns(name, value, before.added_at)
        batch.update("articles", before.id, before.id, columns)

    def _row(self, article_id: ArticleId) -> ArticleRow:
        row = ArticleTable(self._connection).by_id([article_id]).get(article_id)
        if row is None:
            raise NotFoundError("article", article_id)
        return row

    def _was_retitled(self, article_id: ArticleId) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM journal WHERE row_id = :id AND verb = :verb AND status = 'done' LIMIT 1",
            {"id": article_id, "verb": RETITLED},
        )
        return found.fetchone() is not None


def _without(evidence: Sequence[Evidence], fields: Mapping[Field, Value]) -> tuple[Evidence, ...]:
    return tuple(one for one in evidence if one.field not in fields)


def _columns(name: Field, value: Value, added_at: datetime) -> dict[str, Any]:
    """Return the columns of a field; the day also orders the article in its list."""
    if name == "date":
        day = value if isinstance(value, date) else None
        return {"published_on": day.isoformat() if day else None, "sort_at": sort_key(day, added_at)}
    if name == "origin":
        origin = value if isinstance(value, Origin) else None
        return {"origin_name": origin.name if origin else None, "origin_url": origin.url if origin else None}
    if name == "url":
        return {"url": value, "url_key": address_key(value) if isinstance(value, str) else None}
    return {name: value}
