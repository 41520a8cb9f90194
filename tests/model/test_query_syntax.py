from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.model.query import EVERYTHING, Both, Either, FieldTest, QueryProblem, Range, Without, Words, words_in
from briefreader.model.query_syntax import open_ended, parse_query

TODAY = date(2026, 6, 10)
A, B, C = Words("a"), Words("b"), Words("c")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", EVERYTHING),
        ("a b", Both((A, B))),
        ("a and b", Both((A, B))),
        ("a or b c", Either((A, Both((B, C))))),
        ("(a OR b) c", Both((Either((A, B)), C))),
        ("not a", Without(A)),
        ("-a b", Both((Without(A), B))),
        ("-(a b)", Without(Both((A, B)))),
        ('"power bill"', Words("power bill")),
        ("“power bill”", Words("power bill")),
        ('"and"', Words("and")),
        ("comp*", Words("comp", is_prefix=True)),
        ('"power bi"*', Words("power bi", is_prefix=True)),
        ("state-of-the-art", Words("state-of-the-art")),
        ("xAI's", Words("xAI's")),
        ('publisher:"Grid Weekly"', FieldTest("publisher", "Grid Weekly")),
        ("title:pow*", FieldTest("title", "pow", is_prefix=True)),
        ("IS:Inbox", FieldTest("is", "inbox")),
        ("finding:CITED_BEFORE_EVENT", FieldTest("finding", "cited-before-event")),
        ("strength:>3", FieldTest("strength", Range(4, None))),
        ("bull:>=2", FieldTest("bull", Range(2, None))),
        ("bull:halls", FieldTest("bull", "halls")),
        ("words:200..300", FieldTest("words", Range(200, 300))),
        ("published:>2026-05", FieldTest("published", Range("2026-06-01", None))),
        ("published:<=2026", FieldTest("published", Range(None, "2026-12-31"))),
        ("published:2026-12", FieldTest("published", Range("2026-12-01", "2026-12-31"))),
        ("published:today", FieldTest("published", Range("2026-06-10", "2026-06-10"))),
        ("published:march", FieldTest("published", Range("2026-03-01", "2026-03-31"))),
        ('published:"last week"', FieldTest("published", Range("2026-06-01", "2026-06-07"))),
        ("published:>=q1", FieldTest("published", Range("2026-01-01", None))),
        ("due:march", FieldTest("due", Range("2027-03-01", "2027-03-31"))),
        ("due:<=friday", FieldTest("due", Range(None, "2026-06-12"))),
        ("published:q1..march", FieldTest("published", Range("2026-01-01", "2026-03-31"))),
        ("published:<30d", FieldTest("published", Range("2026-05-12", None))),
        ("published:>=1w", FieldTest("published", Range(None, "2026-06-03"))),
        ("due:<30d", FieldTest("due", Range(None, "2026-07-09"))),
        ("due:>2w", FieldTest("due", Range("2026-06-25", None))),
    ],
)
def test_a_query_is_read(text: str, query: object) -> None:
    assert parse_query(text, TODAY) == query


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("a or", 4, "a word"),
        ("a (b", 2, "missing )"),
        ("a ) b", 2, "unmatched )"),
        ('a "b', 2, 'missing closing "'),
        ("a colour:3", 2, "unknown field colour"),
        ("strength:high", 9, "a number"),
        ("published:soon", 10, "a day"),
        ("published:2026-02-30", 10, "a day"),
        ("is:lost", 3, "inbox later"),
        ("publisher:>x", 10, "does not accept >"),
        ("due:", 4, "missing value"),
        ("a (strength:>x", 13, "a number"),
        ("a foo: b", 2, "unknown field foo"),
        ("tag:min*", 4, "does not accept *"),
        ('source:"a b"*', 7, "does not accept *"),
        ("title:--", 6, "a letter or digit"),
        ("a --", 2, "a letter or digit"),
        ("((((((((((((((((((a))))))))))))))))))", 17, "levels"),
        ("a " * 200, 398, "at most 64"),
        ("a" * 2000, 1000, "characters"),
    ],
)
def test_what_cannot_be_read_is_pointed_at(text: str, at: int, words: str) -> None:
    problem = parse_query(text, TODAY)

    assert isinstance(problem, QueryProblem)
    assert (problem.at, words in problem.message) == (at, True)


@given(st.text() | st.text('ab "()-:<>=*.or123\0\ud800'))
def test_whatever_is_typed_is_a_query_or_a_problem(text: str) -> None:
    parsed = parse_query(text, TODAY)

    assert not isinstance(parsed, QueryProblem) or 0 <= parsed.at <= max(len(text), 1)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("comp", Words("comp", is_prefix=True)),
        ("co", Words("co")),
        ("Title:comp", FieldTest("title", "comp", is_prefix=True)),
        ("tag:comp", FieldTest("tag", "comp")),
        ("comp ", Words("comp")),
        ('"power bi', Words("power bi")),
        ("a and", QueryProblem(5, "expected a word, a field or ( here")),
    ],
)
def test_while_typing_the_last_word_may_go_on(text: str, query: object) -> None:
    assert parse_query(open_ended(text), TODAY) == query


def test_words_that_must_not_be_there_are_not_marked() -> None:
    query = parse_query('a -b (c or title:"d e") is:inbox', TODAY)

    assert not isinstance(query, QueryProblem)
    assert [one.words for one in words_in(query)] == ["a", "c", "d e"]
