"""What holds articles against one another: which of them state what, kept up to date by triggers."""

_NAMES = """
    INSERT OR IGNORE INTO named (name, revision_id)
    SELECT json_extract(value, '$[0]'), NEW.revision_id FROM json_each(NEW.facts, '$.entities')
    WHERE json_extract(value, '$[1]') <> 'unknown' OR json_array_length(value, '$[2]') > 1;
"""
_NEW = """
    INSERT OR IGNORE INTO statements (key, revision_id)
    SELECT json_extract(value, '$[0]'), NEW.revision_id FROM json_each(NEW.facts, '$.statements');
"""

VERDICTS = (
    """
    CREATE TABLE claim_edits (
        id TEXT NOT NULL PRIMARY KEY,
        key TEXT NOT NULL,
        same_as TEXT,
        without TEXT REFERENCES articles (id),
        CHECK ((same_as IS NULL) <> (without IS NULL))
    ) STRICT
    """,
    """
    CREATE TABLE verdicts (
        id TEXT NOT NULL PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        article_id TEXT REFERENCES articles (id),
        created_at TEXT NOT NULL
    ) STRICT
    """,
)

STORIES = (
    "ALTER TABLE articles ADD COLUMN story TEXT",
    "CREATE INDEX articles_story ON articles (story) WHERE story IS NOT NULL",
    "CREATE INDEX articles_revision ON articles (revision_id)",
    "DROP INDEX articles_feed",
    "CREATE INDEX articles_feed ON articles (state, sort_at DESC, key DESC, snoozed_until, story)",
    """
    CREATE TABLE named (
        name TEXT NOT NULL,
        revision_id INTEGER NOT NULL REFERENCES revisions (id),
        PRIMARY KEY (name, revision_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX named_revision ON named (revision_id)",
    f"CREATE TRIGGER named_added AFTER INSERT ON analyses BEGIN {_NAMES} END",
    f"""
    CREATE TRIGGER named_changed AFTER UPDATE OF facts ON analyses BEGIN
        DELETE FROM named WHERE revision_id = NEW.revision_id;
        {_NAMES}
    END
    """,  # noqa: S608 - ours
)

STATEMENTS = (
    """
    CREATE TABLE statements (
        key TEXT NOT NULL,
        revision_id INTEGER NOT NULL REFERENCES revisions (id),
        PRIMARY KEY (key, revision_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX statements_revision ON statements (revision_id)",
    f"CREATE TRIGGER statements_added AFTER INSERT ON analyses BEGIN {_NEW} END",
    f"""
    CREATE TRIGGER statements_changed AFTER UPDATE OF facts ON analyses BEGIN
        DELETE FROM statements WHERE revision_id = NEW.revision_id;
        {_NEW}
    END
    """,  # noqa: S608 - ours
)

EVENTS = (
    """
    CREATE TABLE story_marks (
        mark TEXT NOT NULL,
        day TEXT NOT NULL,
        key INTEGER NOT NULL REFERENCES articles (key),
        PRIMARY KEY (mark, day, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE story_leads (key INTEGER PRIMARY KEY REFERENCES articles (key), norm REAL NOT NULL) STRICT",
    """
    CREATE TABLE story_edges (
        key INTEGER NOT NULL REFERENCES articles (key),
        other INTEGER NOT NULL REFERENCES articles (key),
        why TEXT NOT NULL CHECK (json_valid(why)),
        PRIMARY KEY (key, other)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE story_vetoes (
        id TEXT NOT NULL PRIMARY KEY,
        article_id TEXT NOT NULL REFERENCES articles (id),
        other_id TEXT NOT NULL REFERENCES articles (id)
    ) STRICT
    """,
    "CREATE INDEX story_vetoes_article ON story_vetoes (article_id)",
    "CREATE INDEX story_vetoes_other ON story_vetoes (other_id)",
)

_SAID = """
    INSERT INTO statements (key, revision_id, said)
    SELECT json_extract(value, '$[0]'), NEW.revision_id, json_group_array(json(value))
    FROM json_each(NEW.facts, '$.statements') GROUP BY 1;
"""

MATTERS = (
    "ALTER TABLE story_edges ADD COLUMN kind TEXT NOT NULL DEFAULT 'same' CHECK (kind IN ('same', 'related'))",
    "CREATE INDEX story_edges_other ON story_edges (other)",
    "ALTER TABLE statements ADD COLUMN said TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(said))",
    "DROP TRIGGER statements_added",
    "DROP TRIGGER statements_changed",
    f"CREATE TRIGGER statements_added AFTER INSERT ON analyses BEGIN {_SAID} END",
    f"""
    CREATE TRIGGER statements_changed AFTER UPDATE OF facts ON analyses BEGIN
        DELETE FROM statements WHERE revision_id = NEW.revision_id;
        {_SAID}
    END
    """,  # noqa: S608 - ours
)
"""Which articles are on one matter though of different events, and what each states, kept under its key.

Both ends of an edge are looked up. What an older version has analysed says nothing until it is analysed again.
"""
