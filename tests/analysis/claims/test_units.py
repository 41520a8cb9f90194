from datetime import date

from factories import a_document

from briefreader.analysis.claims.unit_features import Unit
from briefreader.analysis.claims.units import Facts, find_units
from briefreader.analysis.roles.roles import Roles
from briefreader.analysis.text.placed import InOrder


def units(text: str) -> list[Unit]:
    facts = Facts(InOrder(()), InOrder(()), InOrder(()), date(2026, 6, 10))
    return list(find_units(Roles(a_document(text, ".md")), facts))


def test_titles_headings_code_and_sources_are_no_units() -> None:
    text = "# A title\n\n## A heading of words\n\nRents fell in Bergen in May.\n\n"

    found = units(f"{text}```\nrents = fall()\n```\n\nSource: Reuters")

    assert [unit.words for unit in found] == ["Rents fell in Bergen in May."]


def test_a_unit_knows_its_place() -> None:
    first, second = units("# A title\n\n## Rents\n\nRents fell in Bergen in May. Costs rose in Oslo in June.")

    assert (first.number, first.of) == (0, 2)
    assert (second.number, second.of) == (1, 2)


def test_repeated_words_and_links_are_counted() -> None:
    first, *_ = units("# A title\n\n[Rents fell in Bergen.](https://a.example)\n\nRents fell in Bergen.")

    assert first.repeats == 2
    assert first.linked == 1


def test_text_without_spaces_has_units() -> None:
    assert [unit.words for unit in units("# A title\n\n数据中心的租金在五月下降了百分之四。")]


def test_a_text_of_one_line_is_read_although_it_is_its_own_title() -> None:
    assert [unit.words for unit in units("Halden holds 48,000 accelerators.")] == ["Halden holds 48,000 accelerators."]
