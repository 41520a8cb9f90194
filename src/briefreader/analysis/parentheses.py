"""Citations in parentheses and brackets: "(Source, document, day)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefreader.analysis.citing import cite
from briefreader.analysis.dates import DateContext, find_dates
from briefreader.analysis.gazetteer import identify, is_known
from briefreader.analysis.names import DOMAIN, NAME, ROLE, WORK
from briefreader.analysis.periods import year
from briefreader.model.citation import Citation
from briefreader.model.interval import Interval
from briefreader.model.span import Span

_PARENTHESIS = re.compile(r"\(([^()\n]{2,180})\)|\[([A-Z][^\[\]()\n]{2,180})\](?!\()")
_GLOSS = re.compile(
    r"(?:formerly|previously|now|also|aka|a\.k\.a|i\.e|e\.g|such as|including|excluding|or|and|see|for example|up|down"
    r"|about|roughly|approx|by|in|on|from|since|until|as|at|with|without|not|no|page|pp?\.|fig|table|figure|section"
    r"|chapter|vol|which|who|that|the company|pictured|left|right|above|below|both|due|expected|ticker|nasdaq|nyse|lse"
    r"|born|photo|image|credit|compared|versus|vs|excl|incl|like|especially|mainly|mostly|part of|then)\b",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"(?:via|sources?|per|according to|h/t|hat tip|citing|reported by|originally published (?:on|by|in))\s*:?\s+(.+)$",
    re.IGNORECASE,
)
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


def find_in_parentheses(text: str, context: DateContext) -> Iterator[Citation]:
    """Yield citations in order; several sources in one pair of parentheses share its span."""
    for match in _PARENTHESIS.finditer(text):
        body = (match[1] or match[2]).strip()
        introduced = _INTRODUCED.match(body)
        if not introduced and _GLOSS.match(body):
            continue
        words = introduced[1] if introduced else body
        yield from cite_list(words, Span(*match.span()), context, introduced=bool(introduced))


def cite_list(words: str, span: Span, context: DateContext, *, introduced: bool) -> Iterator[Citation]:
    """Yield the sources of "Source, document, day; Source, …", all at one span."""
    hidden = _QUOTED_TITLE.sub(lambda title: title[0].replace(";", "\1"), words)
    parts = [part.replace("\1", ";").strip() for part in hidden.split(";")]
    entries = [entry for part in parts if part and (entry := Entry.read(part, context))]
    if len(entries) < len([part for part in parts if part]) and not introduced:
        entries = [entry for entry in entries if entry.date or entry.bare_year or entry.work]
    sure = introduced or any(entry.is_citation(alone=len(parts) == 1) for entry in entries)
    for entry in entries if sure else ():
        if entry.can_be_one:
            yield from entry.as_citations(span)


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
            is_known(name) or bool(_NAME_ONLY.match(name)) or (bool(self.date) and bool(_NAME_ONLY.match(_bare(name))))
        )

    def is_citation(self, *, alone: bool) -> bool:
        """Tell a citation from an alias, an acronym and a list of examples."""
        if not self.can_be_one:
            return False
        known = sum(map(is_known, (self.name, *self.fields)))
        if known > 1 and not self.date:
            return False
        if self.date or self.bare_year or (self.work and not _ROLE_WORD.search(self.work)):
            return True
        if _VIA.search(self.name):
            return True
        acronym = self.name.isupper() and len(self.name) <= _ACRONYM_LENGTH
        is_source = identify(self.name).type in _NAMED_ALONE or bool(_OUTLET.search(self.name))
        return alone and not self.fields and not acronym and is_source

    def as_citations(self, span: Span) -> Iterator[Citation]:
        """Yield one citation, or one for each of two names that are joined by "and"."""
        first, *passed_on = _VIA.split(self.name)
        names = _TWO.split(first) if _TWO.search(first) and not is_known(first) else [first]
        if len(names) > 1 and not any(map(is_known, names)):
            names = [first]
        for name in names:
            citation = cite(span, "paren", name, document=self.work, date=self.date or self.bare_year)
            yield replace(citation, via=passed_on[0]) if passed_on else citation


def _bare(name: str) -> str:
    """Return a name without the small words of its kind ("Exane analysts", "Fed minutes")."""
    return " ".join(word for word in name.split() if not word.islower())
