"""When a forecast can be judged."""

import re
from datetime import date

from briefreader.model.date_mention import DateMention
from briefreader.model.interval import Interval
from briefreader.model.span import Span

_DEADLINE = re.compile(
    r"\b(?:by|before|until|till|through|no later than|not later than|up to|due)\s(?:the\s)?(?:end\s(?:of\s)?)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|starting|beginning|as of|effective|since|after)\s(?:in\s)?(?:the\s)?$", re.IGNORECASE)
_LATER = re.compile(r"^later\s", re.IGNORECASE)
_COMING = re.compile(r"\b(?:in |over |during )?(?:the )?coming (?:days|weeks|months|quarters|years)\b", re.IGNORECASE)
_REACH = 18


def horizon_of(words: str, span: Span, dates: tuple[DateMention, ...], reference: date) -> Interval | None:
    """Return the stretch of days in which a sentence's forecast comes true; None when it names none.

    A deadline is open at its beginning; "from January" is open at its end; "in the coming months" is open at both.
    Dates that lie wholly in the past are none, unless they are deadlines.
    """
    for mention in dates:
        before = words[max(0, mention.span.start - span.start - _REACH) : mention.span.start - span.start]
        horizon = _read(mention, before, words, span, reference)
        if horizon:
            return horizon
    return Interval(None, None) if "coming" in words and _COMING.search(words) else None


def _read(mention: DateMention, before: str, words: str, span: Span, reference: date) -> Interval | None:
    interval = mention.interval
    if mention.kind == "horizon" or interval.last is None:
        return interval if mention.kind == "horizon" else None
    if _DEADLINE.search(before) or _opens_with_deadline(mention, words, span):
        return Interval(None, interval.last)
    if interval.last < reference or mention.kind == "past":
        return None
    if _FROM.search(before):
        return Interval(interval.first, None) if interval.first and interval.first > reference else None
    if mention.basis == "reference" and interval.first and interval.first <= reference:
        later = words[mention.span.start - span.start :]
        return Interval(reference, interval.last) if _LATER.match(later) or mention.kind == "part" else interval
    return interval


def _opens_with_deadline(mention: DateMention, words: str, span: Span) -> bool:
    start = mention.span.start - span.start
    return words[start : start + 3].lower() == "by "
