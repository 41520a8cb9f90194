"""Narrative citations: a named source and a verb of saying, or "according to".

Method: the verb is found first; then the noun phrase that ends before it is read in a bounded window: a name, a name
with a role and a person ("Nvidia CEO Jensen Huang"), a name with a work ("A Gartner study (May 2026)"), people of a
name ("Analysts at Exane"), a work that a name has seen. Verbs that are often something else ("states", "calls",
"reports earnings", "sees") need a known authority or a work before them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefreader.analysis.citations import attribution_words as verbs
from briefreader.analysis.citations.citing import cite
from briefreader.analysis.citations.further_attributions import find_in_other_languages, find_possessed
from briefreader.analysis.citations.said_days import day_said
from briefreader.analysis.dates.dates import DateContext, find_dates
from briefreader.analysis.names.gazetteer import identify, is_known
from briefreader.analysis.names.names import (
    CAPITALISED,
    DOMAIN,
    NAME,
    ROLE,
    ROLES,
    WORK,
    WORKS,
    bare,
    can_be_source,
    without_title,
)
from briefreader.analysis.text.patterns import matches_of, one_of
from briefreader.model.citation import Citation, SourceType
from briefreader.model.interval import Interval
from briefreader.model.span import Span

_WORD_OF_THAT = re.compile(r"\s(?:that|in|on|to|as|it|the|a|an|its|no|only|about|for|how|what|why|whether)\b")
_VERB = re.compile(rf" ({one_of([*verbs.SAYING, *verbs.NEEDS_OBJECT])}|painted a picture)(?![\w-])")
_REPORTS_ITSELF = re.compile(
    r"\s(?:earnings|results|profits?|revenues?|sales|on\s|next|its\s|a\s(?:profit|loss)|first|second|third"
    r"|fourth|Q[1-4]|record"
    r"|strong|weak|after|before|quarterly|annual|half|full|fiscal|the\sday|to\s)"
)
_CONDITION_BEFORE = re.compile(r"\b(?:whether|if|when|unless|until|once|should|what|how|as soon as)\s$")
_ADVERBS = (
    "has have had also later recently reportedly publicly repeatedly then once again now still further itself himself "
    "herself themselves separately previously already since first explicitly privately"
).split()
_DATED = (
    r"(?:\s(?:from|on|of|dated)\s(?:the\s)?(?:\d{1,2}\s)?[A-Z][a-z]+(?:\s\d{1,2}(?:st|nd|rd"
    r"|th)?)?(?:,?\s(?:19|20)\d\d)?)?(?:\s\((?P<dated>[^()\n]{3,30})\))?"
)
_DET = r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ne|[Tt]wo|[Nn]ew)\s)?"
_NAME = re.compile(rf"(?<![\w’'.-]){NAME}(?:\s\d{{1,2}}(?![\d-]))?")
_REST = re.compile(
    rf"(?P<rest>(?:,?\s(?:[a-z-]+\s){{0,2}}?(?P<role>{ROLE})(?:\s(?P<person>{NAME}))?)?"
    rf"(?:\s(?:[a-z-]+\s){{0,3}}?(?P<work>{WORK}))?(?:\s(?:with|led\sby)\s{NAME})?{_DATED})"
    rf"(?:,[^,;\n]{{3,80}},)?\s(?:(?:{one_of(_ADVERBS)}|\w+ly)\s)*"
)
_LEAD = re.compile(
    rf"(?:^|(?<![\w’'-]))(?:{_DET}(?:(?P<people>[A-Z]?[a-z]+s)\s(?:at|from|with|of|for)\s"
    rf"|(?P<seen>(?:[A-Z][a-z]+\s)?{WORK})\s(?:seen|obtained|reviewed|published|released|issued|compiled|by|from"
    rf"|of|on)(?:\sby)?\s)(?:the\s)?"
    r"|(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ne|[Tt]wo|[Nn]ew)\s)$"
)
_LEAD_REACH = 48
_AFTER_VERB = re.compile(
    rf"\s(?P<name>(?:the\s)?{NAME}(?:[’']s\s{NAME})?(?:\s(?:[a-z-]+\s){{0,2}}?{ROLE}\s{NAME})?)"
    r"(?=[,.;:—–]|\s(?:in|on|at|of|who|during|while|after|when|as|to|adding|about|the|last|this|and|late|early)\b|$)"
)
_ACCORDING_ANCHORS = (
    re.compile(
        r" (?:according to |(?:first )?reported by |citing [A-Zatino]|quoting [A-Zat]|which cited [A-Z]"
        r"|data (?:from|by|com)|estimates (?:from|by|com)|figures (?:from|by|com)"
        r"|study (?:by|from) |report (?:by|from) |survey (?:by|from) |analysis (?:by|from) |research (?:by|from) "
        r"|note (?:by|from) |t(?:old|ells) (?:the )?[A-Z]|per (?:the |an? )?[A-Z]"
        r"|(?:study|paper|article|report|research) (?:published )?in )"
    ),
    re.compile(
        r"According to |Reported by |As (?:first )?reported|Citing |Quoting |Data (?:from|com)"
        r"|Estimates (?:from|by)|Figures (?:from|by)|Per (?:the |an? )?[A-Z]"
    ),
)
_OUTLET_NOUN = (
    r"(?:newspaper|daily|weekly|magazine|broadcaster|news\s(?:site|agency|outlet)|website|site|paper|outlet"
    r"|portal|radio)"
)
_ACCORDING = re.compile(
    r"\b(?P<cue>[Aa]ccording\sto|[Aa]s\s(?:first\s)?reported\sby|[Rr]eported\sby|[Cc]iting|[Qq]uoting|which\scited"
    r"|(?:[Dd]ata|[Ee]stimates|[Ff]igures)\s(?:from|by|compiled\sby)"
    r"|(?:(?:[Aa]n?|[Tt]he)\s)?(?:study|report|survey|analysis|research|note)\s(?:by|from)|[Pp]er|told|tells"
    r"|(?:(?:[Aa]n?|[Tt]he|[Nn]ew)\s)*(?:study|paper|article|report|research)\s(?:published\s)?in(?:\sthe\sjournal)?"
    r"|(?:compiled|confirmed|corroborated|tracked|collected|cited|published)\sby|sourced(?:\s\w+)?\sto)\s"
    r"(?P<early>an?\s(?:[a-z]+\s)?[A-Z][a-z]+(?:\s\d{1,2},?)?(?:\s20\d\d)?\s"
    r"(?:report|study|survey|note|analysis|paper|estimate|release)\s(?:by|from|in)\s)?"
    r"(?P<name>(?:(?:a|an|the|its|his|her|their)\s)?(?:(?:[a-z][a-z-]+)\s){0,4}?"
    rf"(?:(?:[A-Z]\w+\s){{0,3}}{_OUTLET_NOUN}\s(?={CAPITALISED}))?"
    rf"(?:{NAME}|{DOMAIN})(?:[’']s\s{NAME})?)(?P<document>[’']s\s(?:[a-z-]+\s){{0,2}}?{WORK})?"
    rf"(?P<dated>{_DATED.replace('(?P<dated>', '(?:')})"
)
_LED = re.compile(rf"(?:[Tt]he|[Aa]n?)\s(?P<name>{CAPITALISED}(?:\s{CAPITALISED})*)-led\s(?P<work>{WORK})")
_YEAR_IN_PARENTHESES = re.compile(r"\((?P<year>(?:19|20)\d\d)[a-z]?\)(?=\s[a-z])")
_AUTHORS = re.compile(rf"(?<![\w’'.-])(?P<name>{NAME}(?:\s(?:and|&)\s{NAME}|\set\sal\.?)?)\s$")
_OPENING = re.compile(
    r"(?:On|By|In|Last|Since|Until|At|But|And|As|While|When)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day\s)?(?:the\s)?"
)
_PERSON_OF = re.compile(
    r"((?!Bank|University|Department|Ministry|Federal|Institute|Council|House|Board|Office|Bureau|Chamber|Court"
    r"|People)"
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2}) (?:of|at|from) "
)
"""Jane Doe of Orrin Partners."""
_ROLE_FIRST = re.compile(rf"(?:[A-Z][a-z]+ )?(?i:{ROLE}) ({CAPITALISED}(?: {CAPITALISED})+)$")
"""Chief executive Jane Doe."""
_POSSESSIVE = re.compile(r"[’']s?\s")
_TELLING_SOMEBODY = ("told", "tells")
"""Whom they are told is a citation too."""
_LONGEST_ASIDE = 30
_WEAK_CUES = ("per", "told", "tells")
_DONE_BY = ("compiled", "confirmed", "corroborated", "tracked", "collected", "cited", "published", "sourced")
_IN_JOURNAL = re.compile(r".*\sin(?:\sthe\sjournal)?")
_WORK_BEHIND = re.compile(rf"\s(?:[a-z]+\s)?{WORK}")
"""What makes a document of whoever "per" stands before: "per Orrin press release"."""
_ACTING_NOUN = re.compile(r"[A-Z][a-z]{2,}ing")
_AUTHORITY = re.compile(
    r"\b(?:Institut[eo]?|Commission|Ministry|Bureau|Agency|Authority|University|Statistics|Observatory|Association"
    r"|Federation|Council|Chamber of|Research|Economics|Ratings|Central Bank|Bank of|Reserve Bank|Laborator(?:y|ies)"
    r"|Cent(?:re|er) (?:for|of)|Office (?:for|of)|Geological Survey)\b"
)
"""What bodies are called that say how things are or will be."""
_PHRASE_REACH, _ACCORDING_REACH, _AUTHORS_REACH = 110, 90, 60


class _Setting(NamedTuple):
    """What every narrative citation is read in."""

    text: str
    context: DateContext
    named: frozenset[str]
    """Names in small letters that the article elsewhere has as sources."""


def find_attributions(text: str, context: DateContext, named: frozenset[str] = frozenset()) -> Iterator[Citation]:
    """Yield narrative citations; the span is the name with its verb, or the cue with the name after it.

    ``named`` are names in small letters that the article elsewhere has as sources.
    """
    setting = _Setting(text, context, named)
    yield from _accordings(setting)
    yield from find_possessed(text)
    yield from find_in_other_languages(text, context)
    for match in _LED.finditer(text) if "-led " in text else ():
        yield cite(Span(*match.span()), "narrative", match["name"], document=match["work"])
    yield from _with_years(text, context)
    for verb in _VERB.finditer(text):
        yield from _before(setting, verb)
        if verb[1] in verbs.INVERTED:
            yield from _after(text, verb)


def _with_years(text: str, context: DateContext) -> Iterator[Citation]:
    """Yield authors before a year in parentheses: "Okafor and Lindqvist (2025)"."""
    for match in _YEAR_IN_PARENTHESES.finditer(text):
        low = max(0, match.start() - _AUTHORS_REACH)
        low = max(low, text.rfind("\n", low, match.start()) + 1)
        authors = _AUTHORS.search(text[low : match.start()])
        if authors and can_be_source(bare(authors["name"])):
            span = Span(low + authors.start("name"), match.end())
            yield cite(span, "narrative", bare(authors["name"]), date=_date_of(match["year"], context))


def _accordings(setting: _Setting) -> Iterator[Citation]:
    text = setting.text
    for anchor in matches_of(_ACCORDING_ANCHORS, text):
        low, high = max(0, anchor.start() - len("as first ")), anchor.end() + _ACCORDING_REACH
        match = _ACCORDING.search(text, low, high)
        if not match or match.start() > anchor.end():
            continue
        name = _name_in(match["name"])
        cue = match["cue"].lower()
        owner = _owner(name)
        trusted = is_known(owner) or owner.lower() in setting.named
        work = _WORK_BEHIND.match(text, match.end()) if cue == "per" and not match["dated"] else None
        weak = (cue in _WEAK_CUES and not (trusted or work) and not (cue == "told" and " " in name)) or (
            (cue.startswith(_DONE_BY) or _IN_JOURNAL.fullmatch(cue))
            and not (trusted and identify(owner).type != "company")
        )
        if name and can_be_source(name) and not weak:
            end = match.end("document" if match["document"] else "name") + len(match["dated"] or "")
            span = Span(match.start(), work.end() if work else end)
            day = _date_of(match["dated"] or match["early"] or "", setting.context)
            yield cite(span, "narrative", _owner(name), date=day)


_AFTER_OUTLET_NOUN = re.compile(rf"^.*\b{_OUTLET_NOUN}\s(?=[A-Z])")


def _name_in(words: str) -> str:
    """Return the capitalised end of "the local news site Telex"."""
    parts = _AFTER_OUTLET_NOUN.sub("", words).split()
    while parts and parts[0].islower() and not re.fullmatch(DOMAIN, parts[0]):
        parts.pop(0)
    return bare(" ".join(parts))


def _before(setting: _Setting, verb: re.Match[str]) -> Iterator[Citation]:
    text = setting.text
    at = verb.start() + 1
    low = max(0, at - _PHRASE_REACH)
    low = max(low, text.rfind("\n", low, at) + 1)
    before = text[low:at]
    if not _may_end_a_phrase(before):
        return
    for name in _NAME.finditer(before):
        rest = _REST.fullmatch(before, name.end())
        if rest:
            yield from _cited(setting, low, verb, name, rest)
            return


def _cited(
    setting: _Setting, low: int, verb: re.Match[str], found: re.Match[str], rest: re.Match[str]
) -> Iterator[Citation]:
    """Yield the citation of a name with what stands before and after it, if the verb makes it one."""
    before = found.string
    opening = _OPENING.match(found[0])
    start = found.start() + (opening.end() if opening else 0)
    name = bare(found[0][opening.end() :] if opening else found[0])
    reach = max(0, found.start() - _LEAD_REACH)
    lead = None if opening else _LEAD.search(before[reach : found.start()])
    if lead:
        start = reach + lead.start()
    people = lead["people"] if lead else None
    work = rest["work"] or (lead["seen"] if lead else None) or _work_at_end(name)
    if _CONDITION_BEFORE.search(before[:start]) or not can_be_source(name):
        return
    if people and people.lower() in ("most", "some", "many", "all", "members", "customers", "shares"):
        return
    source = _owner(name)
    if _is_none(name, verb[1], rest, people):
        return
    if _says(setting, verb, source, work=work or people or rest["role"]):
        day = _date_of(rest["dated"] or before[start : rest.end("rest")], setting.context)
        day = day or day_said(setting.text, verb.end(), verb[1], setting.context)
        apart = verb[1] in _TELLING_SOMEBODY or rest.end() - rest.end("rest") > _LONGEST_ASIDE
        yield cite(
            Span(low + start, low + rest.end("rest") if apart else verb.end()),
            "narrative",
            without_title(source),
            document=work,
            person=rest["person"],
            date=day,
        )


def _is_none(name: str, verb: str, rest: re.Match[str], people: str | None) -> bool:
    """Tell what looks like a name with a verb and is none.

    "Institutional flows data indicates" has an adjective, "…, a move officials said" others who say it,
    "Treasury note" a noun, and "Waiting tells" what is done.
    """
    if rest["work"] and rest["work"] != rest["rest"].strip():
        named = is_known(name) or " " in name or name.isupper() or name.endswith(("’s", "'s"))
        if not named:
            return True
    if rest["role"] and rest["rest"].startswith(",") and rest["role"].endswith("s"):
        return True
    if verb in ("tells", "shows", "finds", "suggests") and _ACTING_NOUN.fullmatch(name) and not is_known(name):
        return True
    return verb in verbs.PLAIN and not (people or _is_plural(name, rest["role"]))


def _work_at_end(name: str) -> str | None:
    """Return the last word of a title such as "Oil Market Report" if it is a kind of work."""
    last = name.rsplit(" ", 1)[-1]
    return last if " " in name and _WORK_ALONE.fullmatch(last.lower()) else None


_WORK_ALONE = re.compile(WORK)


def _may_end_a_phrase(before: str) -> bool:
    """Tell quickly whether a name or a work can stand before the verb."""
    word = before[:-1].rsplit(" ", 1)[-1]
    if not word:
        return False
    return (
        word[0].isupper()
        or word[0].isdigit()
        or word[-1] in '),”"'
        or any(letter.isupper() for letter in word)
        or word[-2:] in ("ly", "’s", "'s")
        or word in _ENDS
    )


_ENDS = frozenset(phrase.split()[-1] for phrase in (*WORKS, *ROLES, "filings")) | frozenset(_ADVERBS)


def _after(text: str, verb: re.Match[str]) -> Iterator[Citation]:
    """Read the inverted order: “…,” said Jane Doe."""
    before = text[verb.start() - 1 : verb.start()]
    if before not in tuple(",”\"’'"):
        return
    match = _AFTER_VERB.match(text, verb.end())
    if match and can_be_source(bare(match["name"])):
        person = _PERSON_OF.match(match["name"])
        start, end = (match.start("name"), match.start("name") + person.end(1)) if person else match.span("name")
        yield cite(Span(verb.start() + 1, end), "narrative", _owner(bare(text[start:end])))


def _says(setting: _Setting, verb: re.Match[str], source: str, *, work: str | None) -> bool:
    """Tell a verb of saying from its homographs: "states", "calls", "reports earnings"."""
    word = verb[1]
    after = setting.text[verb.end() : verb.end() + 24]
    type_ = identify(source).type
    if type_ == "unknown" and source.lower() in setting.named:
        type_ = "publisher"
    if type_ == "unknown" and _AUTHORITY.search(source):
        type_ = "analyst"
    if not work and (word in verbs.DEALING or (word in verbs.ACTING and type_ not in _ALWAYS_SOURCES)):
        return False
    return _means_saying(word, after, type_, work)


def _means_saying(word: str, after: str, type_: SourceType, work: str | None) -> bool:
    known = type_ != "unknown" or bool(work)
    if word == "reports":
        return known and not _REPORTS_ITSELF.match(after)
    always = type_ in _ALWAYS_SOURCES and after[:1] in (" ", ":", ",")
    if always or word in verbs.NEEDS_THAT:
        return word not in verbs.NEEDS_THAT or after.startswith(" that ")
    clause = bool(_WORD_OF_THAT.match(after))
    if word in verbs.NEEDS_CLAUSE or word in verbs.CLAIMING:
        return clause or (word in verbs.CLAIMING and after[:1] == " " and type_ != "unknown")
    if word in verbs.NEEDS_ANYTHING:
        return after[:1] == " "
    if word in verbs.NEEDS_WORK:
        has_authority = type_ in ("regulator", "analyst", "data")
        return bool(work) or (has_authority and clause)
    return word not in verbs.NEEDS_AUTHORITY or (after[:1] == " " and known)


def _is_plural(name: str, role: str | None) -> bool:
    return " and " in name or " & " in name or bool(role and role.endswith("s"))


_ALWAYS_SOURCES = frozenset({"wire", "publisher", "data"})
"""Who is named with a verb of telling only as a source."""


def _owner(name: str) -> str:
    """Of "Bloomberg’s Mark Gurman" return Bloomberg, of "Musk’s xAI" the company, of "AMD CEO Lisa Su" AMD."""
    parts = _POSSESSIVE.split(name)
    if len(parts) > 1:
        return parts[-1] if is_known(parts[-1]) and not is_known(parts[0]) else parts[0]
    if is_known(name):
        return name
    named = _ROLE_FIRST.match(name)
    if named:
        return named[1]
    words = re.split(rf",?\s(?:[a-z-]+\s)*?{ROLE}", name)
    return words[0].removesuffix("-led") if words[0] else name


def _date_of(words: str, context: DateContext) -> Interval | None:
    dates = find_dates(words, context) if any(letter.isdigit() for letter in words) else []
    if not dates and re.fullmatch(r"(?:19|20)\d\d", words):
        dates = find_dates(f"in {words}", context)
    return dates[0].interval if dates else None
