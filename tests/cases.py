"""Cases as Markdown: a title, a text, and what is expected of it, line by line."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

_CASE = re.compile(r"^### (?P<title>.+)\n\n(?P<text>(?:> ?.*\n)+)\n(?P<expected>(?:- .*\n)*)", re.MULTILINE)


def cases(name: str) -> pytest.MarkDecorator:
    """Parametrise a test with the cases of ``analysis/cases/NAME.md``."""
    params = [pytest.param(text, expected, id=title) for title, (text, expected) in _read(name)]
    return pytest.mark.parametrize(("text", "expected"), params)


def pairs(name: str) -> list[tuple[str, list[str]]]:
    """Return the texts of ``analysis/cases/NAME.md``, each with what is expected of it."""
    return [pair for _, pair in _read(name)]


def _read(name: str) -> Iterator[tuple[str, tuple[str, list[str]]]]:
    path = Path(__file__).parent / "analysis" / "cases" / f"{name}.md"
    for case in _CASE.finditer(path.read_text("utf-8")):
        text = "\n".join(line.removeprefix(">").removeprefix(" ") for line in case["text"].splitlines())
        expected = [line.removeprefix("- ") for line in case["expected"].splitlines()]
        yield case["title"], (text, [] if expected == ["nothing"] else expected)
