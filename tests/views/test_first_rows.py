import sqlite3
from datetime import date
from pathlib import Path

import pytest
from factories import added, an_article
from fakes import TODAY, a_workspace, noon

from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.first_rows import first_rows
from briefreader.views.inbox import whole_list
from briefreader.workflows.add import add_articles
from briefreader.workflows.triage import snooze


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with open_store(tmp_path / "s.db") as store:
        workspace = a_workspace(store, Settings(), noon)
        add_articles(
            workspace, [an_article(published_on=date(2026, 6, 1)), an_article("Another one is here\n\nWords.")]
        )
        put_off = added(workspace, "Put off until July\n\nWords.")
        snooze(workspace, [put_off.article.key], date(2026, 7, 1))
    return tmp_path / "s.db"


def test_the_first_rows_are_those_of_the_inbox(file: Path) -> None:
    rows = first_rows(file, TODAY, 10)

    with open_store(file) as store:
        listed = whole_list(store, "inbox", TODAY)
    assert rows is not None
    assert [(row.title, row.words, row.claims, row.published_on, row.is_read, row.notes) for row in rows] == [
        (row.title, row.words, row.claims, row.published_on, row.is_read, row.notes) for row in listed
    ]


def test_what_cannot_be_read_at_once_has_no_first_rows(file: Path, tmp_path: Path) -> None:
    assert first_rows(tmp_path / "none.db", TODAY, 10) is None
    (tmp_path / "text").write_text("no store" * 100)
    assert first_rows(tmp_path / "text", TODAY, 10) is None
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 4")
    connection.close()
    assert first_rows(file, TODAY, 10) is None
