"""Citations that speak for a whole document or name nobody: origin lines, hearsay, links and references."""

import re
from collections.abc import Iterator

from briefreader.analysis.gazetteer import identify
from briefreader.analysis.names import CAPITALISED, DOMAIN, bare, can_be_source
from briefreader.model.citation import Citation, CitationForm
from briefreader.model.document import Document
from briefreader.model.span import Span

_ORIGIN_ANCHOR = re.compile(
    r"ublished (?:on|by|in)|urated from|yndicated from|dapted from|irst (?:reported|appeared) (?:in|on|by)"
    r"|riginally appeared|lives (?:on|at)|rights belong|[Rr]ead (?:the )?(?:full|original|more|complete)"
    r"|(?:^|\n|\()(?:[Vv]ia|[Ss]ource|SOURCE|h/t)\b"
)
_ORIGIN = re.compile(
    r"(?:(?:(?:[Oo]riginally|[Ff]irst)\s(?:published|appeared|posted|reported)\s(?:on|by|in|at)"
    r"|(?:[Cc]urated|[Rr]epublished|[Ss]yndicated|[Aa]dapted)\sfrom"
    r"|[Rr]ead\s(?:the\s)?(?:full|original|complete|entire)?\s?(?:article|story|piece|post|report)\s(?:on|at|in|from)"
    r"|(?:full\s)?(?:content|article|story|piece|report)\slives\s(?:on|at)"
    r"|(?:original\scontent\sand\s)?rights\sbelong\sto|(?:[Vv]ia|[Ss]ource|SOURCE|h/t)\s?:?)\s(?!Read\b)"
    rf"(?P<name>{DOMAIN}|(?:(?!Read\b){CAPITALISED})(?:\s(?!Read\b){CAPITALISED}){{0,3}})"
    r"|Read\sthe\sfull\s(?:piece|article|story)\sat\sthe\ssource"
    r"|[Rr]ead\s(?:the\s)?(?:original|full\s(?:article|story|piece|post)|more)(?=\s*(?:→|»|>|\.|$)))",
    re.MULTILINE,
)
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|rumou?red(?:ly)?"
    r"|(?:people|persons?|sources?)\s(?:familiar|close|briefed)\s(?:with|to|on)\s(?:the\s\w+)"
    r"|(?:unnamed|anonymous)\s(?:sources?|officials?|people)|(?:media|press|news)\sreports?|sources\s(?:say|said|told)"
    r"|(?:early|some)\s(?:indicators|indications|signs)\s(?:show|suggest|point)"
    r"|(?:experts?|analysts?|critics|observers|insiders|studies|research)\s"
    r"(?:say|says|said|show|shows|suggest|suggests|believe|warn|estimate|expect|predict)"
    r"|(?:is|are)\ssaid\sto|it\sis\sunderstood)\b",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s<>()\[\]]+[^\s<>()\[\].,;:!?'\"]")
_REFERENCE = re.compile(r"(?<=[\w.,;:!?\"”’)%])\s?\[(\^?\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\](?!\(|:)")
_SITE = re.compile(r"https?://(?:www\.)?([^/\s?#:]+)", re.IGNORECASE)
_REACH_BEFORE, _REACH_AFTER = 14, 80


def find_origins(text: str) -> Iterator[Citation]:
    """Yield origin lines: who first published what the whole document says ("curated from …")."""
    for anchor in _ORIGIN_ANCHOR.finditer(text):
        line_start = text.rfind("\n", 0, anchor.start() + 1) + 1
        line_end = text.find("\n", anchor.end())
        line_end = len(text) if line_end < 0 else line_end
        match = _ORIGIN.search(
            text,
            max(line_start, anchor.start() - _REACH_BEFORE),
            min(line_end + 1, anchor.end() + _REACH_AFTER),
        )
        if match and (match["name"] is None or can_be_source(bare(match["name"]))):
            end = match.start() + len(match[0].rstrip(".,"))
            yield _citation(match.start(), end, "origin", bare(match["name"] or "") or None)


def find_hearsay(text: str) -> Iterator[Citation]:
    """Yield places where something is said without a name ("reportedly", "people familiar with")."""
    for match in _HEARSAY.finditer(text):
        yield _citation(*match.span(), "hearsay", None)


def find_links(document: Document) -> Iterator[Citation]:
    """Yield links to web pages, bare addresses and numbered references."""
    for inline in document.inlines:
        if inline.style == "link" and (site := _SITE.match(inline.target)):
            span = inline.span
            yield _citation(span.start, span.end, "link", site[1], inline.target)
    for match in _URL.finditer(document.text) if "://" in document.text else ():
        site = _SITE.match(match[0])
        yield _citation(*match.span(), "url", site[1] if site else None, match[0])
    for match in _REFERENCE.finditer(document.text) if "[" in document.text else ():
        yield _citation(match.start(1) - 1, match.end(), "ref", match[1])


def _citation(start: int, end: int, form: CitationForm, source: str | None, url: str | None = None) -> Citation:
    known = identify(source) if source else None
    return Citation(
        span=Span(start, end),
        form=form,
        source=source,
        canonical_source=known.name if known else None,
        source_type=known.type if known else "unknown",
        url=url,
    )
