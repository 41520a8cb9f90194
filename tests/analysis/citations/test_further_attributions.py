"""Narrative citations without an English verb."""

from datetime import date

import pytest

from briefreader.analysis.citations.further_attributions import find_in_other_languages, find_possessed
from briefreader.analysis.dates.dates import DateContext

CONTEXT = DateContext(date(2026, 6, 10))


def test_a_known_sources_own_work_is_cited() -> None:
    text = "He points to the FT’s reporting on ships."
    (citation,) = find_possessed(text)

    assert (citation.span.of(text), citation.source) == ("the FT’s reporting", "FT")


def test_a_persons_own_report_is_not() -> None:
    assert not [*find_possessed("He read Jane’s report.")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Laut Reuters steigen die Mieten und der Absatz, die nicht mit dem Plan gehen.", "Reuters"),
        ("Selon Reuters, les loyers des halles montent pour une ville.", "Reuters"),
        ("Según Reuters, los precios de una ciudad que crece suben para todos.", "Reuters"),
        ("据路透社报道，租金上涨。", "路透社"),
        ("家賃が上がったとAPが報じた。", "AP"),
        ("ロイターによると、家賃が上がった。", "ロイター"),
    ],
)
def test_sources_are_told_in_other_languages(text: str, source: str) -> None:
    assert [citation.source for citation in find_in_other_languages(text, CONTEXT)] == [source]


def test_an_english_text_is_not_read_for_them() -> None:
    assert not [*find_in_other_languages("They enjoy a la carte meals, laut Reuters.", CONTEXT)]
