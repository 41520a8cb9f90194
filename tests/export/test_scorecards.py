import json

from briefreader.export.scorecards import SCHEMA, render_scorecards, scorecard_lines
from briefreader.views.scorecards import Scorecard

CARDS = [
    Scorecard(source="The Ledger Wire", right=9, wrong=1, ambiguous=2, corrections=3, lead_days=1.5, bull=3, bear=1),
    Scorecard(source="A" * 60, right=1, wrong=0, ambiguous=0, corrections=0, lead_days=None, bull=0, bear=0),
]


def test_few_cases_are_said_to_be_too_few() -> None:
    heading, many, few = scorecard_lines(CARDS)

    assert "60% to 98%" in many
    assert "75%" in many
    assert "too few" in few
    assert max(map(len, (heading, many, few))) <= 80


def test_json_names_its_schema() -> None:
    told = json.loads(render_scorecards(CARDS))

    assert told["schema"] == SCHEMA
    assert told["sources"][0]["interval"][0] > 0.5
    assert told["sources"][1]["interval"] is None
