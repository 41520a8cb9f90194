"""Every file of another program, in its exact shape, brought in twice."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from factories import a_remark, added, span_of
from fakes import a_workspace, noon
from libraries import FILES

from briefreader.export.lines import render_lines
from briefreader.ingest.clean import is_clean
from briefreader.ingest.sandbox import Sandbox
from briefreader.model.errors import UnreadableError
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.selection import Selection
from briefreader.workflows.add import add_text
from briefreader.workflows.annotate import annotate
from briefreader.workflows.bring_library import bring_library
from briefreader.workflows.export import export
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace

EXPECTED = {
    "readwise.csv": {"new articles": 2, "new notes": 3},
    "hypothesis.json": {"new articles": 1, "new notes": 1},
    "annotations.jsonld": {"new articles": 1, "new notes": 1},
    "omnivore.zip": {"new articles": 1, "new notes": 3},
    "karakeep.json": {"new articles": 2, "new notes": 1},
    "wallabag.json": {"new articles": 1, "new notes": 2},
    "wallabag.csv": {"new articles": 1, "new notes": 1},
    "pocket.csv": {"new articles": 2, "new notes": 1},
    "ril_export.html": {"new articles": 2, "new notes": 1},
    "instapaper.csv": {"new articles": 2, "new notes": 1},
    "instapaper.html": {"new articles": 2},
    "urls": {"new feeds": 2},
    "cache.db": {"new articles": 1},
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_comes_once_and_nothing_in_it_acts(workspace: Workspace, tmp_path: Path, name: str) -> None:
    format_, make = FILES[name]
    make(tmp_path / name)
    before = set(tmp_path.rglob("*"))

    first = bring_library(workspace, tmp_path / name)
    second = bring_library(workspace, tmp_path / name)

    assert (first.format, first.count) == (format_, EXPECTED[name])
    assert not [what for what, number in second.count.items() if what.startswith("new") and number]
    assert set(tmp_path.rglob("*")) == before
    assert workspace.store.damage() == []
    for row in workspace.store.lines.rows():
        assert all(is_clean(value) for value in row.columns.values() if isinstance(value, str))
        assert not str(row.columns.get("url")).startswith("javascript")


@pytest.mark.parametrize("name", ["readwise.csv", "omnivore.zip", "wallabag.json"])
def test_what_came_can_be_taken_back(workspace: Workspace, tmp_path: Path, name: str) -> None:
    FILES[name][1](tmp_path / name)
    bring_library(workspace, tmp_path / name)

    undo(workspace)

    assert workspace.store.annotations.all() == ()


def test_what_is_left_out_is_named(workspace: Workspace, tmp_path: Path) -> None:
    for name in ("wallabag.json", "karakeep.json", "urls"):
        FILES[name][1](tmp_path / name)

    lost = bring_library(workspace, tmp_path / "wallabag.json").refused
    no_link = bring_library(workspace, tmp_path / "karakeep.json").refused
    not_run = bring_library(workspace, tmp_path / "urls").refused

    assert any("words that stand nowhere" in line for line in lost)
    assert "no address: there is neither a text nor a link" in no_link
    assert any(line.startswith("exec:~/bin/evil is refused") for line in not_run)


def test_a_file_that_is_no_library_is_named(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Just a text.")

    with pytest.raises(UnreadableError, match="cannot detect the format"):
        bring_library(workspace, tmp_path / "x.txt")
    with pytest.raises(UnreadableError, match="it contains no readwise data"):
        bring_library(workspace, tmp_path / "x.txt", "readwise")


@pytest.mark.parametrize("name", ["jsonl", "web-annotation", "opml", "readwise", "hypothesis"])
def test_what_briefreader_writes_it_takes_in(workspace: Workspace, tmp_path: Path, name: str) -> None:
    reading = added(workspace, "---\nurl: https://a.example/b\n---\nHalden cut its bill by 60%. It rents halls.", ".md")
    annotate(workspace, reading, span_of(reading, "cut its bill by 60%"), a_remark(note="why?", tags=("a",)))
    (exported,) = export(workspace, Selection(workspace.store), name, tmp_path / "out")
    with open_store(":memory:") as store:
        other = a_workspace(store, Settings(), noon)
        if name != "jsonl":
            added(other, "---\nurl: https://a.example/b\n---\nHalden cut its bill by 60%. It rents halls.", ".md")
        report = bring_library(other, exported.path)

        assert report.format == name
        assert report.refused == ()
        if name != "opml":
            (note,) = store.annotations.all()
            assert (note.note, note.tags, note.evidence and note.evidence.stance) == ("why?", ("a",), "bull")


def test_progress_is_told(workspace: Workspace, tmp_path: Path) -> None:
    FILES["pocket.csv"][1](tmp_path / "pocket.csv")
    told: list[tuple[int, int]] = []

    bring_library(workspace, tmp_path / "pocket.csv", progress=lambda done, total: told.append((done, total)))

    assert told == [(3, 3)]


class Unlocked(Sandbox):
    """Children that work only while another program could write to the store."""

    def __init__(self, store: Path) -> None:
        super().__init__()
        self._store = store

    def _exchange(self, place: str, request: bytes) -> bytes:
        with closing(sqlite3.connect(self._store, timeout=0, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
        return super()._exchange(place, request)


@pytest.mark.parametrize("name", ["omnivore.zip", "wallabag.json", "store.jsonl"])
def test_nothing_is_parsed_while_the_store_is_locked(tmp_path: Path, name: str) -> None:
    if name == "store.jsonl":
        with open_store(tmp_path / "other.db") as other:
            added(a_workspace(other, Settings(), noon))
            lines = "".join(render_lines(other.lines.rows()))
        (tmp_path / name).write_text(lines, encoding="utf-8")
    else:
        FILES[name][1](tmp_path / name)
    with open_store(tmp_path / "s.db") as store, Unlocked(tmp_path / "s.db") as sandbox:
        workspace = replace(a_workspace(store, Settings(), noon), sandbox=sandbox)
        add_text(workspace, b"Something else is here already.", "it")

        assert bring_library(workspace, tmp_path / name).count["new articles"]
