import pytest
from growth import grows_in_proportion

from briefreader.ingest.html import parse_html
from briefreader.ingest.open_elements import _CLOSED_BY, kept_open

PAIRS = [(outer, inner) for outer, inners in _CLOSED_BY.items() for inner in sorted(inners)]


@pytest.mark.parametrize(("outer", "inner"), PAIRS)
def test_what_stands_in_a_hidden_element_is_hidden_whatever_libxml2_would_close(outer: str, inner: str) -> None:
    page = f"<div><p>Seen.</p><{outer} style='display:none'><{inner}>Unseen.</{inner}></{outer}><p>After.</p></div>"

    assert {draft.text.strip("• "): draft.is_hidden for draft in parse_html(page)} == {
        "Seen.": False,
        "Unseen.": True,
        "After.": False,
    }


@pytest.mark.parametrize(
    "source",
    [
        "<ul><li>a</ul><form>b</form>",
        "<ul class=x><li>a</ul><form>b</form>",
        "<ul class=x><!-- <form> --><li>a</ul>",
        "<ul class=x><script>'<form>'</script></ul>",
        "<ul class=x><li title='<form>'>a</ul>",
        "<ul><form>a</form></ul>",
    ],
)
def test_a_page_in_which_nothing_hidden_ends_too_early_stays_as_it_is(source: str) -> None:
    assert kept_open(source) == source


def test_an_element_is_renamed_to_its_own_end() -> None:
    source = "<UL class=x><li><ul id=y><li>a</ul><form>b</form></ul><ul class=z></ul>"

    assert kept_open(source) == (
        "<briefreader-UL class=x><li><ul id=y><li>a</ul><form>b</form></briefreader-ul><ul class=z></ul>"
    )


@pytest.mark.parametrize("unit", ["<b x>", "<ul x><form>", "</b>", "<!--", "<script>", '<a x="', "<b x='>", "<"])
def test_a_unit_repeated_takes_time_in_proportion_to_its_length(unit: str) -> None:
    assert grows_in_proportion(lambda size: kept_open(unit * (size // len(unit))), 40_000)
