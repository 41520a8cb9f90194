import pytest

from briefreader.analysis.statement_words import EVENT, EVENTS, METRIC, METRICS, OF_MANY, OF_TWO, OPPOSED


def test_what_is_said_of_two_or_against_another_is_among_what_happens() -> None:
    assert OF_TWO | OF_MANY | {*OPPOSED, *OPPOSED.values()} <= EVENTS.keys()


@pytest.mark.parametrize(
    ("words", "family"), [("was rented out", "lease"), ("revoked access", "cut_off"), ("wound up", "dissolve")]
)
def test_ways_to_say_it_are_known(words: str, family: str) -> None:
    match = EVENT.search(words)
    assert match
    assert match.lastgroup == family


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_finds_itself(name: str) -> None:
    assert METRIC.search({"departures": "exodus"}.get(name, name))
