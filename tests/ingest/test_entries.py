from dataclasses import replace
from datetime import date

import pytest

from briefreader.ingest.entries import entry_article, entry_digest, entry_key
from briefreader.ingest.feed_words import plain_title
from briefreader.model.feed import Entry

ENTRY = Entry(guid="g", url="https://a.example/1", title="T", content="<p>It <b>rose</b>.</p><ul><li>one</li></ul>")


def test_the_content_becomes_blocks() -> None:
    article = entry_article(replace(ENTRY, byline="Ann", published_on=date(2026, 5, 1)), "Feed")

    assert article.document.text == "T\n\nIt rose.\n\none"
    assert [block.kind for block in article.document.blocks] == ["heading", "paragraph", "item"]
    assert (article.title, article.publisher, article.byline, str(article.published_on)) == (
        "T",
        "Feed",
        "Ann",
        "2026-05-01",
    )


def test_text_is_text() -> None:
    article = entry_article(replace(ENTRY, content="a <b> c", content_type="text"), None)

    assert article.document.text == "T\n\na <b> c"


def test_an_entry_without_words_still_is_an_article() -> None:
    assert entry_article(replace(ENTRY, content=""), None).document.text == "T"
    assert entry_article(replace(ENTRY, content="<p></p>", title=None), None).title is None


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Rates <em>fall</em>", "Rates fall"),
        ("AT&amp;T cuts", "AT&T cuts"),
        ("a < b > c", "a < b > c"),
        ("[Reuters] Oil falls", "[Reuters] Oil falls"),
        ("<script>x</script>", "x"),
        ("The <video> tag &amp; you", "The <video> tag & you"),
        ("&#27;]0;x&#7;", "]0;x"),
        ("<i></i>", None),
    ],
)
def test_titles_are_plain(title: str, plain: str | None) -> None:
    assert plain_title(title) == plain


def test_an_entry_is_known_by_its_id_else_its_page_else_its_words() -> None:
    assert entry_key(ENTRY) == "g"
    assert entry_key(replace(ENTRY, guid=None)) == "a.example/1"
    nameless = replace(ENTRY, guid=None, url="javascript:x")
    assert entry_key(nameless) == entry_key(nameless) != entry_key(replace(nameless, content="other"))


def test_the_digest_changes_with_what_is_kept() -> None:
    others = [replace(ENTRY, title="x"), replace(ENTRY, content="x"), replace(ENTRY, url="x")]
    assert entry_digest(ENTRY) == entry_digest(replace(ENTRY, tags=("x",)))
    assert len({entry_digest(one) for one in (ENTRY, *others)}) == len(others) + 1


def test_addresses_that_act_are_not_kept() -> None:
    assert entry_article(replace(ENTRY, url="javascript:alert(1)"), None).url is None
