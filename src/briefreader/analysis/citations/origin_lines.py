"""Citations that speak for a whole document or name nobody: origin lines and hearsay."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefreader.analysis.citations.citing import cite
from briefreader.analysis.names.names import CAPITALISED, DOMAIN, bare, can_be_source
from briefreader.analysis.text.patterns import matches_of, one_of, spelled_out
from briefreader.model.citation import Citation
from briefreader.model.span import Span

_ORIGIN_ANCHORS = (
    re.compile(
        r" (?:originally |first (?:reported|published|appeared|posted) |curated from|republished|syndicated"
        r"|adapted from|lives (?:on|at)|rights belong|read (?:the |full |original ))"
    ),
    re.compile(r"Originally |First |Curated|Republished|Syndicated|Adapted|Read |H/t|Via |Hat tip"),
    re.compile("via "),
    re.compile("h/t"),
)
_SOME = rf"(?:(?!Read\b){CAPITALISED})(?:\s(?!Read\b)(?:(?:of|for|and|&)\s(?:the\s)?)?{CAPITALISED}){{0,4}}"
_ORIGIN = re.compile(
    r"(?:(?:(?:[Oo]riginally|[Ff]irst)\s(?:published|appeared|posted|reported)\s(?:on|by|in|at)"
    r"|(?:[Cc]urated|[Rr]epublished|[Ss]yndicated|[Aa]dapted)\sfrom"
    r"|[Rr]ead\s(?:the\s)?(?:full|original|complete|entire)?\s?(?:article|story|piece|post|report)\s(?:on|at|in|from)"
    r"|(?:full\s)?(?:content|article|story|piece|report)\slives\s(?:on|at)"
    r"|(?:original\scontent\sand\s)?rights\sbelong\sto|(?:(?<=\()|(?<=\n)|(?<=^))[Vv]ia|[Hh]/t"
    r"|Hat\stip(?:\sto)?)\s?:?\s(?!Read\b)"
    rf"(?:the\s)?(?P<name>{DOMAIN}|{_SOME})"
    r"|Read\sthe\sfull\s(?:piece|article|story)\sat\sthe\ssource"
    r"|[Rr]ead\s(?:the\s)?(?:original|full\s(?:article|story|piece|post)|more)(?=\s*(?:→|»|>|\.|$)))",
    re.MULTILINE,
)
_HEARSAY_CORES = (
    re.compile(
        " (?:"
        + one_of(
            spelled_out(
                "reportedly/allegedly/purportedly/supposedly/rumor/rumour/unnamed/anonymous; familiar with; close to;"
                "briefed on/by; knowledge of; direct knowledge of; media/press/news/local/unconfirmed reports;"
                "sources say/said/told; indicators/indications/signs/data/figures/reports show/suggest/point/indicate;"
                "expert/experts/analyst/analysts/critics/observers/insiders/studies/research"
                " sa/show/suggest/believe/warn/estimate/expect/predict;"
                "is/are said/understood/thought/believed to; it is understood; market talk/chatter"
            )
        )
        + "|citing |quoting )"
    ),
    re.compile(
        "Reportedly|Allegedly|Rumou?r|Experts|Analysts|Critics|Observers|Insiders|Studies|Research|Sources"
        "|Media|Press|Unconfirmed|Unnamed|Anonymous|It is understood|Market (?:talk|chatter)"
    ),
)
_COUNT = (
    r"(?:(?:two|three|four|five|several|some|multiple|many|other|a\snumber\sof|a|one|senior|former|company"
    r"|government|industry|bank|unnamed)\s){0,3}"
)
_WHO = (
    r"(?:people|persons?|sources?|executives?|officials?|bankers?|lawyers?|employees|managers|investors"
    r"|insiders|diplomats|traders)"
)
_HEARSAY = re.compile(
    r"\b(?=\w)(?:reportedly|allegedly|purportedly|supposedly|rumou?red(?:ly)?"
    rf"|{_COUNT}{_WHO}\s(?:who\s(?:are|were)\s)?(?:familiar\swith|close\sto|briefed\s(?:on|by)|(?:with"
    rf"|having)\s(?:direct\s)?knowledge\sof)"
    r"\s(?:the\s|its\s|his\s|their\s)?(?:\w+)(?:\s(?:situation|matter|plan|plans|deal|talks|discussions))?"
    rf"|(?:unnamed|anonymous)\s{_WHO}|(?<=citing\s)(?:\w+\s){{0,2}}{_WHO}|(?<=quoting\s)(?:\w+\s){{0,2}}{_WHO}"
    r"|(?:(?:unconfirmed|media|press|news|local)\s)+reports?(?:\s(?:suggest|indicate|say)s?)?"
    r"|sources\s(?:say|said|told)"
    r"|(?:early|some|preliminary)\s(?:indicators|indications|signs|data|figures|reports)\s(?:show|suggest|point|indicate)"
    r"|(?:experts?|analysts?|critics|observers|insiders)(?=\s(?:say|says|said|believe|warn|estimate|expect|predict)\b)"
    r"|(?:studies|research)\s"
    r"(?:say|says|said|show|shows|suggest|suggests|believe|warn|estimate|expect|predict)\b"
    r"|(?:is|are)\s(?:said|understood|thought|believed)\sto|it\sis\sunderstood|rumou?rs?\s(?:suggest|say|has\sit"
    r"|that|of)|market\s(?:talk|chatter))",
    re.IGNORECASE,
)
_REACH_BEFORE, _REACH_AFTER = 28, 80
_HEARSAY_BEFORE, _HEARSAY_AFTER = 48, 72


def find_origins(text: str) -> Iterator[Citation]:
    """Yield origin lines: who first published what the whole document says ("curated from …")."""
    for anchor in matches_of(_ORIGIN_ANCHORS, text):
        low, high = max(0, anchor.start() - _REACH_BEFORE), min(len(text), anchor.end() + _REACH_AFTER)
        low = max(low, text.rfind("\n", low, anchor.start() + 1) + 1)
        line_end = text.find("\n", anchor.end(), high)
        high = high if line_end < 0 else line_end + 1
        match = next((m for m in _ORIGIN.finditer(text, low, high) if m.end() > anchor.end() - 1), None)
        if match and (match["name"] is None or can_be_source(bare(match["name"]))):
            end = match.start() + len(match[0].rstrip(".,"))
            name = match["name"] or ""  # a capital "The" in the middle of a line belongs to the name
            yield cite(
                Span(match.start(), end), "origin", (name.rstrip(".,") if name[:4] == "The " else bare(name)) or None
            )


def resolve_origins(citations: list[Citation]) -> list[Citation]:
    """Return the citations with each "read original" resolved to the one origin that the other lines name."""
    named = {citation.canonical_source for citation in citations if citation.form == "origin" and citation.source}
    if len(named) != 1:
        return citations
    known = next(citation for citation in citations if citation.form == "origin" and citation.source)
    return [
        replace(citation, canonical_source=known.canonical_source, source_type=known.source_type, resolution="origin")
        if citation.form == "origin" and citation.source is None
        else citation
        for citation in citations
    ]


def find_hearsay(text: str) -> Iterator[Citation]:
    """Yield places where something is said without a name ("reportedly", "people familiar with")."""
    past = 0
    for anchor in matches_of(_HEARSAY_CORES, text):
        low = max(past, anchor.start() - _HEARSAY_BEFORE)
        low = max(low, text.rfind("\n", low, anchor.start()) + 1)
        for match in _HEARSAY.finditer(text, low, min(len(text), anchor.end() + _HEARSAY_AFTER)):
            if match.end() > anchor.start() + 1 and match.start() <= anchor.end():
                yield cite(Span(*match.span()), "hearsay", None)
                past = match.end()
                break
