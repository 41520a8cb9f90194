"""The same claim in several articles."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import shorten

from briefreader.analysis.crosscheck import edited, edited_rows, in_order, joined_to, opposing_keys, rows_of, within
from briefreader.analysis.matters import Kin, of_one_matter, rows_of_matters, said_once, statement_key
from briefreader.analysis.voices import shared_figures
from briefreader.model.crosscheck import ClaimRow, Said
from briefreader.model.errors import NotFoundError
from briefreader.model.ids import ArticleId, ArticleKey
from briefreader.model.span import Span
from briefreader.model.statement import AGAINST_ITSELF, OF_MATTER, Statement
from briefreader.store.store import Store
from briefreader.views.reading import Reading, reading_of

_LONGEST_OUTLET = 32
MOST_ARTICLES = 40
"""Of what more articles state, the newest so many are held against one another."""


def crosscheck(store: Store, article_ids: Sequence[ArticleId] | None = None) -> list[ClaimRow]:
    """Return what several articles say, of some articles' claims or of all: conflicts first."""
    inside = (row for key in store.statements.contradicting(article_ids) for row in _within(reading_of(store, key)))
    return in_order([*_rows(store, store.statements.shared(article_ids)), *inside])


def claim_keyed(store: Store, key: str) -> ClaimRow:
    """Return the row under a key.

    Raises:
        NotFoundError: no two articles make such a claim.

    """
    row = next((row for row in _rows(store, [statement_key(key)]) if row.key == key), None)
    if row is None:
        raise NotFoundError("claim across articles", key)
    return row


def who_else_says(store: Store, reading: Reading, span: Span) -> list[ClaimRow]:
    """Return the rows of what a passage claims."""
    claims = {number for number, claim in enumerate(reading.analysis.claims) if claim.span.overlaps(span)}
    keys = {one.key for one in reading.analysis.statements if one.claim in claims}
    return [
        row
        for row in _rows(store, sorted(keys))
        if any(one.article_id == reading.article.id and one.statement.claim in claims for one in (*row.said, *row.more))
    ]


def _rows(store: Store, keys: Sequence[str]) -> list[ClaimRow]:
    by_article: dict[ArticleKey, list[Said]] = {}

    def stating(wanted: Sequence[str]) -> dict[str, list[Said]]:
        found = store.statements.stating(wanted, MOST_ARTICLES)
        for article in {article for articles in found.values() for article in articles} - by_article.keys():
            by_article[article] = list(said_in(reading_of(store, article)))
        return {
            key: [one for article in articles for one in by_article[article] if one.statement.key == key]
            for key, articles in found.items()
        }

    edits = store.claim_edits.all()
    names = joined_to(edits)
    wanted = {*keys, *(names.get(key, key) for key in keys)}
    stated = stating(sorted(wanted | {statement_key(key) for key, name in names.items() if name in wanted}))
    stated |= stating(sorted(opposing_keys(one for each in stated.values() for one in each) - stated.keys()))
    ids = {key: said[0].article_id for key, said in by_article.items() if said}
    kin = {
        frozenset((ids[one], ids[other])): Kin(
            kind == "same", any(reason.startswith("the same text") for reason in why), _in_words(kind, why)
        )
        for (one, other), (kind, why) in store.stories.kin([*ids]).items()
    }
    of_matter = {key: said for key, said in stated.items() if key.startswith(OF_MATTER)}
    of_party = of_one_matter({key: said for key, said in stated.items() if key not in of_matter}, kin)
    verdicts = store.verdicts.all()
    every = [one for said in by_article.values() for one in said]
    rows = rows_of(edited(of_party, edits), every)
    more = edited_rows(rows_of_matters(of_matter, kin, shared_figures(every)), edits)
    return [replace(row, verdict=verdicts.get(row.key)) for row in (*rows, *said_once(more, rows))]


def _in_words(kind: str, why: Sequence[str]) -> str:
    """Return why two articles can be compared."""
    matter = "one event" if kind == "same" else "one matter"
    return f"{matter}: {why[0]}" if why else matter


def said_in(reading: Reading) -> Iterator[Said]:
    """Yield what an article states, with whose word it is."""
    return (_said(reading, statement) for statement in reading.analysis.statements)


def _within(reading: Reading) -> Iterator[ClaimRow]:
    """Yield where an article contradicts itself."""
    claims = reading.analysis.claims
    for finding in reading.analysis.findings:
        places = [
            number
            for span in (finding.span, finding.other)
            for number, claim in enumerate(claims)
            if finding.rule == "INTERNAL_CONFLICT" and claim.span == span
        ]
        if len(places) == len(("first", "second")):
            made = (Statement(claim=number, family=AGAINST_ITSELF, parties=()) for number in places)
            yield within(*(_said(reading, one) for one in made))


def _said(reading: Reading, statement: Statement) -> Said:
    article, analysis, text = reading.article, reading.analysis, reading.document.text
    claim = analysis.claims[statement.claim]
    sources = [analysis.citations[number].canonical_source for number in claim.citations]
    return Said(
        statement=statement,
        article_id=article.id,
        outlet=article.publisher or shorten(article.title or article.opening, _LONGEST_OUTLET, placeholder="…"),
        day=article.published_on or article.added_at.date(),
        is_dated=article.published_on is not None,
        span=claim.span,
        quote=" ".join((statement.words or claim.span).of(text).split()),
        worth=claim.worth,
        sources=tuple(dict.fromkeys(source for source in sources if source)),
        origin=article.origin.name if article.origin else None,
        publisher=article.publisher,
    )
