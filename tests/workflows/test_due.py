from datetime import date

import pytest

from briefreader.model.date_mention import DateKind
from briefreader.model.interval import Interval
from briefreader.workflows.due import due_of

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize("kind", ["horizon", None])
def test_an_open_beginning_is_today(kind: DateKind | None) -> None:
    due = due_of(Interval(None, date(2026, 9, 1)), kind, TODAY)

    assert due is not None
    assert (due.first, due.precision) == (TODAY, "range")
    assert due_of(Interval(TODAY, None), kind, TODAY) is None
