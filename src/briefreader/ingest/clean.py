"""Make text from outside safe to keep: nothing in it acts on a terminal or hides from the eye.

Every string goes through here after its last decode. What is taken out: C0 and C1 controls but newline and tab,
DEL, lone surrogates, non-characters, bidirectional controls, zero-width and tag characters, and the rest of a pile
of combining marks. Zero-width joiners stay where they join (emoji, Indic scripts), in runs of at most eight, and
zero-width non-joiners between letters of scripts that join them (Persian, Hindi), where they are part of the spelling.
"""

import re
import unicodedata

from briefreader.model.addresses import safe_address

LONGEST_BODY = 2_000_000
LONGEST_LINE = 1_000
LONGEST_URL = 8_192

_ACTING = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ud800-\udfff\ufeff\ufffe\uffff"
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\uffa0"
)
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_FORBIDDEN = re.compile(f"[{_ACTING}]")
_LIGATURES = {0xFB00 + number: letters for number, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
"""One sign for several letters, as texts copied from PDF have them: no search, name or number is found in them."""
_SUSPECT = re.compile(f"[{_ACTING}{_MARKS}\u200c\u200d\ufb00-\ufb06]")
"""What most texts have nothing of, which one look tells."""
_PILE = re.compile(rf"([{_MARKS}]{{8}})[{_MARKS}]+")
_JOINER_RUN = re.compile("(?:\u200d.){9,}", re.DOTALL)
_JOINING = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06fa-\u077f\u0860-\u08ff\u0900-\u0dff\u1000-\u109f"
"""Letters and marks of scripts whose letters join, or are spelled with marks that a non-joiner parts."""
_LONE_NON_JOINER = re.compile(f"(?<![{_JOINING}])\u200c|\u200c(?![{_JOINING}])")
_PLACED_NON_JOINER = re.compile(f"(?<=[^{_JOINING}])\u200c|\u200c(?=[^{_JOINING}])")
"""One where it cannot be spelling, also in a part of a text that begins or ends with it."""
_LONE_JOINER = re.compile("(?<![^\\s\x00-\x7f])\u200d|\u200d(?![^\\s\x00-\x7f])")


def clean_body(text: str) -> str:
    """Return running text, made safe; newlines stay, at most :data:`LONGEST_BODY` code points."""
    text = text[:LONGEST_BODY]
    if not _SUSPECT.search(text):
        return unicodedata.normalize("NFC", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n")
    text = _FORBIDDEN.sub("", text).translate(_LIGATURES)
    text = _JOINER_RUN.sub("", _PILE.sub(r"\1", text))
    return unicodedata.normalize("NFC", _LONE_NON_JOINER.sub("", _LONE_JOINER.sub("", text)))


def is_clean(text: str) -> bool:
    """Tell whether nothing in a text acts on a terminal or hides from the eye; it may be a part of a cleaned text."""
    return not (_FORBIDDEN.search(text) or ("\u200c" in text and _PLACED_NON_JOINER.search(text)))


def clean_line(text: str, longest: int = LONGEST_LINE) -> str:
    """Return one line, made safe: every break and run of space becomes one space."""
    line = " ".join(text[: longest * 4].split())
    cleaned = clean_body(line)
    return (line if cleaned == line else " ".join(cleaned.split()))[:longest]


def clean_url(url: str) -> str | None:
    """Return an address that may be kept and shown; None for one that is not plain http or https."""
    url = url.strip()
    if len(url) > LONGEST_URL or not re.match(r"https?://[^/\s@]+(?:[/?#]|$)", url, re.IGNORECASE):
        return None
    return url if url == clean_body(url) and safe_address(url) else None
