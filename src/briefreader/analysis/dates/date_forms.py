"""How dates and periods are written in English and six other European languages: patterns and names.

The names of the groups are read by :mod:`briefreader.analysis.dates.dates`; each form begins with a prefix of its own.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from briefreader.analysis.dates.periods import Part
from briefreader.analysis.text.patterns import one_of

_MONTH_NAMES = (
    "january jan januar jänner janvier janv enero ene gennaio januari janeiro",
    "february feb februar février févr febrero febbraio februari fevereiro",
    "march mar märz mars marzo maart março",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mei maio",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet juil julio luglio julho",
    "august aug août agosto ago augustus",
    "september sept sep septembre septiembre setiembre settembre setembro",
    "october oct oktober okt octobre octubre ottobre outubro",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
PARTS: dict[str, Part] = {
    **dict.fromkeys(("early", "beginning", "start", "anfang", "début", "principios", "comienzos", "inicios"), "early"),
    **dict.fromkeys(("mid", "middle", "mitte", "mi", "mediados"), "mid"),
    **dict.fromkeys(("late", "end", "ende", "fin", "finales", "year-end", "yearend"), "late"),
}
NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "eighteen": 18, "twenty-four": 24, "several": 3, "few": 3}
ORDINALS = {
    **dict.fromkeys(("first", "1st", "1.", "erste", "ersten", "erstes", "premier", "1er", "primer"), 1),
    **dict.fromkeys(("second", "2nd", "2.", "zweite", "zweiten", "zweites", "deuxième", "2e", "segundo"), 2),
    **dict.fromkeys(("third", "3rd", "3.", "dritte", "dritten", "drittes", "troisième", "3e", "tercer"), 3),
    **dict.fromkeys(("fourth", "4th", "4.", "vierte", "vierten", "viertes", "quatrième", "4e", "cuarto", "final"), 4),
}
WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")

FOREIGN_MONTHS = (
    "Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Okt|Dezember|Dez",
    "janvier|janv|février|févr|mars|avril|avr|mai|juin|juillet|juil|août|septembre|octobre|novembre|décembre|déc",
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre",
    "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre",
    "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro",
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
)
_M = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    rf"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|(?:{'|'.join(FOREIGN_MONTHS)})\.?)(?!\w)"
)
_Y = r"(?:1[89]|20)\d\d"
_OF_Y = rf"(?:(?:,\s?|\s|\sde\s|\sdel\s)(?P<{{}}>{_Y})(?!\w|[-/.]\d))?"
_YY = rf"(?:{_Y}|['’]?\d\d)(?!\d|[.,]\d)"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|\.|º)?"
_TO = r"\s?(?:[-\u2010-\u2015]|to|and|through|until|till|bis|au|et|al?|y|und)\s?"
_SINGLE = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty-four"
_N = rf"(?:\d{{1,3}}|{_SINGLE}|(?:a )?couple of|several|few|an?)"
_U = r"(?:day|week|month|quarter|year|decade)"
_PART = (
    r"(?:[Ee]arly|[Mm]id|[Ll]ate|(?:the )?(?:end|beginning|start|middle) of|year-?end|[Aa]nfang|[Mm]itte|[Ee]nde"
    r"|(?:la )?fin|mi|(?:le )?début|(?:a )?(?:principios|comienzos|inicios|mediados|finales) de)"
)
_WDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NOT_INSIDE = r"(?<![\w$€£/.,-])"


def _forms(**forms: str) -> re.Pattern[str]:
    return re.compile(_NOT_INSIDE + "(?:" + "|".join(f"(?P<{name}>{form})" for name, form in forms.items()) + ")")


IN_MONTHS = _forms(
    days_months=rf"(?:(?:from|between)\s)?(?P<dd_1>{_D})\s(?P<dd_m1>{_M}){_OF_Y.format('dd_y1')}{_TO}(?P<dd_2>{_D})\s(?P<dd_m2>{_M})"
    rf"{_OF_Y.format('dd_y2')}",
    months_days=rf"(?:(?:from|between)\s)?(?P<mm_m1>{_M})\s(?P<mm_1>{_D}){_OF_Y.format('mm_y1')}{_TO}(?P<mm_m2>{_M})\s(?P<mm_2>{_D})"
    rf"{_OF_Y.format('mm_y2')}",
    days_month=rf"(?:(?:from|between)\s)?(?P<dm_1>{_D}){_TO}(?P<dm_2>{_D})\s(?:of\s|de\s)?(?P<dm_m>{_M}){_OF_Y.format('dm_y')}",
    month_days=rf"(?:(?:from|between)\s)?(?P<md_m>{_M})\s(?P<md_1>{_D}){_TO}(?P<md_2>{_D}){_OF_Y.format('md_y')}(?![\d,]\d|\w)",
    day_month=rf"(?:{_WDAY},?\s(?:the\s)?)?(?P<d_d>{_D})\s?(?:of\s|de\s)?(?P<d_m>{_M}){_OF_Y.format('d_y')}",
    month_day=rf"(?:{_WDAY},?\s)?(?P<m_m>{_M})\s(?P<m_d>{_D}){_OF_Y.format('m_y')}(?!\w|,\d|\.\d)",
    months=rf"(?P<mr_1>{_M})(?:\s(?P<mr_y1>{_Y}))?{_TO}(?P<mr_2>{_M})(?:\s(?:de\s)?(?P<mr_y2>{_Y}))(?!\w|-\d)",
    month_year=rf"(?:(?P<my_part>{_PART})[\s-])?(?P<my_m>{_M})(?:\s?,?\s?(?:of\s)?|\sde\s|\sdel\s)(?P<my_y>{_Y})(?!\w|-\d)",
    part_month=rf"(?P<pm_part>{_PART})[\s-](?:in\s|de\s)?(?P<pm_m>{_M})",
    bare_month=r"(?:(?<=\b[IiBb][ny]\s)|(?<=[Ss]ince\s)|(?<=[Uu]ntil\s)|(?<=\b[Oo]f\s)|(?<=[Ff]rom\s)|(?<=\b[Ii]m\s)"
    r"|(?<=[Bb]efore\s)|(?<=[Aa]fter\s)|(?<=[Dd]uring\s)|(?<=[Tt]hrough\s)|(?<=\b[Ee]n\s)|(?<=[Ll]ast\s)|(?<=[Nn]ext\s)"
    rf"|(?<=[Tt]his\s))(?P<b_m>{_M})(?!\s\d)",
)
IN_PERIODS = _forms(
    quarters=rf"(?:(?:from|between)\s)?Q(?P<qq_1>[1-4])\s(?P<qq_y1>{_Y}){_TO}Q(?P<qq_2>[1-4])\s(?P<qq_y2>{_Y})",
    quarter=rf"Q(?P<q_1>[1-4])(?:{_TO}Q(?P<q_2>[1-4]))?[\s-]?(?:of\s|FY\s?)?(?P<q_y>{_YY})"
    rf"|(?P<q_y2>{_Y})[\s-]?Q(?P<q_3>[1-4])\b|(?P<q_4>[1-4])Q[\s-]?(?P<q_y3>{_YY})|T(?P<q_5>[1-4])\s(?P<q_y4>{_Y})\b",
    bare_quarter=r"(?:(?<=\b[IiBb][ny]\s)|(?<=[Ff]or\s)|(?<=[Ss]ince\s)|(?<=[Dd]uring\s))Q(?P<bq>[1-4])(?![\w’'])",
    ordinal=r"(?:the\s)?(?P<o_n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|1st|2nd|3rd|4th|[1-4]\.|erste[ns]?|zweite[ns]?|dritte[ns]?"
    r"|vierte[ns]?|premier|deuxième|troisième|quatrième|[1-4]er?|primer|segundo|tercer|cuarto)[\s-](?:fiscal\s|calendar\s)?"
    r"(?P<o_u>quarter|half|Quartal|Halbjahr|trimestre|semestre)"
    rf"(?:(?:,?\s(?:of\s)?(?:the\s)?(?:fiscal\s)?(?:year\s)?|\sde(?:l)?\s)(?P<o_y>{_Y}))?(?!\w)",
    half=rf"H(?P<h_1>[12])[\s-]?(?:of\s|FY\s?)?(?P<h_y>{_YY})|(?P<h_2>[12])H[\s-]?(?P<h_y2>{_YY})"
    rf"|(?P<h_y3>{_Y})\sH(?P<h_3>[12])\b|S(?P<h_4>[12])\s(?P<h_y4>{_Y})\b",
    fiscal=rf"FY[\s-]?(?P<f_y>{_Y}|['’]?\d\d)\b|[Ff]iscal\s(?:year\s)?(?P<f_y2>{_Y})\b",
)
IN_YEARS = _forms(
    iso=rf"(?P<iso_day>{_Y}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\d-])",
    dotted=rf"(?P<dt_d>3[01]|[12]\d|0?[1-9])\.(?P<dt_m>0?[1-9]|1[0-2])\.(?P<dt_y>{_Y})(?![\d.])",
    slashed=rf"(?P<sy_y>{_Y})/(?P<sy_m>0?[1-9]|1[0-2])/(?P<sy_d>3[01]|[12]\d|0?[1-9])(?![\d/])",
    slash=rf"(?P<sl_1>\d\d?)/(?P<sl_2>\d\d?)/(?P<sl_y>{_Y})(?![\d/])",
    part_year=rf"(?:the\s)?(?P<py_part>{_PART})[\s-](?P<py_y>{_Y})(?!\d|-\d)",
    decade=r"(?:the\s)?(?P<dec>(?:1[89]|20)\d0)s\b",
    years=rf"(?:(?:from|between)\s)?(?P<yy_1>{_Y}){_TO}(?P<yy_2>{_Y})(?![\d%-])",
    bare_year=r"(?:(?<=\b[IiBb][ny]\s)|(?<=[Ss]ince\s)|(?<=\b[Oo]f\s)|(?<=[Uu]ntil\s)|(?<=[Ff]rom\s)|(?<=\b[Ee]n\s)"
    r"|(?<=[Bb]efore\s)|(?<=[Aa]fter\s)|(?<=[Dd]uring\s)|(?<=[Tt]hrough\s)|(?<=\()|(?<=[Ff]or\s)|(?<=[Aa]s of\s)"
    rf"|(?<=[Tt]hroughout\s)|(?<=\b[Aa]nd\s))(?P<y_y>{_Y})(?![\d,.-]\d)(?!\w|\s(?:[a-z]+s\b))",
)
RELATIVE = _forms(
    within=r"(?:(?:[Ww]ith)?[Ii]n\s(?:the\s(?:next|coming|following)\s)?|(?:[Oo]ver|[Dd]uring)\sthe\s(?:next|coming)\s"
    rf"|for\sthe\snext\s|(?:the\s)?[Nn]ext\s)(?P<w_1>{_N})(?:{_TO}(?P<w_2>\d{{1,3}}|{_SINGLE}))?[\s\u2011-](?P<w_u>{_U})"
    r"s?(?!\w)(?:['’]\stime)?",
    past=rf"(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or)\s)?the\s(?:past|last|previous)\s(?P<p_n>{_N})[\s\u2011-](?P<p_u>{_U})s?(?!\w)",
    ago=rf"(?P<a_n>{_N})[\s-](?P<a_u>{_U})s?\s(?:ago|earlier)\b",
    relative=r"(?P<r_which>(?:[Ll]ater\s|[Ee]arlier\s)?[Tt]his|[Nn]ext|[Ll]ast|[Pp]ast|[Pp]revious|[Tt]he\s(?:coming"
    r"|next|past|last|previous|current))\s(?P<r_u>week|month|quarter|year)\b(?![\w-]|[’']s\s[A-Z])",
    year_end=r"(?P<ye>(?:the\send\sof\s(?:the|this)\syear|[Yy]ear-?end|the\syear-?end))(?!\w|\s(?:1[89]|20)\d\d|-)",
    deictic=r"(?P<t_word>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)\b(?![’']s\s[A-Z])",
    weekday=rf"(?:(?P<wd_which>next|last)\s)?(?P<wd>{_WDAY})\b(?!,?\s(?:the\s)?\d|,?\s(?:Jan|Feb|Mar|Apr|May|Ju|Aug|Sep|Oct|Nov|Dec))",
)


def _beginnings(words: str, prefixes: Iterable[str] = ()) -> re.Pattern[str]:
    """Return a pattern for how forms begin: with a digit, a whole word, in small letters or not, or a prefix."""
    whole = [form for word in words.split() for form in (word, word.capitalize())]
    return re.compile(rf"\b(?<![$€£/.,-])(?:\d|(?:{one_of(whole)})\b|{one_of(prefixes) or '(?!)'})")


_PART_WORDS = (
    "the early mid late end beginning start middle year yearend anfang mitte ende la fin mi le début a principios "
    "comienzos inicios mediados finales"
)
_FOREIGN_MONTHS = [name for names in FOREIGN_MONTHS for name in names.split("|")]
_ENGLISH_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MONTHS_BEGIN = _beginnings(f"from between {_PART_WORDS}", [*_ENGLISH_MONTHS, *_FOREIGN_MONTHS, *WEEKDAYS])
_YEARS_BEGIN = _beginnings(f"from between {_PART_WORDS}")
_PERIODS_BEGIN = _beginnings(
    f"from between the fiscal {' '.join(ORDINALS)} erstes zweites drittes viertes",
    ["FY", *(f"{letter}{number}" for letter in "QHTS" for number in "1234")],
)
_RELATIVE_BEGIN = _beginnings(
    "within in over during for the next last past previous later earlier this year yearend yesterday today tonight "
    f"tomorrow couple {' '.join(NUMBERS)} {' '.join(f'{day}day' for day in WEEKDAYS)}"
)
FOREIGN_SIGN = re.compile(f" (?:{one_of(_FOREIGN_MONTHS)})")
"""A month in another language than English."""


class Anchors(NamedTuple):
    """Words that a scan finds quickly, and the forms that they can stand in."""

    words: re.Pattern[str]
    """Begins with a literal in every branch, so that the scan skips all other letters."""
    beginnings: re.Pattern[str]
    """How the forms begin: a quick test before them."""
    forms: re.Pattern[str]
    before: int
    """How many characters the forms reach before the anchor."""
    after: int


ANCHORS = (
    Anchors(re.compile("|".join(_ENGLISH_MONTHS)), _MONTHS_BEGIN, IN_MONTHS, 30, 40),
    Anchors(re.compile(r"18\d\d|19\d\d|20\d\d"), _YEARS_BEGIN, IN_YEARS, 24, 12),
    Anchors(
        re.compile(
            " (?:quarter|half|trimestre|semestre|fiscal)|-(?:quarter|half)|Q[1-4]|H[12]|1[QH]|2[QH]|3Q|4Q"
            "|T[1-4] 20|S[12] 20|FY|Fiscal|Quartal|Halbjahr|First|Second|Third|Fourth"
        ),
        _PERIODS_BEGIN,
        IN_PERIODS,
        24,
        34,
    ),
    Anchors(
        re.compile(
            r"Next |Last |This |Previous |Later |Earlier |Over |Within |In (?=\d|one |two |three |six |a |the )"
            r"|Yesterday|Today|Tonight|Tomorrow|Year-?end|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
        ),
        _RELATIVE_BEGIN,
        RELATIVE,
        24,
        42,
    ),
    Anchors(
        re.compile(
            r" (?:next |last |past |coming |within |in (?=\d\d? |\d\d?[-–]|one |two |three |four |six |a |the (?:next"
            r"|past|last))|ago\b|earlier|this |previous |current |yesterday|today\b|tonight|tomorrow|year-?end"
            r"|end of (?:the|this) year)"
        ),
        _RELATIVE_BEGIN,
        RELATIVE,
        24,
        42,
    ),
)
FOREIGN_ANCHORS = Anchors(re.compile(one_of(_FOREIGN_MONTHS)), _MONTHS_BEGIN, IN_MONTHS, 30, 40)
