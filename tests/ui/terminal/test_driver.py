"""The app behind a real pty: what a terminal receives, and that a kill loses nothing."""

import contextlib
import os
import sqlite3
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from factories import added, an_article
from fakes import a_workspace, noon
from soak import times
from terminal import in_terminal, python

from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.workflows.add import add_articles

pytestmark = pytest.mark.slow

OSC = "\x1b]0;P\x07"
HOSTILE = {
    "title": "[red]x[/nope] Head\x1b]0;PWNED\x07line \x1b]52;c;cHduZWQ=\x07 \x9b2J\x1bP$qm\x1b\\ \u202ederever"
    " [@click=app.quit]y",
    "opening": "Open\x1b[2J",
    "publisher": "Pub\x1b[?1049l\x1b]8;;https://evil.example/\x07",
    "byline": "\x1b[6n",
    "origin_name": "\x1b]777;notify;PWNED\x07",
}
FORBIDDEN = (
    b"\x1b]0;P",
    b"\x1b]52",
    b"\xc2\x9b",
    b"\x1bP$qm",
    b"\x1b[6n",
    b"\x1b]777",
    b"\x1b]8;;https://evil",
    "\u202e".encode(),
)


@pytest.fixture
def hostile_store(tmp_path: Path) -> Path:
    """A store in which everything that comes from outside acts on a terminal, as if cleaning had failed."""
    path = tmp_path / "s.db"
    with open_store(path) as store:
        added(a_workspace(store, Settings(), noon))
    connection = sqlite3.connect(path)
    for column, value in HOSTILE.items():
        connection.execute(f"UPDATE articles SET {column} = ?", (value,))  # noqa: S608
    assert len(OSC) == len("Halden")  # so that every offset stays right
    connection.execute("UPDATE revisions SET text = replace(text, 'Halden', ?)", (OSC,))
    connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize("size", [(120, 36), (40, 12)], ids=["wide", "narrow"])
def test_no_byte_of_a_hostile_article_acts_on_the_terminal(hostile_store: Path, size: tuple[int, int]) -> None:
    with in_terminal(python("-m", "briefreader", "--store", str(hostile_store)), size) as terminal:
        terminal.wait_for(b"Inbox 1")
        for keys in (
            "]",
            "+",
            "n",
            "a\x1b]b",
            "\r",
            "\r",
            "}",
            "\r",
            "\t",
            "\t",
            "j",
            ")",
            "v",
            "?",
            "q",
            "z",
            "Z",
            "e",
            "u",
        ):
            terminal.press(keys)
            terminal.wait_until_quiet()
        written = terminal.received

    assert b"[red]" in written
    assert [sequence for sequence in FORBIDDEN if sequence in written] == []


def test_evidence_is_in_the_store_when_the_key_returns(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        added(a_workspace(store, Settings(), noon))

    with in_terminal(python("-m", "briefreader", "--store", str(path))) as terminal:
        terminal.wait_for(b"Inbox 1")
        terminal.press("]+ndear me\r\r")  # all at once: what is typed ahead goes where it belongs
        terminal.wait_for(b"Tagged as bull")  # and is killed here, without any warning

    with open_store(path) as store:
        (article,) = store.articles.annotated()
        (annotation,) = store.annotations.of_article(article.id)
        assert annotation.note == "dear me"


def test_the_demo_opens_with_rows_and_quits_with_a_clean_terminal() -> None:
    with in_terminal(python("-m", "briefreader", "--demo", "--theme", "paper")) as terminal:
        terminal.wait_for(b"Inbox 16")
        terminal.press("q")
        terminal.wait_for(b"\x1b[?1049l")


def test_a_theme_that_is_not_there_is_one_line_on_stderr(tmp_path: Path) -> None:
    command = python("-m", "briefreader", "--store", str(tmp_path / "s.db"), "--theme", "nowhere")

    run = subprocess.run(command, capture_output=True, text=True, env=os.environ, check=False)  # noqa: S603

    assert run.returncode == 1
    assert run.stderr.startswith("briefreader: theme nowhere: not found. Available: ")


ITEMS = times(60, 300)
KEYS_A_SECOND = 30
DECISIONS = {"e": "archive", "L": "later", "s": "shortlist", "d": "trash"}


def rows_of(path: Path) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT id, state, is_read, snoozed_until FROM articles ORDER BY id").fetchall()


def test_one_key_decides_on_an_article_none_is_lost_and_as_many_undo_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        articles = [an_article(f"Item {number} is news.", ".txt") for number in range(ITEMS)]
        add_articles(a_workspace(store, Settings(), noon), articles)
    before, keys = rows_of(path), (list(DECISIONS) * ITEMS)[:ITEMS]

    with in_terminal(python("-m", "briefreader", "--store", str(path))) as terminal:
        terminal.wait_for(b"Inbox %d" % ITEMS)
        for key in keys:
            terminal.press(key)
            terminal.read_for(1 / KEYS_A_SECOND)
        terminal.wait_until(lambda received: b"The inbox is empty" in received)
        decided = Counter(row[1] for row in rows_of(path))
        assert decided == Counter(DECISIONS[key] for key in keys)
        for _ in keys:
            terminal.press("u")
            terminal.read_for(1 / KEYS_A_SECOND)
        terminal.wait_until(lambda _: rows_of(path) == before)


def test_what_is_typed_behind_the_key_that_quits_goes_nowhere_and_the_terminal_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        added(a_workspace(store, Settings(), noon))
    with in_terminal(python("-m", "briefreader", "--store", str(path))) as terminal:
        terminal.wait_for(b"Inbox 1")
        terminal.wait_until_quiet()
        terminal.press("qeee")
        terminal.wait_until_gone()
        written = terminal.received

    assert b"\x1b[?1004l" in written[-200:]
    assert b"\x1b[?1049l" in written
    with open_store(path) as store:
        assert store.articles.counts(noon().date()) == {"inbox": 1}
