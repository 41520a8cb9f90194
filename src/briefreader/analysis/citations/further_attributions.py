"""Narrative citations without an English verb: "the FT’s reporting", "laut Orrin", "ロイターが報じた"."""

import re
from collections.abc import Iterator

from briefreader.analysis.citations.citing import cite
from briefreader.analysis.citations.entries import day_in
from briefreader.analysis.dates.dates import DateContext
from briefreader.analysis.names.gazetteer import identify, is_known
from briefreader.analysis.names.names import CAPITALISED, NAME, bare, can_be_source
from briefreader.analysis.text.patterns import matches_of
from briefreader.model.citation import Citation
from briefreader.model.span import Span

_OWN_WORK = re.compile(
    r"[’']s\s(?:own\s|latest\s|new\s|recent\s)?"
    r"(?P<work>reporting|report|coverage|investigation|review|alert|advisory|survey|estimates?"
    r"|forecasts?|tally)(?!\w)"
)
_OWNER = re.compile(rf"(?:[Tt]he\s)?(?P<name>(?<![\w’'.-]){CAPITALISED}(?:\s{CAPITALISED}){{0,3}})\Z")
_OWNER_REACH = 48
_OWNING = frozenset({"wire", "publisher", "data", "analyst", "regulator"})
_FOREIGN_WORDS = (
    " der | und | nicht | mit | les | des | une | pour | los | del | una | que | para | della | che | het | een ".split(
        "|"
    )
)
_FEWEST_FOREIGN = 3
"""Of these words, so many make a text one of another language."""
_WIDE_SIGNS = ("报", "報", "伝えた", "据", "據", "依", "按照", "によ")
"""One of these stands in each citation in Chinese or Japanese."""
_ARTICLE = (
    r"(?:(?:[Dd](?:ie|er|as|em|es|en)|[Ll](?:e|a|es|os|as)|[Ee]l|[Ii]l|[Dd](?:u|el|al|ella)|[Dd]e(?:\s(?:la|los|las|l[’'])|"
    r"\s?)|d[’']|l[’']|het|o|a|os|as|do|da|dos|das)\s?)?"
)
_FOREIGN_SAYS = re.compile(
    rf"((?:(?:[Dd]ie|[Dd]er|[Dd]as|[Ll]e|[Ll]a|[Ll]es|[Ee]l|[Ll]os|[Ll]as)\s)?{NAME})(?:\s\([A-Z][\w]+\))?\s"
    r"(?:(?:unter Berufung|mit Bezug) [^,.\n]{3,60}\s)?"
    r"(?:prognostiziert|berichtete?n?|meldete?n?|warnte?|schreibt|schrieb|teilte? mit|erklärte?|schätzt|erwartet"
    r"|(?:a\s|ont\s)?(?:rapporte|affirme|indique|prévoit|estime|révèle|rapporté|affirmé|indiqué|estimé|révélé)"
    r"|informa|informó|reportó|afirmó|señala|señaló|reveló|advierte|advirtió|estima|prevé|noticiou|informou|"
    r"divulgou|riporta|riferisce)(?!\w)"
)
_WORK_OF = (
    r"(?:(?:neuen?r?|einer?|einem|jüngsten|les|des|dernières|une?|los|las|el|datos|nuevos|uma?|os)\s){0,2}"
    r"(?:Daten|Zahlen|Angaben|Berechnungen|Studie|Bericht|Umfrage|Analyse|données|chiffres|étude|rapport|sondage|analyse"
    r"|datos|cifras|informe|estudio|encuesta|dados|números|relatório|estudo|dati|rapporto)\s"
    r"(?:(?:von|der|des|vom|de|d[’']|du|del|do|da|di|dell[’'])\s?)"
)
_FOREIGN = re.compile(
    r"\b(?:[Ll]aut|[Nn]ach Angaben (?:von|der|des)|[Nn]ach Informationen (?:von|der|des)|[Ss]elon|[Dd][’']après"
    r"|[Ss]egún(?: informó| reportó)?|[Dd]e acuerdo con|[Dd]e acordo com|[Ss]econdo|[Ss]egundo(?= [oa]s? )"
    r"|[Vv]olgens|[Ee]nligt"
    rf"|[Nn]ach(?= {_WORK_OF}[A-Z]))\s(?:{_WORK_OF})?(?:neuen?r?\s)?({_ARTICLE}{NAME})"
)
_ARTICLE_OF = re.compile(
    r"(?:(?P<german>D(?:ie|er|as|em|es|en)|O|Os)\s|[ld][’']|[Ll](?:e|a|es|os|as)\s|[Ee]l\s|[Ii]l\s|d(?:ie|er|as|em|es|en|u|el|al)\s"
    r"|het\s|[oa]s?\s|d[oa]s?\s)(?=[A-ZÀ-Þ])"
)
_WORK_IN_COMPOUND = re.compile(r"-(?:Analyse|Studie|Bericht|Daten|Zahlen|Umfrage|Angaben|Prognose|Berechnungen)$")
_WIE = re.compile(
    rf"(?:,|^)\s?[Ww]ie\s((?:die|der|das)\s{NAME}|{NAME})\s(?:[^,.\n]{{0,60}}\s)?"
    r"(?:berichtete?n?|meldete?n?|mitteilte?n?|schreibt|schrieb|erklärte|bestätigte|errechnete|ermittelte)(?!\w)",
    re.MULTILINE,
)
"""Between commas: "wie die Orrin-Zeitung am Montag berichtete"."""
_WIDE_SAYS = re.compile(
    r"(?:(?<=[。，、；：！？\s「『（])|^)((?:[A-Z][A-Za-z.&]{1,20}|(?![据據依根按])[\u3400-\u9fff\u30a0-\u30ff]{2,14}))(?:が|は|紙が|通信が|新聞が)?"
    r"(?:報じた|伝えた|報道した|报道称|报道|報導|報道)"
    r"|(?<=[とを])([A-Z][A-Za-z.]{1,20})が(?:報じた|伝えた)",
    re.MULTILINE,
)
_CUES = "报道|報導|報道|消息|数据|數據|统计|統計|称|報告|报告|显示|顯示"
_WIDE_ACCORDING = re.compile(
    rf"(?:据|據|根据|根據|依據|依据|按照)\s?([^，。；\s(（]{{2,20}}?)(?=[\s(（及的]|最新|{_CUES})[^，。；\n]{{0,48}}?(?:{_CUES})"
    r"|([A-Z][A-Za-z.]{1,20}|[\u3400-\u9fff\u30a0-\u30ff]{2,12})(?:によると|によれば)"
)
_WIDE_DATA = re.compile(
    r"(?:(?<=[。，；：\s])|^)([A-Z][A-Za-z.]{1,20}|(?!最新|初步|相关|官方|历史|這些|这些|上述|调查|研究|统计)[\u3400-\u9fff]{2,12}?)"
    r"(?:的|最新|发布的)?(?:数据|數據|报告|報告|调查|調查)(?:显示|顯示|指出|称)",
    re.MULTILINE,
)


_EXPECTING = ("预测", "预计", "认为", "預測", "預計", "認為", "予測")
_WIDE_EXPECTS = re.compile(
    rf"(?:(?<=[。，；：、\s])|^)([\u3400-\u9fff]{{2,8}}?)(?:{'|'.join(_EXPECTING)})", re.MULTILINE
)
"""Only of firms that are known."""


def find_possessed(text: str) -> Iterator[Citation]:
    """Yield a known source's own work where no verb follows: "the FT’s reporting", "CISA’s alert"."""
    for match in _OWN_WORK.finditer(text):
        low = max(0, match.start() - _OWNER_REACH)
        owner = _OWNER.search(text[low : match.start()])
        if owner and identify(owner["name"]).type in _OWNING:
            yield cite(Span(low + owner.start(), match.end()), "narrative", owner["name"], document=match["work"])


def find_in_other_languages(text: str, context: DateContext) -> Iterator[Citation]:
    """Yield "laut Orrin", "Orrin rapporte", "据路透社报道" in texts that are in such a language."""
    patterns = (_WIDE_SAYS, _WIDE_ACCORDING, _WIDE_DATA) if any(map(text.__contains__, _WIDE_SIGNS)) else ()
    if sum(word in text for word in _FOREIGN_WORDS) >= _FEWEST_FOREIGN:
        patterns = (*patterns, _FOREIGN, _FOREIGN_SAYS, _WIE)
    for match in _WIDE_EXPECTS.finditer(text) if any(map(text.__contains__, _EXPECTING)) else ():
        if identify(match[1]).type == "analyst":
            yield cite(Span(*match.span()), "narrative", match[1])
    for match in matches_of(patterns, text):
        name = next(filter(None, match.groups())).strip()
        if match.re in (_FOREIGN, _FOREIGN_SAYS, _WIE):
            name = _without_article(bare(name))
            if not can_be_source(name):
                continue
        start = match.start() + len(match[0]) - len(match[0].lstrip(", "))
        yield cite(Span(start, match.end()), "narrative", bare(name), date=day_in(match[0], context))


def _without_article(name: str) -> str:
    """Return a name without its article, unless that belongs to it ("Der Spiegel"); of "IEA-Analyse" the IEA."""
    name = _WORK_IN_COMPOUND.sub("", name)
    article = _ARTICLE_OF.match(name)
    if article is None or is_known(name):
        return name
    rest = name[article.end() :]
    return rest if name[0].islower() or article["german"] or is_known(rest) else name
