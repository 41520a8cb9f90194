"""What may stand in the columns of rows that come from outside."""

import json
import re
from collections.abc import Callable
from datetime import date, datetime

from briefreader.model.addresses import is_plain_address

_ID = re.compile(r"[0-9A-Za-z_:. -]{1,200}")
_IDS = frozenset({"id", "article_id", "annotation_id", "thesis_id", "feed_id", "row_id", "without", "story"})
_DAYS = frozenset(
    {"published_on", "horizon_on", "review_on", "due_first", "due_last", "snoozed_until"},
)
_LISTS_OF_TEXTS = frozenset({"tags", "premortem", "changes"})
_ADDRESSES = frozenset({"url", "origin_url"})
_LARGEST = 2**63


def check_value(name: str, value: object) -> None:
    """Check a value of a column, by the column's name; None is left to the table.

    Raises:
        ValueError: it cannot be read as what the column holds.
        TypeError: likewise.

    """
    if isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
        raise ValueError("a number that is too large")
    check = next((check for holds, check in _CHECKS if holds(name)), None)
    if check and value is not None:
        check(value)


def _check_id(value: object) -> None:
    if isinstance(value, str) and not _ID.fullmatch(value):
        raise ValueError("an invalid id")


def _check_texts(value: object) -> None:
    texts = json.loads(_text(value))
    if not isinstance(texts, list) or not all(isinstance(one, str) for one in texts):
        raise ValueError("not a list of texts")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not text")
    return value


def _check_day(value: object) -> None:
    date.fromisoformat(_text(value))


def _check_time(value: object) -> None:
    if datetime.fromisoformat(_text(value)).tzinfo is None:
        raise ValueError("a time without a time zone")


def is_moment(words: object) -> bool:
    """Tell whether a text is a time with its zone."""
    try:
        _check_time(words)
    except (ValueError, TypeError):
        return False
    return True


def _check_address(value: object) -> None:
    if not is_plain_address(_text(value)):
        raise ValueError("an address that is not http or https")


_CHECKS: tuple[tuple[Callable[[str], bool], Callable[[object], None]], ...] = (
    (_IDS.__contains__, _check_id),
    (_DAYS.__contains__, _check_day),
    (_ADDRESSES.__contains__, _check_address),
    (_LISTS_OF_TEXTS.__contains__, _check_texts),
    (lambda name: name == "at" or name.endswith("_at"), _check_time),
)
"""For which columns what is checked; the first that fits."""
