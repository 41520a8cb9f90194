import pytest

from briefreader.ingest.decoding import decode

WORDS = "It’s 2010–2012, “up” by €5."


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "US-ASCII", "windows-1252", None])
def test_labels_mean_what_they_mean_on_the_web(label: str | None) -> None:
    assert decode(WORDS.encode("cp1252"), label) == WORDS


@pytest.mark.parametrize(
    ("data", "label", "text"),
    [
        ("①".encode("cp932"), "shift_jis", "①"),
        ("镕".encode("gbk"), "gb2312", "镕"),
        (WORDS.encode("utf-16"), None, WORDS),
        (b'<?xml version="1.0" encoding="iso-8859-15"?>\xa4', None, '<?xml version="1.0" encoding="iso-8859-15"?>€'),
        (b"\xc3\xa9t\xc3\xa9", "no-such-charset", "été"),
    ],
)
def test_what_is_said_of_a_text_is_believed_where_it_can_be(data: bytes, label: str | None, text: str) -> None:
    assert decode(data, label) == text


def test_a_wrong_byte_in_much_utf_8_is_one_sign() -> None:
    data = (WORDS * 50).encode() + b"\xff" + WORDS.encode()

    assert decode(data) == WORDS * 50 + "\ufffd" + WORDS
