import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.notes.critical_words import find_changes


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("cut its spend by 70%", "cut its spend by 60%", ("number",)),
        ("raised $3bn from funds", "raised $3m from funds", ("number",)),
        ("three of five leads left", "four of five leads left", ("number",)),
        ("it will not renew", "it will renew", ("negation",)),
        ("it didn’t renew the lease", "it renewed the lease", ("negation",)),
        ("margins rose in spring", "margins fell in spring", ("direction",)),
        ("the regulator may approve it", "the regulator will approve it", ("direction",)),
        ("it will not reach 40%", "it will reach 50%", ("number", "negation")),
        ("it “cut” spend by 70 %", 'it "cut" spend by 70%', ()),
        ("the company said so", "the firm said so", ()),
        ("revenue rose again", "revenue was up again", ()),
        ("margin moved -3%", "margin moved +3%", ("number",)),
        ("margin moved \N{MINUS SIGN}3%", "margin moved 3%", ("number",)),
        ("margin moved +3%", "margin moved 3%", ()),
        ("from 1–10 April", "from 1-10 April", ()),
        ("hundreds of jobs", "thousands of jobs", ("number",)),
        ("two thirds of it", "two fifths of it", ("number",)),
        ("a tenfold rise", "a fivefold rise", ("number",)),
        ("USD 5 a share", "EUR 5 a share", ("number",)),
        ("due by March", "due by June", ("number",)),
        ("it gained 5%", "it lost 5%", ("direction",)),
        ("a profit of $3m", "a loss of $3m", ("direction",)),
        ("Growth in spring", "Decline in spring", ("direction",)),
        ("shares surged", "shares plunged", ("direction",)),
        ("losses widened", "losses narrowed", ("direction",)),
        ("the deal was approved", "the deal was blocked", ("direction",)),
        ("over 5%", "under 5%", ("direction",)),
        ("at least 5%", "at most 5%", ("direction",)),
    ],
)
def test_words_that_turn_the_sense_are_told(old: str, new: str, changes: tuple[str, ...]) -> None:
    assert find_changes(old, new) == changes


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_every_other_number_is_a_change(one: int, other: int) -> None:
    changed = find_changes(f"it rented {one} racks", f"it rented {other} racks")

    assert (changed == ("number",)) == (one != other)


@given(st.text(max_size=40))
def test_the_same_words_have_not_changed(text: str) -> None:
    assert find_changes(text, text) == ()
