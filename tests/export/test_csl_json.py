import json
from pathlib import Path

from hypothesis import given
from jsonschema import Draft7Validator
from works import WORK, WORKS

from briefreader.export.csl_json import render_csl_json
from briefreader.views.works import Work

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "csl-data.json").read_text("utf-8"))


def test_all_that_is_known_of_a_work_is_in_its_item() -> None:
    (item,) = json.loads(render_csl_json([WORK]))

    assert item == {
        "id": "bloomberg20260413",
        "type": "report",
        "title": "[Bloomberg, internal memo, 13 April 2026]",
        "container-title": "Bloomberg",
        "genre": "internal memo",
        "issued": {"date-parts": [[2026, 4, 13]]},
        "accessed": {"date-parts": [[2026, 6, 15]]},
        "URL": WORK.url,
        "keyword": "q1, margins",
        "note": "Cited in One; Two",
        "custom": {"briefreader": "cited"},
    }


@given(WORKS)
def test_any_work_is_valid(work: Work) -> None:
    items = json.loads(render_csl_json([work]))

    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(items)] == []
