import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest.feeds import parse_feed
from briefreader.ingest.json_feed import parse_json_feed
from briefreader.model.errors import UnreadableError
from briefreader.model.feed import Enclosure, FeedDocument

HERE = "https://a.example/feed.json"


def read(*items: Any, **feed: Any) -> FeedDocument:  # noqa: ANN401 - JSON of any kind
    return parse_json_feed(json.dumps({"items": items, **feed}).encode(), HERE, 10)


def test_an_item_has_what_the_feed_says_of_it() -> None:
    item = {
        "id": 7,
        "url": "/1",
        "title": "T",
        "content_html": "<p>x</p>",
        "date_published": "2026-05-01T10:00:00+02:00",
        "authors": [{"name": "Ann"}, {"name": "Bob"}],
        "tags": ["AI", 3],
        "attachments": [{"url": "https://a.example/x", "mime_type": "audio/mpeg", "size_in_bytes": 5}],
    }

    feed = read(item, title="F", home_page_url="https://a.example/")

    entry = feed.entries[0]
    assert (feed.title, feed.url, feed.notes) == ("F", "https://a.example/", ())
    assert (entry.guid, entry.url, entry.title, entry.byline) == ("7", "https://a.example/1", "T", "Ann, Bob")
    assert (entry.content, entry.content_type, entry.is_summary) == ("<p>x</p>", "html", False)
    assert entry.published_at is not None
    assert entry.published_at.isoformat() == "2026-05-01T10:00:00+02:00"
    assert (entry.tags, entry.enclosures) == (("AI",), (Enclosure("https://a.example/x", "audio/mpeg", 5),))


def test_it_is_told_by_its_first_sign() -> None:
    assert parse_feed(b'\xef\xbb\xbf {"items": [{"id": "1", "summary": "s"}]}', HERE).entries[0].is_summary


def test_items_that_cannot_be_read_are_left_out_and_told() -> None:
    feed = read({"id": "1", "content_text": "x"}, 3, {}, None)

    assert [entry.content_type for entry in feed.entries] == ["text"]
    assert feed.notes == ("3 entries cannot be read",)
    assert read(*[{"id": str(number)} for number in range(12)]).notes == ("only the first 10 entries were read",)


@pytest.mark.parametrize("text", ["{", '{"items": {}}', "[" * 100_000])
def test_what_is_no_feed_is_told(text: str) -> None:
    with pytest.raises(UnreadableError, match="JSON"):
        parse_json_feed(text.encode(), HERE, 10)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)
KEYS = ["id", "url", "title", "content_html", "date_published", "author", "authors", "tags", "attachments", "summary"]


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), JSON), max_size=3))
def test_items_of_any_shape_are_read_or_left_out(items: list[Any]) -> None:
    assert len(read(*items).entries) <= len(items)


def test_links_of_an_item_count_from_its_page_else_from_that_of_the_feed() -> None:
    items = [{"id": "1", "url": "/1"}, {"id": "2"}, {"id": "3", "external_url": "https://b.example/3"}]

    assert [entry.base for entry in read(*items).entries] == ["https://a.example/1", HERE, HERE]
    assert read(items[1], home_page_url="/news/").entries[0].base == "https://a.example/news/"
