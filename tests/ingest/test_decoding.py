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


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("cp1251", "Компания Халден сократила счёт на 60%, сообщила она."),
        ("shift_jis", "ハルデン社は電気料金を60%削減したと発表した。"),
        ("gb18030", "哈尔登公司周一表示第一季度电费减少了百分之六十。"),
        ("cp1252", "Ça va: naïve cafés at £5 – “Größe”."),
    ],
)
def test_a_text_that_says_nothing_of_itself_is_read_by_its_looks(charset: str, text: str) -> None:
    page = f"<html><body class='page'><script>var x = 1;</script><p>{text}</p></body></html>"

    assert decode(page.encode(charset)) == page


def test_labels_that_browsers_know_are_known() -> None:
    assert decode("שכר הדירה".encode("iso-8859-8"), "iso-8859-8-i") == "שכר הדירה"
    assert decode("цена".encode("mac_cyrillic"), "x-mac-cyrillic") == "цена"


def test_utf_8_that_is_said_to_be_latin_is_utf_8() -> None:
    assert decode("café in Zürich".encode(), "us-ascii") == "café in Zürich"
    assert decode("café".encode("latin-1"), "iso-8859-1") == "café"
