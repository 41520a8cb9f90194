"""Parse headlines: the site's name, an issue number, a date or a forwarding prefix next to them."""

import re
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from briefreader.ingest.dates import WEEKDAY, days_in
from briefreader.ingest.hosts import agrees, is_outlet

_TAIL = re.compile(
    r"\s+(?P<sign>[|·•–—\\»«:-]|::|//)\s+(?P<tail>[^|·•–—\\»]{2,60})$|(?P<bar>\s?\|\s?)(?P<other>[^|]{2,60})$"
)
_FRONT = re.compile(r"(?P<site>[^|·»]{2,60}?)\s+[|·»]\s+(?P<headline>\S+(?:\s+\S+){2,})$")
_FORWARDED = re.compile(r"^(?:(?:fwd?|re|wg|aw|tr|rv|enc|vs|sv|antw|i)\s?(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_SERIES = re.compile(
    r"(?P<name>.{3,60}?)[\s,:–—-]+(?:(?:no|nr|vol|issue|edition|ausgabe)\.?\s?#?\s?\d+(?:\s?[,/]\s?\w+\s?\d+)?|#\s?\d+)"
    r"(?:\s+[|·].*)?$",
    re.IGNORECASE,
)
_KINDS = re.compile(
    r"\b(?:newsletter|digest|brief|briefing|weekly|letter|bulletin|dispatch|roundup|news|noticias|nachrichten)\b",
    re.IGNORECASE,
)
_LONGEST_TAIL_WORDS = 6
_ISSUE = re.compile(
    r"\s*(?:edition|issue|ausgabe|edición|édition|edizione|update|run|report|recap|wrap)?[ )\]]*", re.IGNORECASE
)
"""What may follow the day of an issue."""
_WEEKDAY_AT_END = re.compile(rf"\b{WEEKDAY}\b[\s.,]*$", re.IGNORECASE)
_SNAKE = re.compile(r"[^\W\d_]+(?:_[^\W_]+)+")
_FILE_NAME = re.compile(r"\w*[^\W_]_[^\W_]+_\w*\d{4}\w*|[\w-]+\.(?:html?|md|txt|pdf|docx?)")
_SLUG = re.compile(r"[\w.#-]+")


class ParsedTitle(NamedTuple):
    """A headline, and the name of the site that stood beside it; None when none did."""

    headline: str
    site: str | None
    sure: bool
    """Whether the site's name is known from elsewhere too."""


def parse_title(title: str, url: str | None, publishers: Collection[str]) -> ParsedTitle:
    """Return a title without the site's name at its end, and that name.

    The end is a site's name when the address, another reading or the list of outlets says so; a lone end after a bar is
    taken for one too, but as a guess. Sections between the headline and the site's name go with it.
    """
    title = without_marks(title)
    if _SNAKE.fullmatch(title) and title.islower():
        title = title.replace("_", " ").capitalize()
    end = _TAIL.search(title)
    if end is None:
        return ParsedTitle(title, None, sure=False)
    tail, sign = (end["tail"] or end["other"]).strip(), (end["sign"] or "|").strip()
    headline = title[: end.start()].strip()
    if _FILE_NAME.fullmatch(tail):
        return parse_title(headline, url, publishers)
    known = {_fold(name) for name in publishers}
    before = _FRONT.match(title)
    if before and _fold(before["site"]) in known and not list(days_in(before["headline"])):
        return ParsedTitle(before["headline"], before["site"], sure=True)
    sure = _fold(tail) in known or is_outlet(tail) or bool(url and agrees(tail, url))
    if not sure:
        is_name = (
            sign in "|»\\"
            and len(tail.split()) <= _LONGEST_TAIL_WORDS
            and tail[0].isupper()
            and not list(days_in(tail))
        )
        return (
            ParsedTitle(headline, tail, sure=False)
            if is_name and headline.count(" ") > 1
            else ParsedTitle(title, None, sure=False)
        )
    while sign in "|·•»\\" and (more := _TAIL.search(headline)) and (more["sign"] or "|").strip() == sign:
        headline = headline[: more.start()].strip()
    return ParsedTitle(headline or title, tail, sure=True)


def without_marks(title: str) -> str:
    """Return a title without "Fwd:" and the like before it."""
    return _FORWARDED.sub("", title).strip()


def is_forwarded(title: str) -> bool:
    """Tell whether a subject says that somebody passes a letter on."""
    return re.match(r"(?:fwd?|wg|tr|rv|enc|vs|i)\s?:", title, re.IGNORECASE) is not None


def series_of(title: str) -> str | None:
    """Return the name of the series of which a title names one issue, as in "Harbour Letter #12"; None without one."""
    numbered = _SERIES.fullmatch(title)
    if numbered:
        return numbered["name"].strip()
    for day in days_in(title):
        name = _WEEKDAY_AT_END.sub("", title[: day.start]).rstrip(" –—-:|,·(")
        after = _ISSUE.fullmatch(title, day.end)
        is_named = _KINDS.search(name) or (after and after[0].strip(" )]"))
        if after and is_named and len(name.split()) <= _LONGEST_TAIL_WORDS:
            return name
    return None


def days_at_end(title: str) -> date | None:
    """Return the one day that a title names at its end or its beginning; None where it is about a day, or several."""
    found = list(days_in(title))
    if len(found) != 1:
        return None
    is_at_an_end = _ISSUE.fullmatch(title, found[0].end) or not title[: found[0].start].strip("([ ")
    return found[0].day if is_at_an_end else None


def is_slug(title: str) -> bool:
    """Tell whether a title is the name of a file or a page and no headline."""
    return _SLUG.fullmatch(title) is not None and re.search(r"[-_]\w+[-_]", title) is not None


def same_words(one: str, other: str) -> bool:
    """Tell whether two titles have the same words, whatever their quotation marks, hyphens and capitals."""
    return _fold(one) == _fold(other)


def _fold(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
