"""What was found in a text, and the tables by which articles are found by it."""

import sqlite3

from briefreader.model.analysis import Analysis
from briefreader.model.ids import RevisionId
from briefreader.store.encoding import decode_analysis, encode_analysis, encode_statements
from briefreader.store.packing import pack, unpack

_DERIVED = ("found_rules", "named", "statements")


def write_analysis(connection: sqlite3.Connection, revision_id: RevisionId, analysis: Analysis, version: int) -> None:
    """Keep the analysis of a text in place of an older one, inside a transaction."""
    packed = pack(encode_analysis(analysis)), pack(encode_statements(analysis))
    cursor = connection.execute(
        "UPDATE analyses SET version = ?, facts = ?, statements = ? WHERE revision_id = ?",
        [version, *packed, revision_id],
    )
    if cursor.rowcount:
        for table in _DERIVED:
            connection.execute(f"DELETE FROM {table} WHERE revision_id = ?", [revision_id])  # noqa: S608 - ours
    else:
        connection.execute(
            "INSERT INTO analyses (revision_id, version, facts, statements) VALUES (?, ?, ?, ?)",
            [revision_id, version, *packed],
        )
    _index(connection, revision_id, analysis)


def read_analysis(facts: bytes, statements: bytes) -> Analysis:
    """Return the analysis of :func:`write_analysis`.

    Raises:
        StoreError: it is damaged.

    """
    return decode_analysis(unpack(facts), unpack(statements))


def _index(connection: sqlite3.Connection, revision_id: RevisionId, analysis: Analysis) -> None:
    """Keep by what the text is found: rules, names and statements, each in order so that pages fill evenly."""
    rules = {finding.rule for finding in analysis.findings}
    names = {entity.name for entity in analysis.entities if entity.kind != "unknown" or len(entity.spans) > 1}
    keys = {statement.key for statement in analysis.statements}
    for query, values in (
        ("INSERT INTO found_rules (rule, revision_id) VALUES (?, ?)", rules),
        ("INSERT INTO named (name, revision_id) VALUES (?, ?)", names),
        ("INSERT INTO statements (key, revision_id) VALUES (?, ?)", keys),
    ):
        connection.executemany(query, [(value, revision_id) for value in sorted(values)])
    cited = sum(bool(claim.support) for claim in analysis.claims)
    connection.execute("INSERT OR REPLACE INTO cited_claims (revision_id, cited) VALUES (?, ?)", [revision_id, cited])
