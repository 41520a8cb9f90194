"""JSON from outside, whose size is looked at before values are made of it."""

import json
import re
from itertools import accumulate

from briefreader.model.errors import UnreadableError

DEEPEST = 100
"""Lists and objects inside one another."""
MOST_VALUES = 5_000_000
"""About 0.6 GB of Python's memory, if they are lists."""
_TEXTS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_NOT_BRACKETS = re.compile(r"[^\[\]{}]+")
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


def load_json(text: str, place: str) -> object:
    """Return what a text says.

    Raises:
        UnreadableError: it is no JSON, is nested deeper than :data:`DEEPEST`, or has more than :data:`MOST_VALUES`.

    """
    if sum(map(text.count, ",[{")) > DEEPEST:
        bare = _TEXTS.sub("", text)
        if sum(map(bare.count, ",[{")) > MOST_VALUES:
            raise UnreadableError(place, f"this JSON has more than {MOST_VALUES:,} values")
        if max(accumulate(map(_STEPS.__getitem__, _NOT_BRACKETS.sub("", bare))), default=0) > DEEPEST:
            raise UnreadableError(place, f"this JSON is nested more than {DEEPEST} levels deep")
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(place, "not JSON") from error
    return value
