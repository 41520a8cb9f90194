"""The list of feeds for other readers (OPML 2.0)."""

from collections.abc import Iterable
from itertools import groupby
from xml.sax.saxutils import quoteattr

from briefreader.model.feed import Feed


def render_opml(feeds: Iterable[Feed]) -> str:
    """Return the list of feeds, in folders; the same feeds, the same bytes."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">']
    lines += ["<head><title>Feeds in briefreader</title></head>", "<body>"]
    ordered = sorted(feeds, key=lambda feed: (feed.folder.casefold(), feed.title.casefold(), feed.url))
    for folder, listed in groupby(ordered, key=lambda feed: feed.folder):
        outlines = [
            f'<outline type="rss" text={quoteattr(feed.title)} xmlUrl={quoteattr(feed.url)}/>' for feed in listed
        ]
        names = [name for name in folder.split("/") if name]
        lines += [f"<outline text={quoteattr(name)}>" for name in names]
        lines += [*outlines, *["</outline>"] * len(names)]
    return "\n".join([*lines, "</body>", "</opml>", ""])
