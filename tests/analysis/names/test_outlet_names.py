"""Publishers and wires of many countries."""

import pytest

from briefreader.analysis.names.gazetteer import identify
from briefreader.analysis.names.outlet_names import FURTHER


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("The Chosun Ilbo", "Chosun Ilbo"),
        ("NZZ", "Neue Zürcher Zeitung"),
        ("财新网", "财新网"),
        ("Ouest-France", "Ouest-France"),
        ("The Hindu Business Line", "BusinessLine"),
    ],
)
def test_an_outlet_is_known_by_each_of_its_names(name: str, usual: str) -> None:
    known = identify(name)
    assert known.type == "publisher"
    assert known.name in (usual, name)


def test_no_name_is_two_plain_letters_that_may_be_anything() -> None:
    names = [name.strip() for text in FURTHER.values() for entry in text.split(";") for name in entry.split("|")]
    assert [name for name in names if len(name) <= 2 and name.isascii() and name.isalpha()] == []
