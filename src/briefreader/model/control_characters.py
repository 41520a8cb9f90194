"""Characters that a terminal acts on instead of showing them: controls, and what changes direction or is invisible."""

import re

_RANGES = (
    (0x00, 0x1F),
    (0x7F, 0x9F),
    (0x061C, 0x061C),
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2066, 0x2069),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE007F),
)
CONTROL_CHARACTERS = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))
_CLASS = "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES[1:])
_NOT_LAYOUT = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f{_CLASS}]|\r(?!\n)")
"""All but tabs and the ends of lines, which move the cursor nowhere that the text before has not been."""
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_UNDECODED_BYTE = re.compile("[\udc80-\udcff]")
"""As Python reads file names and arguments (PEP 383)."""
_REPLACEMENT = "\ufffd"


def remove_control_characters(text: str) -> str:
    """Return the text without control characters; tabs and line ends stay."""
    return _NOT_LAYOUT.sub("", text)


def escape_control_characters(text: str) -> str:
    r"""Return the text with each control character written as ``\u001b``; tabs and line ends stay.

    This is how JSON escapes a character in a string, so that a JSON document keeps its value. A lone surrogate, which
    no encoding has, becomes U+FFFD.
    """
    return _NOT_LAYOUT.sub(_escape, text)


def replace_surrogates(text: str) -> str:
    """Return the text with U+FFFD for each lone surrogate, so that it can be encoded."""
    return text if text.isascii() else _LONE_SURROGATE.sub(_REPLACEMENT, text)


def is_encodable(text: str) -> bool:
    """Return whether the text has no lone surrogate, as the name of a file that is not UTF-8 has."""
    return text.isascii() or not _LONE_SURROGATE.search(text)


def readable_name(name: str) -> str:
    r"""Return the name of a file on one line, with ``\xe5`` for each byte that is not UTF-8."""
    name = name if name.isascii() else _UNDECODED_BYTE.sub(lambda byte: f"\\x{ord(byte[0]) & 0xFF:02x}", name)
    return on_one_line(name)


def on_one_line(text: str) -> str:
    r"""Return the text with its line ends written as ``\n`` and ``\r``, so that nobody can fake a line of output."""
    return text.replace("\r", r"\r").replace("\n", r"\n")


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if "\ud800" <= character <= "\udfff":
        return _REPLACEMENT
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
