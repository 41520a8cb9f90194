"""Bring a store back from its lines, or another one into this."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from briefreader.ingest.clean import clean_line
from briefreader.ingest.lines import is_safe_row, line_chunks, read_rows
from briefreader.model.errors import StoreError, UnreadableError
from briefreader.model.store_row import StoreRow, Taken
from briefreader.store.lines_merged import MergedLines
from briefreader.workflows.reanchor import reanchor_notes
from briefreader.workspace import Workspace


def bring_lines(workspace: Workspace, path: Path, *, is_mine: bool = False) -> Taken:
    """Take in what ``--format jsonl`` has written, all of it or nothing; texts are still to be analysed.

    What is here stays as it is, and what is not comes to it as one batch: an article is the same by its id, its address
    or its text.

    ``is_mine``: the reader vouches for the file. Notes then keep their marks; otherwise all of them become foreign,
    whatever the file says. An empty store takes such a file in as it was, what can be undone included.

    Raises:
        UnreadableError: the file is not what briefreader writes.
        StoreError: a row of it is not.

    """
    store = workspace.store
    if is_mine and store.is_empty():
        return Taken(store.lines.restore(_rows(workspace, path)), {})
    with (
        _parsed(workspace, path) as rows,
        store.journal.batch(f"imported {clean_line(path.name)}", workspace.clock()) as batch,
    ):
        merging = store.merging(batch, is_mine=is_mine)
        taken = merging.take(rows)
        _reanchor(workspace, merging)
    return taken


@contextmanager
def _parsed(workspace: Workspace, path: Path) -> Iterator[Iterator[StoreRow]]:
    """Lend the rows of a file that has been parsed to its end, so that a store can be locked for no longer than needed.

    Meanwhile they are in a file without a name beside the store: they may be larger than the memory.
    """
    file = workspace.store.file()
    with TemporaryFile("w+", encoding="utf-8", newline="\n", dir=Path(file).parent if file else None) as parsed:
        try:
            for row in _rows(workspace, path):
                parsed.write(json.dumps([row.table, row.columns]) + "\n")
            parsed.seek(0)
        except OSError as error:
            why = error.strerror or "cannot be written"
            raise StoreError(f"no room for the rows of {path}: {why}. Nothing was imported.") from error
        yield (StoreRow(*json.loads(line)) for line in parsed)


def _reanchor(workspace: Workspace, merging: MergedLines) -> None:
    """Find where notes that came to an article of ours stand in its present text."""
    store = workspace.store
    notes = [store.annotations.find(id_) for id_ in merging.notes]
    for article_id in dict.fromkeys(note.article_id for note in notes):
        current = store.articles.text_now(article_id)
        if current and article_id not in merging.added:
            of_article = [note for note in notes if note.article_id == article_id]
            reanchor_notes(workspace, merging.batch, of_article, current)


def _rows(workspace: Workspace, path: Path) -> Iterator[StoreRow]:
    """Yield the rows of a file, which the child process parses some megabytes at a time."""
    for first, data in line_chunks(path):
        for table, columns in workspace.sandbox.run(str(path), read_rows, data, str(path), first):
            if not is_safe_row(table, columns):
                raise UnreadableError(str(path), "the parser returned invalid data. Nothing was imported.")
            yield StoreRow(table, columns)
