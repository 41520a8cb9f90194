"""Questions that another thread stops."""

import asyncio
from pathlib import Path
from threading import Event, Thread

import pytest

from briefreader.model.errors import StoreError
from briefreader.store.store import Store, open_store
from briefreader.views.aside import Aside, ask_aside

_ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_an_answer_comes_from_the_file(tmp_path: Path) -> None:
    file = str(tmp_path / "store.db")

    assert Aside(file, Store.file).answer() == file


def test_what_is_stopped_answers_nothing_even_between_two_questions(tmp_path: Path) -> None:
    has_begun, is_stopped = Event(), Event()

    def ask(store: Store) -> int:
        has_begun.set()
        is_stopped.wait()
        return int(store._connection.execute(_ENDLESS).fetchone()[0])

    aside = Aside(str(tmp_path / "store.db"), ask)
    answers: list[int | None] = []
    thread = Thread(target=lambda: answers.append(aside.answer()))
    thread.start()
    has_begun.wait()
    aside.stop()
    is_stopped.set()
    thread.join()

    assert answers == [None]


def test_nothing_is_asked_once_it_is_stopped(tmp_path: Path) -> None:
    asked: list[Store] = []
    aside = Aside(str(tmp_path / "store.db"), asked.append)
    aside.stop()

    assert aside.answer() is None
    assert not asked


async def test_who_waits_no_more_stops_the_question(tmp_path: Path) -> None:
    has_begun, has_ended = Event(), Event()

    def ask(store: Store) -> int:
        has_begun.set()
        try:
            return int(store._connection.execute(_ENDLESS).fetchone()[0])
        finally:
            has_ended.set()

    with open_store(tmp_path / "store.db") as store:
        waiting = asyncio.create_task(ask_aside(store, ask))
        await asyncio.to_thread(has_begun.wait)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

        assert await asyncio.to_thread(has_ended.wait, 60)


async def test_a_store_in_memory_is_asked_itself() -> None:
    with open_store(":memory:") as store:
        assert await ask_aside(store, lambda asked: asked) is store


def test_a_store_that_cannot_be_read_is_still_an_error(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    with open_store(file):
        pass
    file.write_bytes(b"no database" * 500)

    with pytest.raises(StoreError):
        Aside(str(file), Store.version).answer()
