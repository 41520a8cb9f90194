"""The day on which something was said, where it stands behind the verb: "reported on 5 September that"."""

import re

from briefreader.analysis.dates.dates import DateContext, find_dates
from briefreader.model.interval import Interval

_PAST = (
    r"(?:said|wrote|told|reported|announced|published|confirmed|warned|noted|disclosed|revealed|stated|analy[sz]ed"
    r"|found|showed|argued|claimed|alleged|concluded|posted)"
)
SAID = re.compile(rf"(?:[^\n]*\s)?(?P<verb>{_PAST})(?:\s\S+){{0,3}}")
"""Words that end in a verb of saying in the past, perhaps with its object."""
_VERB = re.compile(_PAST)
_BEFORE_DAY = re.compile(r"\s(?:(?:late|early|back)\s)?(?:(?:on|in)\s(?:the\s)?)?(?=[A-Z\d])")
_REACH = 48


def day_said(text: str, end: int, verb: str, context: DateContext) -> Interval | None:
    """Return the day or month right behind a verb of saying; None for days that count from the day of reading."""
    behind = _BEFORE_DAY.match(text, end) if _VERB.fullmatch(verb) else None
    if behind is None:
        return None
    dates = find_dates(text, context, behind.end(), min(len(text), behind.end() + _REACH))
    is_next = bool(dates) and dates[0].span.start == behind.end() and dates[0].basis != "reference"
    return dates[0].interval if is_next else None
