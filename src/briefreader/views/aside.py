"""What takes long to find, on a connection of its own."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

from briefreader.model.errors import StoreError
from briefreader.store.store import Store, open_store

Answer = TypeVar("Answer")


async def ask_aside(store: Store, ask: Callable[[Store], Answer]) -> Answer | None:
    """Ask in another thread, on a connection of its own, until nobody waits for the answer any more.

    A store in memory has but one connection, and is asked at once.

    Raises:
        StoreError: the store cannot be read.

    """
    file = store.file()
    if file is None:
        return ask(store)
    aside = Aside(file, ask)
    try:
        return await asyncio.to_thread(aside.answer)
    finally:
        aside.stop()


class Aside(Generic[Answer]):
    """A question to the store that one thread asks, and any other can stop."""

    def __init__(self, file: str, ask: Callable[[Store], Answer]) -> None:
        self._file = file
        self._ask = ask
        self._store: Store | None = None
        self._is_stopped = False

    def answer(self) -> Answer | None:
        """Ask, and return the answer; None when it was stopped."""
        try:
            with open_store(self._file) as store:
                self._store = store
                store.stop_when(lambda: self._is_stopped)
                return None if self._is_stopped else self._ask(store)
        except StoreError:
            if self._is_stopped:
                return None
            raise

    def stop(self) -> None:
        """Ask no more."""
        self._is_stopped = True
        if store := self._store:
            store.interrupt()
