import json

from briefreader.export.foresight import foresight_lines, render_foresight
from briefreader.views.watchlist import CalibrationBin, Foresight

NONE = Foresight(items=0, brier=None, bins=(), bias=None)
SOME = Foresight(items=2, brier=0.13, bins=(CalibrationBin(0.6, 0.8, 2, 0.7, 0.5),), bias=0.2)


def test_before_anything_is_scored_it_says_how() -> None:
    assert next(foresight_lines(NONE)).startswith("Set a probability on items")


def test_too_few_answers_are_said_to_be_too_few() -> None:
    lines = list(foresight_lines(SOME))

    assert lines[0] == "Brier score 0.130 (a coin scores 0.25)"
    assert lines[-1] == "2 resolved items are too few to draw conclusions."
    assert "On average, you favour the bull side by 20 points." in lines


def test_json_has_all_of_it() -> None:
    told = json.loads(render_foresight(SOME))

    assert (told["schema"], told["brier"], told["bias"]) == ("briefreader.foresight/1", 0.13, 0.2)
    assert told["bins"] == [{"low": 0.6, "high": 0.8, "items": 2, "said": 0.7, "happened": 0.5}]
