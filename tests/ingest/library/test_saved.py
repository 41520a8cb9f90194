from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from libraries import EVIL, PAGE, URL

from briefreader.ingest.library.saved import (
    ONLY_A_LINK,
    ONLY_PASSAGES,
    SavedArticle,
    SavedNote,
    make_articles,
    moment,
    saved_note,
)
from briefreader.model.annotation import Evidence


def test_an_article_is_made_of_its_text_else_of_passages_else_of_its_link() -> None:
    note = SavedNote(quote="cut its bill")
    made, problems = make_articles(
        [
            SavedArticle(title="Whole", url=URL, html=PAGE, notes=(note,)),
            SavedArticle(title="Passages", url=URL, notes=(note,)),
            SavedArticle(title="Link", url=URL),
            SavedArticle(title="Nothing", url="javascript:alert(1)"),
        ],
        "test",
    )

    assert [one.is_whole for one in made] == [True, False, False]
    assert "alert" not in made[0].article.document.text
    assert made[1].article.document.text == f"{ONLY_PASSAGES}\n\ncut its bill"
    assert made[2].article.document.text == f"{ONLY_A_LINK}\n\n{URL}"
    assert {one.article.id for one in made} == {made[0].article.id}
    assert problems == ["Nothing: there is neither a text nor a link"]


def test_nothing_that_acts_gets_in() -> None:
    saved = SavedArticle(title=EVIL, url=URL, byline=EVIL, notes=(SavedNote(quote=EVIL, note=EVIL, tags=("a",)),))
    (made,), _ = make_articles([saved], "test")

    for text in (made.article.title, made.article.byline, made.article.document.text, made.notes[0].note):
        assert text
        assert not {"\x1b", "\u202e"} & set(text)


@pytest.mark.parametrize(
    ("value", "at"),
    [
        (1750000000, datetime(2025, 6, 15, 15, 6, 40, tzinfo=UTC)),
        ("1750000000000", datetime(2025, 6, 15, 15, 6, 40, tzinfo=UTC)),
        ("2026-04-21 10:00:00+00:00", datetime(2026, 4, 21, 10, tzinfo=UTC)),
        ("2026-04-21T10:00:00.123Z", datetime(2026, 4, 21, 10, tzinfo=UTC)),
        ("2026-04-21 12:00:00", datetime(2026, 4, 21, 12, tzinfo=UTC)),
        ("0", None),
        ("yesterday", None),
        (None, None),
        (["x"], None),
    ],
)
def test_times_in_every_way_that_they_are_written(value: object, at: datetime | None) -> None:
    assert moment(value) == at


@given(st.text() | st.integers() | st.floats())
def test_no_value_breaks_a_time(value: object) -> None:
    at = moment(value)

    assert at is None or at.tzinfo is not None


def test_only_a_stance_with_its_weight_is_evidence() -> None:
    ours = saved_note("x", "", ["bull", "strength-2", "confidence-57.5", "mine"])
    assert ours.evidence == Evidence(stance="bull", strength=2, confidence=0.575)
    assert ours.tags == ("mine",)
    for tags in (["bull"], ["bull", "strength-9", "confidence-50"], ["strength-2", "confidence-50"]):
        assert saved_note("x", "", tags).evidence is None
    assert saved_note("x", "", ["bear", "strength-2", "confidence-500"]).evidence is None
