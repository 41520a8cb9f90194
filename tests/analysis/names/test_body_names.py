"""Firms, institutes, data services and public bodies."""

import pytest

from briefreader.analysis.names.body_names import FURTHER
from briefreader.analysis.names.gazetteer import identify
from briefreader.model.citation import SourceType


@pytest.mark.parametrize(
    ("name", "usual", "type_"),
    [
        ("Banco de México", "Bank of Mexico", "regulator"),
        ("Statistischen Bundesamts", "Destatis", "regulator"),
        ("Unit 42", "Palo Alto Networks Unit 42", "analyst"),
        ("TankerTrackers", "Tanker Trackers", "data"),
    ],
)
def test_a_body_is_known_by_each_of_its_names(name: str, usual: str, type_: SourceType) -> None:
    known = identify(name)
    assert (known.name, known.type) == (usual, type_)


def test_no_name_is_two_plain_letters_that_may_be_anything() -> None:
    names = [name.strip() for text in FURTHER.values() for entry in text.split(";") for name in entry.split("|")]
    assert [name for name in names if len(name) <= 2 and name.isascii()] == []
