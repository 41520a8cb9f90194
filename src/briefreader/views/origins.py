"""Who first reported what a passage says."""

from briefreader.model.analysis import Analysis
from briefreader.model.annotation import OriginHow
from briefreader.model.claim import Polarity
from briefreader.model.span import Span
from briefreader.views.reading import Reading


def origin_of(reading: Reading, span: Span | None) -> tuple[str | None, OriginHow | None]:
    """Return the origin of a passage, or of the whole article when None, and who says so; None when nobody does."""
    cited = span and _cited(reading.analysis, span)
    if cited:
        return cited, "cited"
    article = reading.article
    if article.origin:
        return article.origin.name, "declared"
    if article.publisher:
        return article.publisher, "publisher"
    return None, None


def author_stance(analysis: Analysis, span: Span | None) -> Polarity | None:
    """Return which way the author's own bull or bear list speaks of a passage; None when it does not, or both ways."""
    if span is None:
        return None
    said = {
        stance.polarity
        for claim in analysis.claims
        if claim.span.overlaps(span)
        for stance in claim.stance
        if stance.basis == "section"
    }
    return said.pop() if len(said) == 1 else None


def _cited(analysis: Analysis, span: Span) -> str | None:
    """Return the first source that the passage cites, or that is cited for the clause that it stands in."""
    for citation in analysis.citations:
        if citation.span.overlaps(span) and citation.canonical_source:
            return citation.canonical_source
    for claim in analysis.claims:
        if claim.span.overlaps(span):
            for support in claim.support:
                source = analysis.citations[support.citation].canonical_source
                if source and support.scope.overlaps(span):
                    return source
    return None
