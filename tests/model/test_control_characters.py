import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.model.control_characters import (
    CONTROL_CHARACTERS,
    escape_control_characters,
    is_encodable,
    on_one_line,
    readable_name,
    remove_control_characters,
    replace_surrogates,
)


def test_what_unicode_calls_a_control_or_a_change_of_direction_is_one() -> None:
    everything = map(chr, range(0x110000))
    directions = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}

    missing = [
        one
        for one in everything
        if (unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(one) in directions)
        and one not in CONTROL_CHARACTERS
    ]

    assert missing == []


@pytest.mark.parametrize(
    ("text", "escaped", "removed"),
    [
        ("a\x1b]52;c;eA==\x07b", "a\\u001b]52;c;eA==\\u0007b", "a]52;c;eA==b"),
        ("a\x9b2J\u202eb", "a\\u009b2J\\u202eb", "a2Jb"),
        ("\U000e0041", "\\udb40\\udc41", ""),
        ("a\r\nb\tc\n", "a\r\nb\tc\n", "a\r\nb\tc\n"),
        ("over\rwritten", "over\\u000dwritten", "overwritten"),
        ("\udce5", "\ufffd", ""),
        ("plain — “text” 価 👩\u200d🚀", "plain — “text” 価 👩\u200d🚀", "plain — “text” 価 👩\u200d🚀"),
    ],
)
def test_control_characters_are_escaped_or_removed(text: str, escaped: str, removed: str) -> None:
    assert escape_control_characters(text) == escaped
    assert remove_control_characters(text) == removed


@given(st.binary())
def test_any_name_of_a_file_is_shown_on_one_line_that_can_be_encoded(name: bytes) -> None:
    shown = readable_name(name.decode("utf-8", "surrogateescape"))

    assert is_encodable(shown)
    assert not {"\n", "\r"} & set(shown)
    assert replace_surrogates(shown) == shown


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])))
def test_a_name_that_is_text_on_one_line_stays_as_it_is(name: str) -> None:
    assert readable_name(name) == on_one_line(name) == replace_surrogates(name) == name
    assert is_encodable(name)


def test_a_byte_that_is_not_utf8_is_shown() -> None:
    assert readable_name("\udce5.md") == "\\xe5.md"
    assert not is_encodable("\udce5.md")
    assert replace_surrogates("\udce5.md") == "\ufffd.md"
