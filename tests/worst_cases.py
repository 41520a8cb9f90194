"""Texts that make a careless pattern look at the same words again and again.

A unit repeated without end, two units in turns, one inside the other, all of it in one line or one word. The units are
what the patterns of the analysis and of the parsers of text themselves match, and what is known to have been slow.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from hypothesis import strategies as st

import briefreader.analysis
import briefreader.ingest
from briefreader.analysis.analyse import analyse
from briefreader.analysis.names.gazetteer import publisher_of
from briefreader.analysis.roles.sections import assign_roles
from briefreader.ingest.files import parse_articles
from briefreader.model.analysis import Analysis

_DAY = date(2026, 6, 10)
_PARSED_ELSEWHERE = {"html", "feeds", "fetch", "guard", "sandbox", "mail", "epub", "pdf", "page", "politeness"}
"""Modules of what is read by libraries, or is no text."""
_DEEPEST = 6

UNITS = (
    *(
        "www.",
        "5% ",
        "$5 ",
        "(",
        "[1]",
        "“",
        "'  ",
        "! ",
        ":  ",
        "• ",
        "\n",
        "- a\n",
        "# a\n",
        "a",
        "é",
        "日本。",
        "http://a.b/ ",
    ),
    *("12 ", "May ", "2026 ", "$1 ", "one ", "One ", "Alpha Beta said ", "(Reuters, 3 May 2026) ", "Aa Bb Cc "),
    *("Nvidia said 5% (OpenAI, Q1 2026), ", "in 3 ", "reportedly ", "1 to ", "note by U.S. ", "targets 5 ", "1,1"),
    *(
        "5% from 5 to $5 ",
        "delay of 5 months to a launch (Q3 2026) — ",
        "Of 5 a, 5 or 5 % ",
        "5A ",
        "w.5 ",
        "(1955) a ",
    ),
    *(
        "OpenAI leases to Nvidia, ",
        "| a ",
        "Bull CaseBear Case\n",
        "a — b\n",
        "Key Terms\n",
        "Mentions a · ",
        "according to ",
        "Sources : ",
        "And\n",
        "200\n",
        "₽\n",
    ),
)
PAIRS = (
    ("(", ")"),
    ("“", "”"),
    ("[", "]("),
    ("5 ", "to "),
    ("Nvidia ", "said "),
    ("$5 ", "from "),
    ("\n", " "),
    ("a", "."),
)


def repeated(unit: str, size: int) -> str:
    """Return a text of so many characters that repeats a unit behind a first paragraph, which may be the title."""
    return ("Fine words here.\n\n" + unit * (size // len(unit) + 1))[:size]


def nested(before: str, after: str, size: int) -> str:
    """Return a text of so many characters that opens and opens, and then closes as often."""
    times = size // (len(before) + len(after))
    return ("Fine words here.\n\n" + before * times + "a" + after * times)[:size]


def read(text: str, suffix: str) -> Analysis:
    """Return what is found in a file of this text, by every step from its bytes on."""
    (article,) = parse_articles(text.encode(errors="replace"), suffix, "x")
    publisher_of(text)
    return analyse(assign_roles(article.document), _DAY)


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of the analysis and of the parsers of text, each once."""
    found: dict[str, re.Pattern[str]] = {}
    for package in (briefreader.analysis, briefreader.ingest):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if module.name.rpartition(".")[2] not in _PARSED_ELSEWHERE:
                for value in vars(importlib.import_module(module.name)).values():
                    found.update({pattern.pattern: pattern for pattern in _patterns_in(value, _DEEPEST)})
    return tuple(found[pattern] for pattern in sorted(found))


def _patterns_in(value: object, deepest: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, tuple | list) and deepest:
        for one in value:
            yield from _patterns_in(one, deepest - 1)


def units() -> st.SearchStrategy[str]:
    """Return what can be repeated: a known unit, or what a pattern matches, with what may stand behind it."""
    matched = st.sampled_from(patterns()).flatmap(lambda pattern: st.from_regex(pattern, fullmatch=True))
    behind = st.sampled_from(["", " ", ", ", ". ", "\n", "\n\n", ") ", "” "])
    readable = matched.filter(lambda unit: unit and "\0" not in unit)  # what has it is no text
    return st.builds(str.__add__, st.sampled_from(UNITS) | readable, behind)
