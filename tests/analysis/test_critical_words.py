import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.critical_words import find_changes


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
