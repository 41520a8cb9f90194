import pytest
from growth import grows_in_proportion
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.amounts.bindings import Bound, bind
from briefreader.analysis.amounts.quantities import find_quantities
from briefreader.model.span import Span


def bound(text: str) -> list[Bound]:
    return bind(text, Span(0, len(text)), find_quantities(text))


def told(text: str) -> list[tuple[str, str, float | None, float | None]]:
    return [(one.what, one.unit, one.low, one.high) for one in bound(text)]


@pytest.mark.parametrize(
    ("text", "what", "unit", "low", "high"),
    [
        ("The ferry fire left 31 people dead.", "killed", "", 31, 31),
        ("Officials confirmed the deaths of 31 people on the quay.", "killed", "", 31, 31),
        ("The mill cut more than 900 jobs in Ashby.", "laid off", "", 900, None),
        ("For about six minutes, there was a blackout.", "blackout", "hour", 0.098, 0.102),
        ("It lost contact with mission control for six minutes.", "blackout", "hour", 0.1, 0.1),
        ("The archive holds 512,000 lines of code.", "line of code", "", 512_000, 512_000),
        ("Tolliver gave $4 million in direct donations.", "donation", "USD", 4e6, 4e6),
        ("Tolliver raised $40 million in a Series B.", "funding", "USD", 40e6, 40e6),
        ("Its annualized revenue has climbed to $14 billion.", "revenue", "USD", 14e9, 14e9),
        ("Run-rate revenue is now $14 billion.", "revenue", "USD", 14e9, 14e9),
        ("Tolliver agreed to pay the port $75 million.", "payment", "USD", 75e6, 75e6),
        ("Shares fell 3.1% on Monday.", "shares", "%", 3.1, 3.1),
        ("The crew came back from a nine-day voyage.", "mission", "hour", 216, 216),
        ("The gauge showed 500 degrees Fahrenheit.", "temperature", "°F", 500, 500),
        ("The barge is 100 km from the coast.", "distance", "km", 100, 100),
        ("Not fewer than 31 people died in the ferry fire.", "killed", "", 31, None),
        ("Of these, 14 have been classified as high.", "classified high", "", 14, 14),
    ],
)
def test_a_figure_is_bound_to_what_it_counts(
    text: str, what: str, unit: str, low: float | None, high: float | None
) -> None:
    found = [one for one in told(text) if one[:2] == (what, unit)]

    assert [[*map(pytest.approx, (low, high))]] == [[*one[2:]] for one in found]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("It has 83 million weekly downloads.", ("weekly",)),
        ("It has 400 million monthly downloads.", ("monthly",)),
        ("Revenue last year reached $10 billion.", ("past",)),
        ("Prices start at $599 for the 11-inch model.", ("11-inch",)),
        ("In May 2031 revenue was $10 billion.", ()),
    ],
)
def test_what_limits_a_figure_is_kept(text: str, limits: tuple[str, ...]) -> None:
    assert [one.limits for one in bound(text)] == [limits]


def test_each_figure_of_a_sentence_has_its_own_words() -> None:
    text = "Prices start at $599 for the 11-inch model and $799 for the 13-inch model."

    assert [(one.low, one.what, one.limits) for one in bound(text)] == [
        (599, "price", ("11-inch",)),
        (799, "price", ("13-inch",)),
    ]


def test_a_figure_that_is_held_against_another_one_has_its_own_part_of_the_sentence() -> None:
    text = "Revenue has climbed to $14 billion, after sales last year of $10 billion."

    assert [one.words and one.words.of(text) for one in bound(text)] == [
        "Revenue has climbed to $14 billion",
        "after sales last year of $10 billion.",
    ]


def test_what_is_counted_besides_and_with_others_is_told_apart() -> None:
    assert [one.kinds for one in bound("The port has 40 additional cranes.")] == [("additional",)]
    assert [one.kinds for one in bound("The port has 40 cranes in all.")] == [("total",)]


@pytest.mark.parametrize(
    "text", ["It happened in 2024.", "See section 4 of the act.", "The two of them left.", "Nothing is counted here."]
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert bound(text) == []


@given(st.text("09.,$%-k mMay 2031 people dead in of v", min_size=1, max_size=80))
def test_figures_lie_in_the_text_and_their_ends_are_in_order(text: str) -> None:
    for one in bound(text):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.low is None or one.high is None or one.low <= one.high


@pytest.mark.parametrize("unit", ["5 ", "$5 of a ", "11-inch $5 ", "a, b: 4 x "])
def test_a_sentence_without_end_takes_no_more_than_its_length(unit: str) -> None:
    assert grows_in_proportion(lambda size: bound(unit * (size // len(unit))), 8_000)


def test_a_figure_too_large_for_a_number_is_left_out() -> None:
    assert told(f"The archive holds 1{'0' * 400} lines of code.") == []
