"""What a child process does with one article, and what it returns: values that are checked when they are read.

What only a child runs is loaded there: the parsers and the analysis take 0.3 s, and the parent needs neither.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain
from typing import Any

import msgspec

from briefreader.ingest.article_check import check_article
from briefreader.ingest.clean import is_clean
from briefreader.ingest.dates import believed
from briefreader.model.addresses import address_key
from briefreader.model.analysis import Analysis
from briefreader.model.article import Article
from briefreader.model.document import Document
from briefreader.model.errors import UnreadableError
from briefreader.model.feed import Entry


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article as its parser returns it."""

    article: Article

    def __post_init__(self) -> None:
        """Check what may come from a child process.

        Raises:
            ValueError: as :func:`check_article` says.

        """
        check_article(self.article)


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
        check_article(self.article)
        _check_analysis(self.analysis, len(self.article.document.text))


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


def parsed(data: bytes, suffix: str, place: str, charset: str | None = None) -> list[Parsed]:
    """Return what :func:`parse_articles` returns, checked when it is read."""
    from briefreader.ingest.files import parse_articles  # noqa: PLC0415 - only a child parses

    return [Parsed(article) for article in parse_articles(data, suffix, place, charset)]


def analysed(article: Article, now: datetime, today: date) -> Analysed:
    """Return an article as it is stored, without a day that nobody can have meant.

    ``today``: the reader's day, from which relative dates count where the article has no date.
    """
    published_on = believed(article.published_on, now)
    return analysed_on(replace(article, published_on=published_on), published_on or today)


def analysed_on(article: Article, day: date) -> Analysed:
    """Return an article with its analysis, in which relative dates count from ``day``."""
    from briefreader.analysis.analyse import analyse  # noqa: PLC0415 - only a child analyses
    from briefreader.analysis.roles.sections import assign_roles  # noqa: PLC0415 - as above

    article = replace(article, document=assign_roles(article.document))
    return Analysed(article, analyse(article.document, day))


def analysed_document(document: Document, day: date) -> Analysis:
    """Return the analysis of a stored text, which :func:`checked_analysis` checks against that text."""
    from briefreader.analysis.analyse import analyse  # noqa: PLC0415 - only a child analyses

    return analyse(document, day)


def checked_analysis(place: str, analysis: Analysis, text: str) -> Analysis:
    """Return an analysis that a child process has returned for ``text``.

    Raises:
        UnreadableError: it contradicts the text or itself.

    """
    try:
        _check_analysis(analysis, len(text))
    except ValueError as error:
        raise UnreadableError(place, f"cannot be analysed: the result is invalid ({error})") from error
    return analysis


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


def _check_analysis(analysis: Analysis, length: int) -> None:
    facts = msgspec.to_builtins(analysis)
    if not is_clean("\n".join(_texts_in(facts))):
        raise ValueError("a text that was not cleaned")
    if any(end > length for end in _ends_in(facts)):
        raise ValueError("places beyond the text")
    citations = len(analysis.citations)
    cited = chain.from_iterable(claim.citations for claim in analysis.claims)
    if not all(0 <= citation < citations for citation in cited):
        raise ValueError("a citation that is not there")


def _texts_in(value: Any) -> Iterator[str]:  # noqa: ANN401 - any value of JSON
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(one)


def _ends_in(value: Any) -> Iterator[int]:  # noqa: ANN401 - any value of JSON
    """Yield where each span in a value ends, at every depth."""
    if isinstance(value, dict) and value.keys() == {"start", "end"}:
        yield value["end"]
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _ends_in(one)
