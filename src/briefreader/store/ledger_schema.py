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
