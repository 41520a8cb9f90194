"""What the bars say of passages."""

from briefreader.model.analysis import Analysis
from briefreader.model.article import ArticleRow
from briefreader.model.citation import Citation, Resolution
from briefreader.model.claim import Support
from briefreader.model.document import Document, InlineSpan
from briefreader.model.evidence import Field
from briefreader.model.link_hosts import shown_host
from briefreader.model.span import Span
from briefreader.views.reading import Reading

GUESS = " (?)"
"""Behind what the head of an article says, where it is a guess."""
_RESOLVED: dict[Resolution, str] = {
    "known": "known source",
    "named": "as named in the text",
    "domain": "from the web address",
    "reference": "from the reference list",
    "origin": "from the article's origin",
    "reader": "set by you",
    "unnamed": "unnamed",
}


def passage_line(reading: Reading, active: Span) -> str:
    """Return what the active passage is: a citation or a claim, and the target of the link that follow opens there."""
    link = link_at(reading.document, active.start)
    target = f"→ {shown_host(link.target)}" if link else ""
    cited = next((one for one in reading.analysis.citations if one.span == active), None)
    about = citation_line(cited) if cited else claim_line(reading.analysis, active)
    return "  ".join(filter(None, (about, target)))


def link_at(document: Document, offset: int) -> InlineSpan | None:
    """Return the link at a character."""
    links = (inline for inline in document.inlines if inline.style == "link")
    return next((link for link in links if link.span.start <= offset < link.span.end), None)


def claim_line(analysis: Analysis, active: Span) -> str:
    """Return which claim a passage is, of what kind, and whether something supports it; empty for none."""
    claims = [claim for claim in analysis.claims if claim.checkable]
    for number, claim in enumerate(claims, start=1):
        if claim.span == active:
            own = _sources(analysis, claim.own_support)
            named = own or _sources(analysis, claim.support)
            verb = "cites" if own else f"{claim.support[-1].basis} cites" if named else ""
            support = f"{verb} {', '.join(named)}" if named else "anonymous source" if claim.support else "uncited"
            author = f"  author: {claim.stance[0].polarity}" if claim.stance else ""
            return f"claim {number}/{len(claims)}  {claim.type}  {support}{author}"
    return ""


def _sources(analysis: Analysis, supports: tuple[Support, ...]) -> list[str]:
    """Return who is cited, each once, in order."""
    cited = [analysis.citations[support.citation].source for support in supports]
    return list(dict.fromkeys(source for source in cited if source))


def citation_line(citation: Citation) -> str:
    """Return who is cited, for what work, of which day, and how that was told."""
    source = citation.canonical_source or "unnamed source"
    parts = [source, citation.document or ""]
    if citation.via:
        parts.append(f"via {citation.via}")
    if citation.date and citation.date.first and citation.date.last:
        first, last = citation.date.first, citation.date.last
        parts.append(f"{first:%d %b %Y}" if first == last else f"{first:%d %b} to {last:%d %b %Y}")
    type_ = "" if citation.source_type == "unknown" else f"{citation.source_type}, "
    parts.append(f"({type_}{_RESOLVED[citation.resolution]})")
    return "  ".join(filter(None, parts))


def cited_address(reading: Reading, citation: Citation) -> str | None:
    """Return the address of what is cited: as cited here, the article's original, or as cited elsewhere in it."""
    origin = reading.article.origin
    original = origin.url if origin and citation.form == "origin" else None
    source = citation.canonical_source
    elsewhere = (one.url for one in reading.analysis.citations if source and one.canonical_source == source)
    return citation.url or original or next(filter(None, elsewhere), None)


def head_line(article: ArticleRow) -> str:
    """Return outlet, byline, day and origin of an article, each that is a guess followed by :data:`GUESS`."""
    day = article.published_on
    said: tuple[tuple[Field, str | None], ...] = (
        ("publisher", article.publisher or "no publisher"),
        ("byline", article.byline and f"by {article.byline}"),
        ("date", f"{day.day} {day:%b %Y}" if day else "no date"),
        ("origin", article.origin_name and f"after {article.origin_name}"),
    )
    return " · ".join(f"{words}{GUESS if name in article.guessed else ''}" for name, words in said if words)
