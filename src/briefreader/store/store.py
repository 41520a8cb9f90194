"""Open the store."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.model.errors import StoreError, StoreLostError
from briefreader.store.anchors import AnchorTable
from briefreader.store.annotations import AnnotationTable
from briefreader.store.articles import ArticleTable
from briefreader.store.corrections import CorrectionTable, RefusalTable, SilenceTable
from briefreader.store.heads import HeadTable
from briefreader.store.journal import Batch, Journal
from briefreader.store.open_file import OpenFiles, StoreConnection
from briefreader.store.opening import create, in_words, prepare
from briefreader.store.revisions import RevisionTable

if TYPE_CHECKING:
    from briefreader.store.claim_edits import ClaimEditTable
    from briefreader.store.exports import ExportTable
    from briefreader.store.feeds import FeedTable
    from briefreader.store.ledger import Ledger
    from briefreader.store.lines import Lines
    from briefreader.store.lines_merged import MergedLines
    from briefreader.store.saved_views import SavedViewTable
    from briefreader.store.search import SearchIndex
    from briefreader.store.statements import StatementTable
    from briefreader.store.statistics import StatisticsTable
    from briefreader.store.stories import StoryTable
    from briefreader.store.theses import ThesisTable
    from briefreader.store.verdicts import VerdictTable
    from briefreader.store.watch import WatchTable

_BUSY_TIMEOUT_S = 5.0
_STEPS_BETWEEN_LOOKS = 1000
"""Of SQLite's machine; some 20 µs."""


class Store:
    """An open database with its schema up to date: one attribute for each table.

    Tables that the first frame does not need are loaded when they are asked for.
    """

    def __init__(self, connection: sqlite3.Connection, newer_schema: int | None = None) -> None:
        self._connection = connection
        self.newer_schema = newer_schema
        """The version of a schema that this program does not know, so that it only reads; None for its own."""
        self.articles = ArticleTable(connection)
        self.heads = HeadTable(connection)
        self.revisions = RevisionTable(connection)
        self.annotations = AnnotationTable(connection)
        self.anchors = AnchorTable(connection)
        self.corrections = CorrectionTable(connection)
        self.silences = SilenceTable(connection)
        self.refusals = RefusalTable(connection)
        self.journal = Journal(connection)

    @cached_property
    def theses(self) -> "ThesisTable":
        """The reader's theses."""
        from briefreader.store.theses import ThesisTable  # noqa: PLC0415 - not for the first frame

        return ThesisTable(self._connection)

    @cached_property
    def watch_items(self) -> "WatchTable":
        """What the reader watches for."""
        from briefreader.store.watch import WatchTable  # noqa: PLC0415 - not for the first frame

        return WatchTable(self._connection)

    @cached_property
    def saved_views(self) -> "SavedViewTable":
        """The queries that the reader keeps."""
        from briefreader.store.saved_views import SavedViewTable  # noqa: PLC0415 - not for the first frame

        return SavedViewTable(self._connection)

    @cached_property
    def statistics(self) -> "StatisticsTable":
        """Counts of what was done and what is left."""
        from briefreader.store.statistics import StatisticsTable  # noqa: PLC0415 - not for the first frame

        return StatisticsTable(self._connection)

    @cached_property
    def search(self) -> "SearchIndex":
        """The words of articles and notes, and what else can be asked for."""
        from briefreader.store.search import SearchIndex, add_functions  # noqa: PLC0415 - not for the first frame

        add_functions(self._connection)
        return SearchIndex(self._connection)

    @cached_property
    def statements(self) -> "StatementTable":
        """Which articles state what."""
        from briefreader.store.statements import StatementTable  # noqa: PLC0415 - not for the first frame

        return StatementTable(self._connection)

    @cached_property
    def claim_edits(self) -> "ClaimEditTable":
        """What the reader has joined and parted among the claims across articles."""
        from briefreader.store.claim_edits import ClaimEditTable  # noqa: PLC0415 - not for the first frame

        return ClaimEditTable(self._connection)

    @cached_property
    def verdicts(self) -> "VerdictTable":
        """Who the reader says is right."""
        from briefreader.store.verdicts import VerdictTable  # noqa: PLC0415 - not for the first frame

        return VerdictTable(self._connection)

    @cached_property
    def stories(self) -> "StoryTable":
        """Which articles are about one event."""
        from briefreader.store.stories import StoryTable  # noqa: PLC0415 - not for the first frame

        return StoryTable(self._connection)

    @cached_property
    def lines(self) -> "Lines":
        """All rows, to write out and to bring back."""
        from briefreader.store.lines import Lines  # noqa: PLC0415 - not for the first frame

        return Lines(self._connection)

    @cached_property
    def exports(self) -> "ExportTable":
        """What was written for other programs."""
        from briefreader.store.exports import ExportTable  # noqa: PLC0415 - not for the first frame

        return ExportTable(self._connection)

    @cached_property
    def feeds(self) -> "FeedTable":
        """The feeds, and their entries."""
        from briefreader.store.feeds import FeedTable  # noqa: PLC0415 - not for the first frame

        return FeedTable(self._connection)

    def is_empty(self) -> bool:
        """Tell whether nothing has ever been written."""
        written: bool = self._connection.execute(
            """
            SELECT EXISTS (SELECT 1 FROM articles) OR EXISTS (SELECT 1 FROM journal)
                OR EXISTS (SELECT 1 FROM theses) OR EXISTS (SELECT 1 FROM feeds)
            """
        ).fetchone()[0]
        return not written

    def merging(self, batch: Batch, *, is_mine: bool) -> "MergedLines":
        """Return what takes rows of another store in, beside those that are here."""
        from briefreader.store.lines_merged import MergedLines  # noqa: PLC0415 - not for the first frame

        return MergedLines(self._connection, batch, is_mine)

    def write_copy(self, path: Path) -> None:
        """Write a copy of the whole store, while it is in use.

        Raises:
            StoreError: it could not be written; nothing was changed.

        """
        from briefreader.store.backup import write_copy  # noqa: PLC0415 - not for the first frame

        write_copy(self._connection, path)

    def stop_when(self, is_stopped: Callable[[], bool]) -> None:
        """Let no more be asked on this store as soon as ``is_stopped`` says so: what is asked fails."""
        self._connection.set_progress_handler(is_stopped, _STEPS_BETWEEN_LOOKS)

    def interrupt(self) -> None:
        """Stop what another thread is asking on this store; nothing when it is closed already."""
        with suppress(sqlite3.ProgrammingError):
            self._connection.interrupt()

    def file(self) -> str | None:
        """Return the path of the database; None for one in memory."""
        path: str = self._connection.execute("PRAGMA database_list").fetchone()[2]
        return path or None

    def is_lost(self) -> bool:
        """Return whether the file that is open is no longer the store's."""
        try:
            if isinstance(self._connection, StoreConnection):
                self._connection.check_files()
        except StoreLostError:
            return True
        return False

    def ledger(self, until: datetime | None = None) -> "Ledger":
        """Return all that the reader weighs, as it stands now, or as it stood after ``until``."""
        from briefreader.store.ledger import Ledger, ledger_at  # noqa: PLC0415 - not for the first frame

        if until:
            return ledger_at(self.journal, until)
        return Ledger(self.theses.all(), self.annotations.all(), self.anchors.all_current())

    def damage(self) -> list[str]:
        """Return what is wrong with the file, in words; nothing when it is as briefreader wrote it."""
        from briefreader.store.damage import damage_in  # noqa: PLC0415 - not for the first frame

        return damage_in(self._connection)

    @staticmethod
    def sqlite_trap() -> str | None:
        """Return what this machine's SQLite is known to do wrong, in words; None where nothing is."""
        from briefreader.store.damage import sqlite_trap  # noqa: PLC0415 - not for the first frame

        return sqlite_trap()

    def version(self) -> int:
        """Return a number that changes when another connection commits (4 µs)."""
        version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return version

    def state(self) -> tuple[int, int]:
        """Return what changes with each write, by this connection or another."""
        return self.version(), self._connection.total_changes


@contextmanager
def refresh_lock(path: Path) -> Iterator[None]:
    """Keep a second refresh of the same store away, from any process; a kill lets go of it.

    Raises:
        StoreError: another one is under way.

    """
    import fcntl  # noqa: PLC0415 - only a refresh needs it

    descriptor = os.open(path.with_name(f"{path.name}.refresh"), os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError("another refresh of this store is running. Its articles will appear here.") from error
        yield
    finally:
        os.close(descriptor)


@contextmanager
def open_store(path: Path | str) -> Iterator[Store]:
    """Open the database at ``path``, made for its owner's eyes only; each thread opens its own.

    A write is on the disk when its transaction returns (WAL, ``synchronous=FULL``). What a newer briefreader
    has written is opened for reading; what an older one has is copied before it is changed.

    Raises:
        StoreError: the file cannot be opened, is no store, or holds what briefreader did not make.

    """
    file = None if path == ":memory:" else Path(path)
    if file:
        create(file)
    try:
        found = file.stat() if file else None
        connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT_S, isolation_level=None, factory=StoreConnection)
        try:
            newer = prepare(connection, file)
            connection.files = OpenFiles(file, found) if file and found else None
            connection.confirm()
            yield Store(connection, newer)
        finally:
            connection.close()
    except sqlite3.Error as error:
        why = in_words(error, file).removesuffix(".")
        raise StoreError(f"cannot use the store {path}: {why}. Nothing was written.") from error
