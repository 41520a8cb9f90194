"""What articles say, as a test needs it."""

from datetime import date
from typing import Any

from briefreader.model.crosscheck import Said
from briefreader.model.ids import ArticleId
from briefreader.model.span import Span
from briefreader.model.statement import Statement

DAY = date(2026, 5, 1)


def said(article: str, *, day: date = DAY, is_dated: bool = True, sources: tuple[str, ...] = (), **fields: Any) -> Said:  # noqa: ANN401 - of a statement
    statement = Statement(**{"span": Span(0, 1), "family": "rent in USD", "parties": ("halden",), **fields})
    return Said(
        statement=statement,
        article_id=ArticleId(article),
        outlet=article,
        day=day,
        is_dated=is_dated,
        quote="x",
        worth=1,
        sources=sources,
        origin=None,
        publisher=None,
    )
