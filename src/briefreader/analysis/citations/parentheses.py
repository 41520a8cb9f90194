"""Citations in parentheses and brackets: "(Source, document, day)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefreader.analysis.citations.citing import cite
from briefreader.analysis.citations.entries import (
    day_in,
    is_day,
    is_plain_name,
    known_start,
    plain_times,
    with_spelled_days,
)
from briefreader.analysis.dates.dates import DateContext, find_dates
from briefreader.analysis.dates.periods import year
from briefreader.analysis.names.gazetteer import identify, is_known
from briefreader.analysis.names.names import DOMAIN, NAME, ROLE, WORK
from briefreader.model.citation import Citation
from briefreader.model.interval import Interval
from briefreader.model.span import Span

_PARENTHESIS = re.compile(r"\(([^()\n]{2,240})\)|\[(?<!\[\[)([A-Z][^\[\]()\n]{2,240})\](?![(\]])")
_ROUND = re.compile(r"\(([^()\n]{2,240})\)")
"""The same in a text without square brackets: begins with one character, so that the scan is several times faster."""
_GLOSS = re.compile(
    r"(?:formerly|previously|now|also|aka|a\.k\.a|i\.e|e\.g|such as|including|excluding|or|and|see|for example|up|down"
    r"|about|roughly|approx|by|in|on|from|since|until|as|at|with|without|not|no|page|pp?\.|fig|table|figure|section"
    r"|chapter|vol|which|who|that|the company|pictured|left|right|above|below|both|due|expected|ticker|nasdaq|nyse|lse"
    r"|born|photo|image|credit|compared|versus|vs|excl|incl|like|especially|mainly|mostly|part of|then)\b",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"(?:via|sources?|per|according to|h/t|hat tip|citing|reported(?: [^()\n]{3,20})? by"
    r"|originally published (?:on|by|in))\s*:?\s+(.+)$",
    re.IGNORECASE,
)
_ACCESS = re.compile(
    r"(?:,?\s(?:paywall(?:ed)?|subscription|subscribers? only|registration(?: required)?|gated|free to read)"
    r"|\s?[$£🔒🔐])$"
)
"""What a reader needs to read the source: "(Orrin Times, paywalled)"."""
_OTHERS = re.compile(r",?\s(?:and|among) others$")
_NAME_ONLY = re.compile(rf"(?:[Tt]he\s)?(?:{NAME}|{DOMAIN})$")
_WORK_WORD = re.compile(WORK, re.IGNORECASE)
_ROLE_WORD = re.compile(ROLE)
_QUOTED_TITLE = re.compile(r"[“\"„«][^”\"“»]+[,.]?[”\"“»]|[‘'][^’']{6,}[,.]?[’'](?=,|$)")
_YEAR_LAST = re.compile(r"(?<=[,\s])((?:19|20)\d\d)$")
_VIA = re.compile(r"\s(?:via|citing|quoting)\s")
_TWO = re.compile(r"\s(?:and|und|et|y)\s")
_NAMED_ALONE = frozenset({"wire", "publisher", "analyst", "data", "regulator"})
_OUTLET = re.compile(
    r"\b(?:Journal|Times|Post|News|Daily|Weekly|Herald|Tribune|Gazette|Review|Bulletin|Observer|Chronicle"
    r"|Magazine|Press"
    r"|Insider|Monitor|Digest|Telegraph|Research|Intelligence|Analytics|Institute|Bureau|Agency|Statistics|Zeitung|Wire"
    r"|Securities|Ratings|Advisors|Advisory|Economics|Commission|Ministry)\b"
)
_ACRONYM_LENGTH = 5
_LONGEST_ACRONYM = 8
_GLOSS_REACH = 80
_CLASS_REACH = 24
_CLASS_BEFORE = re.compile(
    r"\b(?i:newsrooms?|outlets?|publishers?|agenc(?:y|ies)|media|(?:news)?papers?|broadcasters?|banks?|brokers?|firms?"
    r"|companies|regulators?|websites?|wires?|sources\s(?:operational|online|available|monitored|checked|queried))\s$"
)
"""What stands before a list of examples of its kind."""
_PERSON_BEFORE = re.compile(r"\b[A-Z][a-z]+\s[A-Z][a-z]+\s$")
"""Whose firm is named behind a person."""
_FEWEST_OF_A_HABIT = 5
_AT_END = re.compile(
    r"\((?:(?<=[\w.!?。！？”\"]\()|(?<=[\w.!?。！？”\"]\s\())(?P<name>[^()\n$£]{2,40})[\s$£]*\)(?=[.。]?(?:[\s+]|$))"
)
_ONE_NAME = re.compile(r"[^,/\s](?:[^,/]*[^,/\s])?")
_PLACE_IN_WORK = re.compile(
    r"\b(?:pp?\.\s?\d|(?:Note|Exhibit|Item|Annex|Art(?:icle|\.)?|Section|Table|Slide|Chapter)\s\d|§)"
)
"""A page, a note or the like: what has one is a document."""
_FILING = re.compile(r"\b(?:10-[KQ]|8-K|20-F|6-K|S-1|F-1|DEF 14A|13[FDG]|Form \d+\w?)\b")


def find_in_parentheses(text: str, context: DateContext, named: frozenset[str] = frozenset()) -> Iterator[Citation]:
    """Yield citations in order; several sources in one pair of parentheses share its span."""
    habit = _habit(text)
    for match in (_PARENTHESIS if "[" in text else _ROUND).finditer(text):
        group = 1 if match[1] else 2
        introduced = _INTRODUCED.match(match[group])
        if not introduced and _GLOSS.match(match[group].lstrip()):
            continue
        if introduced:
            yield from _introduced(text, match, introduced, match.start(group), context)
        elif is_day(match[group]):
            continue
        elif (alone := match[group].strip(" $£")) and (alone.lower() in named or alone in habit):
            yield cite(Span(*match.span()), "paren", alone)
        elif not _is_acronym_of(match[group], text[max(0, match.start() - _GLOSS_REACH) : match.start()]):
            yield from cite_list(text, Span(*match.span(group)), match, context)


def _introduced(
    text: str, match: re.Match[str], introduced: re.Match[str], at: int, context: DateContext
) -> Iterator[Citation]:
    """Yield the sources of "via Orrin" or "reported 4 May by Orrin and others"; ``at`` is where these words begin."""
    words = introduced.string
    day = day_in(words[: introduced.start(1)], context)
    others = _OTHERS.search(words)
    end = at + (others.start() if others else len(words))
    for citation in cite_list(text, Span(at + introduced.start(1), end), match, context):
        yield replace(citation, date=citation.date or day)


def _habit(text: str) -> frozenset[str]:
    """Return the names alone in brackets at the ends of lines and sentences, where the author cites so throughout."""
    names = [match["name"].strip() for match in _AT_END.finditer(text)]
    names = [name for name in names if is_plain_name(name)]
    known = sum(identify(name).type in _NAMED_ALONE and not _is_acronym(name) for name in names)
    return frozenset(names) if len(names) >= _FEWEST_OF_A_HABIT and known > 1 else frozenset()


def cite_list(text: str, inner: Span, match: re.Match[str], context: DateContext) -> Iterator[Citation]:
    """Yield the sources of "Source, document, day; Source, …": one alone with its brackets, several each by itself."""
    introduced = inner.start > match.start() + 1
    access = _ACCESS.search(text, inner.start, inner.end)
    inner = Span(inner.start, access.start()) if access and access.start() > inner.start else inner
    places = _places(text, inner)
    entries = [(span, entry) for span in places if (entry := Entry.read(span.of(text), context))]
    alone = len(places) == 1
    if alone and "/" in inner.of(text) and not introduced and (first := known_start(inner.of(text).split("/")[0])):
        yield cite(Span(*match.span()), "paren", first, date=day_in(inner.of(text), context))
        return
    is_example = bool(_CLASS_BEFORE.search(text, max(0, match.start() - _CLASS_REACH), match.start())) or (
        alone
        and identify(inner.of(text)).type == "analyst"
        and bool(_PERSON_BEFORE.search(text, max(0, match.start() - _CLASS_REACH), match.start()))
    )
    if is_example and not introduced:
        return
    if alone and (named := _names(text, inner, introduced=introduced)):
        entries = [(span, entry) for span in named if (entry := Entry.read(span.of(text), context))]
    elif len(entries) < len(places) and not introduced:
        entries = [(span, entry) for span, entry in entries if entry.date or entry.bare_year or entry.work]
    sure = introduced or len(entries) > len(places) or any(one.is_citation(alone=alone) for _, one in entries)
    for span, entry in entries if sure else ():
        if entry.can_be_one:
            yield from entry.as_citations(Span(*match.span()) if len(entries) == 1 and alone else span)


def _places(text: str, inner: Span) -> list[Span]:
    """Return the parts between semicolons."""
    hidden = _QUOTED_TITLE.sub(lambda title: title[0].replace(";", "\1"), inner.of(text))
    return [
        Span(inner.start + part.start(), inner.start + len(hidden[: part.end()].rstrip()))
        for part in re.finditer(r"[^;\s][^;]*", hidden)
    ]


def _names(text: str, inner: Span, *, introduced: bool) -> list[Span]:
    """Return the names of "CNBC, FT, MarketWatch" where they are nothing else and most of them are outlets."""
    end = inner.start + len(re.split(r"\s[—–]\s", inner.of(text))[0])
    found = [Span(*part.span()) for part in _ONE_NAME.finditer(text, inner.start, end)]
    names = [span.of(text) for span in found]
    if len(names) < 2 or not all(map(is_plain_name, names)):  # noqa: PLR2004 - a list has two
        return []
    outlets = sum(bool(known_start(name)) or bool(_WORK_WORD.search(name)) for name in names)
    return found if introduced or outlets * 2 > len(names) else []


def _is_acronym(name: str) -> bool:
    """Tell whether a name is letters that may as well be a gloss; those of publishers are not."""
    return name.isupper() and len(name) <= _ACRONYM_LENGTH and identify(name).type not in ("wire", "publisher")


def _is_acronym_of(words: str, before: str) -> bool:
    """Tell whether letters in brackets stand for the words before them: "International Energy Agency (IEA)"."""
    letters = words.strip().rstrip("s")
    if not (letters.isupper() and letters.isalnum() and len(letters) <= _LONGEST_ACRONYM):
        return False
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z][\w’'-]*", before) if word[0].isupper())
    return initials.upper().endswith(letters) or initials[-len(letters) :].startswith(letters[0])


@dataclass(frozen=True, slots=True)
class Entry:
    """A source, its work and its day, as they stand between semicolons or in a list of references."""

    name: str
    fields: tuple[str, ...]
    """What stands after the name, between commas."""
    date: Interval | None
    bare_year: Interval | None

    @classmethod
    def read(cls, part: str, context: DateContext) -> "Entry | None":
        """Read one entry; None when it begins with no name."""
        part = plain_times(with_spelled_days(part))
        hidden = _QUOTED_TITLE.sub(lambda title: title[0].replace(",", "\0"), part)
        fields = [words.replace("\0", ",").strip() for words in hidden.split(",")]
        while (
            len(fields) > 1
            and (" & " in fields[1] or is_known(f"{fields[0]}, {fields[1]}"))
            and fields[1][:1].isupper()
        ):
            fields[:2] = [f"{fields[0]}, {fields[1]}"]
        name = fields[0].rstrip(".")
        if not (name[:1].isupper() or "." in name or re.match(r"[a-z]{1,3}[A-Z]", name)):
            return None
        dates = find_dates(part, context)
        if dates and dates[0].span.start == 0:
            return None  # a bare date
        if dates and dates[0].span.start < len(name) and (cut := part[: dates[0].span.start].rstrip(" (,")):
            name = cut  # "Gartner May 2026", without the comma
        last_year = None if dates else _YEAR_LAST.search(part.rstrip(".)"))
        if last_year and last_year[1] in name:
            name = name.replace(last_year[1], "").rstrip(" (")
        bare_year = year(int(last_year[1])) if last_year else None
        return cls(name, tuple(fields[1:]), dates[-1].interval if dates else None, bare_year)

    @property
    def work(self) -> str | None:
        """The kind of work, as the entry has it."""
        return next((words for words in self.fields if _WORK_WORD.search(words)), None)

    @property
    def can_be_one(self) -> bool:
        """Whether the name looks like a source's."""
        name = _VIA.split(self.name)[0]
        return (
            self.is_document
            or is_known(name)
            or bool(_NAME_ONLY.match(name))
            or (bool(self.date) and bool(_NAME_ONLY.match(_bare(name))))
        )

    @property
    def is_document(self) -> bool:
        """Whether a page or the kind of a filing says that it is a document."""
        words = ", ".join((self.name, *self.fields))
        return bool(_PLACE_IN_WORK.search(words) or _FILING.search(words))

    def is_citation(self, *, alone: bool) -> bool:
        """Tell a citation from an alias, an acronym and a list of examples."""
        if not self.can_be_one:
            return False
        if self.is_document:
            return True
        known = sum(map(is_known, (self.name, *self.fields)))
        if known > 1 and not self.date:
            return False
        if (
            self.date
            or self.bare_year
            or any(map(_QUOTED_TITLE.fullmatch, self.fields))
            or (self.work and not _ROLE_WORD.search(self.work))
        ):
            return True
        if _VIA.search(self.name):
            return True
        type_ = identify(self.name).type
        acronym = _is_acronym(self.name)
        is_source = type_ in _NAMED_ALONE or bool(_OUTLET.search(self.name))
        return alone and not self.fields and not acronym and is_source

    def as_citations(self, span: Span) -> Iterator[Citation]:
        """Yield one citation, or one for each of two names that are joined by "and"."""
        first, *passed_on = _VIA.split(self.name)
        names = _TWO.split(first) if _TWO.search(first) and not is_known(first) else [first]
        if len(names) > 1 and not any(map(is_known, names)):
            names = [first]
        for name in names:
            citation = cite(
                span, "paren", known_start(name) or name, document=self.work, date=self.date or self.bare_year
            )
            yield replace(citation, via=passed_on[0]) if passed_on else citation


def _bare(name: str) -> str:
    """Return a name without the small words of its kind ("Exane analysts", "Fed minutes")."""
    return " ".join(word for word in name.split() if not word.islower())
