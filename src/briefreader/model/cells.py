"""Cells of tables that spreadsheets open: no text is a formula there."""

import unicodedata

_BREAKS = ("\t", "\r", "\n")
_SIGNS = frozenset("=+-\u2212@|")
"""A bar is a separator to some spreadsheets, so that what follows it begins a cell."""


def cell(text: str) -> str:
    """Return a text for a cell: an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith("'") or _acts(text) else text


def _acts(text: str) -> bool:
    """Tell whether a text begins with a sign of formulas in any of its forms: full-width, small, raised.

    Spaces and what is invisible before it do not count, because programs remove them.
    """
    begin = next((one for one in text if one.isprintable() and not one.isspace()), "")
    return text.startswith(_BREAKS) or unicodedata.normalize("NFKC", begin) in _SIGNS


def text_in(value: str) -> str:
    """Return the text of a cell: of one that :func:`cell` has made, what it was made of."""
    return value[1:] if value.startswith("'") and cell(value[1:]) == value else value
