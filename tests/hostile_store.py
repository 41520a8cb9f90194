"""A store that another program has written: every text in it wants to act on the terminal that shows it."""

import json
import sqlite3
from pathlib import Path

from briefreader.cli.main import run
from briefreader.store.packing import pack, unpack

HOSTILE = (
    "Halden\x1b]52;c;ZXZpbA==\x07\x1b]0;PWNED\x07\x1b[2J\x9b2J\x9d0;PWNED\x9c\x08\x7f\r\u202e\u2066\u200f\u2028\ufeff"
    "\U000e0041\nbriefreader: this line is a lie"
)
FILE_NAME = HOSTILE.replace("\x9d", "") + ".md"
BRIEFINGS = (
    """\
Halden Rents Its Halls Out

Halden Compute said that it cut its power bill by 60% in 2025 (Grid Weekly, 12 April 2026). Northlight will move by
late 2027. Sales were reportedly up.

Key Terms
  • Hall — a room.
""",
    """\
Halden Cuts Its Bill

Halden Compute cut its power bill by 40% in 2025, the Memo said (The Memo, 13 April 2026).
""",
)
_TEXTS = {
    "articles": "title opening publisher byline origin_name origin_url url",
    "annotations": "note exact origin",
    "theses": "title bull bear subject",
    "watch_items": "question outcome_note exact",
    "feeds": "title folder url",
    "saved_views": "name query",
    "journal": "verb",
    "corrections": "value exact",
    "silences": "rule",
    "failed_files": "path",
}


def write_hostile_store(file: Path, folder: Path) -> dict[str, str]:
    """Make a store by commands, then write into it what briefreader never would; return the ids in it."""
    opml = folder / "feeds.opml"
    opml.write_text('<opml><body><outline type="rss" text="F" xmlUrl="https://feeds.example/f"/></body></opml>')
    for number, text in enumerate(BRIEFINGS):
        (folder / f"{number}.txt").write_text(text)
        _done(file, "add", folder / f"{number}.txt")
    ids = {
        "a": _first(file, "SELECT id FROM articles ORDER BY key"),
        "b": _first(file, "SELECT id FROM articles ORDER BY key DESC"),
    }
    _done(file, "theses", "add", "Halden", "--premortem", "It floods; it burns")
    ids["thesis"] = _first(file, "SELECT id FROM theses")
    _done(file, "notes", "add", ids["a"], "cut its power bill", "-w", "bull", "-t", "tag", "-m", "note")
    ids["note"] = _first(file, "SELECT id FROM annotations")
    _done(file, "notes", "assign", ids["note"], "Halden")
    _done(file, "notes", "origin", ids["note"], "Grid Weekly")
    _done(file, "watch", "add", "Will it?", "--due", "2027-01-01", "--thesis", "Halden")
    ids["item"] = _first(file, "SELECT id FROM watch_items")
    _done(file, "views", "add", "halls", "halden")
    _done(file, "feeds", "import", opml)
    _done(file, "correct", "citation", ids["a"], "Northlight will move by", "The Memo")
    _poison(file)
    return ids


def _poison(file: Path) -> None:
    connection = sqlite3.connect(file)
    with connection:
        for table, columns in _TEXTS.items():
            for column in columns.split():
                unique = f" || {table}.rowid" if column == "url" else ""
                connection.execute(f"UPDATE {table} SET {column} = ?{unique} WHERE {column} IS NOT NULL", (HOSTILE,))  # noqa: S608
        connection.execute("UPDATE articles SET publisher = ?, byline = ?, url = ? || key", (HOSTILE,) * 3)
        connection.execute("UPDATE annotations SET tags = ?", (json.dumps([HOSTILE]),))
        connection.execute("UPDATE theses SET premortem = ?", (json.dumps([HOSTILE]),))
        connection.execute("UPDATE revisions SET text = text || ?", (HOSTILE,))
        for number, facts in connection.execute("SELECT revision_id, facts FROM analyses").fetchall():
            poisoned = pack(unpack(facts).replace("Grid Weekly", json.dumps(HOSTILE)[1:-1]))
            connection.execute("UPDATE analyses SET facts = ? WHERE revision_id = ?", (poisoned, number))
        connection.execute("UPDATE feed_states SET state = json_set(state, '$.error', ?)", (HOSTILE,))
    connection.close()


def write_hostile_folder(folder: Path) -> None:
    """Write files whose names want to act, and one whose name is no text."""
    folder.mkdir()
    (folder / FILE_NAME).write_text("A file with a hostile name.\n\nIt rose by 5% in May.")
    (folder / f"empty {FILE_NAME}").write_text("")
    (Path(folder) / "\udce5.md").write_text("A name that is not UTF-8.")


def _done(file: Path, *arguments: object) -> None:
    code = run(["--store", str(file), *map(str, arguments)])
    assert code == 0, arguments


def _first(file: Path, query: str) -> str:
    connection = sqlite3.connect(file)
    value = connection.execute(query).fetchone()[0]
    connection.close()
    return str(value)
