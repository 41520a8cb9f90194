"""The page of the hostile samples says what the tests hold."""

import os
from pathlib import Path

from hostile.samples import KINDS, readme

README = Path(__file__).with_name("README.md")
TESTS = Path(__file__).parents[1] / "ingest"


def test_the_page_lists_every_sample() -> None:
    if os.environ.get("UPDATE_GOLDENS"):
        README.write_text(readme(), "utf-8")
    assert README.read_text("utf-8") == readme()


def test_every_test_that_the_page_names_is_there() -> None:
    for kind in KINDS:
        file, _, name = kind.test.partition("::")
        assert f"def {name}(" in (TESTS / file).read_text("utf-8"), kind.test
