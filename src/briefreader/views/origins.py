"""Who first reported what a passage says."""

from collections.abc import Mapping
from datetime import date

from briefreader.analysis.across.same_story import retold_in
from briefreader.model.analysis import Analysis
from briefreader.model.annotation import OriginHow
from briefreader.model.article import ArticleRow
from briefreader.model.claim import Polarity
from briefreader.model.ids import ArticleId, ArticleKey
from briefreader.model.span import Span
from briefreader.store.store import Store
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


def retold_from(store: Store, articles: Mapping[ArticleId, ArticleRow]) -> dict[ArticleId, str]:
    """Return whom articles have it from that copy, link to or quote alike with others of these: the earliest's name.

    The name is its origin, else its publisher, else ``article`` and its id.
    """
    rows = {row.key: row for row in articles.values()}
    groups: list[set[ArticleKey]] = []
    for pair, (_, why) in sorted(store.stories.kin([*rows]).items()):
        if retold_in(why):
            touched = [group for group in groups if group.intersection(pair)]
            groups = [group for group in groups if group not in touched] + [{*pair}.union(*touched)]
    firsts = ((group, min((rows[key] for key in group), key=_when)) for group in groups)
    return {
        rows[key].id: first.origin_name or first.publisher or f"article {first.id}"
        for group, first in firsts
        for key in group
    }


def _when(article: ArticleRow) -> tuple[date, int]:
    return article.published_on or article.added_at.date(), article.key


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
