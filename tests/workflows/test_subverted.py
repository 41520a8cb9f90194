"""What a child returns that was taken over: data of the right types, which are still not believed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from factories import added, an_article

from briefreader.ingest.library.saved import make_articles
from briefreader.ingest.lines import read_rows
from briefreader.ingest.sandbox import Sandbox
from briefreader.ingest.wire import LENGTH_SIZE, decode_request, encode_result
from briefreader.model.analysis import ANALYSIS_VERSION, Analysis, Term
from briefreader.model.document import Block, Document, InlineSpan
from briefreader.model.errors import UnreadableError
from briefreader.model.span import Span
from briefreader.workflows.add import add_text
from briefreader.workflows.bring_library import bring_library
from briefreader.workflows.parsing import analysed_document, parsed
from briefreader.workflows.reanalyse import reanalyse
from briefreader.workspace import Workspace

POCKET = "title,url,time_added,tags,status\nHalden,https://a.example/1,1700000000,,unread\n"
BEYOND = Analysis(terms=(Term("a", "b", Span(0, 10_000)),))
FORGED = [
    Document("Wo\x1b[2Jrds.", ()),
    Document("Words.", (Block(kind="paragraph", start=0, end=60),)),
    Document("Words.", (Block(kind="item", start=0, end=6, marker="\x1b]52;"),)),
    Document("Words.", (), (InlineSpan(span=Span(0, 5), style="link", target="https://\u202ea.example"),)),
]


class Subverted(Sandbox):
    """Children that answer some jobs as an attacker likes."""

    def __init__(self, answers: Mapping[Callable[..., object], object]) -> None:
        super().__init__()
        self._answers = answers

    def _exchange(self, place: str, request: bytes) -> bytes:
        job, _, _ = decode_request(request[LENGTH_SIZE:])
        if job in self._answers:
            return encode_result(self._answers[job])[LENGTH_SIZE:]
        return super()._exchange(place, request)


def forged_article(document: Document) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(replace(an_article("Words."), document=document))
    return told


def is_empty(workspace: Workspace) -> bool:
    return not list(workspace.store.lines.rows())


@pytest.mark.parametrize("document", FORGED)
def test_no_forged_article_is_added(workspace: Workspace, document: Document) -> None:
    with Subverted({parsed: [{"article": forged_article(document)}]}) as sandbox:
        there, problems = add_text(replace(workspace, sandbox=sandbox), b"Words.", "it")

    assert there == []
    assert ["invalid result" in problem.problem for problem in problems] == [True]
    assert is_empty(workspace)


@pytest.mark.parametrize("document", FORGED)
def test_no_forged_article_is_imported(workspace: Workspace, tmp_path: Path, document: Document) -> None:
    made = {"article": forged_article(document), "is_whole": True, "state": None, "is_read": False, "notes": []}
    (tmp_path / "p.csv").write_text(POCKET)

    with Subverted({make_articles: ([made], [])}) as sandbox, pytest.raises(UnreadableError, match="invalid result"):
        bring_library(replace(workspace, sandbox=sandbox), tmp_path / "p.csv", "pocket")

    assert is_empty(workspace)


@pytest.mark.parametrize("analysis", [BEYOND, Analysis(terms=(Term("\x1b[2J", "b", Span(0, 3)),))])
def test_no_forged_analysis_takes_the_place_of_another(workspace: Workspace, analysis: Analysis) -> None:
    reading = added(workspace)
    workspace.store.revisions.replace_analysis(reading.revision_id, reading.analysis, 1)

    with Subverted({analysed_document: analysis}) as sandbox:
        (one,) = reanalyse(replace(workspace, sandbox=sandbox))

    assert one.problem
    assert workspace.store.revisions.outdated(ANALYSIS_VERSION) == [reading.revision_id]
    assert workspace.store.revisions.find(reading.revision_id).analysis == reading.analysis


def test_no_forged_analysis_is_imported(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text(POCKET)

    with Subverted({analysed_document: BEYOND}) as sandbox:
        report = bring_library(replace(workspace, sandbox=sandbox), tmp_path / "p.csv", "pocket")

    assert ["the result is invalid" in line for line in report.refused] == [True]
    assert is_empty(workspace)


@pytest.mark.parametrize(("table", "columns"), [("theses", {"id": "t", "text": "\x1b[2J"}), ("sqlite_master", {})])
def test_no_forged_row_is_taken_in(workspace: Workspace, tmp_path: Path, table: str, columns: dict[str, str]) -> None:
    (tmp_path / "rows.jsonl").write_text("{}\n")

    with (
        Subverted({read_rows: [(table, columns)]}) as sandbox,
        pytest.raises(UnreadableError, match=r"invalid data\. Nothing was imported"),
    ):
        bring_library(replace(workspace, sandbox=sandbox), tmp_path / "rows.jsonl", "jsonl")

    assert is_empty(workspace)
