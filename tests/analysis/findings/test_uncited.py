from datetime import date

from factories import a_document

from briefreader.analysis.analyse import analyse
from briefreader.model.finding import Finding

TEXT = """Here stands a title of no consequence

## North

Rents fell by 2% there (Reuters, 3 May 2026).

## South

Rents fell by 4% there (Bloomberg, 4 May 2026).

## West

Rents rose by 9% there. Halden paid $40m for its halls. It has 12 sites and 1,200 people there.

## East

{east}
"""


def uncited(east: str) -> list[Finding]:
    found = analyse(a_document(TEXT.format(east=east)), date(2026, 6, 10)).findings
    return [finding for finding in found if finding.rule == "UNCITED_NUMBER"]


def test_a_section_has_one_line_with_the_count_of_its_figures() -> None:
    (finding,) = uncited("Rents fell by 2% there as well.")

    assert finding.message == "3 figures without a source in this section, the first is 9%"
    assert finding.span is not None
    assert finding.span.of(a_document(TEXT.format(east="")).text) == "Rents rose by 9% there."


def test_a_figure_that_is_told_again_counts_once() -> None:
    (finding,) = uncited("Rents rose by 9% in the west of Norway.")

    assert finding.message.startswith("3 figures")


def test_each_section_has_a_line_of_its_own() -> None:
    assert [finding.message[:9] for finding in uncited("Orrin paid $7m for its halls.")] == ["3 figures", "1 figure "]
