"""Documents and analyses as compact JSON: lists in the order of the fields, loaded in about a millisecond."""

import json
from datetime import date
from typing import Any

from briefreader.model.analysis import Analysis, Term, WatchLine
from briefreader.model.citation import Citation
from briefreader.model.claim import Claim, Quantity
from briefreader.model.document import Block, Document, InlineSpan
from briefreader.model.interval import Interval
from briefreader.model.span import Span


def encode_layout(document: Document) -> str:
    """Return the blocks and inline spans of a document; its text is kept beside them."""
    blocks = [_from_block(block) for block in document.blocks]
    inlines = [[i.span.start, i.span.end, i.style, i.target] for i in document.inlines]
    return _dump({"blocks": blocks, "inlines": inlines})


def decode_document(text: str, layout: str) -> Document:
    """Return the document of :func:`encode_layout`."""
    fields = json.loads(layout)
    return Document(text, tuple(map(_block, fields["blocks"])), tuple(map(_inline, fields["inlines"])))


_USUAL: tuple[Any, ...] = (None, None, None, "body", 0, "", 0, [], [])
"""What the fields of a block are when they are left out at its end."""


def _from_block(block: Block) -> list[Any]:
    """Return the fields of a block without the usual ones at its end, which are most of them."""
    place = [block.kind, block.start, block.end, block.role, block.level]
    row = [*place, block.marker, block.quote, [list(cells) for cells in block.rows], list(block.right)]
    while row[-1] == _USUAL[len(row) - 1]:
        row.pop()
    return row


def _block(row: list[Any]) -> Block:
    kind, start, end, role, level, marker, quote, rows, right = (*row, *_USUAL[len(row) :])
    return Block(
        kind=kind,
        start=start,
        end=end,
        role=role,
        level=level,
        marker=marker,
        quote=quote,
        rows=tuple(tuple((first, last) for first, last in cells) for cells in rows),
        right=tuple(right),
    )


def _inline(row: list[Any]) -> InlineSpan:
    return InlineSpan(span=Span(row[0], row[1]), style=row[2], target=row[3])


def encode_analysis(analysis: Analysis) -> str:
    """Return all facts of an analysis."""
    return _dump(
        {
            "citations": [_from_citation(citation) for citation in analysis.citations],
            "claims": [_from_claim(claim) for claim in analysis.claims],
            "watch": [[*_from_span(w.span), _from_interval(w.due)] for w in analysis.watch_lines],
            "terms": [[t.term, t.meaning, *_from_span(t.span)] for t in analysis.terms],
        }
    )


def decode_analysis(facts: str) -> Analysis:
    """Return the analysis of :func:`encode_analysis`."""
    fields = json.loads(facts)
    return Analysis(
        citations=tuple(map(_citation, fields["citations"])),
        claims=tuple(map(_claim, fields["claims"])),
        watch_lines=tuple(WatchLine(Span(row[0], row[1]), _interval(row[2])) for row in fields["watch"]),
        terms=tuple(Term(row[0], row[1], Span(row[2], row[3])) for row in fields["terms"]),
    )


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _from_span(span: Span) -> list[int]:
    return [span.start, span.end]


def _from_interval(interval: Interval | None) -> list[str | None] | None:
    if interval is None:
        return None
    return [day.isoformat() if day else None for day in (interval.first, interval.last)]


def _interval(row: list[str | None] | None) -> Interval | None:
    if row is None:
        return None
    first, last = (date.fromisoformat(day) if day else None for day in row)
    return Interval(first, last)


def _from_citation(citation: Citation) -> list[Any]:
    return [
        *_from_span(citation.span),
        citation.form,
        citation.source,
        citation.canonical_source,
        citation.source_type,
        citation.document,
        _from_interval(citation.date),
        citation.url,
    ]


def _citation(row: list[Any]) -> Citation:
    start, end, form, source, canonical, type_, document, day, url = row
    return Citation(
        span=Span(start, end),
        form=form,
        source=source,
        canonical_source=canonical,
        source_type=type_,
        document=document,
        date=_interval(day),
        url=url,
    )


def _from_claim(claim: Claim) -> list[Any]:
    return [
        *_from_span(claim.span),
        claim.type,
        claim.worth,
        claim.attributed,
        claim.hedged,
        claim.citations,
        [[*_from_span(q.span), q.low, q.high, q.unit, q.comparator, q.kind] for q in claim.quantities],
        _from_interval(claim.horizon),
    ]


def _claim(row: list[Any]) -> Claim:
    start, end, type_, worth, attributed, hedged, citations, quantities, horizon = row
    return Claim(
        span=Span(start, end),
        type=type_,
        worth=worth,
        attributed=attributed,
        hedged=hedged,
        citations=tuple(citations),
        quantities=tuple(map(_quantity, quantities)),
        horizon=_interval(horizon),
    )


def _quantity(row: list[Any]) -> Quantity:
    start, end, low, high, unit, comparator, kind = row
    return Quantity(span=Span(start, end), low=low, high=high, unit=unit, comparator=comparator, kind=kind)
