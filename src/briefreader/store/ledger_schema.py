"""The schema of the ledger, as a change of the schema names it."""

THESES = """
CREATE TABLE theses (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    bull TEXT NOT NULL,
    bear TEXT NOT NULL,
    subject TEXT NOT NULL,
    prior REAL NOT NULL CHECK (prior > 0 AND prior < 1),
    horizon_on TEXT,
    review_on TEXT,
    reviewed_at TEXT,
    premortem TEXT NOT NULL CHECK (json_valid(premortem)),
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL
) STRICT
"""
"""What the reader holds to be true or not."""

ANCHORS = """
CREATE TABLE anchors (
    id TEXT NOT NULL PRIMARY KEY,
    annotation_id TEXT NOT NULL REFERENCES annotations (id),
    revision_id INTEGER NOT NULL REFERENCES revisions (id),
    status TEXT NOT NULL
        CHECK (status IN ('exact', 'moved', 'edited', 'suspect', 'ambiguous', 'orphan')),
    start INTEGER CHECK (start >= 0),
    end INTEGER CHECK (end > start),
    changes TEXT NOT NULL CHECK (json_valid(changes)),
    kept REAL NOT NULL CHECK (kept BETWEEN 0 AND 1),
    candidate_start INTEGER,
    candidate_end INTEGER,
    hint INTEGER,
    decision TEXT NOT NULL CHECK (decision IN ('open', 'accepted', 'refused')),
    CHECK ((status = 'orphan') = (start IS NULL)),
    CHECK ((start IS NULL) = (end IS NULL)),
    UNIQUE (annotation_id, revision_id)
) STRICT
"""
"""Where notes stand in later versions of their articles."""

WATCH_ITEMS = """
CREATE TABLE watch_items (
    id TEXT NOT NULL PRIMARY KEY,
    question TEXT NOT NULL,
    due_first TEXT NOT NULL,
    due_last TEXT NOT NULL,
    precision TEXT NOT NULL,
    side TEXT NOT NULL,
    probability REAL CHECK (probability BETWEEN 0 AND 1),
    thesis_id TEXT REFERENCES theses (id),
    article_id TEXT REFERENCES articles (id),
    revision_id INTEGER REFERENCES revisions (id),
    start INTEGER,
    end INTEGER,
    exact TEXT,
    prefix TEXT,
    suffix TEXT,
    outcome TEXT CHECK (outcome IN ('happened', 'did not', 'void')),
    outcome_note TEXT NOT NULL,
    resolved_at TEXT,
    created_at TEXT NOT NULL,
    CHECK (due_first <= due_last),
    CHECK ((article_id IS NULL) = (exact IS NULL)),
    CHECK ((outcome IS NULL) = (resolved_at IS NULL))
) STRICT
"""
"""What the reader watches for."""

REFUSALS = """
CREATE TABLE refusals (
    id TEXT NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end > start),
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT
"""
"""The author's suggestions that the reader has rejected."""
