import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest.clean import clean_body, clean_line, clean_url

HOSTILE = [
    pytest.param("a\x1b]0;PWNED\x07b", "a]0;PWNEDb", id="OSC title"),
    pytest.param("a\x9b2Jb", "a2Jb", id="C1 CSI"),
    pytest.param("a\u202eb", "ab", id="right-to-left override"),
    pytest.param("a\u200bb\u00adc\ufeff", "abc", id="invisible characters"),
    pytest.param("a\ud800b", "ab", id="lone surrogate"),
    pytest.param("e" + "\u0301" * 40, "é" + "\u0301" * 7, id="pile of marks"),
    pytest.param("👩\u200d🔬", "👩\u200d🔬", id="an emoji keeps its joiner"),
    pytest.param("a\u200db", "ab", id="a joiner that joins nothing"),
    pytest.param("نمی\u200cبینم", "نمی\u200cبینم", id="a Persian word keeps its non-joiner"),
    pytest.param("क्\u200cष", "क्\u200cष", id="a Hindi word keeps its non-joiner"),
    pytest.param("an\u200cme", "anme", id="a non-joiner that parts no letters that join"),
    pytest.param("نمی\u200c\u200c\u200cبینم\u200c", "نمیبینم", id="non-joiners in a row or at an end"),
    pytest.param("\U000e0041tag", "tag", id="tag characters"),
]


@pytest.mark.parametrize(("text", "cleaned"), HOSTILE)
def test_what_acts_or_hides_is_taken_out(text: str, cleaned: str) -> None:
    assert clean_body(text) == cleaned


def test_a_line_is_one_line() -> None:
    assert clean_line(" a\nb\tc\x0bd\u2028e\x85f ") == "a b c d e f"


def test_newlines_of_every_kind_are_newlines() -> None:
    assert clean_body("a\r\nb\rc\u2028d") == "a\nb\nc\nd"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_body(clean_body(text)) == clean_body(text)


@given(st.text())
def test_no_control_character_gets_through(text: str) -> None:
    assert not any((ord(c) < 32 and c not in "\t\n") or 0x7F <= ord(c) < 0xA0 for c in clean_body(text))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://good@evil.example/",
        "https://a b/",
        "-remote",
        "https://a/\u202e",
    ],
)
def test_only_plain_web_addresses_are_kept(url: str) -> None:
    assert clean_url(url) is None


@pytest.mark.parametrize("url", ["https://[::1/x", "https://a..example/", "https://a.example:99999/", "http://127.1/"])
def test_an_address_that_leads_nowhere_is_not_kept(url: str) -> None:
    assert clean_url(url) is None


def test_a_plain_address_is_kept_as_it_is() -> None:
    assert clean_url(" https://example.com/a?b=c#d ") == "https://example.com/a?b=c#d"


def test_ligatures_are_letters() -> None:
    assert clean_body("the o\ufb03ce is \ufb02ooded by \ufb01nes") == "the office is flooded by fines"
