"""Lines that say who wrote an article, when, and where it was published, in the languages of the articles."""

import re
from typing import Literal, NamedTuple

from briefreader.ingest.dates import days_in

Label = Literal["title", "publisher", "byline", "date", "updated", "period", "url", "source"]

DAYS = frozenset[Label](["date", "updated", "period"])
_WORDS: dict[Label, str] = {
    "title": "title headline subject titel titre título titulo titolo 标题 標題 題名",
    "publisher": "publisher outlet publication herausgeber verlag éditeur editor_responsable uitgever 出版",
    "byline": """author authors author(s) by byline written_by reporter reporting_by autor autoren autorin auteur
        auteurs auteure autora autores autore autori von par por text_von text texto verfasser skrevet_av tekst door
        作者 记者 記者 分析师 分析師 撰文 著者 автор""",
    "date": """published published_on published_at first_published posted posted_on date publication_date
        date_published date_of_publication report_date release_date issued veröffentlicht veröffentlicht_am
        erschienen erschienen_am datum stand publié publié_le paru_le date_de_publication publicado publicado_el
        fecha fecha_de_publicación data pubblicato pubblicato_il publicerad publisert gepubliceerd gepubliceerd_op
        日期 报告日期 報告日期 发布日期 發布日期 發佈日期 發表日期
        发布时间 发表时间 时间 公開日 掲載日 発行日 配信日 дата""",
    "updated": """updated updated_on last_updated last_modified modified aktualisiert aktualisiert_am
        zuletzt_aktualisiert mis_à_jour mis_à_jour_le actualizado actualizado_el aggiornato aggiornato_il uppdaterad
        oppdatert bijgewerkt 更新 更新时间 generated generated_on generated_at report_generated last_generated compiled
        last_revised revised as_of generado generado_el generiert généré erstellt erstellt_am 生成时间""",
    "period": """period reporting_period coverage_period window date_range time_range zeitraum berichtszeitraum período
        periodo période""",
    "url": "url link enlace lien original_link original_url article_url web read_at 链接 网址 原文链接",
    "source": "source original_source via quelle fuente fonte bron kilde källa 来源 出处",
}
_LABELS: dict[str, Label] = {word.replace("_", " "): label for label, words in _WORDS.items() for word in words.split()}
_LINE = re.compile(
    r"\W{0,3}(?P<words>[^\W\d_][^\n:\uff1a]{0,29}?)[*_]{0,2}\s?[:\uff1a][*_]{0,2}\s*(?P<value>\S.{0,300})$"
)
_BARE = re.compile(
    r"(?P<words>[^\W\d_]{4,14}(?: (?:on|at|le|el|il|am|op|den))?)"
    r"(?:\s+(?:[-–—]\s+)?|[-–—]\s+)(?P<value>\S.{5,60})$"
)
_BESIDE_LABEL = re.compile(r"\s?\([^()]*\)$|\s(?:&|and|/)\s(?:time|hour)\b")
_PART = r"[A-ZÀ-ÞŁŚŻČŠŽ](?:[^\W\d_]|[.'’])*(?:-(?:[^\W\d_]|[.'’])+)*"
_NAME = rf"(?:{_PART}|d[aeiou]s?|v[ao]n|den?|der|la|le|del|al|bin|ten|ter|y|e|af|zu)"
_NAMES = rf"{_PART}(?:\s{_NAME}){{0,4}}"
_PEOPLE = rf"{_NAMES}(?:(?:,\s|\s(?:and|und|et|y|e|och|og|en|&)\s|,\s(?:and|und|et|y)\s){_NAMES}){{0,5}}"
BYLINE = re.compile(
    r"\(?(?:(?:[Ww]ritten|[Ss]tory|[Rr]eporting|[Rr]eported|[Pp]osted|[Cc]ontributed|[Ww]ords|[Tt]ext) by"
    rf"|[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Aa]v|[Tt]ext von)\s+(?P<name>{_PEOPLE})"
    r"(?:\s*[|·•,;–—/-]\s*(?P<rest>.{2,90})|,? (?P<post>in|for|on|at|Staff|Special)\b.{0,90})?[.)]*$"
)
PERSON = re.compile(rf"{_NAMES}(?:(?:,\s|\s(?:and|und|et|y|&)\s){_NAMES}){{0,3}}")
_NO_NAME = re.compile(
    r"\b(?:read|view|more|share|save|sign|log|subscribe|follow|see|click|related|latest|top|news|stories|story|all|about"
    r"|contact|home|menu|search|skip|image|photo|video|listen|watch|topics?|tags?|key|points?|press|release|report"
    r"|update[ds]?|generated|compiled|get|free|newsletter|support|donate|join|login|security|business|technology"
    r"|politics|opinion|analysis|daily|weekly|monthly|digest|brief(?:ing)?|bulletin|relations|labs?"
    r"|world|markets?|science|health|culture|sports?|data|inc|corp|llc|ltd|gmbh|group|bank|university|institute"
    r"|department|ministry|editorial|staff|team|our|the|this|your|january|february|march|april|june|july|august"
    r"|september|october|november|december|monday|tuesday|wednesday|thursday"
    r"|friday|mon|tue|wed|thu|fri)\b",
    re.IGNORECASE,
)
"""Words of menus, sections, institutions and days, which stand alone in a line more often than names do."""
_FEWEST, _MOST = 2, 5
_LONGEST_WEEKDAY = len("Wednesday, ")
_LONGEST_PEOPLE = 120
_LIVES = frozenset(["is", "ist", "est", "es", "a", "an", "the"])
WORK = (
    r"(?:reporter|editor|writer|correspondent|journalist|columnist|author|analyst|researcher|redakteur(?:in)?"
    r"|journaliste|korrespondent(?:in)?|periodista|redactora?)"
)
"""What people who write are called."""
_WORK = re.compile(WORK, re.IGNORECASE)
_POST = re.compile(rf"\W{{0,2}}(?:[\w,&/-]+ ){{0,6}}{WORK}s?\b(?:.{{0,40}})", re.IGNORECASE)
_LIFE = re.compile(
    rf"(?P<name>{_NAMES})\s?,? (?:is|ist|est|es)? ?(?:an?|the|our|one|currently|eine?|une?)\b"
    rf".{{0,60}}\b(?:{WORK}|covers|covering|writes)\b"
)


class LabelledLine(NamedTuple):
    """A line that begins with a label, and what it says."""

    label: Label
    value: str
    words: str
    """The label as it is written, in lower case."""


def parse_label(line: str) -> LabelledLine | None:
    """Return what a line such as ``Published: 12 May 2026`` says; None for a line without a known label."""
    found = _LINE.match(line)
    words = _BESIDE_LABEL.sub("", " ".join(found["words"].lower().split())) if found else ""
    if found and (label := _LABELS.get(words)):
        return LabelledLine(label, found["value"].strip(" *_"), words)
    bare = _BARE.fullmatch(line)
    label = _LABELS.get(bare["words"].lower()) if bare else None
    if bare and label in ("date", "updated") and _begins_with_day(bare["value"]):
        return LabelledLine(label, bare["value"], bare["words"].lower())
    return None


def _begins_with_day(value: str) -> bool:
    return any(day.start <= _LONGEST_WEEKDAY for day in days_in(value))


def is_person(line: str) -> bool:
    """Tell whether a line has the form of people's names and nothing else."""
    if len(line) > _LONGEST_PEOPLE or not line[:1].isupper() or line.isupper():
        return False
    if not _FEWEST <= len(line.split()) <= _MOST * 2 or not PERSON.fullmatch(line):
        return False
    return not _NO_NAME.search(line) and not _WORK.search(line)


def is_post(line: str) -> bool:
    """Tell whether a line says what somebody does at a paper, as the one under a writer's name does."""
    return _POST.fullmatch(line) is not None and not line.endswith(".")


def writer_in(paragraph: str) -> str | None:
    """Return whom a paragraph introduces as a writer, as under an article; None where it does not."""
    if _LIVES.isdisjoint(paragraph[:_LONGEST_PEOPLE].replace(",", "").split()):
        return None
    life = _LIFE.match(paragraph)
    return life["name"] if life and is_person(life["name"]) else None
