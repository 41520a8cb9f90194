"""Bring in a file of another program, or one of briefreader's own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from briefreader.export.web_annotation import NAMESPACE
from briefreader.ingest.clean import clean_line
from briefreader.ingest.decoding import decode
from briefreader.ingest.files import data_of
from briefreader.ingest.library.formats import (
    ARCHIVE,
    BEGINNING,
    DATABASE,
    LARGEST_IMPORT,
    parse_library,
    recognise,
)
from briefreader.ingest.library.newsboat import parse_urls, saved_items
from briefreader.ingest.library.saved import Saved, SavedArticle, make_articles
from briefreader.ingest.opml import Outline
from briefreader.model.errors import UnreadableError
from briefreader.store.newsboat import newsboat_items
from briefreader.workflows.bring import bring_annotations
from briefreader.workflows.bring_lines import bring_lines
from briefreader.workflows.bring_saved import Bringing, analysed_ahead
from briefreader.workflows.subscribe import import_opml, subscribe_all
from briefreader.workspace import Workspace

_AT_ONCE = 20
_ROWS_AT_ONCE = 500

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a file."""

    format: str
    count: dict[str, int] = field(default_factory=dict)
    """How many of what, in words such as ``new articles`` and ``known notes``."""
    refused: tuple[str, ...] = ()
    """What was left out, and why."""


def bring_library(
    workspace: Workspace,
    path: Path,
    name: str | None = None,
    progress: Progress = lambda _done, _total: None,
    *,
    is_mine: bool = False,
) -> Report:
    """Bring in a file, as one batch for each kind of thing in it; a second time nothing comes.

    ``name``: its format; None to tell it by what is in it. ``progress`` hears how many articles are read, of how many.
    ``is_mine``: it is the reader's own ``jsonl``, so that notes in it do not become foreign.

    Raises:
        UnreadableError: it cannot be read, its format cannot be told, or ``is_mine`` does not go with its format.

    """
    name = name or _told(workspace, path)
    if name is None:
        raise UnreadableError(str(path), "cannot detect the format. Name it with --format.")
    if is_mine and name != "jsonl":
        raise UnreadableError(str(path), f"--mine is only for jsonl, but this is {name}. Import it without --mine.")
    match name:
        case "jsonl":
            taken = bring_lines(workspace, path, is_mine=is_mine)
            new = {f"new {table}": number for table, number in taken.new.items()}
            known = {f"known {table}": number for table, number in taken.known.items()}
            return Report(name, {**new, **known}, taken.refused)
        case "opml":
            feeds, refused = import_opml(workspace, path)
            return Report(name, {"new feeds": len(feeds)}, tuple(one.problem for one in refused))
        case "web-annotation" if NAMESPACE.encode() in data_of(path, LARGEST_IMPORT):
            return _own_annotations(workspace, path)
        case "newsboat":
            return _newsboat(workspace, path, data_of(path, LARGEST_IMPORT), progress)
        case _:
            saved = workspace.sandbox.run(str(path), parse_library, data_of(path, LARGEST_IMPORT), name, str(path))
            return _keep(workspace, path, name, saved, progress)


def _told(workspace: Workspace, path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            data = file.read(BEGINNING)
    except OSError as error:
        raise UnreadableError(str(path), error.strerror or "cannot be read") from error
    if data.startswith(ARCHIVE):
        data = data_of(path, LARGEST_IMPORT)
    return workspace.sandbox.run(str(path), recognise, data)


def _keep(workspace: Workspace, path: Path, name: str, saved: list[SavedArticle], progress: Progress) -> Report:
    if not saved:
        raise UnreadableError(str(path), f"it contains no {name} data")
    made: list[Saved] = []
    refused: list[str] = []
    for first in range(0, len(saved), _AT_ONCE):
        articles, problems = workspace.sandbox.run(str(path), make_articles, saved[first : first + _AT_ONCE], str(path))
        made += articles
        refused += problems
        progress(min(first + _AT_ONCE, len(saved)), len(saved))
    ready = analysed_ahead(workspace, made)
    with workspace.store.journal.batch(f"imported {clean_line(path.name)}", workspace.clock()) as batch:
        bringing = Bringing(workspace, batch, ready=ready)
        for one in made:
            bringing.bring(one)
    return Report(name, dict(bringing.count), (*refused, *bringing.refused))


def _own_annotations(workspace: Workspace, path: Path) -> Report:
    brought, problems = bring_annotations(workspace, path)
    advice = "notes belong to articles that are not stored. Add those articles first, with the same text."
    homeless = [f"{brought.homeless} {advice}"] if brought.homeless else []
    count = {"new notes": brought.new, "known notes": brought.known}
    return Report("web-annotation", count, (*homeless, *(one.problem for one in problems)))


def _newsboat(workspace: Workspace, path: Path, data: bytes, progress: Progress) -> Report:
    if not data.startswith(DATABASE):
        outlines, lines = workspace.sandbox.run(str(path), _feeds_in, data)
        return Report("newsboat", {"new feeds": len(subscribe_all(workspace, outlines))}, tuple(lines))
    saved: list[SavedArticle] = []
    while items := workspace.sandbox.run(str(path), newsboat_items, data, str(path), len(saved), _ROWS_AT_ONCE):
        saved += saved_items(items)
    return _keep(workspace, path, "newsboat", saved, progress)


def _feeds_in(data: bytes) -> tuple[list[Outline], list[str]]:
    return parse_urls(decode(data))
