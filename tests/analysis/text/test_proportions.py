import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.text.proportions import wilson


@pytest.mark.parametrize(
    ("hits", "cases", "low", "high"), [(5, 10, 0.2366, 0.7634), (0, 10, 0.0, 0.2775), (81, 263, 0.2553, 0.3662)]
)
def test_the_interval_is_that_of_the_tables(hits: int, cases: int, low: float, high: float) -> None:
    assert wilson(hits, cases) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_share_lies_within_and_more_cases_never_widen_it(hits: int, misses: int) -> None:
    low, high = wilson(hits, hits + misses)
    assert 0 <= low <= high <= 1
    if hits + misses:
        assert low <= hits / (hits + misses) + 1e-9
        assert hits / (hits + misses) <= high + 1e-9
        wider = wilson(2 * hits, 2 * (hits + misses))
        assert wider[1] - wider[0] <= high - low + 1e-9
