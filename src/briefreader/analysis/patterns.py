"""Regular expressions made of words."""

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first, shared beginnings once, so that a scan fails early."""
    return _branch(sorted(set(words)))


def _branch(words: list[str]) -> str:
    firsts: dict[str, list[str]] = {}
    for word in words:
        if word:
            firsts.setdefault(word[0], []).append(word[1:])
    branches = [re.escape(first) + _branch(rests) for first, rests in firsts.items()]
    pattern = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""
    return f"(?:{pattern})?" if branches and "" in words else pattern
