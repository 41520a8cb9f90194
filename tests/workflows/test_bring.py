import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from factories import a_remark, added, span_of
from fakes import a_workspace, noon

from briefreader.ingest.clean import clean_body
from briefreader.model.annotation import Evidence
from briefreader.model.errors import UnreadableError
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.selection import Selection
from briefreader.views.theses import theses
from briefreader.workflows.annotate import Remark, annotate
from briefreader.workflows.bring import Brought, bring_annotations
from briefreader.workflows.export import export
from briefreader.workflows.undo import undo
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workspace import Workspace

HEAD = "---\nurl: https://a.example/b\n---\n"
TEXT = "Halden cut its bill by 60% in April. It rents halls out."


@pytest.fixture
def file(workspace: Workspace, tmp_path: Path) -> Path:
    thesis = add_thesis(workspace, ThesisWords(title="Halden"))
    reading = added(workspace, HEAD + TEXT, ".md")
    evidence = Evidence(stance="bull", thesis_id=thesis.id)
    annotate(workspace, reading, span_of(reading, "It rents halls out."), Remark(evidence=evidence))
    annotate(workspace, reading, None, a_remark(note="mine"))
    return export(workspace, Selection(workspace.store), "web-annotation", tmp_path / "notes.jsonld")[0].path


def test_annotations_come_back_into_another_store_with_their_thesis(workspace: Workspace, file: Path) -> None:
    with open_store(":memory:") as store:
        other = a_workspace(store, Settings(), noon)
        added(other, HEAD + TEXT, ".md")
        added(other, HEAD + "A line before. " + TEXT, ".md")

        assert bring_annotations(other, file) == (Brought(2, 0, 0), [])

        assert store.annotations.all() == tuple(
            replace(one, is_foreign=True) for one in workspace.store.annotations.all()
        )
        assert [thesis.title for thesis in theses(store)] == ["Halden"]
        assert [anchor.status for anchor in store.anchors.all_current().values()] == ["exact"]
        assert bring_annotations(other, file) == (Brought(0, 2, 0), [])
        assert store.damage() == []
        undo(other)
        assert store.annotations.all() == ()


@pytest.mark.usefixtures("workspace")
def test_what_has_no_text_in_the_store_is_left_out_and_told(file: Path) -> None:
    with open_store(":memory:") as store:
        assert bring_annotations(a_workspace(store, Settings(), noon), file) == (Brought(0, 0, 2), [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[]",
        "3",
        "{}",
        '{"items": null}',
        '{"type": "AnnotationCollection", "first": "x"}',
        "[" * 100_000,
        "\udcff",
    ],
)
def test_what_is_no_collection_is_one_problem(workspace: Workspace, tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))

    with pytest.raises(UnreadableError, match=r"x\.json"):
        bring_annotations(workspace, path)


def test_an_annotation_that_cannot_be_read_does_not_stop_the_others(workspace: Workspace, file: Path) -> None:
    document = json.loads(file.read_text("utf-8"))
    known = next(item for item in document["first"]["items"] if "stance" in item and "selector" in item["target"])
    quote, position, _ = known["target"]["selector"]
    broken: tuple[Any, ...] = (
        {},
        {"target": 3},
        [],
        None,
        {"target": {}, "motivation": "x"},
        {**known, "strength": 9},
        {**known, "confidence": "NaN"},
        {**known, "stance": "sideways"},
        {**known, "id": "\x1b[2J"},
        {**known, "created": "2026-01-01T00:00:00"},
        {**known, "motivation": "highlighting"},
        {name: value for name, value in known.items() if name != "stance"},
        {**known, "target": {**known["target"], "selector": known["target"]["selector"][:1]}},
        {**known, "target": {**known["target"], "selector": [quote, {**position, "start": 0.0}]}},
        {**known, "target": {**known["target"], "selector": [quote, {**position, "end": 10**300}]}},
    )
    for one in broken:
        document["first"]["items"].insert(0, one)
    file.write_text(json.dumps(document), "utf-8")

    brought, problems = bring_annotations(workspace, file)

    assert (brought.known, len(problems)) == (2, len(broken))


def test_a_file_that_is_not_ours_is_never_written_over(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonld"
    path.write_text("my own words")

    (exported,) = export(workspace, Selection(workspace.store), "web-annotation", path)

    assert path.read_text() == "my own words"
    assert exported.path == tmp_path / "mine.new.jsonld"


def test_a_note_finds_its_words_in_another_text_of_its_article_or_stays_out(workspace: Workspace, file: Path) -> None:
    before = {one.id: one for one in workspace.store.annotations.all()}
    with open_store(":memory:") as store:
        other = a_workspace(store, Settings(), noon)
        added(other, HEAD + "# A title\n\n" + TEXT, ".md")

        assert bring_annotations(other, file) == (Brought(2, 0, 0), [])

        for one in store.annotations.all():
            text = store.revisions.text_of(one.revision_id)
            assert one.span is None or one.span.of(text) == "It rents halls out."
            assert one.evidence == before[one.id].evidence
    with open_store(":memory:") as store:
        other = a_workspace(store, Settings(), noon)
        added(other, HEAD + TEXT.replace("halls", "rooms"), ".md")

        assert bring_annotations(other, file) == (Brought(1, 0, 1), [])


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("wrong", ['"exact": "It owns halls."', '"exact": ""'])
def test_words_that_are_not_at_their_place_are_left_out(file: Path, wrong: str) -> None:
    text = file.read_text("utf-8")
    file.write_text(text.replace('"exact": "It rents halls out."', wrong), "utf-8")
    with open_store(":memory:") as store:
        other = a_workspace(store, Settings(), noon)
        added(other, HEAD + TEXT, ".md")

        assert bring_annotations(other, file) == (Brought(1, 0, 1), [])


@pytest.mark.usefixtures("workspace")
def test_nothing_that_acts_on_a_terminal_comes_in(file: Path) -> None:
    document = json.loads(file.read_text("utf-8"))
    for item in document["first"]["items"]:
        item["origin"], item["originHow"] = "Grid\x1b]0;x\x07", "reader"
        item["body"] = [
            *item.get("body", []),
            {"type": "TextualBody", "purpose": "tagging", "value": "a\x9b31m\u202e"},
            {"type": "TextualBody", "purpose": "commenting", "value": "b\x1b[2J"},
        ]
    file.write_text(json.dumps(document), "utf-8")
    with open_store(":memory:") as store:
        other = a_workspace(store, Settings(), noon)
        added(other, HEAD + TEXT, ".md")
        bring_annotations(other, file)

        for one in store.annotations.all():
            kept = [*one.tags, one.note, (one.evidence and one.evidence.origin) or ""]
            assert not [text for text in kept if text != clean_body(text)]
