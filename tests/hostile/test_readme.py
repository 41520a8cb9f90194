"""The page of the hostile samples says what the tests hold."""

import os
import re
from pathlib import Path

from hostile.samples import KINDS, readme

README = Path(__file__).with_name("README.md")
REPOSITORY = Path(__file__).parents[2]
TESTS = Path(__file__).parents[1] / "ingest"


def test_the_page_lists_every_sample() -> None:
    if os.environ.get("UPDATE_GOLDENS"):
        README.write_text(readme(), "utf-8")
    assert README.read_text("utf-8") == readme()


def test_every_test_that_the_page_names_is_there() -> None:
    for kind in KINDS:
        file, _, name = kind.test.partition("::")
        assert f"def {name}(" in (TESTS / file).read_text("utf-8"), kind.test


def test_every_promise_names_a_test_that_is_there() -> None:
    page = (REPOSITORY / "docs" / "safety.md").read_text("utf-8")
    tables = re.findall(r"^\| promise \| test \|\n\|---\|---\|\n((?:\|.+\|\n)+)", page, re.MULTILINE)

    held = [row.rsplit(" | ", 1)[1].removesuffix(" |") for table in tables for row in table.splitlines()]
    assert len(held) > 20
    for test in held:
        file, _, name = test.strip("`").partition("::")
        assert f"def {name}(" in (REPOSITORY / file).read_text("utf-8"), test
    for file, name in re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", page):
        assert f"def {name or 'test_'}" in (REPOSITORY / file).read_text("utf-8"), (file, name)
