import json
from pathlib import Path

from jsonschema import Draft202012Validator

from briefreader.export.hypothesis import render_hypothesis
from briefreader.views.selection import Selection

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "hypothesis.json").read_text("utf-8"))


def test_every_annotation_is_as_the_api_has_them(hostile: Selection) -> None:
    exported = json.loads(render_hypothesis(hostile.annotated))
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)

    assert set(exported) == {"export_date", "export_userid", "client_version", "annotations"}
    assert len(exported["annotations"]) == len(hostile.annotated)
    for item in exported["annotations"]:
        assert [error.message for error in validator.iter_errors(item)] == []


def test_stance_weight_thesis_and_tags_are_tags(hostile: Selection) -> None:
    items = json.loads(render_hypothesis(hostile.annotated))["annotations"]

    (bear,) = (item for item in items if "bear" in item["tags"])
    assert bear["tags"] == ["bear", "strength-4", "confidence-75", "margins", "q1", "thesis: =1+1 <b>Halden</b>"]
    assert bear["text"].startswith("-2+3 says")
    assert bear["target"][0]["selector"][1] == {"type": "TextPositionSelector", "start": 39, "end": 98}


def test_the_same_notes_give_the_same_bytes(hostile: Selection) -> None:
    assert render_hypothesis(hostile.annotated) == render_hypothesis(hostile.annotated)
