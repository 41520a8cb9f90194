"""The queries that the reader keeps."""

import sqlite3
from dataclasses import asdict, dataclass
from typing import Any

from briefreader.model.control_characters import on_one_line
from briefreader.model.errors import NotFoundError
from briefreader.model.ids import ViewId
from briefreader.model.saved_view import SavedView
from briefreader.store.journal import Batch


@dataclass(frozen=True, slots=True)
class SavedViewTable:
    """Reads and writes saved views."""

    _connection: sqlite3.Connection

    def add(self, batch: Batch, view: SavedView) -> None:
        """Keep a view."""
        batch.insert("saved_views", None, asdict(view))

    def change(self, batch: Batch, view_id: ViewId, changes: dict[str, Any]) -> None:
        """Change the columns named.

        Raises:
            NotFoundError: there is no such view.

        """
        if not batch.update("saved_views", None, view_id, changes):
            raise NotFoundError("saved search", view_id)

    def delete(self, batch: Batch, view_id: ViewId) -> None:
        """Forget a view.

        Raises:
            NotFoundError: there is no such view.

        """
        if not batch.delete("saved_views", None, view_id):
            raise NotFoundError("saved search", view_id)

    def all(self) -> list[SavedView]:
        """Return all views, in the reader's order."""
        rows = self._connection.execute("SELECT id, name, query, place, on_arrival FROM saved_views ORDER BY place, id")
        return [
            SavedView(
                id=ViewId(id_), name=on_one_line(name), query=on_one_line(query), place=place, on_arrival=on_arrival
            )
            for id_, name, query, place, on_arrival in rows
        ]
