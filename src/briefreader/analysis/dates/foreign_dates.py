"""Days that German, French, Spanish, Italian, Portuguese and Dutch texts count from today; Chinese and Japanese dates.

Months written out stand in :mod:`briefreader.analysis.dates.date_forms`. The names of the groups are read by
:mod:`briefreader.analysis.dates.dates`.
"""

import re

from briefreader.analysis.dates.date_forms import Anchors
from briefreader.analysis.dates.periods import Part
from briefreader.analysis.text.languages import Language
from briefreader.analysis.text.patterns import one_of, spelled_out

_SHIFTS = {
    "de": {
        "day-2": "vorgestern",
        "day-1": "gestern",
        "day+0": "heute",
        "day+2": "übermorgen",
        "week-1": "letzte/letzter/letzten/vergangene/vergangener/vergangenen/vorige/voriger Woche",
        "week+0": "diese/dieser/laufende/laufenden Woche",
        "week+1": "nächste/nächster/nächsten/kommende/kommender/kommenden Woche",
        "month-1": "letzten/vergangenen/vorigen Monat; Vormonat",
        "month+0": "diesen/diesem/laufenden Monat",
        "month+1": "nächsten/kommenden Monat",
        "year-1": "letztes/letzten/vergangenes/vergangenen/voriges/vorigen Jahr; Vorjahr",
        "year+0": "dieses/diesem/laufenden Jahr",
        "year+1": "nächstes/nächsten/kommendes/kommenden Jahr",
    },
    "fr": {
        "day-1": "hier",
        "day+0": "aujourd'hui/aujourd’hui",
        "day+1": "demain",
        "week-1": "la semaine dernière/passée; semaine dernière",
        "week+0": "cette semaine",
        "week+1": "la semaine prochaine; semaine prochaine",
        "month-1": "le mois dernier; mois dernier",
        "month+0": "ce mois-ci",
        "month+1": "le mois prochain; mois prochain",
        "year-1": "l'année/l’année dernière; l'an/l’an dernier/passé",
        "year+0": "cette année",
        "year+1": "l'année/l’année prochaine; l'an/l’an prochain",
    },
    "es": {
        "day-1": "ayer",
        "day-2": "anteayer",
        "day+0": "hoy",
        "week-1": "la semana pasada; semana pasada",
        "week+0": "esta semana",
        "week+1": "la próxima semana; próxima semana; la semana próxima",
        "month-1": "el mes pasado; mes pasado",
        "month+0": "este mes",
        "month+1": "el próximo mes; próximo mes; el mes próximo",
        "year-1": "el año pasado; año pasado",
        "year+0": "este año",
        "year+1": "el próximo año; próximo año; el año próximo; el año que viene",
    },
    "it": {
        "day-1": "ieri",
        "day+0": "oggi",
        "day+1": "domani",
        "week-1": "la scorsa settimana; settimana scorsa; scorsa settimana",
        "week+0": "questa settimana",
        "week+1": "la prossima settimana; prossima settimana; settimana prossima",
        "month-1": "il mese scorso; mese scorso; scorso mese",
        "month+0": "questo mese",
        "month+1": "il mese prossimo; prossimo mese; mese prossimo",
        "year-1": "l'anno/l’anno scorso; scorso anno; anno scorso",
        "year+0": "quest'anno/quest’anno",
        "year+1": "l'anno/l’anno prossimo; prossimo anno; anno prossimo",
    },
    "pt": {
        "day-1": "ontem",
        "day+0": "hoje",
        "day+1": "amanhã",
        "week-1": "a semana passada; semana passada",
        "week+0": "esta/nesta semana",
        "week+1": "a próxima semana; próxima semana; semana que vem",
        "month-1": "o mês passado; mês passado",
        "month+0": "este/neste mês",
        "month+1": "o próximo mês; próximo mês; mês que vem",
        "year-1": "o ano passado; ano passado",
        "year+0": "este/neste ano",
        "year+1": "o próximo ano; próximo ano; ano que vem",
    },
    "nl": {
        "day-1": "gisteren",
        "day-2": "eergisteren",
        "day+0": "vandaag",
        "day+2": "overmorgen",
        "week-1": "vorige/afgelopen week",
        "week+0": "deze week",
        "week+1": "volgende/komende week",
        "month-1": "vorige/afgelopen maand",
        "month+0": "deze maand",
        "month+1": "volgende/komende maand",
        "year-1": "vorig/afgelopen jaar",
        "year+0": "dit jaar",
        "year+1": "volgend/komend jaar",
    },
    "zh": {
        "day-2": "前天",
        "day-1": "昨天/昨日",
        "day+0": "今天/今日",
        "day+1": "明天/明日",
        "week-1": "上周/上週/上星期",
        "week+0": "本周/本週/这周/這週",
        "week+1": "下周/下週/下星期",
        "month-1": "上月/上个月/上個月",
        "month+0": "本月/这个月/這個月",
        "month+1": "下月/下个月/下個月",
        "year-1": "去年",
        "year+0": "今年",
        "year+1": "明年",
    },
    "ja": {
        "day-2": "一昨日",
        "day-1": "昨日",
        "day+0": "本日/今日",
        "day+1": "明日",
        "week-1": "先週",
        "week+0": "今週",
        "week+1": "来週",
        "month-1": "先月",
        "month+0": "今月",
        "month+1": "来月",
        "year-1": "去年/昨年",
        "year+0": "今年",
        "year+1": "来年",
    },
}
_WEEKDAYS = {
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag/Sonnabend Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "zh": "周一/星期一 周二/星期二 周三/星期三 周四/星期四 周五/星期五 周六/星期六 周日/星期日",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
}
PHRASES: dict[str, tuple[str, int]] = {
    phrase.lower(): (shift[:-2], int(shift[-2:]))
    for shifts in _SHIFTS.values()
    for shift, phrases in shifts.items()
    for phrase in spelled_out(phrases)
} | {
    name.lower(): ("weekday", number)
    for names in _WEEKDAYS.values()
    for number, day in enumerate(names.split())
    for name in day.split("/")
}
"""From a phrase in small letters to its unit and how many of them from today; for weekdays to their number."""
_NO_DATE = r"(?!,?\s(?:[a-z]{2,3}\s)?\d{1,2}[.\s])"
"""A weekday that stands before its date is no day of its own."""
_EAST = ("zh", "ja")
_NUMERALS = "一二三四"
_EASTERN = (
    r"(?:(?P<c_y>(?:19|20)\d\d)年)?(?P<c_m>1[0-2]|0?[1-9])月(?:(?P<c_d>3[01]|[12]\d|0?[1-9])(?:日|号|號)"
    r"|(?P<c_part>上旬|中旬|下旬|初|底|末))?"
    rf"|(?P<c_yy>(?:19|20)\d\d)年(?:第?(?P<c_q>[{_NUMERALS}1-4])(?:季度|四半期)|(?P<c_half>上半年|下半年)|(?P<c_py>初|底|末))?"
)
PARTS_EAST: dict[str | None, Part] = {
    **dict.fromkeys(("上旬", "初"), "early"),
    "中旬": "mid",
    **dict.fromkeys(("下旬", "底", "末"), "late"),
}


def quarter_number(words: str) -> int:
    """Return 1 to 4 for a numeral of either kind."""
    return _NUMERALS.index(words) + 1 if words in _NUMERALS else int(words)


def _anchors(language: str) -> Anchors:
    phrases = [phrase for one in _SHIFTS[language].values() for phrase in spelled_out(one)]
    phrases += [name for day in _WEEKDAYS[language].split() for name in day.split("/")]
    known = one_of(phrase.lower() for phrase in phrases)
    edge = "" if language in _EAST else r"\b"
    eastern = rf"|(?<!\d)(?P<eastern>{_EASTERN})" if language in _EAST else ""
    words = re.compile(rf"{edge}(?i:(?P<phrase>{known})){edge}{_NO_DATE}{eastern}")
    return Anchors(words, words, words, 0, 0)


FOREIGN: dict[Language, Anchors] = {
    language: _anchors(language) for language in ("de", "fr", "es", "it", "pt", "nl", "zh", "ja")
}
"""What texts of a language say besides months written out."""
