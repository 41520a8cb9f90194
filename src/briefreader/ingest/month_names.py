"""Names of months as publications write them, in the languages of the briefings that people import."""

_NAMES = """
January janvier januar jänner januari enero gennaio janeiro styczeń stycznia январь января leden ledna ocak ianuarie
    január januára tammikuu tammikuuta Jan jän janv ene gen genn sty янв led oca ian
February février fevrier februar feber februari febrero febbraio fevereiro luty lutego февраль февраля únor února şubat
    februarie február februára helmikuu helmikuuta Feb févr fév fevr febr fev lut фев февр úno şub
March mars märz maerz maart marzo março marco marzec marca март марта březen března mart martie március helmi
    maaliskuu maaliskuuta Mar mär mrz mrt märz mzo мар bře
April avril aprile abril kwiecień kwietnia апрель апреля duben dubna nisan aprilie április apríla huhtikuu huhtikuuta
    Apr avr abr kwi апр dub nis
May mai mei mayo maggio maio maj maja май мая květen května mayıs május mája toukokuu toukokuuta may mag kvě
June juin juni junio giugno junho czerwiec czerwca июнь июня červen června haziran iunie június júna kesäkuu kesäkuuta
    Jun giu czer cze июн čvn haz iun jún
July juillet juli julio luglio julho lipiec lipca июль июля červenec července temmuz iulie július júla heinäkuu
    heinäkuuta Jul juil lug lip июл čvc tem iul júl
August août aout augustus agosto sierpień sierpnia август августа srpen srpna ağustos augusztus augusta elokuu
    elokuuta Aug aoû ago ag sie авг srp ağu
September septembre septiembre setiembre settembre setembro wrzesień września сентябрь сентября září eylül septembrie
    szeptember septembra syyskuu syyskuuta Sep Sept set wrz сен сент zář eyl szept
October octobre oktober oktobar octubre ottobre outubro październik października октябрь октября říjen října ekim
    octombrie október októbra lokakuu lokakuuta Oct okt ott out paź окт říj eki
November novembre noviembre novembro listopad listopada ноябрь ноября kasım noiembrie novembra marraskuu marraskuuta
    Nov lis ноя нояб kas noi
December décembre decembre dezember desember diciembre dicembre dezembro grudzień grudnia декабрь декабря prosinec
    prosince aralık decembrie decembra joulukuu joulukuuta Dec déc dez des dic gru дек pro ara
"""  # noqa: RUF001 - Turkish writes an i without a dot


def _numbered() -> dict[str, int]:
    months: dict[str, int] = {}
    number = 0
    for line in _NAMES.strip("\n").split("\n"):
        number += not line.startswith(" ")
        for name in line.split():
            months.setdefault(name.lower(), number)
    return months


MONTHS = _numbered()
"""The number of each month by its name in lower case."""
