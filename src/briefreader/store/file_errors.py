"""What SQLite raises of a file that is damaged, or that another program has made."""

import sqlite3

FILE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""The second where SQLite's message quotes the file, and the bytes are not UTF-8."""


def message_of(error: Exception) -> str:
    """Return what one of :data:`FILE_ERRORS` says, in words."""
    return "its schema is not text" if isinstance(error, UnicodeDecodeError) else str(error)
