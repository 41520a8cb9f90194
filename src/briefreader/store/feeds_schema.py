"""The statements that make room for feeds, as the schema's changes name them."""

FEEDS = (
    """
    CREATE TABLE feeds (
        id TEXT NOT NULL PRIMARY KEY,
        url TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        folder TEXT NOT NULL,
        full_text INTEGER NOT NULL CHECK (full_text IN (0, 1)),
        typed INTEGER NOT NULL CHECK (typed IN (0, 1)),
        added_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE feed_states (
        feed_id TEXT NOT NULL PRIMARY KEY,
        next_at TEXT,
        state TEXT NOT NULL CHECK (json_valid(state))
    ) STRICT
    """,
    """
    CREATE TABLE entries (
        feed_id TEXT NOT NULL,
        key TEXT NOT NULL,
        article_id TEXT NOT NULL REFERENCES articles (id),
        digest TEXT NOT NULL,
        changes INTEGER NOT NULL DEFAULT 0 CHECK (changes >= 0),
        owns INTEGER NOT NULL CHECK (owns IN (0, 1)),
        PRIMARY KEY (feed_id, key)
    ) STRICT, WITHOUT ROWID
    """,
)
TYPED = (
    "CREATE TABLE typed_addresses (url TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    """
    INSERT INTO typed_addresses
    SELECT url FROM feeds WHERE typed AND id NOT IN (SELECT feed_id FROM brought_feeds)
    """,
    "DROP TABLE brought_feeds",
)
UNFINISHED = (
    """
    CREATE TABLE wanted_pages (
        article_id TEXT NOT NULL PRIMARY KEY REFERENCES articles (id),
        feed_id TEXT NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE failed_files (path TEXT NOT NULL PRIMARY KEY, stamp TEXT NOT NULL) STRICT, WITHOUT ROWID",
)
