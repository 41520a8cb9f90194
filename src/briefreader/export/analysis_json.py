"""An analysis as one line of JSON, schema ``briefreader.analysis/1``."""

import json
from typing import Any

from briefreader.model.analysis import Analysis
from briefreader.model.article import Article
from briefreader.model.citation import Citation
from briefreader.model.claim import Claim, Quantity
from briefreader.model.date_mention import DateMention
from briefreader.model.finding import Finding
from briefreader.model.interval import Interval

SCHEMA = "briefreader.analysis/1"


def render_analysis(file: str, article: Article, analysis: Analysis) -> str:
    """Return one line; offsets are code points into ``text``, ends exclusive."""
    origin = article.origin
    return json.dumps(
        {
            "schema": SCHEMA,
            "file": file,
            "text": article.document.text,
            "title": article.title,
            "publisher": article.publisher,
            "published": article.published_on.isoformat() if article.published_on else None,
            "origin": {"name": origin.name, "url": origin.url} if origin else None,
            "body_blocks": [
                {"start": block.start, "end": block.end, "kind": block.kind, "role": block.role}
                for block in article.document.blocks
            ],
            "citations": [_citation(n, c) for n, c in enumerate(analysis.citations)],
            "claims": [_claim(number, claim) for number, claim in enumerate(analysis.claims)],
            "dates": [_date(mention) for mention in analysis.dates],
            "findings": [finding_fields(finding) for finding in analysis.findings],
            "watch_items": [
                {
                    "start": line.span.start,
                    "end": line.span.end,
                    "text": line.span.of(article.document.text),
                    "due": _interval(line.due),
                }
                for line in analysis.watch_lines
            ],
            "entities": [
                {"name": entity.name, "kind": entity.kind, "spans": [[s.start, s.end] for s in entity.spans]}
                for entity in analysis.entities
            ],
            "terms": [{"term": term.term, "meaning": term.meaning} for term in analysis.terms],
        },
        ensure_ascii=False,
    )


def _interval(interval: Interval | None) -> list[str | None] | None:
    if interval is None:
        return None
    return [day.isoformat() if day else None for day in (interval.first, interval.last)]


def _citation(number: int, citation: Citation) -> dict[str, Any]:
    return {
        "id": f"c{number}",
        "start": citation.span.start,
        "end": citation.span.end,
        "form": citation.form,
        "source": citation.source,
        "canonical_source": citation.canonical_source,
        "source_type": citation.source_type,
        "document": citation.document,
        "person": citation.person,
        "date": _interval(citation.date),
        "resolution": citation.resolution,
        "via": citation.via,
        "url": citation.url,
        "target": [citation.target.start, citation.target.end] if citation.target else None,
    }


def _date(mention: DateMention) -> dict[str, Any]:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "interval": _interval(mention.interval),
        "edtf": mention.edtf,
        "kind": mention.kind,
        "basis": mention.basis,
    }


def finding_fields(finding: Finding) -> dict[str, Any]:
    """Return a finding as JSON has it."""
    span, other = finding.span, finding.other
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "other": [other.start, other.end] if other else None,
    }


def _claim(number: int, claim: Claim) -> dict[str, Any]:
    return {
        "id": f"k{number}",
        "start": claim.span.start,
        "end": claim.span.end,
        "type": claim.type,
        "worth": claim.worth,
        "attributed": claim.attributed,
        "hedged": claim.hedged,
        "conditional": claim.conditional,
        "citations": [f"c{place}" for place in claim.citations],
        "scopes": [[support.scope.start, support.scope.end] for support in claim.support],
        "bases": [support.basis for support in claim.support],
        "quantities": [_quantity(quantity) for quantity in claim.quantities],
        "horizon": {"interval": _interval(claim.horizon)} if claim.horizon else None,
        "stance": [{"target": s.target, "polarity": s.polarity, "basis": s.basis} for s in claim.stance],
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "lo": quantity.low,
        "hi": quantity.high,
        "unit": quantity.unit,
        "op": quantity.comparator,
        "kind": quantity.kind,
    }
