"""Works for reference managers (CSL-JSON)."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from briefreader.model.interval import Interval
from briefreader.views.works import Work


def render_csl_json(works: Iterable[Work]) -> str:
    """Return a list of items; the same works, the same bytes."""
    return json.dumps([_item(work) for work in works], ensure_ascii=False, indent=1) + "\n"


def _item(work: Work) -> dict[str, Any]:
    parts = _date_parts(work.issued)
    told: dict[str, Any] = {
        "id": work.key,
        "type": "report" if work.kind else "article-newspaper" if work.publisher else "webpage",
        "title": work.name,
        "author": [{"literal": work.author}] if work.author else None,
        "container-title": work.publisher,
        "genre": work.kind,
        "issued": {"date-parts": parts} if parts else None,
        "accessed": {"date-parts": [_parts(work.accessed_on)]} if work.accessed_on else None,
        "URL": work.url,
        "keyword": ", ".join(work.tags),
        "note": work.note,
        "custom": {"briefreader": "read" if work.title else "cited"},
    }
    return {name: value for name, value in told.items() if value}


def _date_parts(issued: Interval | None) -> list[list[int]]:
    """Return a day, or the first and the last day of a stretch."""
    days = [day for day in (issued.first, issued.last) if day] if issued else []
    return [_parts(day) for day in dict.fromkeys(days)]


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]
