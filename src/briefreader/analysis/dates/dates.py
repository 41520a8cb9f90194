"""Dates and periods, as closed intervals of days.

Method: one scan for anchors (a month, a year, a period, a word that counts from today), then the few forms that an
anchor can stand in, in a window round it. Early, mid and late are thirds of months and years. A date without a year
is read against the years that the document itself names, else against the day of reading. See docs/analysis.md.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from briefreader.analysis.dates import date_forms as forms
from briefreader.analysis.dates import foreign_dates, periods
from briefreader.analysis.dates.foreign_dates import FOREIGN
from briefreader.analysis.text.languages import Language
from briefreader.analysis.text.patterns import small
from briefreader.model.date_mention import DateBasis, DateKind, DateMention
from briefreader.model.interval import Interval
from briefreader.model.span import Span


@dataclass(frozen=True, slots=True)
class DateContext:
    """What a date without a year is read against."""

    reference: date
    """The day on which the article was taken in."""
    year: int | None = None
    """The year that the article itself names most; None when it names none."""
    language: Language = ""


_YEAR = re.compile(r"(?:18|19|20)\d\d(?:(?!\w)|(?=年))")
_BEFORE_YEAR = re.compile(r"(?:[A-Z][a-zäé]{2,8}\.?(?:\s\d\d?,?)?|[QH][1-4]|de)\s$")
_BEFORE_YEAR_REACH = 14
_FAR_AHEAD_DAYS = 45


def find_dates(text: str, context: DateContext, start: int = 0, end: int | None = None) -> list[DateMention]:
    """Return the dates of ``text[start:end]`` in order, none overlapping another."""
    end = len(text) if end is None else end
    found: list[DateMention] = []
    past = start
    tried: dict[int, int] = {}
    """For each kind of anchor, where its last one stood: what begins before that has been tried already."""
    for first, last, anchors in _anchors(text, start, end, context.language):
        if last <= past:
            continue
        low = _word_start(text, max(past, first - anchors.before, tried.get(id(anchors), 0)), past)
        tried[id(anchors)] = first
        high = min(end, last + anchors.after)
        for begin in anchors.beginnings.finditer(text, low, last):
            match = anchors.forms.match(text, begin.start(), high)
            if match and match.end() > first:
                mention = _read(match, context)
                found += [mention] if mention else []
                past = match.end()
                break
    return found


def _anchors(text: str, start: int, end: int, language: Language) -> list[tuple[int, int, forms.Anchors]]:
    kinds = (*forms.ANCHORS, forms.FOREIGN_ANCHORS) if _has_foreign_months(text) else forms.ANCHORS
    if foreign := FOREIGN.get(language):
        kinds = (*kinds, foreign)
    found = [(*match.span(), kind) for kind in kinds for match in kind.words.finditer(text, start, end)]
    return sorted(found, key=lambda anchor: anchor[:2])


@lru_cache(maxsize=16)
def _has_foreign_months(text: str) -> bool:
    """Tell whether a month has a foreign name; kept, because many places of one text are asked for."""
    return forms.FOREIGN_SIGN.search(text) is not None


def dominant_year(text: str) -> int | None:
    """Return the year that a text is about; None when its dates name none.

    That is the latest of those named at least half as often as the one named most: what is new is told beside its
    background.
    """
    years = Counter(
        int(year[0])
        for year in _YEAR.finditer(text)
        if text.startswith("年", year.end())
        or _BEFORE_YEAR.search(text[max(0, year.start() - _BEFORE_YEAR_REACH) : year.start()])
    )
    if not years:
        return None
    most = max(years.values())
    return max(year for year, count in years.items() if 2 * count >= most)


def _word_start(text: str, at: int, start: int) -> int:
    low = max(start, at - 12)
    while at > low and text[at - 1].isalnum():
        at -= 1
    return at


def _read(match: re.Match[str], context: DateContext) -> DateMention | None:
    form = match.lastgroup or ""
    try:
        read = _READERS[form](match, context)
    except (ValueError, KeyError, OverflowError):  # 31 April, 29 February of a common year, the year 10000
        return None
    return DateMention(Span(*match.span()), *read) if read else None


_Reading = tuple[Interval, DateKind] | tuple[Interval, DateKind, DateBasis] | None


def _month(name: str) -> int:
    return forms.MONTHS[small(name).rstrip(".")]


def _day(number: str) -> int:
    return int(number.rstrip("sthndre.º"))


def _full_year(digits: str) -> int:
    digits = digits.lstrip("'’")
    return int(digits) if len(digits) > len("26") else 2000 + int(digits)


def _part(words: str) -> periods.Part:
    names = words.lower().replace("-", " ").split()
    return next(forms.PARTS[name] for name in ("".join(names), *names) if name in forms.PARTS)


def _count(words: str) -> int:
    return int(words) if words.isdigit() else forms.NUMBERS[small(words)]


def _year_of(given: str | None, month: int, day: int, context: DateContext) -> tuple[int, DateBasis]:
    """Return the year given, else the article's own unless that is far ahead, else the latest that is not."""
    if given:
        return int(given), "absolute"
    if context.year and not _is_far_ahead(context.year, month, day, context):
        return context.year, "absolute"
    year = context.reference.year
    return year - _is_far_ahead(year, month, day, context), "year"


def _is_far_ahead(year: int, month: int, day: int, context: DateContext) -> bool:
    return (date(year, month, min(day, 28)) - context.reference).days > _FAR_AHEAD_DAYS


def _iso(match: re.Match[str], _: DateContext) -> _Reading:
    day = date.fromisoformat(match["iso_day"])
    return Interval(day, day), "day"


def _dotted(match: re.Match[str], _: DateContext) -> _Reading:
    day = date(int(match["dt_y"]), int(match["dt_m"]), int(match["dt_d"]))
    return Interval(day, day), "day"


def _slashed(match: re.Match[str], _: DateContext) -> _Reading:
    day = date(int(match["sy_y"]), int(match["sy_m"]), int(match["sy_d"]))
    return Interval(day, day), "day"


def _slash(match: re.Match[str], _: DateContext) -> _Reading:
    month, number = int(match["sl_1"]), int(match["sl_2"])
    if month > 12:  # noqa: PLR2004 - no such month, so the day stands first
        month, number = number, month
    day = date(int(match["sl_y"]), month, number)
    return Interval(day, day), "day"


def _range_of_days(prefix: str) -> Callable[[re.Match[str], DateContext], _Reading]:
    def read(match: re.Match[str], context: DateContext) -> _Reading:
        months = (_month(match[f"{prefix}_m1"]), _month(match[f"{prefix}_m2"]))
        days = (_day(match[f"{prefix}_1"]), _day(match[f"{prefix}_2"]))
        last_year, basis = _year_of(match[f"{prefix}_y2"], months[1], days[1], context)
        first_year = int(match[f"{prefix}_y1"] or last_year - (months[0] > months[1]))
        first, last = date(first_year, months[0], days[0]), date(last_year, months[1], days[1])
        return (Interval(first, last), "range", basis) if first < last else None

    return read


def _days_of_month(prefix: str) -> Callable[[re.Match[str], DateContext], _Reading]:
    def read(match: re.Match[str], context: DateContext) -> _Reading:
        month, first, last = _month(match[f"{prefix}_m"]), _day(match[f"{prefix}_1"]), _day(match[f"{prefix}_2"])
        year, basis = _year_of(match[f"{prefix}_y"], month, first, context)
        if first >= last:
            return None
        return Interval(date(year, month, first), date(year, month, last)), "range", basis

    return read


def _single_day(prefix: str) -> Callable[[re.Match[str], DateContext], _Reading]:
    def read(match: re.Match[str], context: DateContext) -> _Reading:
        month, number = _month(match[f"{prefix}_m"]), _day(match[f"{prefix}_d"])
        year, basis = _year_of(match[f"{prefix}_y"], month, number, context)
        day = date(year, month, number)
        return Interval(day, day), "day", basis

    return read


def _months(match: re.Match[str], context: DateContext) -> _Reading:
    first, last = _month(match["mr_1"]), _month(match["mr_2"])
    year, basis = _year_of(match["mr_y2"], last, 15, context)
    first_year = int(match["mr_y1"] or year - (first > last))
    return Interval(date(first_year, first, 1), periods.month(year, last).last), "range", basis


def _month_year(match: re.Match[str], _: DateContext) -> _Reading:
    year, month = int(match["my_y"]), _month(match["my_m"])
    if match["my_part"]:
        return periods.month(year, month, _part(match["my_part"])), "part"
    return periods.month(year, month), "month"


def _part_month(match: re.Match[str], context: DateContext) -> _Reading:
    month = _month(match["pm_m"])
    year, basis = _year_of(None, month, 15, context)
    return periods.month(year, month, _part(match["pm_part"])), "part", basis


def _bare_month(match: re.Match[str], context: DateContext) -> _Reading:
    month = _month(match["b_m"])
    year, basis = _year_of(None, month, 15, context)
    return periods.month(year, month), "month", basis


def _given(match: re.Match[str], *names: str) -> str:
    return next(match[name] for name in names if match[name])


def _quarter(match: re.Match[str], _: DateContext) -> _Reading:
    number = int(_given(match, "q_1", "q_3", "q_4", "q_5"))
    year = _full_year(_given(match, "q_y", "q_y2", "q_y3", "q_y4"))
    last = int(match["q_2"] or number)
    return (periods.quarter(year, number, last), "quarter") if number <= last else None


def _quarters(match: re.Match[str], _: DateContext) -> _Reading:
    first = periods.quarter(int(match["qq_y1"]), int(match["qq_1"])).first
    last = periods.quarter(int(match["qq_y2"]), int(match["qq_2"])).last
    return Interval(first, last), "range"


def _bare_quarter(match: re.Match[str], context: DateContext) -> _Reading:
    year = context.year or context.reference.year
    return periods.quarter(year, int(match["bq"])), "quarter", "absolute" if context.year else "year"


def _ordinal(match: re.Match[str], context: DateContext) -> _Reading:
    number = forms.ORDINALS[small(match["o_n"])]
    year = int(match["o_y"] or context.year or context.reference.year)
    basis: DateBasis = "absolute" if match["o_y"] or context.year else "year"
    if match["o_u"].lower() in ("quarter", "quartal", "trimestre"):
        return periods.quarter(year, number), "quarter", basis
    return (periods.months(year, 6 * number - 5, 6 * number), "half", basis) if number in (1, 2) else None


def _half(match: re.Match[str], _: DateContext) -> _Reading:
    number = int(_given(match, "h_1", "h_2", "h_3", "h_4"))
    year = _full_year(_given(match, "h_y", "h_y2", "h_y3", "h_y4"))
    return periods.months(year, 6 * number - 5, 6 * number), "half"


def _fiscal(match: re.Match[str], _: DateContext) -> _Reading:
    return periods.year(_full_year(match["f_y"] or match["f_y2"])), "year"


def _part_year(match: re.Match[str], _: DateContext) -> _Reading:
    return periods.year(int(match["py_y"]), _part(match["py_part"])), "part"


def _decade(match: re.Match[str], _: DateContext) -> _Reading:
    year = int(match["dec"])
    return Interval(date(year, 1, 1), date(year + 9, 12, 31)), "range"


def _years(match: re.Match[str], _: DateContext) -> _Reading:
    first, last = int(match["yy_1"]), int(match["yy_2"])
    return (Interval(date(first, 1, 1), date(last, 12, 31)), "range") if first < last else None


def _bare_year(match: re.Match[str], _: DateContext) -> _Reading:
    return periods.year(int(match["y_y"])), "year"


def _within(match: re.Match[str], context: DateContext) -> _Reading:
    count = _count(match["w_2"] or match["w_1"])
    last = periods.shifted(context.reference, count, match["w_u"])
    return Interval(context.reference, last), "horizon", "reference"


def _past(match: re.Match[str], context: DateContext) -> _Reading:
    first = periods.shifted(context.reference, -_count(match["p_n"]), match["p_u"])
    return Interval(first, context.reference), "past", "reference"


def _ago(match: re.Match[str], context: DateContext) -> _Reading:
    day = periods.shifted(context.reference, -_count(match["a_n"]), match["a_u"])
    return Interval(day, day), "past", "reference"


def _relative(match: re.Match[str], context: DateContext) -> _Reading:
    which = match["r_which"].lower()
    shift = 1 if "next" in which or "coming" in which else 0 if "this" in which or "current" in which else -1
    interval = periods.around(context.reference, match["r_u"], shift)
    kind: DateKind = "year" if match["r_u"] == "year" else "range"
    return interval, kind, "reference"


def _year_end(_: re.Match[str], context: DateContext) -> _Reading:
    return periods.year(context.reference.year, "late"), "part", "reference"


def _deictic(match: re.Match[str], context: DateContext) -> _Reading:
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["t_word"].lower(), 0)
    day = context.reference + timedelta(days=shift)
    return Interval(day, day), "day", "reference"


def _weekday(match: re.Match[str], context: DateContext) -> _Reading:
    back = (context.reference.weekday() - forms.WEEKDAYS.index(match["wd"].removesuffix("day"))) % 7
    if match["wd_which"] == "next":
        day = context.reference + timedelta(days=7 - back)
    else:
        day = context.reference - timedelta(days=back or 7 * (match["wd_which"] == "last"))
    return Interval(day, day), "day", "reference"


def _phrase(match: re.Match[str], context: DateContext) -> _Reading:
    if "eastern" in match.re.groupindex and match["eastern"]:
        return _eastern(match, context)
    unit, shift = foreign_dates.PHRASES[match["phrase"].lower()]
    if unit in ("day", "weekday"):
        back = -shift if unit == "day" else (context.reference.weekday() - shift) % 7
        day = context.reference - timedelta(days=back)
        return Interval(day, day), "day", "reference"
    return periods.around(context.reference, unit, shift), "year" if unit == "year" else "range", "reference"


def _eastern(match: re.Match[str], context: DateContext) -> _Reading:
    if match["c_yy"]:
        year = int(match["c_yy"])
        if match["c_q"]:
            return periods.quarter(year, foreign_dates.quarter_number(match["c_q"])), "quarter"
        if match["c_half"]:
            first = 1 if match["c_half"] == "上半年" else 7
            return periods.months(year, first, first + 5), "half"
        part = foreign_dates.PARTS_EAST.get(match["c_py"])
        return periods.year(year, part), "part" if part else "year"
    month, number = int(match["c_m"]), int(match["c_d"] or 0)
    year, basis = _year_of(match["c_y"], month, number or 15, context)
    if number:
        return Interval(date(year, month, number), date(year, month, number)), "day", basis
    part = foreign_dates.PARTS_EAST.get(match["c_part"])
    return periods.month(year, month, part), "part" if part else "month", basis


_READERS: dict[str, Callable[[re.Match[str], DateContext], _Reading]] = {
    "days_months": _range_of_days("dd"),
    "months_days": _range_of_days("mm"),
    "days_month": _days_of_month("dm"),
    "month_days": _days_of_month("md"),
    "day_month": _single_day("d"),
    "month_day": _single_day("m"),
    "months": _months,
    "month_year": _month_year,
    "part_month": _part_month,
    "bare_month": _bare_month,
    "quarters": _quarters,
    "quarter": _quarter,
    "bare_quarter": _bare_quarter,
    "ordinal": _ordinal,
    "half": _half,
    "fiscal": _fiscal,
    "iso": _iso,
    "dotted": _dotted,
    "slashed": _slashed,
    "slash": _slash,
    "part_year": _part_year,
    "decade": _decade,
    "years": _years,
    "bare_year": _bare_year,
    "within": _within,
    "past": _past,
    "ago": _ago,
    "relative": _relative,
    "year_end": _year_end,
    "deictic": _deictic,
    "weekday": _weekday,
    "phrase": _phrase,
    "eastern": _phrase,
}
