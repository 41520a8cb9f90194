"""Regular expressions made of words."""

import re
from collections.abc import Iterable, Mapping
from itertools import product
from operator import methodcaller

_LIKES = str.maketrans("\u0130\u0131\u017f\u212a", "iisk")


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first, shared beginnings once, so that a scan fails early."""
    return _branch(sorted(set(words)))


def in_any_case(words: str) -> str:
    """Return a pattern for any of the words in capitals or not.

    As a look ahead of many alternatives it spares the search most of them: ``re.IGNORECASE`` tries each alternative at
    each place, while a choice between sets of letters is made by the first one.
    """
    return _LETTER.sub(_both_cases, one_of(words.split()))


def beginning(words: str) -> str:
    """Return a pattern for the edge before a word, in capitals or not, that begins with one of ``words``."""
    return rf"(?<!\w)(?={in_any_case(words)})"


def named_words(words: Mapping[str, str], beginnings: str) -> re.Pattern[str]:
    """Return a pattern for whole words, in capitals or not, with a group for each name; spaces become underscores.

    ``beginnings``: how all of them begin, in small letters; 3 to 5 times faster than to try each at each word.
    """
    named = "|".join(rf"(?P<{name.replace(' ', '_')}>{pattern})" for name, pattern in words.items())
    return re.compile(rf"{beginning(beginnings)}(?:{named})\b", re.IGNORECASE)


_LETTER = re.compile("[a-z]")
_ALIKE = {"i": "\u0130\u0131", "s": "\u017f", "k": "\u212a"}
"""What ``re.IGNORECASE`` takes for a small letter besides its capital."""


def _both_cases(letter: re.Match[str]) -> str:
    return f"[{letter[0]}{letter[0].upper()}{_ALIKE.get(letter[0], '')}]"


def small(words: str) -> str:
    """Return the words as tables have them: in small letters, also where ``re.IGNORECASE`` takes another for its like.

    To it, dotted and dotless i are an i, the long s is an s, and the Kelvin sign is a k.
    """
    return words.lower() if words.isascii() else words.translate(_LIKES).lower()


def spelled_out(phrases: str) -> list[str]:
    """Return each phrase of "press/media reports; close to" by itself."""
    return [
        " ".join(words)
        for phrase in phrases.split(";")
        for words in product(*(word.split("/") for word in phrase.split()))
    ]


def matches_of(patterns: Iterable[re.Pattern[str]], text: str) -> list[re.Match[str]]:
    """Return the matches of several patterns, in order of the text.

    A scan for what begins with a space is quick, and so is one for what begins with a capital; one for both is slow.
    """
    found = [match for pattern in patterns for match in pattern.finditer(text)]
    return sorted(found, key=_start)


_start = methodcaller("start")


def _branch(words: list[str]) -> str:
    firsts: dict[str, list[str]] = {}
    for word in words:
        if word:
            firsts.setdefault(word[0], []).append(word[1:])
    branches = [re.escape(first) + _branch(rests) for first, rests in firsts.items()]
    pattern = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""
    return f"(?:{pattern})?" if branches and "" in words else pattern
