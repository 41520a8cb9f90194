"""Words and forms that tell what a block of a text is for, in several languages."""

import re

from briefreader.analysis.text.patterns import in_any_case, small

SOURCE_LABEL = (
    r"(?:(?:Primary|Secondary|Main|Key|Original|Claim|Data|Image|Chart|News|Further)\s)?"
    r"(?:Sources?(?:\(s\))?(?:\s(?:referenced|cited|used|consulted|include))?|SOURCES?|References|Outlets?|Quellen?|Fuentes?"
    r"|Fonti|Fonte|Fontes|Bronn?en|Bron|Källor|Källa|Kilder|Źródł[oa]|Источники?|Datenquellen?|Secondary)"
    r"|(?:資料|资料|数据|數據|信息|新闻|新聞|消息)?(?:来源|來源|出处|出處)|情報源|数据源|數據源|参考文献|参考资料|參考資料|出典|ソース|引用元|출처"
    r"|(?:發布|发布|發佈|發表|发表)(?:機構|机构|單位|单位)|(?:掲載|配信|発表|提供)元|媒体|媒體"
)
"""What a line or a list of sources is called; without its colon."""
_LABEL_STEMS = (
    "source|reference|outlet|quelle|fuente|font|bron|käll|kilder|źród|источник|secondary|来源|來源|出处|出處|情報源|数据源"
    "|數據源|参考文献|参考资料|參考資料|出典|ソース|引用元|출처|機構|机构|單位|单位|掲載元|配信元|発表元|提供元|媒体|媒體"
).split("|")


def may_label(text: str) -> bool:
    """Tell quickly whether a text has the words of a label of sources at all."""
    return any(map(small(text).__contains__, _LABEL_STEMS))


_LABELS_BEGIN = in_any_case(
    "pri sec main key ori claim dat image chart news fur sou ref out que fue font bron k publ repor credit via h"
)
SOURCE_LINE = re.compile(
    rf"[\s*_\[(—–-]*(?={_LABELS_BEGIN}|[^\x00-\x7f])"
    rf"(?P<label>(?i:{SOURCE_LABEL}|Originally from|Publication|Reporting|Reported by|Credit|Via|H/?t))\s?[:：]\s*"
)
"""The beginning of a line of sources."""
LIST_HEADING = re.compile(
    r"\W*(?:\d+[.)]?\s)?(?:[A-Z][\w&’'-]+\s){0,2}(?:(?i:(?:key |selected |primary |main |all |full |data |list"
    r" of |further )?"
    r"(?:references|sources|footnotes|endnotes|citations|bibliography|works cited|source (?:list|notes|links|registry)"
    r"|source materials?|notes and (?:sources|references)|sources (?:and|&) (?:references|notes|methodology"
    r"|methods|links)"
    r"|references (?:and|&) (?:sources|notes)|further reading|reference links|sources (?:used|cited|consulted"
    r"|referenced)"
    r"|source documents))"
    r"|(?i:quellen(?:verzeichnis|angaben)?|einzelnachweise|literatur|sources et notes|références|fuentes|referencias"
    r"|fonti|riferimenti|bronnen)|参考(?:文献|资料|資料|链接)|參考(?:文獻|資料|來源)|(?:资料|資料)?(?:来源|來源)|出典|情報源|引用元)"
    r"\s*(?:\(.{0,30}\))?\s*[:：]?\W*"
)
"""The heading of an article's list of sources."""
NOTES_HEADING = re.compile(r"\W*(?i:notes|anmerkungen|notas|note|注|注释|註釋)\s*[:：]?\W*")
"""A heading under which sources stand only where they have marks."""
DEFINITION = re.compile(
    r"\[(?P<key>(?:[A-Z]\s)?(?:[A-Za-z]{0,3}[-.]?)\d{1,3}[a-z]?|\^?[\w.-]{1,64}(?=\]:))\](?P<hidden>:?)\s*(?=\S)"
)
"""The beginning of an entry that marks in the text point at."""

TEMPLATE = re.compile(r"</?[A-Za-z!][^<>]*>?|\{[{%]|\[\[?[\w-]+::|<!--|:::|\}\}|[\w-]+::\s")
CALL = re.compile(
    r"\W*(?:subscribe|sign up|log in|unsubscribe|follow us|join (?:us|our|the)|share this|click|download|register"
    r"|donate|forward this|get (?:the|our|it)|upgrade|start (?:your|a) (?:free )?trial|learn more|find out more"
    r"|book (?:a|your)|buy (?:now|tickets)|refer (?:a|your)|listen (?:to|on|now)|watch (?:now|the video)|leave"
    r" a comment"
    r"|let us know|reply to this|send (?:us|me|your)|save up to|contact us|email us"
    r"|(?:read|see) more(?!\s?[:：]\W*\w)|view in"
    r"|view (?:online|all|more)|if you (?:enjoyed|liked|found)|thanks for reading|thank you for reading|see you"
    r"|have a (?:tip|great|good|nice)|want to (?:advertise|sponsor)|abonnieren|jetzt anmelden|s’abonner|suscr[ií]b"
    r"|订阅|訂閱|关注我们|登録)(?!\w)",
    re.IGNORECASE,
)
DISCLAIMER = re.compile(
    r"\bnot (?:(?:constitute|intended as|be construed as|a|an|any|be|be considered|as|financial or|legal or) )*"
    r"(?:financial|investment|legal|trading|professional|medical|tax) advice\b"
    r"|\binformational purposes only\b|\beducational purposes only\b|\ball rights reserved\b|^\W*©|\bcopyright"
    r" (?:©|\d{4})"
    r"|\bdisclaimer\s?:|\bpast performance (?:is|does)\b|\bauto-?generated\b|\bAI-generated\b|\bgenerated (?:by"
    r"|with|using) "
    r"(?:AI|an AI|Claude|GPT|a language model|automated)|\bmanually curated\b|\bdo your own research\b|\bDYOR\b"
    r"|\bkeine Anlageberatung\b|\bno constituye\b|\bne constitue pas\b|仅供参考|不构成投资建议|投資助言",
    re.IGNORECASE,
)
_DISCLAIMING = (
    "advice|purposes|reserved|©|copyright|disclaimer|performance|generated|curated|own research|dyor|anlageberatung"
    "|constitu|参考|投资|投資"
).split("|")


def disclaims(text: str) -> bool:
    """Tell whether a text says that nobody answers for it; most texts lack every word that this takes."""
    return any(map(text.lower().__contains__, _DISCLAIMING)) and bool(DISCLAIMER.search(text))


CREDIT = re.compile(
    r"\W*(?:(?:photo|image|illustration|picture|graphic|chart|cover|foto|bild|imagen|crédit)s?(?: by| credits?|"
    r" courtesy(?: of)?)?\s?[:：/]"
    r"|(?:photo|image|illustration|graphic|chart)s? (?:by|courtesy)|credits?\s?[:：]|originally (?:published"
    r"|appeared|posted)"
    r"|this (?:article|story|post|piece) (?:was )?(?:originally |first )(?:published|appeared)|first published"
    r"|republished|syndicated|curated from|adapted from|via [A-Z@]|h/?t\b|hat tip"
    r"|read (?:the )?(?:full|original|complete|entire)|原文|阅读原文|閱讀原文|原文を読む|続きを読む)",
    re.IGNORECASE,
)
CAPTION = re.compile(
    r"\W*(?:fig(?:ure|\.)?|chart|exhibit|image|picture|screenshot|graphic|abbildung|grafik|gráfico|图表?|圖表?|図)\s?"
    r"(?:\d+[a-z]?\s?[.:：—–-]|[:：])",
    re.IGNORECASE,
)
CONTENTS = re.compile(
    r"\W*(?:(?:table of )?contents|in this (?:issue|edition|article|report|newsletter|email)|on this page|jump"
    r" to|inhalt"
    r"|sommaire|índice|contenido|目次|目录|目錄)\s?[:：]?(?:\W*$|\s\S.{0,300}[·|•])",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"\W*(?:date|published|datum|fecha|data|enlace|link|url|category|categoría|kategorie|topics?|tags?|temas"
    r"|author|autor)"
    r"\s?[:：]\s*\S",
    re.IGNORECASE,
)
"""A line of a field and its value."""
NAVIGATION = re.compile(
    r"\W*(?:←|→|«|»|home\b|previous\b|next\b|back to\b|skip to\b|menu\b|rss\b|older\b|newer\b|permalink\b"
    r"|(?:read|see) (?:also|next)\b|related\b.{0,20}:|lies auch|lesen sie auch|mehr zum thema|(?:à )?lire aussi"
    r"|lee también|leer también|te puede interesar|leggi anche|相关阅读|延伸阅读|関連記事)",
    re.IGNORECASE,
)
TIER = re.compile(r"\s*\((?:T|Tier\s?)\d\)", re.IGNORECASE)
"""A source's rank, as some intelligence briefs mark it: "BBC (T2)"."""
COUNTED = re.compile(
    r"\s*[•·|–—(-]?\s*\d{1,3}\+?\s(?:sources?|outlets?|articles?|reports?|medios|fuentes|Quellen|Medien|médias"
    r"|件|家媒体)\)?\s*$",
    re.IGNORECASE,
)
"""How many report it: "Reuters • 2 sources"."""
