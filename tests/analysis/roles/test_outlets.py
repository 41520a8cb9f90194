"""Lines that only name sources."""

import pytest

from briefreader.analysis.roles.outlets import is_name, is_outlet, lists_outlets


@pytest.mark.parametrize(
    "line",
    ["Reuters", "Reuters, Bloomberg", "BBC (T2), Orrin Partners (T2)", "— The Guardian", "Reuters • 2 sources",
     "TechCrunch | CBS News | The Verge", "Orrin Daily News", "reuters.com"],
)  # fmt: skip
def test_names_of_outlets_are_told(line: str) -> None:
    assert lists_outlets(line)


@pytest.mark.parametrize(
    "line", ["Volvo", "Oslo, Bergen", "Ships rose, Reuters said", "The ships", "", "Harbour Fees, Ships and Ports"]
)
def test_other_names_and_sentences_are_none(line: str) -> None:
    assert not lists_outlets(line)


def test_an_outlet_is_known_or_has_a_publishers_word_or_is_a_site() -> None:
    assert [*map(is_outlet, ("Reuters", "Orrin Gazette", "orrin.com", "Orrin"))] == [True, True, True, False]


def test_a_name_is_short() -> None:
    assert is_name("Orrin News 4")
    assert not is_name("Ships that came late")
