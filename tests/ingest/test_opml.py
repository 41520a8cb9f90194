from dataclasses import replace

import pytest
from fakes import noon
from hypothesis import given
from hypothesis import strategies as st

from briefreader.export.opml import render_opml
from briefreader.ingest.clean import clean_line
from briefreader.ingest.opml import Outline, parse_opml
from briefreader.model.feed import Feed
from briefreader.model.ids import FeedId

FEED = Feed(id=FeedId("1"), url="https://a.example/f", title="F", added_at=noon())
NAMES = st.text(max_size=12).map(clean_line).filter(lambda name: name and "/" not in name)


@given(st.lists(st.tuples(NAMES, st.lists(NAMES, max_size=3).map("/".join)), max_size=5))
def test_what_goes_out_comes_back(named: list[tuple[str, str]]) -> None:
    feeds = [
        replace(FEED, url=f"https://a.example/{number}", title=title, folder=folder)
        for number, (title, folder) in enumerate(named)
    ]

    outlines, refused = parse_opml(render_opml(feeds).encode(), "x.opml")

    assert refused == []
    assert {(one.url, one.title, one.folder) for one in outlines} == {(one.url, one.title, one.folder) for one in feeds}


def test_folders_attributes_in_any_case_and_feeds_named_twice() -> None:
    text = b"""<opml><body><outline text="A"><outline TEXT="x" XMLURL="https://a.example/1"/>
        <outline title="B"><outline text="y" xmlUrl="https://a.example/2"/></outline></outline>
        <outline xmlUrl="https://a.example/1"/></body></opml>"""

    assert parse_opml(text, "x.opml")[0] == [
        Outline("https://a.example/1", "x", "A"),
        Outline("https://a.example/2", "y", "A/B"),
    ]


@pytest.mark.parametrize("depth", [11, 40, 200])
def test_feeds_in_folders_of_any_depth_come_in_the_last_that_is_kept(depth: int) -> None:
    feeds, refused = parse_opml(_nested(depth), "test")

    assert [(one.url, one.folder.count("a")) for one in feeds] == [("https://f.example/x", 10)]
    assert refused == []


def test_a_list_that_is_nested_beyond_the_parsers_limit_says_what_is_missing() -> None:
    _, refused = parse_opml(_nested(400), "test")

    assert [one.problem for one in refused] == ["nested too deeply. The feeds in the deepest folders are missing."]


def _nested(depth: int) -> bytes:
    feed = b'<outline text="F" xmlUrl="https://f.example/x"/>'
    return b"<opml><body>" + b'<outline text="a">' * depth + feed + b"</outline>" * depth + b"</body></opml>"
