"""Read one entry of a list of sources: "Orrin Partners, Ships, 2025", "“Title,” Reuters https://…"."""

import re
from calendar import month_name
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from briefreader.analysis.dates.dates import DateContext, find_dates
from briefreader.analysis.dates.periods import month, year
from briefreader.analysis.names.gazetteer import identify, is_known
from briefreader.analysis.names.hosts import speaker_of
from briefreader.analysis.names.names import DOMAIN, NAME, WORK, can_be_source
from briefreader.analysis.roles.outlets import PUBLISHING, is_outlet
from briefreader.model.interval import Interval

URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]]+[^\s<>()\[\].,;:!?'\"”’*_]")
_TIME = re.compile(r"\d(?<=\b.)\d{2,3}(?=\s?(?:UTC|GMT|Z|hrs|h|local)\b)|T(?<=\dT)\d\d:[\d:.]+Z?")
_STOPPED_MONTH = re.compile(r"([A-Z](?<=\b.)[a-z]{2,3})\.(?=\s\d)")
_DOTTED_DAY = re.compile(r"(?<![\d.])((?:19|20)\d\d)\.(\d{1,2})\.(\d{1,2})(?![\d.])")
_CJK_DATE = re.compile(r"((?:19|20)\d\d)\s?年(?:\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?)?")
_LAST_YEAR = re.compile(r"(?<![\w-])((?:19|20)\d\d)(?=[\s).,]*$)|\(((?:19|20)\d\d)[a-z]?\)")
_QUOTED = re.compile(r"[“\"„«][^”\"“»]+[”\"“»]|(?<!\w)‘[^’]{6,}’|\*[^*]{6,}\*|《[^》]+》")
_FIELDS = re.compile(r"\s*(?:,|;|\s[—–|·•-]\s|[:：](?=\s)|\.\s|\(|\)|\[|\]|\s/\s)\s*")
_NAME = re.compile(rf"(?:[Tt]he\s)?(?:{NAME}(?:\s\d{{1,3}})?|{DOMAIN})")
_WORK = re.compile(rf"\s{WORK}$", re.IGNORECASE)
_HANDLE = re.compile(r"@\w{2,30}")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_EDGES = " .\"'”“*_$"
_LAST_DAY = re.compile(r"\s(?:[A-Z][a-z]{2,8}\s)?(?:19|20)\d\d$")
_SHORT_DAY = re.compile(r"(?<=[A-Za-z.])\s(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?=[\s,;.)]|$)")
_BEFORE_WORK = re.compile(rf"(?P<name>{NAME})\s(?:{WORK}|reporting|coverage|notice)(?!\w)")
_LONGEST_NAME = 5
_LONGEST_WIDE = 20
_FEWEST_TITLE_WORDS = 5
_KEPT = 256
"""The same pieces are read several times shortly after one another."""


class Entry(NamedTuple):
    """What an entry says of its source."""

    name: str | None
    date: Interval | None
    url: str | None


@lru_cache(maxsize=_KEPT)
def day_in(words: str, context: DateContext, *, first: bool = False) -> Interval | None:
    """Return the day or period that words name last, or first; None without one. A time of day is no year."""
    wide = _CJK_DATE.search(words) or _DOTTED_DAY.search(words)
    if wide:
        return _wide_date(wide)
    if not any(letter.isdigit() for letter in words):
        return None
    plain = plain_times(words)
    dates = find_dates(plain, context)
    if dates:
        return dates[0 if first else -1].interval
    last = _LAST_YEAR.search(plain)
    return year(int(last[1] or last[2])) if last else None


def with_spelled_days(words: str) -> str:
    """Return words with "Orrin 06-16" spelled out as "Orrin, 16 June,"."""
    return _SHORT_DAY.sub(lambda day: f", {int(day[2])} {month_name[int(day[1])]},", words)


def without_short_day(words: str) -> str:
    """Return "Orrin 06-16" without its day."""
    return _SHORT_DAY.sub("", words)


def plain_times(words: str) -> str:
    """Return words with times of day blotted out ("9 Mar 1800 UTC" has no year), and months without a stop."""
    words = _TIME.sub(lambda found: " " * len(found[0]), words)
    return _STOPPED_MONTH.sub(r"\1", words) if "." in words else words


_MONTH = (
    r"(?:jan|ene|gen|feb|fév|m[aä]r|maa|apr|avr|abr|ma[iyg]|mei|jun|juin|giu|jul|juil|lug|aug|ao[uû]|ago|sep|set|o[ck]t|ott"
    r"|nov|de[cz]|déc|dic)[^\W\d]{0,7}\.?"
)
_DAY_ONLY = re.compile(
    r"\W*(?:(?:published|updated|posted|date|filed|retrieved|accessed|veröffentlicht|publicado|publié)(?: on)?"
    r"\s?:?\s*)?"
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?"
    rf"(?:\d{{1,2}}(?:\.|st|nd|rd|th)?\s(?:of\s|de\s)?{_MONTH}|{_MONTH}(?:\s\d{{1,2}}(?:st|nd|rd|th)?)?|Q[1-4]"
    r"|\d{4}[-/.]\d\d?(?:[-/.]\d\d?)?|\d\d?[-/.]\d\d?[-/.]\d{2,4}|(?:19|20)\d\d(?:年[\d月日]+)?)"
    r"(?:,?\s(?:de\s)?(?:19|20)\d\d)?(?:[T,]?\s?(?:at\s)?\d{1,2}:?\d\d(?::[\d.]+)?\s?(?:[AaPp]\.?[Mm]\.?)?"
    r"\s?(?:UTC|GMT|E[DS]?T|[CP][DS]?T|Z)?)?\W*",
    re.IGNORECASE,
)


def is_day(words: str) -> bool:
    """Tell whether words are a day, a month or a year and nothing else but its time and what was done then."""
    return any(letter.isdigit() for letter in words) and bool(_DAY_ONLY.fullmatch(words))


def _wide_date(match: re.Match[str]) -> Interval | None:
    try:
        if match[3]:
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return Interval(day, day)
        return month(int(match[1]), int(match[2])) if match[2] else year(int(match[1]))
    except ValueError:
        return None


def read_entry(words: str, context: DateContext) -> Entry:
    """Return source, day and address of an entry.

    The source is a publisher that the entry names, first or last; else whose the address is; else the last name before
    the day where a title comes first; else the first name; else the name before a kind of work ("Orrin reports on …").
    """
    words = with_spelled_days(words)
    url = URL.search(words)
    rest = words[: url.start()] + " " + words[url.end() :] if url else words
    day = day_in(rest, context)
    speaker = speaker_of(url[0], _QUOTED.sub("", rest).strip(" .,")) if url else None
    fields = [field for field in _FIELDS.split(_QUOTED.sub(" , ", rest)) if field.strip()]
    publisher = _publisher_of(fields)
    if publisher is None and speaker and not speaker.is_relay:
        publisher = speaker.source.name
    if publisher is None:
        publisher = _before_day(rest, context) or _other_name(rest, fields)
    if publisher is None and speaker:
        publisher = speaker.source.name
    if publisher is None and fields and (before := _BEFORE_WORK.match(fields[0])):
        publisher = known_start(before["name"]) or before["name"]
    return Entry(publisher, day, url[0] if url else None)


def _publisher_of(fields: list[str]) -> str | None:
    """Return the first publisher that a field is or begins with; a name in front of a field that only begins so wins.

    "Halden Direct, Reuters and Orrin price analysis" is by Halden Direct.
    """
    for place, field in enumerate(fields):
        name = _publisher(field)
        if name:
            is_title = place > 0 and len(field.split()) - len(name.split()) > 1
            return fields[0].strip(_EDGES) if is_title and is_plain_name(fields[0].strip(_EDGES)) else name
    return None


@lru_cache(maxsize=_KEPT)
def _publisher(field: str) -> str | None:
    """Return a field's publisher: the field itself, or a known name at its beginning ("Reuters report")."""
    field = field.strip(_EDGES)
    if handle := _HANDLE.search(field):
        return handle[0]
    if len(field.split()) > _LONGEST_NAME + 1:
        return None
    return known_start(field)


def known_start(words: str) -> str | None:
    """Return the longest known publisher that the words begin with; an unknown one only where it is all of them."""
    words = words.removesuffix("’s").removesuffix("'s")
    if identify(words).type in PUBLISHING:
        return words
    parts = words.split()
    for count in range(len(parts) - 1, 0, -1):
        name = " ".join(parts[:count]).removesuffix("’s").removesuffix("'s")
        if identify(name).type in PUBLISHING:
            return name
    short = bool(_NAME.fullmatch(words)) and can_be_source(words.removeprefix("The "))
    return words if short and is_outlet(words) and len(parts) <= _LONGEST_NAME else None


def _before_day(words: str, context: DateContext) -> str | None:
    """Return the name between the title and the day of "Title, Publisher, 3 May 2026"."""
    parts = words.strip(" .").rsplit(", ", 2)
    if len(parts) <= len(("title", "day")) or not is_day(parts[2]):
        return None
    return parts[1] if is_plain_name(parts[1]) and day_in(parts[2], context) else None


def _other_name(words: str, fields: list[str]) -> str | None:
    names = [field for field in (_LAST_DAY.sub("", one.strip(_EDGES)) for one in fields) if is_plain_name(field)]
    if not names:
        return None
    title_first = bool(_QUOTED.match(words.lstrip())) or len(fields[0].split()) >= _FEWEST_TITLE_WORDS
    return names[-1] if title_first else names[0]


@lru_cache(maxsize=_KEPT)
def is_plain_name(words: str) -> bool:
    """Tell whether words are a name alone, also one in Chinese, Japanese or Korean letters."""
    if _WIDE.search(words):
        return len(words) <= _LONGEST_WIDE and not any(stop in words for stop in "。，、")
    bare = _WORK.sub("", words)
    return (
        len(words.split()) <= _LONGEST_NAME
        and (bool(_NAME.fullmatch(bare)) or is_known(bare))
        and can_be_source(bare.removeprefix("The ").removeprefix("the "))
    )
