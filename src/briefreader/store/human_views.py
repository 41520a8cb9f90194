"""Views of the store for people who open it with Datasette, sqlite-utils or sqlite3."""

HUMAN_VIEWS = (
    """
    CREATE VIEW readable_articles AS
    SELECT articles.id, coalesce(title, opening) AS title, publisher, byline, origin_name AS origin, url, published_on,
        articles.added_at, state, is_read, snoozed_until, words, claims, revisions.text
    FROM articles JOIN revisions ON revisions.id = articles.revision_id
    """,
    """
    CREATE VIEW readable_notes AS
    SELECT annotations.id, annotations.kind, stance, strength, confidence, theses.title AS thesis, exact AS quote, note,
        (SELECT group_concat(value, ' ') FROM json_each(tags)) AS tags, annotations.origin, origin_how, author AS
        author_stance, coalesce(articles.title, opening) AS article, publisher, url, annotations.article_id,
        annotations.start, annotations.end, coalesce(anchors.status, 'exact') AS standing,
        annotations.created_at, annotations.modified_at
    FROM annotations JOIN articles ON articles.id = annotations.article_id
    LEFT JOIN theses ON theses.id = annotations.thesis_id
    LEFT JOIN anchors ON anchors.annotation_id = annotations.id AND anchors.revision_id = articles.revision_id
    """,
    """
    CREATE VIEW readable_theses AS
    SELECT theses.id, title, subject, bull, bear, prior, horizon_on,
        sum(annotations.stance = 'bull') AS bull_notes, sum(annotations.stance = 'bear') AS bear_notes,
        count(DISTINCT annotations.origin) AS named_origins
    FROM theses LEFT JOIN annotations ON annotations.thesis_id = theses.id GROUP BY theses.id
    """,
    """
    CREATE VIEW readable_watchlist AS
    SELECT watch_items.id, question, due_first, due_last, side, probability, theses.title AS thesis, exact AS quote,
        outcome, outcome_note, resolved_at
    FROM watch_items LEFT JOIN theses ON theses.id = watch_items.thesis_id
    """,
)

EXPORTS = (
    """
    CREATE TABLE exports (path TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (path, sha256)) STRICT, WITHOUT ROWID
    """,
)
