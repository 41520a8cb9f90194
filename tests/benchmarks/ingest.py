"""How fast feeds are taken in, beside the same rows written by one plain loop. Run by ``make bench``."""

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from factories import SAMPLES
from fakes import a_workspace, noon

from briefreader.ingest.entries import entry_article, entry_digest, entry_key
from briefreader.ingest.feeds import parse_feed
from briefreader.model.analysis import Analysis
from briefreader.model.feed import Feed
from briefreader.model.ids import FeedId
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.workflows.take_in import ReadEntry, read_entries, take_in

A_FEED = 1_000
AT_ONCE = 50
PARTS = ("parse", "articles", "store")


def feeds(count: int) -> Iterator[bytes]:
    """Yield feeds of a thousand entries each, with paragraphs of the samples."""
    paragraphs = [
        line
        for path in sorted(SAMPLES.glob("*.txt"))
        for line in path.read_text("utf-8").split("\n")
        if len(line) > 80 and "<" not in line and "&" not in line
    ]
    for number in range(count):
        items = "".join(
            f"<item><guid isPermaLink='false'>{number}-{one}</guid><title>Piece {number}-{one}</title>"
            f"<link>https://a.example/{number}/{one}</link><pubDate>Mon, 20 Apr 2026 09:30:00 +0000</pubDate>"
            f"<description>&lt;p&gt;{number}-{one}: {paragraphs[one % len(paragraphs)]}&lt;/p&gt;"
            f"&lt;p&gt;{paragraphs[(one * 7) % len(paragraphs)]}&lt;/p&gt;</description></item>"
            for one in range(A_FEED)
        )
        yield f"<rss><channel><title>Feed {number}</title>{items}</channel></rss>".encode()


def floor_rate(documents: list[bytes]) -> float:
    """Return entries a second when one loop parses nothing but writes rows and a full-text index."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            (entry.guid, entry.title, entry.url, entry_article(entry, "Feed").document.text)
            for data in documents
            for entry in parse_feed(data, "https://a.example/").entries
        ]
        connection = sqlite3.connect(Path(folder) / "f.db", isolation_level=None)
        connection.executescript(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE articles (id TEXT PRIMARY KEY, title TEXT, url TEXT, text TEXT);
            CREATE VIRTUAL TABLE found USING fts5 (title, text, content='articles');
            """
        )
        began = time.perf_counter()
        for start in range(0, len(rows), AT_ONCE):
            connection.execute("BEGIN IMMEDIATE")
            for row in rows[start : start + AT_ONCE]:
                at = connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", row).lastrowid
                connection.execute("INSERT INTO found (rowid, title, text) VALUES (?, ?, ?)", (at, row[1], row[3]))
            connection.execute("COMMIT")
        seconds = time.perf_counter() - began
        connection.close()
        return len(rows) / seconds


def ingest_rates(documents: list[bytes], *, analysed: bool) -> dict[str, float]:
    """Return entries a second, and the seconds that each part takes."""
    spent = dict.fromkeys(PARTS, 0.0)
    entries = 0
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "s.db") as store:
        workspace = a_workspace(store, Settings(), noon)
        for number, data in enumerate(documents):
            feed = Feed(id=FeedId(str(number)), url=f"https://a.example/{number}", title="Feed", added_at=noon())
            began = time.perf_counter()
            parsed = parse_feed(data, feed.url).entries
            spent["parse"] += time.perf_counter() - began
            for start in range(0, len(parsed), AT_ONCE):
                some = [(entry_key(one), entry_digest(one), one) for one in parsed[start : start + AT_ONCE]]
                began = time.perf_counter()
                read = read_entries(some, "Feed", None, noon()) if analysed else [_bare(*one) for one in some]
                spent["articles"] += time.perf_counter() - began
                began = time.perf_counter()
                entries += take_in(workspace, feed, read).new
                spent["store"] += time.perf_counter() - began
    return {"rate": entries / sum(spent.values()), **spent}


def _bare(key: str, digest: str, entry: object) -> ReadEntry:
    article = entry_article(entry, "Feed")  # type: ignore[arg-type]
    return ReadEntry(key=key, digest=digest, article=article, analysis=Analysis())
