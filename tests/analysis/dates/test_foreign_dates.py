from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.dates.dates import DateContext, find_dates
from briefreader.analysis.dates.foreign_dates import FOREIGN, PHRASES
from briefreader.analysis.text.languages import Language

MONDAY = date(2026, 8, 24)
PARTS = st.sampled_from([*sorted(PHRASES), " ", "20", "8月", "年", ", "])


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Gestern fiel die Miete.", ["Gestern 2026-08-23 2026-08-23"]),
        ("de", "Am Donnerstag, 20. August 2026 stieg sie.", ["20. August 2026 2026-08-20 2026-08-20"]),
        ("de", "Sie steigt nächste Woche.", ["nächste Woche 2026-08-31 2026-09-06"]),
        ("fr", "Le 1er août, puis hier.", ["1er août 2026-08-01 2026-08-01", "hier 2026-08-23 2026-08-23"]),
        ("fr", "Le mois prochain, dit-il.", ["Le mois prochain 2026-09-01 2026-09-30"]),
        ("es", "El jueves y el año pasado.", ["jueves 2026-08-20 2026-08-20", "el año pasado 2025-01-01 2025-12-31"]),
        ("it", "Il 3 maggio 2026 e ieri.", ["3 maggio 2026 2026-05-03 2026-05-03", "ieri 2026-08-23 2026-08-23"]),
        ("pt", "Em 3 de março de 2026.", ["3 de março de 2026 2026-03-03 2026-03-03"]),
        (
            "nl",
            "Op 3 maart 2026, vorige week.",
            ["3 maart 2026 2026-03-03 2026-03-03", "vorige week 2026-08-17 2026-08-23"],
        ),
        ("zh", "哈尔登在2026年8月20日宣布。", ["2026年8月20日 2026-08-20 2026-08-20"]),
        ("zh", "2026年第二季度和8月下旬", ["2026年第二季度 2026-04-01 2026-06-30", "8月下旬 2026-08-21 2026-08-31"]),
        ("zh", "2026年上半年", ["2026年上半年 2026-01-01 2026-06-30"]),
        ("ja", "先週の水曜日", ["先週 2026-08-17 2026-08-23", "水曜日 2026-08-19 2026-08-19"]),
        ("ja", "2026年13月40日", ["2026年 2026-01-01 2026-12-31"]),
        ("de", "Der Film steht hier.", []),
        ("en", "Gestern is no English word.", []),
    ],
)
def test_days_are_found_in_the_texts_own_language(language: Language, text: str, found: list[str]) -> None:
    mentions = find_dates(text, DateContext(MONDAY, 2026, language))

    assert [f"{one.span.of(text)} {one.interval.first} {one.interval.last}" for one in mentions] == found


@given(st.sampled_from(sorted(FOREIGN)), st.lists(PARTS, max_size=30))
def test_dates_are_in_order_and_apart(language: Language, parts: list[str]) -> None:
    spans = [one.span for one in find_dates("".join(parts), DateContext(MONDAY, 2026, language))]

    assert all(one.end <= other.start for one, other in pairwise(spans))
