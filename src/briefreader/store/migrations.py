"""The schema, as the list of its changes: append to it, never edit it.

Loaded only when a store is new or older than this program, because sqlite-utils takes 80 ms to import.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from briefreader.model.addresses import address_key
from briefreader.store.crosscheck_schema import EVENTS, MATTERS, STATEMENTS, STORIES, VERDICTS
from briefreader.store.feeds_schema import FEEDS, TYPED, UNFINISHED
from briefreader.store.hashing import row_hash
from briefreader.store.human_views import EXPORTS, HUMAN_VIEWS
from briefreader.store.ledger_schema import ANCHORS, REFUSALS, THESES, WATCH_ITEMS
from briefreader.store.packed_schema import pack_texts
from briefreader.store.search_schema import FOUND, PROGRESS, RULES, SNOOZING, VIEWS, WORDS

migrations = Migrations("briefreader")


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring the schema up to date, and record its version."""
    connection.execute("PRAGMA journal_mode = WAL")
    migrations.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA user_version = {version:d}")


@migrations()
def create_articles(db: Database) -> None:
    """Make room for articles, their texts, what was found in them, and the reader's annotations."""
    db.execute(
        """
        CREATE TABLE articles (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            title TEXT,
            opening TEXT NOT NULL,
            publisher TEXT,
            byline TEXT,
            origin_name TEXT,
            origin_url TEXT,
            url TEXT,
            published_on TEXT,
            added_at TEXT NOT NULL,
            sort_at TEXT NOT NULL,
            state TEXT NOT NULL
                CHECK (state IN ('inbox', 'later', 'shortlist', 'archive', 'trash')),
            is_read INTEGER NOT NULL DEFAULT 0 CHECK (is_read IN (0, 1)),
            words INTEGER NOT NULL CHECK (words >= 0),
            claims INTEGER NOT NULL DEFAULT 0 CHECK (claims >= 0)
        ) STRICT
        """
    )
    db.execute("CREATE INDEX articles_feed ON articles (state, sort_at DESC, key DESC)")
    db.execute(
        """
        CREATE TABLE revisions (
            id INTEGER PRIMARY KEY,
            article_id TEXT NOT NULL REFERENCES articles (id),
            number INTEGER NOT NULL CHECK (number >= 1),
            added_at TEXT NOT NULL,
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            text TEXT NOT NULL,
            layout TEXT NOT NULL CHECK (json_valid(layout)),
            UNIQUE (article_id, number),
            UNIQUE (article_id, sha256)
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE analyses (
            revision_id INTEGER PRIMARY KEY REFERENCES revisions (id),
            version INTEGER NOT NULL,
            facts TEXT NOT NULL CHECK (json_valid(facts))
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE annotations (
            id TEXT NOT NULL PRIMARY KEY,
            article_id TEXT NOT NULL REFERENCES articles (id),
            revision_id INTEGER NOT NULL REFERENCES revisions (id),
            kind TEXT NOT NULL CHECK (kind IN ('highlight', 'note', 'evidence')),
            start INTEGER CHECK (start >= 0),
            end INTEGER CHECK (end > start),
            exact TEXT,
            prefix TEXT,
            suffix TEXT,
            stance TEXT CHECK (stance IN ('bull', 'bear', 'neutral')),
            strength INTEGER CHECK (strength BETWEEN 1 AND 5),
            confidence REAL CHECK (confidence BETWEEN 0 AND 1),
            note TEXT NOT NULL,
            tags TEXT NOT NULL CHECK (json_valid(tags)),
            created_at TEXT NOT NULL,
            modified_at TEXT NOT NULL,
            CHECK ((start IS NULL) = (end IS NULL)),
            CHECK ((start IS NULL) = (exact IS NULL)),
            CHECK ((kind = 'evidence') = (stance IS NOT NULL)),
            CHECK ((stance IS NULL) = (strength IS NULL)),
            CHECK ((stance IS NULL) = (confidence IS NULL))
        ) STRICT
        """
    )
    db.execute("CREATE INDEX annotations_article ON annotations (article_id, start)")


@migrations()
def create_journal(db: Database) -> None:
    """Make room for every write as before and after."""
    db.execute(
        """
        CREATE TABLE journal (
            id INTEGER PRIMARY KEY,
            batch INTEGER NOT NULL,
            at TEXT NOT NULL,
            verb TEXT NOT NULL,
            article_id TEXT NOT NULL,
            table_name TEXT NOT NULL CHECK (table_name IN ('articles', 'annotations')),
            row_id TEXT NOT NULL,
            before TEXT CHECK (before IS NULL OR json_valid(before)),
            after TEXT CHECK (after IS NULL OR json_valid(after)),
            status TEXT NOT NULL DEFAULT 'done' CHECK (status IN ('done', 'undone', 'superseded'))
        ) STRICT
        """
    )
    db.execute("CREATE INDEX journal_status ON journal (status, batch)")
    db.execute("CREATE INDEX journal_batch ON journal (batch)")


@migrations()
def create_corrections(db: Database) -> None:
    """Make room for what the reader corrects and silences, and let the journal undo it."""
    db.execute(
        """
        CREATE TABLE corrections (
            id TEXT NOT NULL PRIMARY KEY,
            article_id TEXT NOT NULL REFERENCES articles (id),
            kind TEXT NOT NULL CHECK (kind IN ('no_claim', 'claim', 'source', 'citation')),
            start INTEGER NOT NULL CHECK (start >= 0),
            end INTEGER NOT NULL CHECK (end > start),
            exact TEXT NOT NULL,
            prefix TEXT NOT NULL,
            suffix TEXT NOT NULL,
            value TEXT NOT NULL,
            created_at TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute("CREATE INDEX corrections_article ON corrections (article_id)")
    db.execute(
        """
        CREATE TABLE silences (
            id TEXT NOT NULL PRIMARY KEY,
            rule TEXT NOT NULL,
            article_id TEXT REFERENCES articles (id)
        ) STRICT
        """
    )
    db.execute("CREATE INDEX analyses_version ON analyses (version)")
    db.execute("ALTER TABLE journal RENAME TO journal_before")
    db.execute(
        """
        CREATE TABLE journal (
            id INTEGER PRIMARY KEY,
            batch INTEGER NOT NULL,
            at TEXT NOT NULL,
            verb TEXT NOT NULL,
            article_id TEXT NOT NULL,
            table_name TEXT NOT NULL
                CHECK (table_name IN ('articles', 'annotations', 'corrections', 'silences')),
            row_id TEXT NOT NULL,
            before TEXT CHECK (before IS NULL OR json_valid(before)),
            after TEXT CHECK (after IS NULL OR json_valid(after)),
            status TEXT NOT NULL DEFAULT 'done' CHECK (status IN ('done', 'undone', 'superseded'))
        ) STRICT
        """
    )
    db.execute("INSERT INTO journal SELECT * FROM journal_before")
    db.execute("DROP TABLE journal_before")
    db.execute("CREATE INDEX journal_status ON journal (status, batch)")
    db.execute("CREATE INDEX journal_batch ON journal (batch)")


@migrations()
def create_ledger(db: Database) -> None:
    """Make room for theses, watch items, anchors and refused suggestions; say which text an article has now."""
    db.execute("ALTER TABLE articles ADD COLUMN revision_id INTEGER REFERENCES revisions (id)")
    db.execute(
        """
        UPDATE articles SET revision_id =
            (SELECT id FROM revisions WHERE article_id = articles.id ORDER BY number DESC LIMIT 1)
        """
    )
    db.execute(THESES)
    db.execute("ALTER TABLE annotations ADD COLUMN thesis_id TEXT REFERENCES theses (id)")
    db.execute("ALTER TABLE annotations ADD COLUMN origin TEXT")
    db.execute(
        """
        ALTER TABLE annotations ADD COLUMN origin_how TEXT
            CHECK (origin_how IN ('cited', 'declared', 'publisher', 'reader'))
            CHECK ((origin IS NULL) = (origin_how IS NULL))
        """
    )
    db.execute("ALTER TABLE annotations ADD COLUMN author TEXT CHECK (author IN ('bull', 'bear'))")
    db.execute("ALTER TABLE annotations ADD COLUMN hash TEXT NOT NULL DEFAULT ''")
    for row in list(db["annotations"].rows):
        db.execute("UPDATE annotations SET hash = :hash WHERE id = :id", {"id": row["id"], "hash": row_hash(row)})
    db.execute("CREATE INDEX annotations_thesis ON annotations (thesis_id)")
    db.execute(ANCHORS)
    db.execute("CREATE INDEX anchors_revision ON anchors (revision_id)")
    db.execute(WATCH_ITEMS)
    db.execute(REFUSALS)
    db.execute("CREATE INDEX refusals_article ON refusals (article_id)")
    db.execute("ALTER TABLE journal RENAME TO journal_before")
    db.execute(
        """
        CREATE TABLE journal (
            id INTEGER PRIMARY KEY,
            batch INTEGER NOT NULL,
            at TEXT NOT NULL,
            verb TEXT NOT NULL,
            article_id TEXT,
            table_name TEXT NOT NULL,
            row_id TEXT NOT NULL,
            before TEXT CHECK (before IS NULL OR json_valid(before)),
            after TEXT CHECK (after IS NULL OR json_valid(after)),
            status TEXT NOT NULL DEFAULT 'done' CHECK (status IN ('done', 'undone', 'superseded'))
        ) STRICT
        """
    )
    db.execute("INSERT INTO journal SELECT * FROM journal_before")
    db.execute("DROP TABLE journal_before")
    db.execute("CREATE INDEX journal_status ON journal (status, batch)")
    db.execute("CREATE INDEX journal_batch ON journal (batch)")


@migrations()
def create_feeds(db: Database) -> None:
    """Make room for feeds, how fetching them goes, and which entry is which article; find articles by page and text."""
    for statement in FEEDS:
        db.execute(statement)
    db.execute("CREATE INDEX entries_article ON entries (article_id)")
    db.execute("ALTER TABLE articles ADD COLUMN url_key TEXT")
    for key, url in db.execute("SELECT key, url FROM articles WHERE url IS NOT NULL").fetchall():
        db.execute("UPDATE articles SET url_key = ? WHERE key = ?", [address_key(url), key])
    db.execute("CREATE INDEX articles_url_key ON articles (url_key)")
    db.execute("CREATE INDEX revisions_sha256 ON revisions (sha256)")
    db.execute("CREATE INDEX journal_row ON journal (row_id)")


@migrations()
def create_search(db: Database) -> None:
    """Make room for the words to find articles and notes by, for what was found in them, snoozing and saved views."""
    for statement in (*SNOOZING, *WORDS, *FOUND, *VIEWS):
        db.execute(statement)


@migrations()
def create_rules(db: Database) -> None:
    """Make room for what a view does with what arrives, and for how far an article has been read."""
    for statement in (*RULES, *PROGRESS):
        db.execute(statement)


@migrations()
def create_crosscheck(db: Database) -> None:
    """Make room for what articles state, filled when they are analysed anew, for stories, and for who is right."""
    for statement in (*STATEMENTS, *STORIES, *VERDICTS):
        db.execute(statement)


@migrations()
def create_exports(db: Database) -> None:
    """Make room for what was written for other programs, and views for people who open the store themselves."""
    for statement in (*EXPORTS, *HUMAN_VIEWS):
        db.execute(statement)


@migrations()
def create_brought_feeds(db: Database) -> None:
    """Make room for which feeds a file has brought with it, and nobody has typed here."""
    db.execute("CREATE TABLE brought_feeds (feed_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")


@migrations()
def create_typed_addresses(db: Database) -> None:
    """Make room for the addresses that the reader has typed here: what no file can bring, and no undo changes."""
    for statement in TYPED:
        db.execute(statement)


@migrations()
def create_unfinished(db: Database) -> None:
    """Make room for which articles are still to have the text of their page, and which files could not be read."""
    for statement in UNFINISHED:
        db.execute(statement)


@migrations()
def mark_foreign_notes(db: Database) -> None:
    """Make room for which notes came with an import; those that are here already count as the reader's own."""
    db.execute("ALTER TABLE annotations ADD COLUMN is_foreign INTEGER NOT NULL DEFAULT 0 CHECK (is_foreign IN (0, 1))")


@migrations()
def create_evidence(db: Database) -> None:
    """Make room for where an article's metadata was read."""
    db.execute("ALTER TABLE articles ADD COLUMN evidence TEXT CHECK (evidence IS NULL OR json_valid(evidence))")


@migrations()
def create_events(db: Database) -> None:
    """Make room for what tells which event an article is about, for why articles are one story and which are not."""
    for statement in EVENTS:
        db.execute(statement)


@migrations()
def create_matters(db: Database) -> None:
    """Make room for which articles are on one matter though they tell of different events."""
    for statement in MATTERS:
        db.execute(statement)


@migrations()
def pack_layouts(db: Database) -> None:
    """Compress layouts and analyses, and let the program keep by what articles are found."""
    pack_texts(db.conn)
