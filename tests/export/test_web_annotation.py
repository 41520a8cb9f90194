import importlib.util
import json
import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from factories import VECTORS, added, span_of
from fakes import a_workspace, noon
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pyld import jsonld
from soak import examples

from briefreader.export.web_annotation import annotation_object, render_collection
from briefreader.ingest.web_annotation import parse_annotations
from briefreader.model.annotation import Evidence
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.selection import Selection
from briefreader.workflows.annotate import Remark, annotate
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow

SCHEMAS = Path(__file__).parent / "schemas"
RUNNER = VECTORS / "w3c-web-annotation-tests" / "w3c_runner.py"
HEAD = "---\nurl: https://a.example/b\n---\n"
TEXT = "Halden cut its bill by 60% (Reuters, 3 May 2026). It rents 😀 halls out."


@pytest.fixture
def annotated(workspace: Workspace) -> Workspace:
    """A store with an annotation of every kind, one of them on an earlier text."""
    thesis = add_thesis(workspace, ThesisWords(title="Halden"))
    reading = added(workspace, HEAD + TEXT, ".md")
    evidence = Evidence(
        stance="bear", strength=4, confidence=0.7, thesis_id=thesis.id, origin="Reuters", origin_how="cited"
    )
    on_words = Remark(evidence=replace(evidence, author="bull"), note="Only *one* origin.", tags=("margins", "q1"))
    annotate(workspace, reading, span_of(reading, "cut its bill by 60%"), on_words)
    annotate(workspace, reading, None, Remark(evidence=Evidence(stance="neutral")))
    annotate(workspace, reading, span_of(reading, "rents 😀 halls"), Remark())
    annotate(workspace, reading, span_of(reading, "It rents"), Remark(note="Who?"))
    added(workspace, HEAD + "A line before. " + TEXT, ".md")
    return workspace


def leaves(value: object) -> set[str]:
    """Return all that is said in JSON, but for contexts and types."""
    if isinstance(value, dict):
        return set().union(*(leaves(one) for name, one in value.items() if name not in ("@context", "type")))
    if isinstance(value, list):
        return set().union(*map(leaves, value))
    return {str(value)}


def demanded(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / "annotation.json").read_text("utf-8"))
    return Draft202012Validator({**schema, "$ref": f"#/$defs/{name}"})


def test_every_annotation_and_the_collection_are_what_the_standard_demands(annotated: Workspace) -> None:
    items = [annotation_object(one) for one in Selection(annotated.store).annotated]
    collection = json.loads(render_collection(Selection(annotated.store).annotated))

    assert [error.message for item in items for error in demanded("annotation").iter_errors(item)] == []
    assert [error.message for error in demanded("collection").iter_errors(collection)] == []
    assert len(collection["first"]["items"]) == collection["total"] == len(items)


@pytest.mark.parametrize("part", ["id", "type", "target"])
def test_what_the_standard_demands_is_missed(annotated: Workspace, part: str) -> None:
    item = annotation_object(Selection(annotated.store).annotated[0])
    del item[part]

    assert not demanded("annotation").is_valid(item)


if RUNNER.exists():

    def runner() -> ModuleType:
        spec = importlib.util.spec_from_file_location("w3c_runner", RUNNER)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def test_every_annotation_and_the_collection_pass_the_tests_of_the_standard(annotated: Workspace) -> None:
        tests = runner()
        items = [annotation_object(one) for one in Selection(annotated.store).annotated]

        for item in items:
            results = tests.run(item, tests.MUST)
            assert len(results) == 54
            assert [result for result in results if not result[1]] == []
        collection = json.loads(render_collection(Selection(annotated.store).annotated))
        results = tests.run(collection, tests.CMUST)
        assert len(results) == 10
        assert [result for result in results if not result[1]] == []


def test_an_annotation_says_where_it_stood_and_where_it_stands(annotated: Workspace) -> None:
    item = annotation_object(next(one for one in Selection(annotated.store).annotated if one.annotation.span))

    selectors = {one["type"]: one for one in item["target"]["selector"]}
    assert selectors["TextQuoteSelector"]["exact"] == "cut its bill by 60%"
    assert selectors["TextPositionSelector"] == {"type": "TextPositionSelector", "start": 7, "end": 26}
    assert selectors["FragmentSelector"]["value"] == "char=7,26"
    assert item["target"]["br:now"] == {"type": "TextPositionSelector", "start": 22, "end": 41}
    assert re.fullmatch(r"ni:///sha-256;[\w-]{43}", item["target"]["state"]["cached"])
    assert (item["stance"], item["strength"], item["confidence"]) == ("bear", 4, "0.7")
    assert (item["origin"], item["originHow"], item["anchorStatus"]) == ("Reuters", "cited", "exact")


def test_the_same_store_gives_the_same_bytes(annotated: Workspace) -> None:
    one, other = (render_collection(Selection(annotated.store).annotated) for _ in range(2))

    assert one == other


TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)


@examples(40)
@given(
    st.builds(
        Evidence,
        stance=st.sampled_from(["bull", "bear", "neutral"]),
        strength=st.integers(1, 5),
        confidence=st.floats(0, 1),
        author=st.sampled_from([None, "bull", "bear"]),
    ),
    TEXTS,
    st.lists(TEXTS, max_size=3).map(tuple),
    st.integers(0, 60),
    st.integers(1, 8),
)
def test_what_was_exported_comes_back_equal(
    evidence: Evidence, note: str, tags: tuple[str, ...], start: int, length: int
) -> None:
    with open_store(":memory:") as store:
        workspace = a_workspace(store, Settings(), noon)
        reading = added(workspace, TEXT)
        span = replace(span_of(reading, "Halden"), start=start, end=start + length)
        made = annotate(workspace, reading, span, Remark(evidence=evidence, note=note, tags=tags))

        found, problems = parse_annotations(render_collection(Selection(store).annotated), "test")

        assert problems == []
        back = replace(found[0].annotation, article_id=made.article_id, revision_id=made.revision_id, is_foreign=False)
        assert [back] == [made]
        assert store.revisions.with_hashes([found[0].sha256]) == {found[0].sha256: (made.article_id, made.revision_id)}


def test_an_empty_store_is_an_empty_collection(workspace: Workspace, tmp_path: Path) -> None:
    text = render_collection(Selection(workspace.store).annotated)

    assert json.loads(text)["total"] == 0
    assert parse_annotations(text, str(tmp_path)) == ([], [])


def test_no_value_is_dropped_when_linked_data_tools_expand_it(hostile: Selection) -> None:
    context = json.loads((SCHEMAS / "anno.jsonld").read_text("utf-8"))
    dropped: list[str] = []

    def load(url: str, _: object) -> dict[str, object]:
        return {"contextUrl": None, "documentUrl": url, "document": context}

    for one in hostile.annotated:
        item = annotation_object(one)
        expanded = jsonld.expand(item, {"documentLoader": load, "on_property_dropped": dropped.append})
        said = json.dumps(expanded, ensure_ascii=False)

        assert [leaf for leaf in leaves(item) if json.dumps(leaf, ensure_ascii=False)[1:-1] not in said] == []
        assert "http://www.w3.org/ns/oa#assessing" in said or one.annotation.kind != "evidence"
    assert dropped == []
