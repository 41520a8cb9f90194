from datetime import date

from factories import a_document

from briefreader.analysis.claims.unit_features import Unit, features_of, tokens_of
from briefreader.analysis.claims.units import Facts, find_units
from briefreader.analysis.roles.roles import Roles
from briefreader.analysis.text.placed import InOrder


def units(text: str) -> list[Unit]:
    facts = Facts(InOrder(()), InOrder(()), InOrder(()), date(2026, 6, 10))
    return list(find_units(Roles(a_document(text, ".md")), facts))


def test_numbers_are_one_token_and_wide_characters_stand_alone() -> None:
    assert tokens_of("Rents rose 4.5%") == ("rents", "rose", "0", "%")
    assert tokens_of("将上涨") == ("将", "上", "涨")


def test_words_pairs_form_and_hints_are_features() -> None:
    (unit,) = units("# A title\n\nHalden said that rents will rise in Bergen.")

    assert {
        "the word “halden”",
        "“halden said”",
        "ends with .",
        "words of saying",
        "saying with the future",
    } <= features_of(unit)


def test_an_instruction_behind_a_label_is_told() -> None:
    (unit,) = units("# A title\n\nNext steps: Ensure that all the halls are closed.")

    assert {"begins with a label", "begins as an instruction"} <= features_of(unit)
