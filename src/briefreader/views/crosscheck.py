"""The same claim in several articles."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from textwrap import shorten
from weakref import WeakKeyDictionary

from briefreader.analysis.across.crosscheck import (
    edited,
    edited_rows,
    in_order,
    joined_to,
    opposing_keys,
    rows_of,
    within,
)
from briefreader.analysis.across.matters import (
    Kin,
    first_article,
    of_one_matter,
    rows_of_matters,
    said_once,
    statement_key,
)
from briefreader.analysis.across.same_story import is_copied, retold_in
from briefreader.analysis.across.voices import shared_figures
from briefreader.model.article import ArticleRow
from briefreader.model.claim_edit import ClaimEdit
from briefreader.model.crosscheck import ClaimRow, Said
from briefreader.model.errors import NotFoundError
from briefreader.model.ids import ArticleId, ArticleKey
from briefreader.model.span import Span
from briefreader.model.statement import AGAINST_ITSELF, OF_MATTER, Statement
from briefreader.store.store import Store
from briefreader.views.reading import Reading, reading_of

_LONGEST_OUTLET = 32
_Asked = tuple[ArticleId, ...] | None
_KEPT: WeakKeyDictionary[Store, tuple[tuple[int, int], _Asked, list[ClaimRow]]] = WeakKeyDictionary()
MOST_ARTICLES, NEWEST = 40, 700
"""Of what more articles state, and of all articles, the newest so many are held against others."""


def crosscheck(store: Store, article_ids: Sequence[ArticleId] | None = None) -> list[ClaimRow]:
    """Return what several articles say, of some articles' claims or of the newest articles': conflicts first.

    What was returned last is kept for as long as nothing in the store changes.
    """
    asked = None if article_ids is None else tuple(article_ids)
    kept = _KEPT.get(store)
    if kept is None or kept[:2] != (store.state(), asked):
        kept = _KEPT[store] = store.state(), asked, _crosscheck(store, article_ids)
    return [*kept[2]]


def _crosscheck(store: Store, article_ids: Sequence[ArticleId] | None) -> list[ClaimRow]:
    inside = (row for key in store.statements.contradicting(article_ids) for row in _within(reading_of(store, key)))
    return in_order([*_rows(store, store.statements.comparable(article_ids, NEWEST, MOST_ARTICLES)), *inside])


def claim_keyed(store: Store, key: str) -> ClaimRow:
    """Return the row under a key.

    Raises:
        NotFoundError: no two articles make such a claim.

    """
    row = next((row for row in _rows(store, _stated(store, key)) if row.key == key), None)
    if row is None:
        raise NotFoundError("claim across articles", key)
    return row


def with_judged(store: Store, rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """Return rows with those of older articles besides on which the reader has given a verdict."""
    older = sorted(store.verdicts.all().keys() - {row.key for row in rows})
    found = (row for key in older for row in _rows(store, _stated(store, key)) if row.key == key)
    return [*rows, *found]


def _stated(store: Store, key: str) -> dict[str, set[ArticleKey]]:
    """Return the articles that a row's key is about: those on the matter that it names, else the newest.

    There are none where the article that it names is not in the store: a verdict may come from another one.
    """
    first = first_article(key)
    try:
        ids = [store.articles.find(first).id] if first else None
    except NotFoundError:
        return {}
    articles = set(store.statements.stating(statement_key(key), MOST_ARTICLES))
    near = store.statements.comparable(ids, NEWEST, MOST_ARTICLES) if first else {}
    return {statement_key(key): articles | near.get(statement_key(key), set())}


def who_else_says(store: Store, reading: Reading, span: Span) -> list[ClaimRow]:
    """Return the rows of what a passage says."""
    keys = {one.key for one in reading.analysis.statements if one.span.overlaps(span)}
    near = store.statements.comparable([reading.article.id], NEWEST, MOST_ARTICLES)
    return [
        row
        for row in _rows(store, {key: articles for key, articles in near.items() if key in keys})
        if any(one.article_id == reading.article.id and one.span.overlaps(span) for one in (*row.said, *row.more))
    ]


def _rows(store: Store, wanted: Mapping[str, AbstractSet[ArticleKey]]) -> list[ClaimRow]:
    edits = store.claim_edits.all()
    names = joined_to(edits)
    articles = {key: set(some) for key, some in wanted.items()}
    for key, name in names.items():
        if {statement_key(key), statement_key(name)} & wanted.keys():
            for joined in (statement_key(key), statement_key(name)):
                articles.setdefault(joined, set()).update(store.statements.stating(joined, MOST_ARTICLES))
    every = _said_by(store, {article for some in articles.values() for article in some})
    opposed = opposing_keys(one for said in every.values() for one in said if one.statement.key in articles)
    for key in opposed - articles.keys():
        articles[key] = set(store.statements.stating(key, MOST_ARTICLES))
    every |= _said_by(store, {article for some in articles.values() for article in some} - every.keys())
    stated: dict[str, list[Said]] = {key: [] for key in articles}
    for article, said in every.items():
        for one in said:
            if article in articles.get(one.statement.key, ()):
                stated[one.statement.key].append(one)
    return _compared(store, stated, every, edits)


def _compared(
    store: Store,
    stated: Mapping[str, list[Said]],
    every: Mapping[ArticleKey, Sequence[Said]],
    edits: Sequence[ClaimEdit],
) -> list[ClaimRow]:
    ids = {key: said[0].article_id for key, said in every.items() if said}
    kin = {
        frozenset((ids[one], ids[other])): Kin(kind == "same", is_copied(why), _in_words(kind, why), retold_in(why))
        for (one, other), (kind, why) in store.stories.kin([*ids]).items()
    }
    of_matter = {key: said for key, said in stated.items() if key.startswith(OF_MATTER)}
    of_party = of_one_matter({key: said for key, said in stated.items() if key not in of_matter}, kin)
    verdicts = store.verdicts.all()
    all_said = [one for said in every.values() for one in said]
    alike = {**shared_figures(all_said), **{pair: one.retold for pair, one in kin.items() if one.retold}}
    rows = rows_of(edited(of_party, edits), alike)
    more = edited_rows(rows_of_matters(of_matter, kin, alike), edits)
    return [replace(row, verdict=verdicts.get(row.key)) for row in (*rows, *said_once(more, rows))]


def _said_by(store: Store, keys: AbstractSet[ArticleKey]) -> dict[ArticleKey, list[Said]]:
    """Return what articles state; of one that the reader has corrected, as corrected."""
    articles = store.articles.rows(sorted(keys))
    corrected = store.corrections.article_ids()
    found: dict[ArticleKey, list[Said]] = {key: [] for key in articles}
    for row in store.statements.said(key for key, article in articles.items() if article.id not in corrected):
        words = " ".join(row.words.split())
        found[row.article].append(_said(articles[row.article], row.statement, words, row.worth, row.sources))
    for key, article in articles.items():
        if article.id in corrected:
            found[key] = [*said_in(reading_of(store, key))]
    return found


def _in_words(kind: str, why: Sequence[str]) -> str:
    """Return why two articles can be compared."""
    matter = "one event" if kind == "same" else "one matter"
    return f"{matter}: {why[0]}" if why else matter


def said_in(reading: Reading) -> Iterator[Said]:
    """Yield what an article states, with whose word it is."""
    return (_of_reading(reading, statement) for statement in reading.analysis.statements)


def _within(reading: Reading) -> Iterator[ClaimRow]:
    """Yield where an article contradicts itself."""
    claims = {claim.span for claim in reading.analysis.claims}
    for finding in reading.analysis.findings:
        first, second = finding.span, finding.other
        if finding.rule == "INTERNAL_CONFLICT" and first in claims and second in claims:
            made = (Statement(span=span, family=AGAINST_ITSELF, parties=()) for span in (first, second))
            yield within(*(_of_reading(reading, one) for one in made))


def _of_reading(reading: Reading, statement: Statement) -> Said:
    analysis = reading.analysis
    claim = next((claim for claim in analysis.claims if claim.span == statement.span), None)
    sources = [analysis.citations[number].canonical_source for number in claim.citations] if claim else []
    named = tuple(dict.fromkeys(source for source in sources if source))
    words = " ".join((statement.words or statement.span).of(reading.document.text).split())
    return _said(reading.article, statement, words, claim.worth if claim else 0, named)


def _said(article: ArticleRow, statement: Statement, quote: str, worth: int, sources: tuple[str, ...]) -> Said:
    return Said(
        statement=statement,
        article_id=article.id,
        outlet=article.publisher or shorten(article.title or article.opening, _LONGEST_OUTLET, placeholder="…"),
        day=article.published_on or article.added_at.date(),
        is_dated=article.published_on is not None,
        quote=quote,
        worth=worth,
        sources=sources,
        origin=article.origin.name if article.origin else None,
        publisher=article.publisher,
    )
