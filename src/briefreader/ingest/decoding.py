"""Text from bytes, by what is said of it and by what it is."""

import codecs
import re
from contextlib import suppress

_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset=[\"']?([\w-]{2,40})", re.IGNORECASE)
_SAID = re.compile(r"charset=[\"']?([\w-]{2,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{1,200}?encoding=[\"']([\w-]{2,40})", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MEANT = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii"), "windows-1252"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80"), "gb18030"),
    "euc-kr": "cp949",
    "iso-8859-9": "windows-1254",
    **dict.fromkeys(("utf-7", "utf7", "unicode-1-1-utf-8", "x-unicode20utf8"), "utf-8"),
    **dict.fromkeys(("iso-8859-8-i", "iso-8859-8-e", "logical", "visual", "csiso88598i"), "iso-8859-8"),
    **dict.fromkeys(("windows-874", "dos-874", "tis-620", "iso-8859-11", "iso8859-11"), "cp874"),
    **dict.fromkeys(("x-mac-cyrillic", "x-mac-ukrainian"), "mac_cyrillic"),
    **dict.fromkeys(("macintosh", "mac", "x-mac-roman"), "mac_roman"),
    **{f"x-cp125{number}": f"cp125{number}" for number in range(9)},
    **dict.fromkeys(("windows-949", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "korean"), "cp949"),
    **dict.fromkeys(("windows-31j", "ms_kanji", "ms932"), "cp932"),
    **dict.fromkeys(("x-gbk", "chinese", "iso-ir-58"), "gb18030"),
    **dict.fromkeys(("x-x-big5", "cn-big5", "big5"), "big5hkscs"),
    **dict.fromkeys(("koi", "koi8", "cskoi8r"), "koi8_r"),
    **dict.fromkeys(("koi8-ru",), "koi8_u"),
    **dict.fromkeys(("x-euc-jp", "x-euc"), "euc_jp"),
    **dict.fromkeys(("unicode", "ucs-2", "iso-10646-ucs-2", "csunicode"), "utf-16-le"),
}
"""What a label means on the web (WHATWG Encoding), where that is more, or less, than its standard says."""
_FEW = 0.001
_OTHER_SCRIPTS = """cp1251 koi8_r cp866 cp932 euc_jp gb18030 big5 cp949 cp1253 cp1255 cp1256 cp874""".split()
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")


def charset_said(content_type: str) -> str | None:
    """Return the charset that a ``Content-Type`` names; None when it names none."""
    said = _SAID.search(content_type)
    return said[1] if said else None


def charset_declared(data: bytes) -> str | None:
    """Return the charset that XML names in its first line; None when it names none."""
    declared = _DECLARED.match(data[:500])
    return declared[1].decode("ascii") if declared else None


def decode(data: bytes, charset: str | None = None) -> str:
    """Decode by what the server says, byte-order mark, the text's own declaration, UTF-8, else by the looks of it.

    What is said to be Latin and is UTF-8 by every byte is UTF-8: hardly any Latin text happens to be.
    UTF-8 with few wrong bytes is UTF-8 with a sign in their place; what is of no other script is windows-1252.
    """
    of_page = _CHARSET.search(data[:4096])
    declared = of_page[1].decode("ascii") if of_page else charset_declared(data)
    bom = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    for label in (charset, bom, declared, "utf-8"):
        name = _MEANT.get(label.lower(), label) if label else None
        try:
            if name == "windows-1252":
                with suppress(UnicodeDecodeError):
                    return data.decode("utf-8")
            if name:
                return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    text = data.decode("utf-8", "replace")
    is_nearly_utf8 = text.count("\ufffd") <= max(1, _FEW * len(text)) and not text.isascii()
    has_signs = not text.replace("\ufffd", "").isascii()
    return text if is_nearly_utf8 and has_signs else data.decode(_guessed(data), errors="replace")


def _guessed(data: bytes) -> str:
    """Return a charset of another script than the Latin one where most letters are of it: they stand side by side."""
    runs = [len(run) for run in _BEYOND_ASCII.findall(data)]
    if sum(length for length in runs if length > 1) * 2 < sum(runs):
        return "windows-1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 50 ms to load

    best = from_bytes(data, cp_isolation=_OTHER_SCRIPTS).best()
    return best.encoding if best else "windows-1252"
