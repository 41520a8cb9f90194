"""The change of the schema that compresses layouts and analyses."""

import json
import sqlite3

from briefreader.store.packing import pack

_BEFORE = (
    *(f"DROP TRIGGER {table}_{event}" for table in ("facts", "named", "statements") for event in ("added", "changed")),
    "ALTER TABLE statements DROP COLUMN said",
    "ALTER TABLE revisions ADD COLUMN packed BLOB NOT NULL DEFAULT x''",
    """
    CREATE TABLE packed_analyses (
        revision_id INTEGER PRIMARY KEY REFERENCES revisions (id),
        version INTEGER NOT NULL,
        facts BLOB NOT NULL,
        statements BLOB NOT NULL
    ) STRICT
    """,
)
_AFTER = (
    "ALTER TABLE revisions DROP COLUMN layout",
    "ALTER TABLE revisions RENAME COLUMN packed TO layout",
    "DROP TABLE analyses",
    "ALTER TABLE packed_analyses RENAME TO analyses",
    "CREATE INDEX analyses_version ON analyses (version)",
)


def pack_texts(connection: sqlite3.Connection) -> None:
    """Compress what no other program reads, row by row so that memory does not grow with the store.

    Triggers read rules, names and statements out of the JSON; from now on the program keeps them as it writes.
    """
    for statement in _BEFORE:
        connection.execute(statement)
    for (id_,) in connection.execute("SELECT id FROM revisions").fetchall():
        layout = connection.execute("SELECT layout FROM revisions WHERE id = ?", [id_]).fetchone()[0]
        connection.execute("UPDATE revisions SET packed = ? WHERE id = ?", [pack(layout), id_])
    for id_, version, facts in connection.execute("SELECT revision_id, version, facts FROM analyses"):
        fields = json.loads(facts)
        statements = fields.pop("statements", [])
        packed = [pack(json.dumps(value, ensure_ascii=False, separators=(",", ":"))) for value in (fields, statements)]
        connection.execute("INSERT INTO packed_analyses VALUES (?, ?, ?, ?)", [id_, version, *packed])
    for statement in _AFTER:
        connection.execute(statement)
