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
from briefreader.model.feed import Entry, Feed
from briefreader.model.ids import FeedId
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.workflows.parsing import Analysed, ReadEntry, read_entry
from briefreader.workflows.take_in import take_in
from briefreader.workspace import Workspace

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
    """Return entries a second when one loop parses nothing, but writes the rows that the store has of them.

    The tables, their indexes and the index of words are the store's own.
    """
    with tempfile.TemporaryDirectory() as folder:
        filled, empty = Path(folder) / "s.db", Path(folder) / "f.db"
        with open_store(filled) as store:
            _take_all(a_workspace(store, Settings(), noon), documents)
        with open_store(empty):
            pass
        rows = _rows_of(filled)
        connection = sqlite3.connect(empty, isolation_level=None)
        connection.execute("PRAGMA synchronous = FULL")
        began = time.perf_counter()
        count = _write_plainly(connection, rows)
        seconds = time.perf_counter() - began
        connection.close()
        return count / seconds


def _take_all(workspace: Workspace, documents: list[bytes]) -> None:
    for number, data in enumerate(documents):
        feed = Feed(id=FeedId(str(number)), url=f"https://a.example/{number}", title="Feed", added_at=noon())
        read = [_bare(entry_key(one), entry_digest(one), one) for one in parse_feed(data, feed.url).entries]
        take_in(workspace, feed, read)


def _rows_of(path: Path) -> dict[str, list[dict[str, object]]]:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    orders = {"articles": "key", "revisions": "id", "analyses": "revision_id", "entries": "article_id"}
    rows = {table: connection.execute(f"SELECT * FROM {table} ORDER BY {order}") for table, order in orders.items()}  # noqa: S608 - ours
    told = {table: [dict(row) for row in found] for table, found in rows.items()}
    connection.close()
    return told


def _write_plainly(connection: sqlite3.Connection, rows: dict[str, list[dict[str, object]]]) -> int:
    """Write the rows of each entry one after the other, so many entries a transaction; return how many there were."""
    inserts = {
        table: f"INSERT INTO {table} ({', '.join(some[0])}) VALUES ({', '.join('?' * len(some[0]))})"  # noqa: S608 - ours
        for table, some in rows.items()
    }
    entries = {entry["article_id"]: entry for entry in rows["entries"]}
    for start in range(0, len(rows["articles"]), AT_ONCE):
        connection.execute("BEGIN IMMEDIATE")
        for number in range(start, min(start + AT_ONCE, len(rows["articles"]))):
            article, text = rows["articles"][number], rows["revisions"][number]
            connection.execute(inserts["articles"], [*{**article, "revision_id": None}.values()])
            connection.execute(inserts["revisions"], [*text.values()])
            connection.execute(inserts["analyses"], [*rows["analyses"][number].values()])
            connection.execute("UPDATE articles SET revision_id = ? WHERE key = ?", [text["id"], article["key"]])
            connection.execute(inserts["entries"], [*entries[article["id"]].values()])
        connection.execute("COMMIT")
    return len(rows["articles"])


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
                read = [read_entry(*one, "Feed", None, noon()) if analysed else _bare(*one) for one in some]
                spent["articles"] += time.perf_counter() - began
                began = time.perf_counter()
                entries += take_in(workspace, feed, read).new
                spent["store"] += time.perf_counter() - began
    return {"rate": entries / sum(spent.values()), **spent}


def _bare(key: str, digest: str, entry: Entry) -> ReadEntry:
    return ReadEntry(
        key=key,
        digest=digest,
        read=Analysed(entry_article(entry, "Feed"), Analysis()),
        is_named=False,
        is_page_shared=False,
        is_summary=True,
    )
