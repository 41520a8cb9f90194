"""What takes long to find, on a connection of its own."""

from collections.abc import Callable
from typing import Generic, TypeVar

from briefreader.model.errors import StoreError
from briefreader.store.store import Store, open_store

Answer = TypeVar("Answer")


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
