from itertools import pairwise

from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.amounts.quantities import find_quantities


@cases("quantities")
def test_quantities(text: str, expected: list[str]) -> None:
    found = []
    for quantity in find_quantities(text):
        values = dict.fromkeys((f"{quantity.low:.12g}", f"{quantity.high:.12g}"))
        amount = "..".join(values)
        found.append(f"{quantity.span.of(text)} = {amount} {quantity.unit} {quantity.comparator} {quantity.kind}")

    assert found == expected


@given(st.text(alphabet="0123456789 ,.$€%xkMbn-–overuptdsfivetenof GPUs", max_size=60))
def test_quantities_stand_in_the_text_in_order_and_apart(text: str) -> None:
    spans = [quantity.span for quantity in find_quantities(text)]

    assert all(span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_what_is_counted_stands_in_the_same_line() -> None:
    assert find_quantities("The index is at 97.7\nTop locations are listed.") == []


def test_a_number_alone_in_square_brackets_is_no_amount() -> None:
    text = "Rents rose [12], and 40 engineers left [3 engineers]."

    assert [quantity.span.of(text) for quantity in find_quantities(text)] == ["40 engineers", "3 engineers"]
