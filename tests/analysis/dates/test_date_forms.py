from datetime import date

import pytest

from briefreader.analysis.dates.dates import DateContext, find_dates

CONTEXT = DateContext(date(2026, 6, 10))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("am 12. April 2026 in Bonn", "2026-04-12", id="a German day"),
        pytest.param("Mitte 2027 in Bonn", "2027~", id="a German third of a year"),
        pytest.param("im 3. Quartal 2026", "2026-35", id="a German quarter"),
        pytest.param("le 1er mai 2026 à Lyon", "2026-05-01", id="a French first of the month"),
        pytest.param("au premier trimestre 2026", "2026-33", id="a French quarter"),
        pytest.param("el 3 de mayo de 2026", "2026-05-03", id="a Spanish day"),
        pytest.param("a finales de 2027 en Madrid", "2027~", id="a Spanish end of a year"),
        pytest.param("in early May 2026", "2026-05~", id="an English third of a month"),
        pytest.param("in H2 2026", "2026-41", id="a half"),
        pytest.param("from 30 April to 2 May 2026", "2026-04-30/2026-05-02", id="across two months"),
        pytest.param("on 3 May", "XXXX-05-03", id="without a year"),
    ],
)
def test_forms_of_four_languages_in_the_extended_date_time_format(text: str, edtf: str) -> None:
    (mention,) = find_dates(text, CONTEXT)

    assert mention.edtf == edtf


@pytest.mark.parametrize("text", ["It may march on.", "Der Mann heißt Mai.", "la fin du monde", "no mayor problema"])
def test_words_that_look_like_dates_are_none(text: str) -> None:
    assert find_dates(text, CONTEXT) == []
