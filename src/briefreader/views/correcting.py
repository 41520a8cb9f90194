"""The analysis as the reader has corrected it."""

from dataclasses import replace

from briefreader.model.analysis import Analysis
from briefreader.model.citation import Citation
from briefreader.model.claim import Claim, Support
from briefreader.model.correction import Correction, Silence
from briefreader.model.finding import QUIET, Finding
from briefreader.model.span import Span, TextQuote


def corrected(
    text: str, analysis: Analysis, corrections: tuple[Correction, ...], silences: tuple[Silence, ...]
) -> tuple[Analysis, tuple[Finding, ...]]:
    """Return the analysis with the reader's corrections, and the findings that are silenced in it.

    A correction applies where its words still stand: at its own span, else at their only other place.
    """
    for correction in corrections:
        span = place_of(text, correction)
        if span:
            analysis = _apply(analysis, correction, span)
    quiet = QUIET ^ {silence.rule for silence in silences}
    heard = tuple(finding for finding in analysis.findings if finding.rule not in quiet)
    hidden = tuple(finding for finding in analysis.findings if finding.rule in quiet)
    return (replace(analysis, findings=heard) if hidden else analysis), hidden


def place_of(text: str, correction: Correction) -> Span | None:
    """Return where a correction's words stand now; None when they are gone, or stand in several places."""
    return words_now(text, correction.span, correction.quote)


def words_now(text: str, span: Span, quote: TextQuote) -> Span | None:
    """Return where the words that were quoted at a span stand now; None when they are gone, or in several places."""
    exact = quote.exact
    if span.of(text) == exact:
        return span
    start = text.find(exact)
    if start < 0 or text.find(exact, start + 1) >= 0:
        return None
    return Span(start, start + len(exact))


def _apply(analysis: Analysis, correction: Correction, span: Span) -> Analysis:
    match correction.kind:
        case "no_claim":
            claims = tuple(claim for claim in analysis.claims if claim.span != span)
            findings = tuple(finding for finding in analysis.findings if finding.span != span)
            statements = tuple(statement for statement in analysis.statements if statement.span != span)
            return replace(analysis, claims=claims, findings=findings, statements=statements)
        case "claim":
            return replace(analysis, claims=_with_claim(analysis, span))
        case "source":
            return _with_source(analysis, span, correction.value)
        case "citation":
            return _with_citation(analysis, span, correction.value)


def _with_claim(analysis: Analysis, span: Span) -> tuple[Claim, ...]:
    """Return the claims with one at ``span``: what was held for an opinion becomes a state of things."""
    same = next((claim for claim in analysis.claims if claim.span == span), None)
    support = tuple(
        Support(place, span) for place, citation in enumerate(analysis.citations) if span.contains(citation.span)
    )
    made = (
        same
        if same and same.checkable
        else replace(same, type="state", worth=1)
        if same
        else Claim(
            span=span, type="state", worth=1, attributed=bool(support), hedged=False, conditional=False, support=support
        )
    )
    others = [claim for claim in analysis.claims if not claim.span.overlaps(span)]
    return tuple(sorted([*others, made], key=lambda claim: claim.span))


def _with_source(analysis: Analysis, span: Span, source: str) -> Analysis:
    """Name another source for the citations at ``span``; without one they support nothing any more."""
    places = {place for place, citation in enumerate(analysis.citations) if citation.span == span}
    citations = tuple(
        _renamed(citation, source or None) if place in places else citation
        for place, citation in enumerate(analysis.citations)
    )
    findings = tuple(f for f in analysis.findings if f.other != span or not _is_about_source(f))
    if source:
        return replace(analysis, citations=citations, findings=findings)
    claims = tuple(
        replace(
            claim,
            support=tuple(support for support in claim.support if support.citation not in places),
        )
        for claim in analysis.claims
    )
    return replace(analysis, citations=citations, claims=claims, findings=findings)


def _renamed(citation: Citation, source: str | None) -> Citation:
    return replace(
        citation, source=source, canonical_source=source, source_type="unknown", resolution="reader", person=None
    )


def _is_about_source(finding: Finding) -> bool:
    return finding.rule in ("SOURCE_NOT_A_PARTY", "SELF_CITATION", "HEARSAY_ONLY")


def _with_citation(analysis: Analysis, span: Span, source: str) -> Analysis:
    """Add a citation at ``span``, which supports the claim that it stands in."""
    made = Citation(
        span=span,
        form="narrative",
        source=source,
        canonical_source=source,
        source_type="unknown",
        resolution="reader",
    )
    place = len(analysis.citations)
    claims = tuple(
        replace(claim, support=(*claim.support, Support(place, claim.span)), attributed=True)
        if claim.span.contains(span)
        else claim
        for claim in analysis.claims
    )
    cured = ("UNCITED_NUMBER", "HEARSAY_ONLY", "UNATTRIBUTED_QUOTATION")
    findings = tuple(f for f in analysis.findings if not (f.rule in cured and f.span and f.span.contains(span)))
    return replace(analysis, citations=(*analysis.citations, made), claims=claims, findings=findings)
