"""A digest of a row, to tell a row that was changed by anything but briefreader."""

import json
from collections.abc import Mapping
from typing import Any

_MARK = "is_foreign"


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal digits."""
    import hashlib  # noqa: PLC0415 - 5 ms, not needed to read

    return hashlib.sha256(text.encode()).hexdigest()


def row_hash(row: Mapping[str, Any]) -> str:
    """Return the SHA-256 of all columns of a row but ``hash`` itself, in hexadecimal digits.

    A mark that is not set counts as absent, so that rows written before there were marks keep their hash.
    """
    import hashlib  # noqa: PLC0415 - 5 ms, not needed to read

    columns = {name: value for name, value in row.items() if name != "hash" and (value or name != _MARK)}
    return hashlib.sha256(json.dumps(columns, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
