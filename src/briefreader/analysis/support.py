"""Which citations support which claim, and how much of it."""

from collections.abc import Sequence
from dataclasses import replace

from briefreader.model.citation import Citation, CitationForm
from briefreader.model.claim import Claim, Support
from briefreader.model.document import Document
from briefreader.model.span import Span

_JOINS = ("and", "but", "while", "whereas", "although", "which", "with")


def support_in(text: str, span: Span, citations: Sequence[Citation], first: int) -> tuple[Support, ...]:
    """Return the support in one sentence; ``first`` is the place of its first citation in the analysis.

    A citation in parentheses covers the words back to the one before it; one in running text those up to the next.
    """
    spans = list(dict.fromkeys(citation.span for citation in citations))
    if len(spans) < 2:  # noqa: PLR2004 - the only one covers all
        return tuple(Support(first + place, span) for place in range(len(citations)))
    forms = {citation.span: citation.form for citation in citations}
    scopes = {cited: _scope(text, span, spans, place, forms[cited]) for place, cited in enumerate(spans)}
    return tuple(Support(first + place, scopes[citation.span]) for place, citation in enumerate(citations))


def _scope(text: str, span: Span, spans: list[Span], place: int, form: CitationForm) -> Span:
    cited = spans[place]
    if form in ("narrative", "hearsay"):
        start = cited.start
        end = spans[place + 1].start if place + 1 < len(spans) else span.end
    else:
        start = spans[place - 1].end if place else span.start
        end = cited.start
    start, end = _trimmed(text, start, end)
    return Span(start, end) if start < end else span


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the space, the commas and the joining word at the ends of a clause."""
    while start < end and text[start] in " ,;—–-":
        start += 1
    while end > start and text[end - 1] in " ,;":
        end -= 1
    first = text[start : min(end, start + len("although "))].split(" ", 1)[0]
    return (start + len(first) + 1 if first.lower() in _JOINS else start), end


def with_weak_support(document: Document, claims: list[Claim], citations: Sequence[Citation]) -> list[Claim]:
    """Return the claims, those that cite nothing with what the next cited sentence of their block cites."""
    found = list(claims)
    following: tuple[int, ...] = ()
    block = None
    for place in range(len(claims) - 1, -1, -1):
        claim = claims[place]
        here = document.block_at(claim.span.start)
        if here is not block or (here and here.kind == "table"):
            block, following = here, ()
        named = tuple(c for c in claim.citations if citations[c].form in ("paren", "ref", "link", "url"))
        if named:
            following = named
        elif not claim.support and following:
            found[place] = replace(claim, weak_support=following)
    return found
