"""Queries against what each asks for, worked out article by article in Python."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

import pytest
from factories import a_remark, an_article, span_of
from fakes import a_workspace, noon
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.model.annotation import Annotation, Evidence
from briefreader.model.article import Origin
from briefreader.model.ids import ArticleKey
from briefreader.model.query import Both, Either, FieldTest, Query, QueryProblem, Range, Without, Words
from briefreader.model.query_syntax import open_ended
from briefreader.settings import Settings
from briefreader.store.store import Store, open_store
from briefreader.views.querying import matching_keys, snippets, understood
from briefreader.views.reading import Reading, reading_of
from briefreader.workflows.add import add_articles
from briefreader.workflows.annotate import Remark, annotate
from briefreader.workflows.triage import mark_read, move_to
from briefreader.workflows.undo import redo, undo
from briefreader.workspace import Workspace

TODAY = noon().date()
TEXTS = (
    "Halden Cuts Its Bill\n\nHalden Compute said that it cut its power bill by 60% (Grid Weekly, 12 April 2026).",
    "Überraschung in Zürich\n\nNorthlight’s naïve plan: power, not bill. The hall's lease ends in 2027.",
    "The Power Bill of Grids Goes Down Again\n\nA bill for power was cut. Grid Weekly says so; halden said nothing.",
    "Untitled words of power and lease and hall\n\nThe lease of the hall costs $40m a year.",
)
WORDS = (
    "power",
    "bill",
    "power bill",
    "Halden",
    "halden compute",
    "uberraschung",
    "naive",
    "lease",
    "hall",
    "thin",
    "mine",
)


@pytest.fixture
def shelf(workspace: Workspace) -> Workspace:
    return _filled(workspace)


def _filled(workspace: Workspace) -> Workspace:
    for number, text in enumerate(TEXTS):
        article = an_article(
            text,
            publisher=("Grid Weekly", "Écho des Réseaux", None, "grid daily")[number],
            origin=Origin("Bloomberg") if number == 1 else None,
            published_on=TODAY - timedelta(days=20 * number) if number < 3 else None,
        )
        add_articles(workspace, [article])
    first, second, third = (reading_of(workspace.store, ArticleKey(key)) for key in (1, 2, 3))
    annotate(workspace, first, span_of(first, "power"), a_remark("bull", note="thin ice", tags=("Mine", "two words")))
    annotate(workspace, second, None, Remark(evidence=Evidence(stance="bear", strength=5), note="who says power?"))
    annotate(workspace, second, span_of(second, "plan"), Remark(evidence=None, tags=("mine",)))
    move_to(workspace, third.article.id, "archive")
    mark_read(workspace, third.article.id, is_read=True)
    return workspace


def tokens(text: str) -> list[str]:
    """Return the words of a text as the index parts them."""
    memory = sqlite3.connect(":memory:")
    memory.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61 remove_diacritics 2')")
    memory.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, instance)")
    memory.execute("INSERT INTO t VALUES (?)", [text])
    return [row[0] for row in memory.execute("SELECT term FROM v ORDER BY offset")]


def holds(words: Words, text: list[str], phrase: list[str]) -> bool:
    """Tell whether words stand in a row in a text."""
    for start in range(len(text) - len(phrase) + 1):
        *before, last = phrase
        here = text[start : start + len(phrase)]
        if here[:-1] == before and (here[-1].startswith(last) if words.is_prefix else here[-1] == last):
            return bool(phrase)
    return False


def true_of(query: Query, reading: Reading) -> bool:  # noqa: PLR0911 - one for each kind
    """Tell whether a query asks for an article, without SQL."""
    article = reading.article
    match query:
        case Words():
            notes = [part for one in reading.annotations for part in _words_of(one)]
            phrase = tokens(query.words)
            return any(
                holds(query, tokens(text), phrase) for text in (article.title or "", reading.document.text, *notes)
            )
        case Both(parts):
            return all(true_of(part, reading) for part in parts)
        case Either(parts):
            return any(true_of(part, reading) for part in parts)
        case Without(part):
            return not true_of(part, reading)
        case FieldTest(name, Range() as wanted):
            return any(_within(value, wanted) for value in RANGES[name](reading))
        case FieldTest("title", str(wanted), is_prefix):
            return holds(Words(wanted, is_prefix), tokens(article.title or ""), tokens(wanted))
        case FieldTest(name, wanted):
            return TESTS[name](reading, str(wanted))


def _words_of(annotation: Annotation) -> list[str]:
    return [annotation.note, annotation.quote.exact if annotation.quote else "", "; ".join(annotation.tags)]


def _within(value: object, wanted: Range) -> bool:
    return (wanted.low is None or value >= wanted.low) and (wanted.high is None or value <= wanted.high)  # type: ignore[operator]


def _evidence(reading: Reading, stance: str | None = None) -> list[Evidence]:
    found = [one.evidence for one in reading.annotations if one.evidence]
    return [one for one in found if stance in (None, one.stance)]


RANGES: dict[str, Callable[[Reading], list[object]]] = {
    "words": lambda reading: [reading.article.words],
    "claims": lambda reading: [reading.article.claims],
    "notes": lambda reading: [reading.article.notes],
    "progress": lambda reading: [round(reading.article.progress * 100)],
    "published": lambda reading: [day.isoformat()] if (day := reading.article.published_on) else [],
    "added": lambda reading: [reading.article.added_at.date().isoformat()],
    "strength": lambda reading: [one.strength for one in _evidence(reading)],
    "bull": lambda reading: [one.strength for one in _evidence(reading, "bull")],
    "bear": lambda reading: [one.strength for one in _evidence(reading, "bear")],
    "due": lambda _: [],
}
HAS: dict[str, Callable[[Reading], object]] = {
    "notes": lambda reading: reading.annotations,
    "highlight": lambda reading: [one for one in reading.annotations if one.kind == "highlight"],
    "evidence": _evidence,
    "bull": partial(_evidence, stance="bull"),
    "bear": partial(_evidence, stance="bear"),
    "neutral": partial(_evidence, stance="neutral"),
    "tag": lambda reading: [one for one in reading.annotations if one.tags],
    "thesis": lambda reading: [one for one in _evidence(reading) if one.thesis_id],
    "claim": lambda reading: reading.article.claims,
    "finding": lambda reading: reading.analysis.findings,
    "watch": lambda _: False,
    "doubt": lambda _: False,
    "url": lambda reading: reading.article.url,
    "date": lambda reading: reading.article.published_on,
}
TESTS: dict[str, Callable[[Reading, str], bool]] = {
    "publisher": lambda reading, wanted: wanted.casefold() in (reading.article.publisher or "").casefold(),
    "source": lambda *_: False,
    "thesis": lambda *_: False,
    "bull": lambda *_: False,
    "bear": lambda *_: False,
    "origin": lambda reading, wanted: any(
        wanted.casefold() in (name or "").casefold()
        for name in (reading.article.origin and reading.article.origin.name, *(e.origin for e in _evidence(reading)))
    ),
    "tag": lambda reading, wanted: any(
        wanted.casefold() == tag.casefold() for one in reading.annotations for tag in one.tags
    ),
    "is": lambda reading, wanted: wanted in (reading.article.state, "read" if reading.article.is_read else "unread"),
    "has": lambda reading, wanted: bool(HAS[wanted](reading)),
    "finding": lambda reading, wanted: any(
        one.rule.lower().replace("_", "-") == wanted for one in reading.analysis.findings
    ),
    "cited": lambda reading, wanted: (wanted == "yes") == any(one.support for one in reading.analysis.claims),
}
ATOMS = st.sampled_from(
    [
        *WORDS,
        *(f'"{words}"' for words in WORDS if " " in words),
        *("pow*", "le*", '"power bi"*', "title:power", "title:pow*", 'title:"power bill"', "title:zurich"),
        *("publisher:grid", "publisher:écho", "origin:BLOOM", "tag:mine", 'tag:"TWO words"', "entity:Halden"),
        *("is:inbox", "is:archive", "is:read", "is:unread", "has:notes", "has:bull", "has:tag", "has:date", "has:url"),
        *("has:claim", "has:finding", "has:highlight", "cited:no", "cited:yes", "finding:uncited-number"),
        *("published:<30d", "published:>=30d", "published:2026", "added:today", "due:<30d", "thesis:x", "source:x"),
        *("words:>16", "words:<=16", "claims:1..3", "notes:>0", "strength:>3", "strength:<4", "bull:3", "bear:>4"),
    ]
)
QUERIES = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        inner.map("not ({})".format),
        inner.map("-({})".format),
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map("({0[0]}) or {0[1]}".format),
        st.tuples(inner, inner).map("({0[0]} and ({0[1]}))".format),
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def library() -> Iterator[Store]:
    with open_store(":memory:") as store:
        _filled(a_workspace(store, Settings(), noon))
        yield store


HOSTILE = (
    *(
        '"',
        '""',
        "'",
        "*",
        "a*",
        "^a",
        "a AND",
        "OR",
        "NOT",
        "NEAR(",
        "a NEAR b",
        "col:",
        "title:",
        "nosuch:x",
        "(",
        ")",
    ),
    *("a-b", "C++", "x^2", "{a b}:c", "a:b:c", '"unterminated', "; DROP TABLE article;--", "' OR 1=1 --", 'a"b'),
    *("\0", "日本", "é", "😀", "+", "a + b", "^", "-", "--", "%", "_", "\\", "AND OR NOT"),
    *("a" * 100_000, "(" * 5000, "a OR " * 3000 + "a", '"' * 999),
)
"""What full-text search in SQLite breaks on when it is handed over as it is."""


def wrongly_found(store: Store, query: Query) -> set[int]:
    """Return the articles that a query finds and should not, or does not find and should."""
    shelf = [reading_of(store, ArticleKey(key)) for key in (1, 2, 3, 4)]
    found = matching_keys(store, Both((query, Without(FieldTest("is", "trash")))), TODAY)
    return set(found) ^ {reading.article.key for reading in shelf if true_of(query, reading)}


@settings(max_examples=2 * settings().max_examples)  # so many more than elsewhere: 10,000 when it soaks
@given(query=QUERIES | st.text(max_size=30) | st.text("powerbill \"()-:*<>='", max_size=30))
def test_a_query_finds_what_it_asks_for_and_nothing_else(library: Store, query: str) -> None:
    parsed = understood(query, TODAY)

    assert isinstance(parsed, QueryProblem) or not wrongly_found(library, parsed)


@pytest.mark.parametrize("text", HOSTILE, ids=[ascii(text[:16]) for text in HOSTILE])
def test_what_breaks_other_searches_is_a_query_or_a_problem(library: Store, text: str) -> None:
    for typed in (text, open_ended(text)):
        parsed = understood(typed, TODAY)

        assert isinstance(parsed, QueryProblem) or not wrongly_found(library, parsed)


def found(workspace: Workspace, text: str) -> list[str]:
    query = understood(text, TODAY)
    assert not isinstance(query, QueryProblem)
    keys = matching_keys(workspace.store, query, TODAY)
    return [(reading_of(workspace.store, ArticleKey(key)).article.title or "")[:6] for key in keys]


def test_what_is_found_is_newest_first_and_not_in_the_trash(shelf: Workspace) -> None:
    assert found(shelf, "power") == ["Halden", "Untitl", "Überra", "The Po"]
    gone = reading_of(shelf.store, ArticleKey(1))
    move_to(shelf, gone.article.id, "trash")

    assert "Halden" not in found(shelf, "power")
    assert found(shelf, "power is:trash") == ["Halden"]


def test_undo_and_redo_take_the_words_of_a_note_along(shelf: Workspace) -> None:
    reading = reading_of(shelf.store, ArticleKey(4))
    annotate(shelf, reading, None, a_remark(note="quixotic"))
    assert len(found(shelf, "quixotic")) == 1
    undo(shelf)
    assert found(shelf, "quixotic") == []
    redo(shelf)
    assert len(found(shelf, "quixotic")) == 1


def test_by_relevance_a_title_counts_most(shelf: Workspace) -> None:
    query = understood('"power bill"', TODAY)
    assert not isinstance(query, QueryProblem)

    keys = matching_keys(shelf.store, query, TODAY, order="relevance")

    assert reading_of(shelf.store, ArticleKey(keys[0])).article.title == "The Power Bill of Grids Goes Down Again"


def test_a_snippet_marks_the_words_looked_for(shelf: Workspace) -> None:
    query = understood("lease", TODAY)
    assert not isinstance(query, QueryProblem)

    shown = snippets(shelf.store, query, matching_keys(shelf.store, query, TODAY))

    assert {snippet.text[start:end] for snippet in shown.values() for start, end in snippet.marks} == {"lease"}
    assert shelf.store.search.damage() is None


def shown_of(workspace: Workspace, text: str) -> list[tuple[str, list[str]]]:
    query = understood(text, TODAY)
    assert not isinstance(query, QueryProblem)
    shown = snippets(workspace.store, query, matching_keys(workspace.store, query, TODAY))
    return [(one.text, [one.text[start:end] for start, end in one.marks]) for one in shown.values()]


def test_a_snippet_is_where_most_of_the_words_are_however_deep(workspace: Workspace) -> None:
    text = "A hall of\nhalls.\n\n" + "Nothing is said here. " * 1000 + "At last the Hall, its lease and the bill came."
    add_articles(workspace, [an_article(text)])

    [(text, marks)] = shown_of(workspace, "hall lease bill")

    assert text == "…last the Hall, its lease and the bill came."
    assert marks == ["Hall", "lease", "bill"]


def test_what_stands_in_a_note_or_a_tag_only_is_shown_from_there(shelf: Workspace) -> None:
    assert shown_of(shelf, "thin") == [("note: thin ice", ["thin"])]
    assert shown_of(shelf, '"two words"') == [("tags: Mine; two words", ["two words"])]


def test_what_is_due_is_that_of_an_open_watch_item() -> None:
    assert understood("due:<30d", date(2026, 6, 10)) == FieldTest("due", Range(None, "2026-07-09"))
