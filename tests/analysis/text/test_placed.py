from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.text.placed import InOrder, standing_in
from briefreader.model.date_mention import DateMention
from briefreader.model.interval import Interval
from briefreader.model.span import Span


@given(st.lists(st.integers(0, 40), unique=True), st.integers(0, 40), st.integers(1, 20))
def test_what_starts_inside_a_span_is_found(starts: list[int], low: int, size: int) -> None:
    items = [DateMention(Span(start, start + 1), Interval(None, None), "day") for start in sorted(starts)]

    found = [item.span.start for item in standing_in(items, Span(low, low + size))]

    in_order = InOrder(items)
    assert in_order.standing_in(Span(low, low + size)) == tuple(standing_in(items, Span(low, low + size)))
    assert in_order.first_in(Span(low, low + size)) == sum(start < low for start in starts)
    assert found == [start for start in sorted(starts) if low <= start < low + size]
