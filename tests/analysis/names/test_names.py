import pytest

from briefreader.analysis.names.names import bare, can_be_source


@pytest.mark.parametrize(
    ("name", "stripped"), [("The Verge's", "Verge"), ("Meanwhile Halden,", "Halden"), ("xAI", "xAI")]
)
def test_a_name_is_bared_of_what_stands_round_it(name: str, stripped: str) -> None:
    assert bare(name) == stripped


@pytest.mark.parametrize("name", ["Monday", "He", "May 2026", ""])
def test_pronouns_and_dates_are_no_sources(name: str) -> None:
    assert not can_be_source(name)
