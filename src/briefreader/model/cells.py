"""Cells of tables that spreadsheets open: no text is a formula there."""

_STARTS = tuple("=+-@|\t\r\n\uff1d\uff0b\uff0d\uff20\uff5c")
"""ASCII and full-width: spreadsheets read both. A bar is a separator to some, so that what follows it begins a cell."""
_BLANK = " \u00a0\u3000"


def cell(text: str) -> str:
    """Return a text for a cell: an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.lstrip(_BLANK).startswith(_STARTS) or text.startswith("'") else text


def text_in(value: str) -> str:
    """Return the text of a cell: of one that :func:`cell` has made, what it was made of."""
    return value[1:] if value.startswith("'") and cell(value[1:]) == value else value
