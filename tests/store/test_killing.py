import random
from pathlib import Path

import pytest
from killing import kill_refreshes, kill_writers
from soak import times

pytestmark = pytest.mark.slow


def test_a_kill_at_any_moment_loses_and_damages_nothing(tmp_path: Path) -> None:
    assert list(kill_writers(tmp_path / "s.db", times(10, 40), random.Random(1))) == []  # noqa: S311 - any will do


def test_a_refresh_that_is_killed_leaves_whole_articles_and_the_next_one_completes(tmp_path: Path) -> None:
    assert list(kill_refreshes(tmp_path / "s.db", times(2, 5), random.Random(1))) == []  # noqa: S311 - any will do
