"""The pages of a store are checked when it is first seen, and never before the app shows it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from fakes import a_workspace, noon
from screens import read_screen

from briefreader import paths
from briefreader.model.errors import StoreError
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.reading.presenter import Presenter
from briefreader.workflows.first_sight import check_pages

_MODULES = """
import sys
from pathlib import Path
from briefreader.cli.options import LaunchOptions, opened
with opened(LaunchOptions(store=Path(sys.argv[1])), is_checked_later=True):
    print(*(name for name in sys.modules if name in ("briefreader.store.pages", "briefreader.workflows.first_sight")))
"""


def a_store(path: Path) -> Path:
    with open_store(path) as store:
        store.write_copy(path.with_name("copy.db"))
    return path.with_name("copy.db")


def damage(path: Path) -> None:
    """Overwrite a page of an index, which nothing reads at the start."""
    with closing(sqlite3.connect(path)) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'named_revision'").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(os.urandom(4096))


def marks() -> list[str]:
    return sorted(mark.read_text("utf-8") for mark in paths.checked_stores().iterdir())


def test_a_damaged_file_is_named_when_it_is_first_seen(tmp_path: Path) -> None:
    copy = a_store(tmp_path / "s.db")
    damage(copy)

    with pytest.raises(StoreError, match=r"is damaged: .*briefreader restore"):
        check_pages(copy)
    with pytest.raises(StoreError, match="is damaged"):
        check_pages(copy)


@pytest.mark.parametrize("id_", ["/../x", "x\r\nBEGIN:VALARM", "x}, title = {y", "x\x1b[2J"])
def test_ids_that_would_act_in_names_of_files_and_exports_are_damage(tmp_path: Path, id_: str) -> None:
    copy = a_store(tmp_path / "s.db")
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        columns = connection.execute("SELECT name, type FROM pragma_table_info('theses') WHERE name <> 'id'").fetchall()
        names = ", ".join(["id", *(name for name, _ in columns)])
        kinds = {"TEXT": "'[]'", "REAL": "0.5", "INTEGER": "1"}
        values = ", ".join(["?", *(kinds[kind] for _, kind in columns)])
        connection.execute(f"INSERT INTO theses ({names}) VALUES ({values})", [id_])  # noqa: S608 - ours

    with pytest.raises(StoreError, match="is damaged: an id in theses is not one that briefreader writes"):
        check_pages(copy)


def test_a_sound_file_is_checked_once_and_by_the_app_again_when_it_has_changed(tmp_path: Path) -> None:
    copy = a_store(tmp_path / "s.db")
    check_pages(copy)
    check_pages(copy, again=True)
    damage(copy)

    check_pages(copy)
    with pytest.raises(StoreError, match="is damaged"):
        check_pages(copy, again=True)


def test_a_file_under_another_name_is_checked_even_if_it_has_the_number_of_one_that_is_gone(tmp_path: Path) -> None:
    copy = a_store(tmp_path / "s.db")
    check_pages(copy)
    damage(copy)
    moved = copy.rename(tmp_path / "moved.db")

    with pytest.raises(StoreError, match="is damaged"):
        check_pages(moved)


def test_marks_of_files_that_are_gone_are_removed(tmp_path: Path) -> None:
    copy = a_store(tmp_path / "s.db")
    check_pages(copy)
    assert marks() == [str(copy)]
    copy.unlink()

    check_pages(tmp_path / "s.db")

    assert marks() == [str(tmp_path / "s.db")]


def test_the_app_opens_a_store_without_checking_its_pages(tmp_path: Path) -> None:
    copy = a_store(tmp_path / "s.db")
    damage(copy)

    loaded = subprocess.run([sys.executable, "-c", _MODULES, copy], check=True, capture_output=True, text=True)  # noqa: S603

    assert loaded.stdout.split() == []


async def test_the_app_says_what_is_wrong_after_its_first_frame(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = a_store(tmp_path / "s.db")
    damage(copy)
    said: list[str] = []
    monkeypatch.setattr(Presenter, "show_status", lambda _, words: said.append(words))

    with open_store(copy) as store:
        app = BriefreaderApp(a_workspace(store, Settings(), noon))
        async with app.run_test() as pilot:
            read_screen(app).jobs.begin()
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()

    assert any("is damaged" in words and "briefreader restore" in words for words in said)


def test_without_a_state_folder_a_file_is_checked_each_time(tmp_path: Path) -> None:
    copy = a_store(tmp_path / "s.db")
    shutil.rmtree(paths.checked_stores(), ignore_errors=True)
    paths.checked_stores().parent.mkdir(parents=True, exist_ok=True)
    paths.checked_stores().write_text("in the way")
    check_pages(copy)
    damage(copy)

    with pytest.raises(StoreError, match="is damaged"):
        check_pages(copy)
