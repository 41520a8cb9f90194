from datetime import date, timedelta

import pytest
from fakes import noon
from hypothesis import given
from hypothesis import strategies as st

from briefreader.model.ids import ThesisId, WatchItemId
from briefreader.model.thesis import Thesis
from briefreader.model.watch import Due, WatchItem
from briefreader.workflows.watch import WatchWords
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workflows.written import Unclear, parse_thesis, parse_watch, thesis_fields, understood_in, watch_fields
from briefreader.workspace import Workspace

TODAY = date(2026, 6, 15)
WRITTEN = dict.fromkeys(("title", "bull", "bear", "subject", "prior", "horizon", "review", "premortem"), "")


def test_a_thesis_comes_back_from_its_form_as_it_was(workspace: Workspace) -> None:
    words = ThesisWords(
        title="Halden",
        bull="It pays.",
        bear="It does not.",
        subject="Halden Compute",
        prior=0.35,
        horizon_on=date(2027, 12, 31),
        premortem=("no tenants", "no power"),
    )

    assert parse_thesis(thesis_fields(add_thesis(workspace, words)), TODAY) == words


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("prior", "100%"),
        ("prior", "0"),
        ("prior", "much"),
        ("prior", "1e-320"),
        ("prior", "nan"),
        ("prior", "99.99%"),
        ("horizon", "soon"),
        ("review", "never"),
    ],
)
def test_what_is_unclear_names_its_field(field: str, value: str) -> None:
    taken = parse_thesis({**WRITTEN, "title": "T", "prior": "50%", field: value}, TODAY)

    assert isinstance(taken, Unclear)
    assert taken.field == field


@pytest.mark.parametrize(("written", "share"), [("70", 0.7), ("70%", 0.7), ("0.7", 0.7), ("0", 0), ("100%", 1)])
def test_a_share_is_read_in_every_spelling(written: str, share: float) -> None:
    taken = parse_watch({"question": "Will it?", "due": "Q3 2026", "probability": written}, TODAY)

    assert isinstance(taken, WatchWords)
    assert taken.probability == pytest.approx(share)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("question", ""),
        ("due", "soon"),
        ("probability", "120%"),
        ("probability", "1"),
        ("due", "0000"),
        ("due", "²²²²"),
        ("due", "9999"),
    ],
)
def test_an_unclear_watch_item_names_its_field(field: str, value: str) -> None:
    taken = parse_watch({"question": "Will it?", "due": "2027", "probability": "", field: value}, TODAY)

    assert isinstance(taken, Unclear)
    assert taken.field == field


DAYS = st.dates(date(2026, 6, 15), date(2035, 1, 1))


@given(DAYS, st.integers(0, 900))
def test_a_due_date_comes_back_from_its_form_as_it_was(first: date, days: int) -> None:
    due = Due(first=first, last=first + timedelta(days=days), precision="range" if days else "day")
    item = WatchItem(id=WatchItemId("w"), question="Will it?", due=due, probability=0.3, created_at=noon())

    assert parse_watch(watch_fields(item), TODAY) == WatchWords(question="Will it?", due=due, probability=0.3)


@given(st.integers(1, 999))
def test_a_prior_comes_back_from_its_form_with_every_digit(thousandths: int) -> None:
    prior = thousandths / 1000
    thesis = Thesis(id=ThesisId("t"), title="T", bull="", bear="", prior=prior, created_at=noon(), modified_at=noon())

    taken = parse_thesis(thesis_fields(thesis), TODAY)

    assert isinstance(taken, ThesisWords)
    assert taken.prior == pytest.approx(prior)


def test_a_date_field_is_understood_while_it_is_typed() -> None:
    assert understood_in("due", "q3 2031", TODAY) == "1 Jul 2031 to 30 Sep 2031"
    assert understood_in("horizon", str(TODAY), TODAY).endswith(", today")
    assert understood_in("review", "soon", TODAY) == ""
    assert understood_in("title", "q3 2031", TODAY) == ""
