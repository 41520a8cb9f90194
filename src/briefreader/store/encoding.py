"""Documents and analyses as compact JSON: lists in the order of the fields, loaded in about a millisecond."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from briefreader.model.analysis import Analysis, Entity, Term, WatchLine
from briefreader.model.citation import Citation
from briefreader.model.claim import AuthorStance, Claim, Quantity, Support
from briefreader.model.date_mention import DateMention
from briefreader.model.document import Block, Document, InlineSpan
from briefreader.model.evidence import Evidence
from briefreader.model.finding import Finding
from briefreader.model.interval import Interval
from briefreader.model.span import Span
from briefreader.model.statement import Statement


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


def encode_evidence(evidence: Sequence[Evidence]) -> str | None:
    """Return where the fields of an article's metadata were read; None where nothing is known of that."""
    return _dump({one.field: [one.place, one.confidence] for one in evidence}) if evidence else None


def decode_evidence(kept: str | None) -> tuple[Evidence, ...]:
    """Return the evidence of :func:`encode_evidence`."""
    fields = json.loads(kept) if kept else {}
    return tuple(Evidence(name, place, confidence) for name, (place, confidence) in fields.items())


_STATED = 16
"""How many fields a statement has; those of an older analysis are left out."""


def encode_analysis(analysis: Analysis) -> str:
    """Return all facts of an analysis but its statements, which :func:`encode_statements` returns."""
    return _dump(
        {
            "citations": [_from_citation(citation) for citation in analysis.citations],
            "claims": [_from_claim(claim) for claim in analysis.claims],
            "watch": [[*_from_span(w.span), _from_interval(w.due)] for w in analysis.watch_lines],
            "terms": [[t.term, t.meaning, *_from_span(t.span)] for t in analysis.terms],
            "dates": [[*_from_span(d.span), _from_interval(d.interval), d.kind, d.basis] for d in analysis.dates],
            "entities": [[e.name, e.kind, [_from_span(span) for span in e.spans]] for e in analysis.entities],
            "findings": [_from_finding(finding) for finding in analysis.findings],
        }
    )


def encode_statements(analysis: Analysis) -> str:
    """Return the statements of an analysis, each with what cross-check shows of its claim."""
    claims = {claim.span: claim for claim in analysis.claims}
    return _dump([_from_statement(statement, analysis, claims) for statement in analysis.statements])


def decode_analysis(facts: str, statements: str) -> Analysis:
    """Return the analysis of :func:`encode_analysis` and :func:`encode_statements`."""
    fields = json.loads(facts)
    return Analysis(
        citations=tuple(map(_citation, fields["citations"])),
        claims=tuple(map(_claim, fields["claims"])),
        watch_lines=tuple(WatchLine(Span(row[0], row[1]), _interval(row[2])) for row in fields["watch"]),
        terms=tuple(Term(row[0], row[1], Span(row[2], row[3])) for row in fields["terms"]),
        dates=tuple(map(_date, fields.get("dates", ()))),
        entities=tuple(
            Entity(name, kind, tuple(Span(*span) for span in spans)) for name, kind, spans in fields.get("entities", ())
        ),
        statements=tuple(_statement(row) for row in json.loads(statements) if len(row) == _STATED),
        findings=tuple(map(_finding, fields.get("findings", ()))),
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


def _date(row: list[Any]) -> DateMention:
    start, end, interval, kind, basis = row
    return DateMention(Span(start, end), _interval(interval) or Interval(None, None), kind, basis)


def _from_statement(statement: Statement, analysis: Analysis, claims: Mapping[Span, Claim]) -> list[Any]:
    """Return the fields of a statement, its key first, and what cross-check shows of its claim.

    A sentence that is no claim is worth nothing and has no sources.
    """
    claim = claims.get(statement.span)
    sources = [analysis.citations[number].canonical_source for number in claim.citations] if claim else []
    return [
        statement.key,
        _from_span(statement.span),
        statement.family,
        statement.parties,
        statement.period,
        statement.receivers,
        statement.low,
        statement.high,
        statement.modality,
        statement.is_exclusive,
        statement.is_scoped,
        statement.limits,
        statement.kinds,
        statement.words and _from_span(statement.words),
        claim.worth if claim else 0,
        [*dict.fromkeys(source for source in sources if source)],
    ]


Said = tuple[Statement, int, tuple[str, ...]]
"""A statement with the worth and the sources of its claim."""


def decode_said(statements: str) -> list[Said]:
    """Return the statements of :func:`encode_statements`, without those of an older analysis."""
    return [(_statement(row), row[-2], tuple(row[-1])) for row in json.loads(statements) if len(row) == _STATED]


def _statement(row: Sequence[Any]) -> Statement:
    _, span, family, parties, period, receivers, low, high, modality, is_exclusive, is_scoped, *bound = row
    limits, kinds, words, *_ = bound
    return Statement(
        span=Span(*span),
        family=family,
        parties=tuple(parties),
        period=period,
        receivers=tuple(receivers),
        low=low,
        high=high,
        modality=modality,
        is_exclusive=is_exclusive,
        is_scoped=is_scoped,
        limits=tuple(limits),
        kinds=tuple(kinds),
        words=Span(*words) if words else None,
    )


def _from_finding(finding: Finding) -> list[Any]:
    span, other = (None if place is None else _from_span(place) for place in (finding.span, finding.other))
    return [finding.rule, finding.severity, finding.message, span, other]


def _finding(row: list[Any]) -> Finding:
    rule, severity, message, span, other = row
    return Finding(rule=rule, severity=severity, message=message, span=_span(span), other=_span(other))


def _span(row: list[int] | None) -> Span | None:
    return Span(*row) if row else None


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
        citation.resolution,
        citation.person,
        citation.via,
        _from_span(citation.target) if citation.target else None,
    ]


def _citation(row: list[Any]) -> Citation:
    start, end, form, source, canonical, type_, document, day, url, *rest = row
    told: tuple[Any, ...] = tuple(rest) or ("named" if source else "unnamed", None, None, None)
    resolution, person, via, target = told
    return Citation(
        span=Span(start, end),
        form=form,
        source=source,
        canonical_source=canonical,
        source_type=type_,
        resolution=resolution,
        document=document,
        person=person,
        via=via,
        date=_interval(day),
        url=url,
        target=_span(target),
    )


def _from_claim(claim: Claim) -> list[Any]:
    return [
        *_from_span(claim.span),
        claim.type,
        claim.worth,
        claim.attributed,
        claim.hedged,
        [[s.citation, *_from_span(s.scope), *([] if s.basis == "sentence" else [s.basis])] for s in claim.support],
        [[*_from_span(q.span), q.low, q.high, q.unit, q.comparator, q.kind] for q in claim.quantities],
        _from_interval(claim.horizon),
        claim.conditional,
        [[s.target, s.polarity, s.basis] for s in claim.stance],
    ]


def _claim(row: list[Any]) -> Claim:
    start, end, type_, worth, attributed, hedged, support, quantities, horizon, *rest = row
    conditional, *_, stance = rest or (False, ())
    span = Span(start, end)
    return Claim(
        span=span,
        type=type_,
        worth=worth,
        attributed=attributed,
        hedged=hedged,
        conditional=conditional,
        support=tuple(_support(part, span) for part in support),
        quantities=tuple(map(_quantity, quantities)),
        stance=tuple(AuthorStance(*part) for part in stance),
        horizon=_interval(horizon),
    )


def _support(row: list[Any] | int, claim: Span) -> Support:
    """Read a citation's place with its scope; analyses of version 1 had the place alone."""
    return Support(row, claim) if isinstance(row, int) else Support(row[0], Span(row[1], row[2]), *row[3:])


def _quantity(row: list[Any]) -> Quantity:
    start, end, low, high, unit, comparator, kind = row
    return Quantity(span=Span(start, end), low=low, high=high, unit=unit, comparator=comparator, kind=kind)
