from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from briefreader.export.text_fragment import link_to
from briefreader.model.span import TextQuote


def quote(exact: str) -> TextQuote:
    return TextQuote(exact=exact, prefix="", suffix="")


def test_a_short_passage_is_named_whole_and_a_long_one_by_its_ends() -> None:
    assert link_to("https://a.example/b", quote("cut by 60%, in H1")) == (
        "https://a.example/b#:~:text=cut%20by%2060%25%2C%20in%20H1"
    )
    long = " ".join(f"w{number}" for number in range(20))
    assert link_to("https://a.example/#x", quote(long)) == (
        "https://a.example/#x:~:text=w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19"
    )


def test_only_plain_http_is_linked() -> None:
    assert link_to("javascript:alert(1)", quote("x")) is None
    assert link_to("file:///etc/passwd", None) is None
    assert link_to(None, quote("x")) is None


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_no_passage_breaks_out_of_its_directive(exact: str) -> None:
    link = link_to("https://a.example/b", quote(exact)) or ""
    directive = link.partition(":~:text=")[2]

    assert directive.count(",") <= 1
    assert "-" not in directive
    assert "&" not in directive
    said = exact.split()
    assert unquote(directive.split(",")[0]).split() == (said if len(said) <= 12 else said[:5])
