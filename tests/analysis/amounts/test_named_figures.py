import pytest
from growth import grows_in_proportion

from briefreader.analysis.amounts.named_figures import find_named
from briefreader.model.span import Span


def test_one_suit_or_several_and_who_is_behind_it_are_told() -> None:
    def told(text: str) -> list[tuple[str, float | None, float | None, tuple[str, ...]]]:
        return [(one.what, one.low, one.high, one.kinds) for one in find_named(text, Span(0, len(text)))]

    assert told("The suit, filed in Ashby, names the port.") == [("lawsuit", 1, 1, ())]
    assert told("The lawsuits, filed in Ashby, name the port.") == [("lawsuit", 2, None, ())]
    assert told("It is not yet known who is behind the theft.") == [("who is behind it", None, None, ("unknown",))]
    assert told("A crew from Skerry is behind the theft.") == [("who is behind it", None, None, ())]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Tolliver requested that a judge reverse the order.", ("asked",)),
        ("Tolliver asks the federal court for damages.", ("asked",)),
        ("A federal judge in Ashby has indefinitely blocked the order.", ()),
        ("Judge blocks the order of the port.", ()),
        ("An appeals court rejected the claim.", ()),
    ],
)
def test_what_a_court_is_asked_for_and_what_it_decides_are_told(text: str, kinds: tuple[str, ...]) -> None:
    [one] = find_named(text, Span(0, len(text)))

    assert (one.what, one.kinds) == ("what a court decides", kinds)


@pytest.mark.parametrize(
    ("text", "what", "unit", "low", "high"),
    [
        ("Otter rises to No. 2 in the App Store.", "rank in app store", "", 2, 2),
        ("The patch fixes a flaw in version 2.1.88 of the tool.", "version 2.1.88", "", None, None),
        ("It went out at 00:21 UTC today.", "at 00:21 UTC", "", None, None),
        ("Devices released before 2012 lose support.", "released in year", "", None, 2011),
        ("Devices released in 2012 or earlier lose support.", "released in year", "", None, 2012),
        ("The outage lasted from April 9, 15:00 UTC, to April 10, 10:00 UTC.", "outage", "hour", 18.62, 19.38),
        ("CVE-2031-10001 has a CVSS score of 8.6.", "score of cvss", "", 8.6, 8.6),
    ],
)
def test_what_is_known_by_its_number_is_found(
    text: str, what: str, unit: str, low: float | None, high: float | None
) -> None:
    [one] = [
        one for one in find_named(text, Span(0, len(text))) if one.what.startswith("at ") == what.startswith("at ")
    ]

    assert (one.what, one.unit, one.low, one.high) == (what, unit, *map(pytest.approx, (low, high)))


@pytest.mark.parametrize(
    "text",
    [
        "CVE-2031-10001 and CVE-2031-10002 have a CVSS score of 8.6.",
        "It came in March Report 2031.",
        "The outage lasted from April 30, 15:00 UTC, to May 1, 10:00 UTC.",
        "It took from April 9, 15:00 UTC, to April 10, 10:00 UTC.",
    ],
)
def test_what_cannot_be_told_is_left_out(text: str) -> None:
    assert [one for one in find_named(text, Span(0, len(text))) if not one.what.startswith("at ")] == []


@pytest.mark.parametrize(
    "unit", ["from April 9, 1:00 to ", "No. 2 in the a ", "CVE-2031-10001 CVSS a ", "released in "]
)
def test_a_sentence_without_end_takes_no_more_than_its_length(unit: str) -> None:
    def read(size: int) -> object:
        text = unit * (size // len(unit))
        return find_named(text, Span(0, len(text)))

    assert grows_in_proportion(read, 8_000)
