import json

from fakes import TODAY
from hypothesis import given
from hypothesis import strategies as st

from briefreader.export.statistics import render_statistics, sparkline, statistics_lines
from briefreader.views.statistics import Statistics

COUNTED = Statistics(
    read_by_day={TODAY: 3},
    inbox_by_age={"today": 4, "older": 1000},
    stances={"bull": 2, "bear": 0},
    origins={"Bloomberg": 2},
)


def test_lines_fit_a_terminal_and_have_an_ascii_form() -> None:
    lines = list(statistics_lines(COUNTED))

    assert lines[0] == "READ  █  3 in 1 days, 3 today"
    assert max(map(len, lines)) <= 80
    assert all(line.isascii() for line in statistics_lines(COUNTED, is_ascii=True))


def test_json_says_the_same() -> None:
    assert json.loads(render_statistics(COUNTED))["evidence_by_origin"] == {"Bloomberg": 2}


@given(st.lists(st.integers(0, 10**9), min_size=1))
def test_any_count_is_seen_and_none_is_not(counts: list[int]) -> None:
    shown = sparkline(counts)

    assert len(shown) == len(counts)
    assert [sign == " " for sign in shown] == [count == 0 for count in counts]
