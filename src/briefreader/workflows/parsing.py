"""What a child process does with one article, and what it returns: values that are checked when they are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain

from briefreader.analysis.analyse import analyse
from briefreader.analysis.sections import assign_roles
from briefreader.ingest.clean import is_clean
from briefreader.ingest.dates import believed
from briefreader.model.addresses import address_key
from briefreader.model.analysis import Analysis
from briefreader.model.article import Article
from briefreader.model.document import Document
from briefreader.model.feed import Entry
from briefreader.model.span import Span


@dataclass(frozen=True, slots=True)
class Analysed:
    """An article as it is stored: the roles of its sections known, with what the extractors found in it."""

    article: Article
    analysis: Analysis

    def __post_init__(self) -> None:
        """Check what may come from a child process.

        Raises:
            ValueError: a place lies outside the text, or the text could act on a terminal.

        """
        _check_text(self.article)
        _check_document(self.article.document)
        _check_places(self.analysis, len(self.article.document.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEntry:
    """An entry of a feed, made an article and analysed."""

    key: str
    digest: str
    read: Analysed
    is_named: bool
    """Whether the feed gives it an id of its own, which is then its key."""
    is_page_shared: bool
    """Whether the page that it names is also that of others: no page, a host's first one, or the whole feed's."""
    is_summary: bool
    """Whether the feed says no more than a summary."""


def analysed(article: Article, now: datetime, today: date) -> Analysed:
    """Return an article as it is stored, without a day that nobody can have meant.

    ``today``: the reader's day, from which relative dates count where the article has no date.
    """
    published_on = believed(article.published_on, now)
    return analysed_on(replace(article, published_on=published_on), published_on or today)


def analysed_on(article: Article, day: date) -> Analysed:
    """Return an article with its analysis, in which relative dates count from ``day``."""
    article = replace(article, document=assign_roles(article.document))
    return Analysed(article, analyse(article.document, day))


def analysed_document(document: Document, day: date) -> Analysis:
    """Return the analysis of a stored text."""
    return analyse(document, day)


def read_entry(key: str, digest: str, entry: Entry, publisher: str, feed_page: str | None, now: datetime) -> ReadEntry:
    """Return the article of an entry, with its key and digest as given.

    ``feed_page`` is the page that the feed belongs to.
    """
    from briefreader.ingest.entries import entry_article  # noqa: PLC0415 - lxml takes 30 ms, and the parent needs none

    return ReadEntry(
        key=key,
        digest=digest,
        read=analysed(entry_article(entry, publisher), now, now.date()),
        is_named=entry.guid is not None,
        is_page_shared=entry.guid is not None and _is_shared(entry.url or "", feed_page or ""),
        is_summary=entry.is_summary,
    )


def _is_shared(page: str, feed_page: str) -> bool:
    key = address_key(page)
    return key is None or not re.search("[/?#]", key) or key == address_key(feed_page)


def _check_text(article: Article) -> None:
    said = (article.title, article.opening, article.publisher, article.byline, article.url, article.document.text)
    if not all(is_clean(words) for words in said if words):
        raise ValueError("a text that was not cleaned")


def _check_document(document: Document) -> None:
    end, last = 0, len(document.text)
    for block in document.blocks:
        if not end <= block.start <= block.end <= last:
            raise ValueError("blocks that are not in order")
        cells = chain.from_iterable(block.rows)
        if not all(block.start <= first <= after <= block.end for first, after in cells):
            raise ValueError("a table whose cells lie elsewhere")
        end = block.end
    if any(inline.span.end > last for inline in document.inlines):
        raise ValueError("inline spans beyond the text")


def _check_places(analysis: Analysis, length: int) -> None:
    if any(span.end > length for span in _spans(analysis)):
        raise ValueError("places beyond the text")
    claims, citations = len(analysis.claims), len(analysis.citations)
    cited = chain.from_iterable(claim.citations for claim in analysis.claims)
    if not all(0 <= citation < citations for citation in cited):
        raise ValueError("a citation that is not there")
    if not all(0 <= statement.claim < claims for statement in analysis.statements):
        raise ValueError("a claim that is not there")


def _spans(analysis: Analysis) -> Iterator[Span]:
    for citation in analysis.citations:
        yield citation.span
        if citation.target:
            yield citation.target
    for claim in analysis.claims:
        yield claim.span
        yield from (support.scope for support in claim.support)
        yield from (quantity.span for quantity in claim.quantities)
    yield from (mention.span for mention in analysis.dates)
    yield from (line.span for line in analysis.watch_lines)
    yield from (term.span for term in analysis.terms)
    for entity in analysis.entities:
        yield from entity.spans
    for finding in analysis.findings:
        yield from (span for span in (finding.span, finding.other) if span)
