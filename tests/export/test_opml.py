from fakes import noon
from lxml import etree

from briefreader.export.opml import render_opml
from briefreader.model.feed import Feed
from briefreader.model.ids import FeedId


def feed(title: str, folder: str = "", number: int = 1) -> Feed:
    url = f"https://a.example/{number}?a=b&c"
    return Feed(id=FeedId(str(number)), url=url, title=title, folder=folder, added_at=noon())


def test_feeds_stand_in_their_folders_in_order() -> None:
    text = render_opml([feed("b", "News/Chips", 2), feed("c", "News/Chips", 3), feed("a")])

    root = etree.fromstring(text.encode())
    assert dict(root.attrib) == {"version": "2.0"}
    body = root.find("body")
    assert body is not None
    assert [(one.get("text"), one.get("xmlUrl")) for one in body] == [
        ("a", "https://a.example/1?a=b&c"),
        ("News", None),
    ]
    assert [one.get("text") for one in body.findall("./outline/outline/outline")] == ["b", "c"]


def test_a_title_stays_a_title() -> None:
    text = render_opml([feed('"/><outline xmlUrl="https://evil.example"')])

    assert len(etree.fromstring(text.encode()).findall(".//outline")) == 1
