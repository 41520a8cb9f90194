"""Narrative citations without an English verb: "the FT’s reporting", "laut Orrin", "ロイターが報じた"."""

import re
from collections.abc import Iterator

from briefreader.analysis.citations.citing import cite
from briefreader.analysis.citations.entries import day_in
from briefreader.analysis.dates.dates import DateContext
from briefreader.analysis.names.gazetteer import identify
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
_FOREIGN_SAYS = re.compile(
    rf"((?:(?:[Dd]ie|[Dd]er|[Dd]as|[Ll]e|[Ll]a|[Ll]es|[Ee]l|[Ll]os|[Ll]as)\s)?{NAME})(?:\s\([A-Z][\w]+\))?\s"
    r"(?:prognostiziert|berichtete?n?|meldete?n?|warnte?|schreibt|schrieb|teilte? mit|erklärte?|schätzt|erwartet"
    r"|rapporte|affirme|indique|prévoit|estime|informó|reportó|afirmó|señala|señaló|advierte|advirtió|estima|prevé)\b"
)
_FOREIGN = re.compile(
    r"\b(?:[Ll]aut|[Nn]ach Angaben (?:von|der|des)|[Nn]ach Informationen (?:von|der|des)|[Ss]elon|[Dd][’']après"
    rf"|[Ss]egún|[Dd]e acuerdo con|[Ss]econdo|[Vv]olgens|[Ee]nligt)\s((?:neuen?r?\s)?(?:(?:der|die|das|dem|le"
    rf"|la|les|el|los|las|il|l[’']|de|het)\s?)?{NAME})"
)
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


def find_possessed(text: str) -> Iterator[Citation]:
    """Yield a known source's own work where no verb follows: "the FT’s reporting", "CISA’s alert"."""
    for match in _OWN_WORK.finditer(text):
        low = max(0, match.start() - _OWNER_REACH)
        owner = _OWNER.search(text[low : match.start()])
        if owner and identify(owner["name"]).type in _OWNING:
            yield cite(Span(low + owner.start(), match.end()), "narrative", owner["name"], document=match["work"])


def find_in_other_languages(text: str, context: DateContext) -> Iterator[Citation]:
    """Yield "laut Orrin", "Orrin rapporte", "据路透社报道" in texts that are in such a language."""
    patterns = (_WIDE_SAYS, _WIDE_ACCORDING) if any(map(text.__contains__, _WIDE_SIGNS)) else ()
    if sum(word in text for word in _FOREIGN_WORDS) >= _FEWEST_FOREIGN:
        patterns = (*patterns, _FOREIGN, _FOREIGN_SAYS)
    for match in matches_of(patterns, text):
        name = next(filter(None, match.groups())).strip()
        if match.re in (_FOREIGN, _FOREIGN_SAYS) and not can_be_source(bare(name)):
            continue
        yield cite(Span(*match.span()), "narrative", bare(name), date=day_in(match[0], context))
