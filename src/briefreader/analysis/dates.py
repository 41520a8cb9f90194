"""Dates and periods, as closed intervals of days.

Method: a cheap scan for anchors (a month, a year, a unit of time), then one grammar in a window round
each; the grammar's alternatives are named, and each has its reader. On 27 forms that analysts use, all
intervals are exact; see docs/analysis.md for the figures and the conventions for thirds of months and years.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from briefreader.analysis import periods
from briefreader.model.interval import Interval
from briefreader.model.span import Span

DateKind = Literal["day", "range", "month", "part", "quarter", "half", "year", "horizon", "past"]


@dataclass(frozen=True, slots=True)
class DateContext:
    """What a date without a year is read against."""

    reference: date
    """The day on which the article was taken in."""
    year: int | None = None
    """The year that the article itself names most; None when it names none."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period at a span; ``horizon`` is counted from the reference date."""

    span: Span
    interval: Interval
    kind: DateKind


_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "\n        september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2}
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}

_M = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_Y = r"(?:1[89]|20)\d\d"
_YY = rf"(?:{_Y}|['’]?\d\d(?!\d))"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_TO = r"\s?(?:[-\u2010-\u2015]|to|and|through)\s?"
_N = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:a )?couple of|an?)"
_U = r"(?:day|week|month|quarter|year|decade)"
_PART = r"(?:early|mid|late|(?:the )?(?:end|beginning|start|middle) of|year-?end)"
_WDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

_FORMS = {
    "iso": rf"(?P<iso_day>{_Y}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\d-])",
    "slash": rf"(?P<sl_1>\d\d?)/(?P<sl_2>\d\d?)/(?P<sl_y>{_Y}|\d\d)(?![\d/])",
    "days_month": rf"(?:(?:from|between)\s)?(?P<dm_1>{_D}){_TO}(?P<dm_2>{_D})\s(?:of\s)?(?P<dm_m>{_M})"
    rf"(?:,?\s(?P<dm_y>{_Y}))?\b",
    "month_days": rf"(?:(?:from|between)\s)?(?P<md_m>{_M})\s(?P<md_1>{_D}){_TO}(?P<md_2>{_D})"
    rf"(?:,?\s(?P<md_y>{_Y}))?(?![\d,]\d)\b",
    "day_month": rf"(?:{_WDAY},?\s(?:the\s)?)?(?P<d_d>{_D})\s(?:of\s)?(?P<d_m>{_M})"
    rf"(?:,?\s(?P<d_y>{_Y}))?(?!\w)",
    "month_day": rf"(?:{_WDAY},?\s)?(?P<m_m>{_M})\s(?P<m_d>{_D})(?:,?\s(?P<m_y>{_Y}))?(?!\w|,\d|\.\d)",
    "month_year": rf"(?:(?P<my_part>{_PART})[\s-])?(?P<my_m>{_M})\s?,?\s?(?:of\s)?(?P<my_y>{_Y})\b",
    "part_month": rf"(?P<pm_part>{_PART})[\s-](?:in\s)?(?P<pm_m>{_M})(?!\w)",
    "quarter": rf"(?:Q(?P<q_1>[1-4])(?:{_TO}Q(?P<q_2>[1-4]))?[\s-]?(?:of\s|FY\s?)?(?P<q_y>{_YY})"
    rf"|(?P<q_y2>{_Y})[\s-]?Q(?P<q_3>[1-4])\b|(?P<q_4>[1-4])Q[\s-]?(?P<q_y3>{_YY}))",
    "ordinal": r"(?:the\s)?(?P<o_n>first|second|third|fourth|1st|2nd|3rd|4th)[\s-](?P<o_u>quarter|half)"
    rf"(?:\s(?:of\s)?(?:fiscal\s)?(?P<o_y>{_Y}))?\b",
    "half": rf"(?:H(?P<h_1>[12])[\s-]?(?P<h_y>{_YY})|(?P<h_2>[12])H[\s-]?(?P<h_y2>{_YY}))",
    "fiscal": rf"(?:FY[\s-]?(?P<f_y>{_Y}|\d\d)|fiscal\s(?:year\s)?(?P<f_y2>{_Y}))\b",
    "part_year": rf"(?:the\s)?(?P<py_part>{_PART})[\s-](?P<py_y>{_Y})(?!\d|-\d)",
    "years": rf"(?P<yy_1>{_Y}){_TO}(?P<yy_2>{_Y})(?!\d)",
    "within": r"(?:(?:with)?in\s(?:the\s(?:next|coming|following)\s)?|(?:over|during)\sthe\s(?:next|coming)\s"
    rf"|for\sthe\snext\s)(?P<w_1>{_N})(?:{_TO}(?P<w_2>\d{{1,3}}))?[\s\u2011-](?P<w_u>{_U})s?(?!\w)(?:['’]\stime)?",
    "ago": rf"(?P<a_n>{_N})[\s-](?P<a_u>{_U})s?\sago\b",
    "relative": r"(?P<r_which>(?:later\s|earlier\s)?this|next|last|past|previous|the\s(?:coming|next|past|last))\s"
    r"(?P<r_u>week|month|quarter|year)\b(?![\w-])",
    "deictic": r"(?P<t_word>yesterday|today|tonight|tomorrow)\b",
    "weekday": rf"(?:(?P<wd_which>next|last)\s)?(?P<wd>{_WDAY})\b",
    "bare_month": rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Bb]y\s)|(?<=[Ss]ince\s)|(?<=[Uu]ntil\s)"
    rf"|(?<=\b[Oo]f\s))(?P<b_m>{_M})(?!\w)",
    "bare_year": r"(?:(?<=\b[IiBb][ny]\s)|(?<=[Ss]ince\s)|(?<=\b[Oo]f\s)|(?<=[Uu]ntil\s)|(?<=[Ff]rom\s)"
    r"|(?<=[Bb]efore\s)|(?<=[Aa]fter\s)|(?<=[Dd]uring\s)|(?<=[Tt]hrough\s)|(?<=\())"
    rf"(?P<y_y>{_Y})(?![\d,.-]\d)(?!\w)",
}
_GRAMMAR = re.compile(r"(?<![\w$€£/.,-])(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items()) + ")")
_ANCHOR = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b|\b(?:1[89]|20)\d\d\b"
    rf"|Q[1-4]|H[12]|\b[1-4][QH]|FY|\b\d\d?/\d|[ \u2011-]{_U}|half\b|[A-Z][a-z]+day\b"
    r"|yesterday|today|tonight|tomorrow"
)
_BEFORE, _AFTER = 34, 26
_DOMINANT_YEAR = re.compile(rf"(?:{_M}(?:\s\d\d?,?)?|Q[1-4])\s({_Y})\b")
_FAR_AHEAD_DAYS = 45


def find_dates(text: str, context: DateContext, start: int = 0, end: int | None = None) -> list[DateMention]:
    """Return the dates of ``text[start:end]`` in order, none overlapping another."""
    end = len(text) if end is None else end
    found: list[DateMention] = []
    past = start
    for anchor in _ANCHOR.finditer(text, start, end):
        if anchor.end() <= past:
            continue
        low = _word_start(text, max(past, anchor.start() - _BEFORE), start)
        for match in _GRAMMAR.finditer(text, low, min(end, anchor.end() + _AFTER)):
            mention = _read(match, context) if match.end() > past else None
            if mention:
                found.append(mention)
                past = match.end()
    return found


def dominant_year(text: str) -> int | None:
    """Return the year that the text's own dates name most; None when none does."""
    years = Counter(_DOMINANT_YEAR.findall(text))
    return int(max(years, key=lambda year: (years[year], year))) if years else None


def _word_start(text: str, at: int, start: int) -> int:
    while at > start and text[at - 1].isalnum():
        at -= 1
    return at


def _read(match: re.Match[str], context: DateContext) -> DateMention | None:
    form = match.lastgroup or ""
    try:
        read = _READERS[form](match, context)
    except ValueError:  # 31 April, 29 February of a common year
        return None
    return DateMention(Span(*match.span()), *read) if read else None


_Reading = tuple[Interval, DateKind] | None


def _one_day(day: date) -> _Reading:
    return Interval(day, day), "day"


def _month(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _day(number: str) -> int:
    return int(number.rstrip("sthndr"))


def _full_year(digits: str) -> int:
    digits = digits.lstrip("'’")
    return int(digits) if len(digits) > len("26") else 2000 + int(digits)


def _part(words: str) -> periods.Part:
    words = words.lower()
    if "late" in words or "end" in words:
        return "late"
    return "mid" if "mid" in words else "early"


def _count(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words.lower()]


def _year_of(given: str | None, month: int, day: int, context: DateContext) -> int:
    """Return the year given, else the article's own, else the latest that is not far ahead."""
    if given:
        return int(given)
    if context.year:
        return context.year
    year = context.reference.year
    ahead = (date(year, month, min(day, 28)) - context.reference).days
    return year - 1 if ahead > _FAR_AHEAD_DAYS else year


def _iso(match: re.Match[str], _: DateContext) -> _Reading:
    return _one_day(date.fromisoformat(match["iso_day"]))


def _slash(match: re.Match[str], _: DateContext) -> _Reading:
    month, day = int(match["sl_1"]), int(match["sl_2"])
    if month > 12:  # noqa: PLR2004 - no such month, so the day stands first
        month, day = day, month
    return _one_day(date(_full_year(match["sl_y"]), month, day))


def _days(prefix: str) -> Callable[[re.Match[str], DateContext], _Reading]:
    def read(match: re.Match[str], context: DateContext) -> _Reading:
        month, first, last = (
            _month(match[f"{prefix}_m"]),
            _day(match[f"{prefix}_1"]),
            _day(match[f"{prefix}_2"]),
        )
        year = _year_of(match[f"{prefix}_y"], month, first, context)
        return Interval(date(year, month, first), date(year, month, last)), "range"

    return read


def _single_day(prefix: str) -> Callable[[re.Match[str], DateContext], _Reading]:
    def read(match: re.Match[str], context: DateContext) -> _Reading:
        month, day = _month(match[f"{prefix}_m"]), _day(match[f"{prefix}_d"])
        return _one_day(date(_year_of(match[f"{prefix}_y"], month, day, context), month, day))

    return read


def _month_year(match: re.Match[str], _: DateContext) -> _Reading:
    year, month = int(match["my_y"]), _month(match["my_m"])
    if match["my_part"]:
        return periods.month(year, month, _part(match["my_part"])), "part"
    return periods.month(year, month), "month"


def _part_month(match: re.Match[str], context: DateContext) -> _Reading:
    month = _month(match["pm_m"])
    part = _part(match["pm_part"])
    return periods.month(_year_of(None, month, 15, context), month, part), "part"


def _quarter(match: re.Match[str], _: DateContext) -> _Reading:
    number = int(match["q_1"] or match["q_3"] or match["q_4"])
    year = _full_year(match["q_y"] or match["q_y2"] or match["q_y3"])
    return periods.quarter(year, number, int(match["q_2"] or number)), "quarter"


def _ordinal(match: re.Match[str], context: DateContext) -> _Reading:
    number = _ORDINALS[match["o_n"]]
    year = int(match["o_y"] or context.year or context.reference.year)
    if match["o_u"] == "quarter":
        return periods.quarter(year, number), "quarter"
    return (periods.months(year, 6 * number - 5, 6 * number), "half") if number in (1, 2) else None


def _half(match: re.Match[str], _: DateContext) -> _Reading:
    number = int(match["h_1"] or match["h_2"])
    return periods.months(_full_year(match["h_y"] or match["h_y2"]), 6 * number - 5, 6 * number), "half"


def _fiscal(match: re.Match[str], _: DateContext) -> _Reading:
    return periods.year(_full_year(match["f_y"] or match["f_y2"])), "year"


def _part_year(match: re.Match[str], _: DateContext) -> _Reading:
    return periods.year(int(match["py_y"]), _part(match["py_part"])), "part"


def _years(match: re.Match[str], _: DateContext) -> _Reading:
    first, last = int(match["yy_1"]), int(match["yy_2"])
    if first >= last:
        return None
    return Interval(date(first, 1, 1), date(last, 12, 31)), "range"


def _within(match: re.Match[str], context: DateContext) -> _Reading:
    count = int(match["w_2"]) if match["w_2"] else _count(match["w_1"])
    last = periods.shifted(context.reference, count, match["w_u"])
    return Interval(context.reference, last), "horizon"


def _ago(match: re.Match[str], context: DateContext) -> _Reading:
    day = periods.shifted(context.reference, -_count(match["a_n"]), match["a_u"])
    return Interval(day, day), "past"


def _relative(match: re.Match[str], context: DateContext) -> _Reading:
    which = match["r_which"].lower()
    shift = 1 if "next" in which or "coming" in which else 0 if "this" in which else -1
    interval = periods.around(context.reference, match["r_u"], shift)
    kind: DateKind = "year" if match["r_u"] == "year" else "range"
    return interval, kind


def _deictic(match: re.Match[str], context: DateContext) -> _Reading:
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["t_word"], 0)
    return _one_day(context.reference + timedelta(days=shift))


def _weekday(match: re.Match[str], context: DateContext) -> _Reading:
    wanted = _WEEKDAYS.index(match["wd"].removesuffix("day"))
    back = (context.reference.weekday() - wanted) % 7
    if match["wd_which"] == "next":
        return _one_day(context.reference + timedelta(days=7 - back))
    return _one_day(context.reference - timedelta(days=back or 7 * (match["wd_which"] == "last")))


def _bare_month(match: re.Match[str], context: DateContext) -> _Reading:
    month = _month(match["b_m"])
    return periods.month(_year_of(None, month, 15, context), month), "month"


def _bare_year(match: re.Match[str], _: DateContext) -> _Reading:
    return periods.year(int(match["y_y"])), "year"


_READERS: dict[str, Callable[[re.Match[str], DateContext], _Reading]] = {
    "iso": _iso,
    "slash": _slash,
    "days_month": _days("dm"),
    "month_days": _days("md"),
    "day_month": _single_day("d"),
    "month_day": _single_day("m"),
    "month_year": _month_year,
    "part_month": _part_month,
    "quarter": _quarter,
    "ordinal": _ordinal,
    "half": _half,
    "fiscal": _fiscal,
    "part_year": _part_year,
    "years": _years,
    "within": _within,
    "ago": _ago,
    "relative": _relative,
    "deictic": _deictic,
    "weekday": _weekday,
    "bare_month": _bare_month,
    "bare_year": _bare_year,
}
