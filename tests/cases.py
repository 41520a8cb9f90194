"""Cases as Markdown: a title, a text, and what is expected of it, line by line."""

import re
from pathlib import Path

import pytest

_CASE = re.compile(r"^### (?P<title>.+)\n\n(?P<text>(?:> ?.*\n)+)\n(?P<expected>(?:- .*\n)*)", re.MULTILINE)


def cases(name: str) -> pytest.MarkDecorator:
    """Parametrise a test with the cases of ``analysis/cases/NAME.md``."""
    path = Path(__file__).parent / "analysis" / "cases" / f"{name}.md"
    params = []
    for case in _CASE.finditer(path.read_text("utf-8")):
        text = "\n".join(line.removeprefix(">").removeprefix(" ") for line in case["text"].splitlines())
        expected = [line.removeprefix("- ") for line in case["expected"].splitlines()]
        expected = [] if expected == ["nothing"] else expected
        params.append(pytest.param(text, expected, id=case["title"]))
    return pytest.mark.parametrize(("text", "expected"), params)
