"""What is known by its number or name: moments, versions, ranks, spans of time, documents with a number, scores."""

import re
from collections.abc import Callable, Iterator

from briefreader.analysis.amounts.amounts import number_of
from briefreader.analysis.amounts.binding_words import (
    ASKED,
    BEHIND,
    BY_A_COURT,
    METRIC_CLASS,
    NUMBER_OF,
    SCORE_OF,
    UNKNOWN,
)
from briefreader.analysis.amounts.bindings import Bound
from briefreader.model.span import Span

_REACH = 64
_ABOUT = 0.02
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TIME = re.compile(r"\b(?:[01]?\d|2[0-3]):[0-5]\d\s?(?:UTC|GMT|ET|EST|EDT|PT|PST|PDT|BST|CET)\b")
_VERSION = re.compile(r"(?:\b[vV]ersion |\b[vV]|@)(?P<version>\d+\.\d+\.\d+)\b")
_IN_YEAR = re.compile(
    r"\b(?P<what>released|founded|launched|created|established|born|built|introduced|acquired|incorporated)"
    r" (?P<when>during or before|in or before|before|in)(?: or before)?"
    r" (?P<year>(?:19|20)\d\d)(?P<open> (?:and|or) earlier)?\b"
)
_MOMENT = (
    r"(?P<month{n}>[A-Z][a-z]{{2,8}})\.? (?P<day{n}>\d{{1,2}}),? (?:at )?"
    r"(?P<hour{n}>\d{{1,2}}):(?P<minute{n}>\d\d)(?:\s?[A-Z]{{3}})?"
)
_FROM_TO = re.compile(
    rf"\b(?:from|between) (?:approximately |about |around )?{_MOMENT.format(n=1)},?"
    rf" (?:to|until|and) (?:approximately |about |around )?{_MOMENT.format(n=2)}"
)
_RANK = re.compile(
    r"\b(?:No\.|number|#)\s?(?P<n>\d{1,3}|one|two|three) (?:spot |place )?(?:in|on) (?:the )?(?P<of>(?:[\w’']+ ?){1,3})"
)
_NUMBERED = re.compile(r"\b(?P<name>[A-Z][a-z]+ [A-Z][a-z]+) (?P<n>\d{3,6})\b")
_SCORE = re.compile(r"\b(?P<name>CVSS)\b(?: [a-z]\w*){0,3}?:? (?P<n>\d{1,2}\.\d)\b")
_SUIT = re.compile(
    r"\b[Tt]he ?(?P<one>lawsuits?|suits?|complaints?),? (?:which (?:was|were) )?filed\b"
    r"|\b(?:separate|second|another) (?:lawsuit|suit|complaint)\b"
)
_BEHIND = re.compile(
    r"\b(?P<unknown>(?:not (?:\w+ )?known|unknown|unclear|not (?:\w+ )?clear) who (?:is|was) )?"
    r"(?:behind|responsible for)\b"
)
_CLOCK, _LONG_NUMBER = re.compile(":"), re.compile(r"\d\d\d")
_COURT = r"(?:(?:a|the) )?(?:[\w-]{1,20} ){0,2}(?:[Jj]udge|[Cc]ourt)s?\b"
_BY_A_COURT = re.compile(
    rf"\b(?P<asked>(?:ask|request|urg|petition|seek)(?:s|ed|ing|e[sd])? (?:that )?{_COURT})"
    rf"|\b{_COURT}(?: (?!to\b)[\w,]{{1,20}}){{0,5}}? (?:block|rul|grant|den[iy]|reject|dismiss|upheld|uphold|struck"
    r"|strik|order|declar|halt|overturn|revers)(?:s|ed|es|ies|ied|ing|e[sd]|ck|ken)?\b",
)
_RATED = re.compile(r"\bCVE-\d{4}-\d{4,}\b")


def find_named(text: str, span: Span) -> list[Bound]:
    """Return the named figures of a sentence, each kind in the order of the text."""
    return [
        bound
        for cue, pattern, read in _KINDS
        if cue.search(text, span.start, span.end)
        for match in pattern.finditer(text, span.start, span.end)
        for bound in read(match, span)
    ]


def _moment(match: re.Match[str], _: Span) -> Iterator[Bound]:
    yield Bound(_of(match), f"at {' '.join(match[0].split())}", "", None, None)


def _version(match: re.Match[str], _: Span) -> Iterator[Bound]:
    yield Bound(_of(match), f"version {match['version']}", "", None, None)


def _in_year(match: re.Match[str], _: Span) -> Iterator[Bound]:
    """Yield the years that something was made in; a year before another one has no lower end."""
    year = float(match["year"])
    is_open = "before" in match["when"] or match["open"] is not None
    yield Bound(
        _of(match), f"{match['what']} in year", "", None if is_open else year, year - (match["when"] == "before")
    )


def _from_to(match: re.Match[str], span: Span) -> Iterator[Bound]:
    """Yield how long something took that is given by its beginning and end."""
    hours = _hours_between(match)
    before = [*METRIC_CLASS.finditer(match.string, max(span.start, match.start() - _REACH), match.start())]
    if hours and before:
        what = str(before[-1].lastgroup).replace("_", " ")
        yield Bound(_of(match), what, "hour", hours * (1 - _ABOUT), hours * (1 + _ABOUT))


def _rank(match: re.Match[str], _: Span) -> Iterator[Bound]:
    value = number_of(match["n"])
    yield Bound(_of(match), f"rank in {' '.join(match['of'].split()[:2]).casefold()}", "", value, value)


def _numbered(match: re.Match[str], _: Span) -> Iterator[Bound]:
    if not _YEAR.fullmatch(match["n"]):
        yield Bound(_of(match), f"{NUMBER_OF}{match['name'].casefold()}", "", float(match["n"]), float(match["n"]))


def _score(match: re.Match[str], span: Span) -> Iterator[Bound]:
    """Yield the score of the one thing that the sentence rates."""
    rated = tuple({found[0] for found in _RATED.finditer(match.string, span.start, span.end)})
    if len(rated) == 1:
        score = float(match["n"])
        yield Bound(_of(match), f"{SCORE_OF}{match['name'].casefold()}", "", score, score, rated)


def _suit(match: re.Match[str], _: Span) -> Iterator[Bound]:
    """Yield whether there is one suit or several."""
    is_one = match["one"] is not None and not match["one"].endswith("s")
    yield Bound(_of(match), "lawsuit", "", 1.0 if is_one else 2.0, 1.0 if is_one else None)


def _behind(match: re.Match[str], _: Span) -> Iterator[Bound]:
    yield Bound(_of(match), BEHIND, "", None, None, (), (UNKNOWN,) if match["unknown"] else ())


def _decided(match: re.Match[str], _: Span) -> Iterator[Bound]:
    yield Bound(_of(match), BY_A_COURT, "", None, None, (), (ASKED,) if match["asked"] else ())


_KINDS: tuple[tuple[re.Pattern[str], re.Pattern[str], Callable[[re.Match[str], Span], Iterator[Bound]]], ...] = (
    (_CLOCK, _TIME, _moment),
    (re.compile(r"\.\d+\.\d"), _VERSION, _version),
    (_LONG_NUMBER, _IN_YEAR, _in_year),
    (_CLOCK, _FROM_TO, _from_to),
    (re.compile("No\\.|umber|#"), _RANK, _rank),
    (_LONG_NUMBER, _NUMBERED, _numbered),
    (re.compile("CVSS"), _SCORE, _score),
    (re.compile("suit|omplaint"), _SUIT, _suit),
    (re.compile("behind|responsible for"), _BEHIND, _behind),
    (re.compile("[Jj]udge|[Cc]ourt"), _BY_A_COURT, _decided),
)
"""What each match holds and few sentences do, found in a sixth of the time; the pattern; and what it says."""


def _hours_between(match: re.Match[str]) -> float:
    """Return the hours between two moments of one month; 0 where that cannot be told."""
    if match["month1"] != match["month2"]:
        return 0.0
    days, hours, minutes = (int(match[f"{part}2"]) - int(match[f"{part}1"]) for part in ("day", "hour", "minute"))
    return max(0.0, days * 24.0 + hours + minutes / 60)


def _of(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
