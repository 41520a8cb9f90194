from datetime import UTC, date, datetime

import pytest
from fakes import noon
from hypothesis import given
from hypothesis import strategies as st

from briefreader.model.ids import WatchItemId
from briefreader.model.watch import SIDES, Due, Outcome, Resolution, Side, WatchItem
from briefreader.views.watchlist import foresight_of, watchlist
from briefreader.workflows.watch import WatchWords, resolve, watch
from briefreader.workspace import Workspace

TODAY = date(2026, 6, 15)


def on(day: date) -> Due:
    return Due(first=day, last=day, precision="day")


def an_item(outcome: Outcome | None, probability: float | None, side: Side = "either") -> WatchItem:
    return WatchItem(
        id=WatchItemId("w"),
        question="Will it?",
        due=on(TODAY),
        side=side,
        probability=probability,
        resolution=Resolution(outcome=outcome, at=datetime(2026, 6, 1, tzinfo=UTC)) if outcome else None,
        created_at=noon(),
    )


def test_items_are_listed_by_when_they_are_due(workspace: Workspace) -> None:
    for day in (date(2026, 6, 14), date(2026, 6, 15), date(2026, 6, 30), date(2026, 7, 1), date(2026, 5, 1)):
        watch(workspace, WatchWords(question=f"{day}?", due=on(day)))
    done = watch(workspace, WatchWords(question="Done?", due=on(TODAY)))
    resolve(workspace, done, "happened")

    listed = watchlist(workspace.store, TODAY)

    assert [item.question for item in listed.overdue] == ["2026-05-01?", "2026-06-14?"]
    assert [item.question for item in listed.this_month] == ["2026-06-15?", "2026-06-30?"]
    assert [item.question for item in listed.later] == ["2026-07-01?"]
    assert [item.question for item in listed.resolved] == ["Done?"]


def test_foresight_scores_what_was_given_a_probability_and_has_come_true_or_not() -> None:
    foresight = foresight_of(
        [
            an_item("happened", 0.9),
            an_item("did not", 0.4),
            an_item("void", 0.5),
            an_item("happened", None),
            an_item(None, 0.3),
            an_item("happened", 1.0),
        ]
    )

    assert foresight.items == 3
    assert foresight.brier == pytest.approx((0.01 + 0.16) / 3)
    assert [(one.low, one.items, one.happened) for one in foresight.bins] == [(0.4, 1, 0.0), (0.8, 2, 1.0)]
    assert foresight.bias is None


def test_bias_is_how_much_more_bull_was_expected_than_came() -> None:
    hopeful = [an_item("did not", 0.8, "bull if it happens"), an_item("happened", 0.1, "bear if it happens")]

    assert foresight_of(hopeful).bias == pytest.approx((0.8 + 0.9) / 2)


@given(st.lists(st.tuples(st.sampled_from(["happened", "did not"]), st.floats(0, 1), st.sampled_from(SIDES))))
def test_scores_stay_in_their_bounds_and_every_item_is_in_one_bin(items: list[tuple[Outcome, float, Side]]) -> None:
    foresight = foresight_of([an_item(*item) for item in items])

    assert sum(one.items for one in foresight.bins) == foresight.items == len(items)
    assert foresight.brier is None or 0 <= foresight.brier <= 1
    assert foresight.bias is None or -1 <= foresight.bias <= 1
