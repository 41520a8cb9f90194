import pytest

from briefreader.analysis.text.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The rents of the halls rose in the north, and Halden is to pay for that.", "en"),
        ("Die Mieten der Hallen sind im Norden gestiegen, und Halden zahlt nicht für das Jahr.", "de"),
        ("Les loyers des halles ont monté dans le nord, et Halden ne paie pas pour une année.", "fr"),
        ("Los alquileres de las naves subieron en el norte, y Halden no paga por el año.", "es"),
        ("Gli affitti delle sale sono saliti nel nord, e Halden non paga per il resto della zona.", "it"),
        ("Os aluguéis dos galpões subiram no norte, e a Halden não paga para uma parte do ano.", "pt"),
        ("De huren van de hallen zijn in het noorden gestegen, en Halden betaalt niet voor een jaar.", "nl"),
        ("北方大厅的租金上涨了,哈尔登公司今年不支付。", "zh"),
        ("北部のホールの賃料が上がり、ハルデンは今年は支払わない。", "ja"),
        ("Halden 12 Orrin 15", ""),
        ("", ""),
    ],
)
def test_a_text_is_in_the_language_of_its_common_words(text: str, language: str) -> None:
    assert language_of(text) == language
