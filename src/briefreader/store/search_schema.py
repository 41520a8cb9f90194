"""What finding needs: the words of articles and notes, and facts to ask for, kept up to date by triggers.

Triggers and not the callers write them, because undo and redo restore rows by themselves.
"""

SNOOZING = (
    "ALTER TABLE articles ADD COLUMN snoozed_until TEXT",
    "DROP INDEX articles_feed",
    "CREATE INDEX articles_feed ON articles (state, sort_at DESC, key DESC, snoozed_until)",
)

_TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"
WORDS = (
    """
    CREATE VIEW article_text AS
    SELECT key, title, text FROM articles LEFT JOIN revisions ON revisions.id = articles.revision_id
    """,
    f"""
    CREATE VIRTUAL TABLE article_words USING fts5 (
        title, text, content = 'article_text', content_rowid = 'key', {_TOKENS}
    )
    """,
    """
    INSERT INTO article_words (rowid, title, text)
    SELECT key, title, text FROM article_text WHERE text IS NOT NULL
    """,
    """
    CREATE TRIGGER article_words_changed AFTER UPDATE OF title, revision_id ON articles
    WHEN OLD.title IS NOT NEW.title OR OLD.revision_id IS NOT NEW.revision_id
    BEGIN
        INSERT INTO article_words (article_words, rowid, title, text)
        SELECT 'delete', OLD.key, OLD.title, text FROM revisions WHERE id = OLD.revision_id;
        INSERT INTO article_words (rowid, title, text)
        SELECT NEW.key, NEW.title, text FROM revisions WHERE id = NEW.revision_id;
    END
    """,
    "CREATE TABLE note_keys (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL) STRICT",
    f"CREATE VIRTUAL TABLE note_words USING fts5 (note, quote, tags, {_TOKENS})",
    "INSERT INTO note_keys (id, article_id) SELECT id, article_id FROM annotations ORDER BY created_at, id",
    "CREATE INDEX note_keys_article ON note_keys (article_id)",
    """
    INSERT INTO note_words (rowid, note, quote, tags)
    SELECT key, note, exact, (SELECT group_concat(value, '; ') FROM json_each(tags))
    FROM annotations JOIN note_keys ON note_keys.id = annotations.id
    """,
    """
    CREATE TRIGGER note_words_added AFTER INSERT ON annotations BEGIN
        INSERT INTO note_keys (id, article_id) VALUES (NEW.id, NEW.article_id);
        INSERT INTO note_words (rowid, note, quote, tags)
        SELECT key, NEW.note, NEW.exact, (SELECT group_concat(value, '; ') FROM json_each(NEW.tags))
        FROM note_keys WHERE id = NEW.id;
    END
    """,
    """
    CREATE TRIGGER note_words_changed AFTER UPDATE OF note, exact, tags ON annotations BEGIN
        UPDATE note_words SET note = NEW.note, quote = NEW.exact,
            tags = (SELECT group_concat(value, '; ') FROM json_each(NEW.tags))
        WHERE rowid = (SELECT key FROM note_keys WHERE id = NEW.id);
    END
    """,
    """
    CREATE TRIGGER note_words_gone AFTER DELETE ON annotations BEGIN
        DELETE FROM note_words WHERE rowid = (SELECT key FROM note_keys WHERE id = OLD.id);
        DELETE FROM note_keys WHERE id = OLD.id;
    END
    """,
)

_FACTS = """
    INSERT OR IGNORE INTO found_rules (revision_id, rule)
    SELECT {id}, json_extract(value, '$[0]') FROM json_each({facts}, '$.findings');
    INSERT OR REPLACE INTO cited_claims (revision_id, cited)
    SELECT {id}, count(*) FROM json_each({facts}, '$.claims') WHERE json_array_length(value, '$[6]') > 0;
"""
_NEW = _FACTS.format(id="NEW.revision_id", facts="NEW.facts")
FOUND = (
    """
    CREATE TABLE found_rules (
        revision_id INTEGER NOT NULL REFERENCES revisions (id),
        rule TEXT NOT NULL,
        PRIMARY KEY (rule, revision_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX found_rules_revision ON found_rules (revision_id)",
    "CREATE TABLE cited_claims (revision_id INTEGER PRIMARY KEY, cited INTEGER NOT NULL) STRICT",
    """
    INSERT INTO found_rules (revision_id, rule)
    SELECT DISTINCT revision_id, json_extract(value, '$[0]') FROM analyses, json_each(facts, '$.findings')
    """,
    """
    INSERT INTO cited_claims (revision_id, cited)
    SELECT revision_id,
        (SELECT count(*) FROM json_each(facts, '$.claims') WHERE json_array_length(value, '$[6]') > 0)
    FROM analyses
    """,
    f"CREATE TRIGGER facts_added AFTER INSERT ON analyses BEGIN {_NEW} END",
    f"""
    CREATE TRIGGER facts_changed AFTER UPDATE OF facts ON analyses BEGIN
        DELETE FROM found_rules WHERE revision_id = NEW.revision_id;
        {_NEW}
    END
    """,  # noqa: S608 - ours
)

RULES = (
    """
    ALTER TABLE saved_views ADD COLUMN on_arrival TEXT
    CHECK (on_arrival IN ('later', 'shortlist', 'archive', 'trash', 'read'))
    """,
)

PROGRESS = ("ALTER TABLE articles ADD COLUMN progress REAL NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1)",)

VIEWS = (
    """
    CREATE TABLE saved_views (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        place INTEGER NOT NULL
    ) STRICT
    """,
)
