import json
from datetime import date

import pytest
from markdown_it import MarkdownIt

from briefreader.export.digest import RENDERERS, SCHEMA
from briefreader.views.digest import Digest, DigestItem, DigestSection

HOSTILE = "<script>alert(1)</script> [x](javascript:y) **z** & `w` ![](http://a)"
MADE = Digest(
    date(2026, 5, 1),
    date(2026, 5, 7),
    (
        DigestSection("New stories", (DigestItem(HOSTILE, HOSTILE), DigestItem("Plain")), "No new stories"),
        DigestSection("What to watch", (), "Nothing is due"),
    ),
)


def test_nothing_from_an_article_acts_in_markdown_or_html() -> None:
    made = MarkdownIt("commonmark", {"html": True}).render(RENDERERS["markdown"](MADE))
    page = RENDERERS["html"](MADE)

    for text in (made, page):
        assert "<script" not in text
        assert "<strong>" not in text
        assert "<a " not in text
        assert "<img" not in text
        assert "Nothing is due." in text


def test_an_item_that_begins_like_a_list_makes_none() -> None:
    items = (DigestItem("1. Halden", "- cuts"), DigestItem("+ more", "2) again"))
    made = Digest(MADE.since, MADE.as_of, (DigestSection("New stories", items, "No new stories"),))

    page = MarkdownIt("commonmark").render(RENDERERS["markdown"](made))

    assert (page.count("<ul>"), page.count("<ol>"), page.count("<li>")) == (1, 0, 2)


@pytest.mark.parametrize("name", RENDERERS)
def test_the_same_digest_gives_the_same_bytes(name: str) -> None:
    assert RENDERERS[name](MADE) == RENDERERS[name](MADE)
    assert "Plain" in RENDERERS[name](MADE)


def test_json_names_its_schema() -> None:
    told = json.loads(RENDERERS["json"](MADE))

    assert (told["schema"], told["since"], told["as_of"]) == (SCHEMA, "2026-05-01", "2026-05-07")
    assert told["sections"][0]["items"][0]["words"] == HOSTILE
