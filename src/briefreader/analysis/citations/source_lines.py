"""Citations in lines and lists of sources, credits, source columns, and "Outlet:" before or "— Outlet" behind words.

Method: the role of a block says that it names sources. It is cut at its separators, outside brackets, quotes and
addresses. A piece is a name, an entry with title and day, or a day for the names before it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from briefreader.analysis.citations.citing import cite
from briefreader.analysis.citations.entries import (
    URL,
    day_in,
    is_day,
    is_plain_name,
    known_start,
    read_entry,
    without_short_day,
)
from briefreader.analysis.dates.dates import DateContext
from briefreader.analysis.names.gazetteer import identify
from briefreader.analysis.names.names import DOMAIN, NAME
from briefreader.analysis.roles import role_words as words
from briefreader.analysis.roles.cells import cells_of
from briefreader.analysis.roles.outlets import PUBLISHING, is_outlet, lists_outlets
from briefreader.analysis.roles.roles import EVIDENCE, BlockRole, Roles
from briefreader.model.citation import Citation
from briefreader.model.document import Block
from briefreader.model.interval import Interval
from briefreader.model.span import Span

_SHIELDED = re.compile(
    r"(?:https?://|www\.)[^\s<>]+|\([^()\n]*\)|\[[^\[\]\n]*\]|[“\"„«][^”\"“»\n]*[”\"“»]|\b(?:Inc|Corp|Ltd|Co)\."
)
_CUT = re.compile(r"\s*(?:[;|•·、\n\t]|\s/\s|(?<=[\w)])/(?=[A-Z]))\s*")
_COMMA = re.compile(r"\s*(?:[,，]|[,，]?\s(?:and|und|et|y|&)\s)\s*")
_INCLUDED = re.compile(r".*\b(?:include|includes|including|such as|from)\s+(?=[A-Z@])")
_TAIL = re.compile(r"\s*\((?:via|T\d|Tier \d|[^()]*)\)\s*$", re.IGNORECASE)
_VIA = re.compile(r"\(?\b(?:via|through|per)\s+(?P<name>[^()]+)\)?$", re.IGNORECASE)
_IN_LINE = re.compile(
    rf"(?:^|(?<=[\s*_]))(?P<label>(?i:{words.SOURCE_LABEL}))[*_]*\s?[:：][*_]*\s*(?=\S)", re.MULTILINE
)
_LEADING = re.compile(
    rf"(?P<name>(?:[Tt]he\s)?(?:{NAME}|{DOMAIN}))(?:\s(?:report|data|note|survey|poll))?(?:\s\((?P<day>[^()\n]{{3,30}})\))?\s?[:：](?=\s)"
)
_BEHIND = re.compile(
    r"(?:(?<=[\u3040-\u9fff])(?=[A-Z])|(?<=[.!?”\"’)])\s+|\s*[—–]\s?)(?P<names>(?!\s)[^.!?—–\n]{2,80}?)(?:\s?[.)])?$"
)
_MARK_BEFORE_NAMES = re.compile(r"[.!?”\"’)—–\u3040-\u9fff]")
_BESIDE = re.compile(
    r"(?P<name>[A-Z@][^|·•<>\n]{1,60}?)\s[|·•]\s(?P<day>(?=[^|·•<>\n]{0,14}\d)[^|·•<>\n]{6,30}?)(?=\s*(?:[|·•<\n]|$))"
)
_PAPER = re.compile(
    r"(?<![\w/.])(?:(?:ar|bio|med)Xiv[: ]\s?\d{4}\.\d{4,5}(?:v\d)?|doi:\s?10\.\d{4,}/\S+\w)", re.IGNORECASE
)
_TWO_CAPITALS = re.compile(r"[A-Z].*[A-Z]")
_TAIL_DAY = re.compile(r"\s\((?P<day>[^()]{4,30})\)$")
_APART = re.compile(r"[;\n]")
"""Between entries that have each their own day."""
_ASIDE = re.compile(r"\s\([a-z][^()]*\)?$")
_DATED = re.compile(rf"(?<=[.!?—–]\s)\[{{0,2}}(?P<name>{NAME})\]{{0,2}}\s\((?P<day>[^()\n]{{3,30}})\)[:：](?=\s)")
_LINE = re.compile(r"[^\n]+")
_DATA_TITLE = re.compile(
    r"\s(?:Data|Database|Reports?|Survey|Index|Statistics|Release|Bulletin|Outlook|Review|Yields|Prices|Accounts)$"
)
_FIELD = re.compile(r"[A-Z][\w ]{2,30}[:：]\s*\S*\d\S*$")
_AUTHORED = re.compile(
    r"(?P<authors>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?(?:,\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?){0,4},?\s(?:&|and)\s[A-Z][\w’'-]+"
    r"(?:\s[A-Z][\w’'-]+)?),\s(?P<outlet>[^,]+)"
)
_AUTHOR_YEAR = re.compile(r"[^.()\n]{2,60}\.?\s\([^()\n]{4,30}\)\.?")
_HEADLINE_END = re.compile(rf"\s(?:\||[–—-])\s(?P<name>(?:[Tt]he\s)?(?:{NAME}|{DOMAIN}))\s*$")
_HEADLINE_START = re.compile(r"(?:\d{1,3}[.)]\s)?\[(?P<name>[A-Z][\w.&’' -]{1,40})\](?=\s[–—-]\s)")
_DAY_LABELS = (
    *("Date", "Published", "Datum", "Fecha", "Publié", "Veröffentlicht", "时间", "時間", "日期", "公開日", "発行日"),
    *("掲載日", "配信日"),
)
_STORY_DAY = re.compile(
    rf"(?:^|(?<=\s)|(?<=[布佈表]))(?:{'|'.join(_DAY_LABELS)})\s?[:：]\s*([^\n|]{{6,60}})", re.MULTILINE
)
_STOP = re.compile(
    r"[\n)\]](?<![(\[][^()\[\]\n]{0})|\s[–—-]\s(?=[a-z])|\.\s+(?=[A-Z][a-z]+\s[a-z])|(?=\[\^?\d)|\s(?=[A-Z]\w{2,20}:\s)"
)
_LONGEST_LINE = 700
_FEWEST_HEADLINE_WORDS = 3
_SHORTEST_WIDE_HEADLINE = 8
_LOOK_AHEAD = 40
"""No form of ``_STOP`` needs more to be told."""
_BEHIND_REACH = 100


def find_source_lines(roles: Roles, context: DateContext) -> Iterator[Citation]:
    """Yield the citations of each block by its role, in order; links are left to their own extractor."""
    text = roles.document.text
    story: Interval | None = None
    following = [block for block, _ in roles][1:]
    for place, (block, role) in enumerate(roles):
        if role == "heading":
            story = None
            yield from _in_heading(text, block)
        elif role == "table":
            yield from _in_table(roles, block, context)
        elif role in EVIDENCE:
            is_field = role == "source_line" and place < len(following)
            beside = _day_of_field(text, following[place], context) if is_field else None
            yield from _in_evidence(text, block, role, context, beside or story)
        elif role not in _SILENT:
            story = _day_of_field(text, block, context) or story
            yield from _in_prose(text, block, context, story)


def _day_of_field(text: str, block: Block, context: DateContext) -> Interval | None:
    """Return the day of a field such as "Published: 3 May 2026" in a block."""
    own = text[block.start : block.end]
    labelled = any(map(own.__contains__, _DAY_LABELS))
    found = _STORY_DAY.search(text, block.start, block.end) if labelled else None
    return day_in(found[1], context, first=True) if found else None


_SILENT: frozenset[BlockRole] = frozenset({"title", "rule", "code", "call", "hashtags", "contents"})


def _in_table(roles: Roles, block: Block, context: DateContext) -> Iterator[Citation]:
    for cell in cells_of(roles.document, block):
        if cell.is_source:
            yield from cite_pieces(roles.document.text, cell.span.start, cell.span.end, context, None)


def _in_evidence(
    text: str, block: Block, role: BlockRole, context: DateContext, story: Interval | None
) -> Iterator[Citation]:
    if role == "reference":
        yield from _marked_entries(text, block, context)
    elif role == "source_list":
        yield from _item(text, block, context, story)
    elif role != "source_table" and not words.LIST_HEADING.fullmatch(text, block.start, block.end):
        label = words.SOURCE_LINE.match(text, block.start, block.end)
        yield from cite_pieces(text, label.end() if label else block.start, block.end, context, story)


def _in_heading(text: str, block: Block) -> Iterator[Citation]:
    """Yield the outlet at the end or the beginning of a headline: "Ships rise | Orrin", "[Orrin] – Ships rise"."""
    behind = _HEADLINE_END.search(text, block.start, block.end)
    if behind and (
        known_start(behind["name"])
        or ("|" in behind[0] and is_plain_name(behind["name"]) and _is_headline(text[block.start : behind.start()]))
    ):
        yield cite(Span(*behind.span("name")), "source", behind["name"])
    before = _HEADLINE_START.match(text, block.start, block.end)
    if before:
        yield cite(Span(before.start(), before.end("name") + 1), "source", before["name"])


def _is_headline(words: str) -> bool:
    """Tell a headline from the name of a section in another language: "Arzneien | Drugs"."""
    return len(words.split()) >= _FEWEST_HEADLINE_WORDS or (
        len(words) >= _SHORTEST_WIDE_HEADLINE and not words.isascii() and " " not in words.strip()
    )


def _item(text: str, block: Block, context: DateContext, story: Interval | None) -> Iterator[Citation]:
    """Yield the sources of an entry of a list: the whole entry, its label, or its pieces."""
    if words.DEFINITION.match(text, block.start, block.end):
        yield from _marked_entries(text, block, context)
        return
    labelled = _leading(text, block.start, block.end, context, listed=True)
    if labelled:
        yield labelled
        return
    ends = [*words.DATED_ENTRY_END.finditer(text, block.start, block.end)]
    if len(ends) > 1:
        for start, end in pairwise([block.start, *(end.end() for end in ends)]):
            span = _trimmed(text, start, end)
            yield from _entry(text, span, context, story) if span else ()
        return
    cuts = _CUT.search(_shielded(text[block.start : block.end]))
    if cuts and not URL.search(text, block.start, block.end):
        yield from cite_pieces(text, block.start, block.end, context, story)
        return
    span = _trimmed(text, block.start, block.end)
    if span:
        yield from _entry(text, span, context, story)


def _marked_entries(text: str, block: Block, context: DateContext) -> Iterator[Citation]:
    """Yield each entry of a numbered list in one block; of "Orrin. (2025). Title." what stands before the title."""
    for line in _LINE.finditer(text, block.start, block.end):
        marked = words.DEFINITION.match(text, line.start(), line.end())
        span = _trimmed(text, marked.end() if marked else line.start(), line.end())
        if not marked or not span or URL.fullmatch(text, span.start, span.end):
            continue
        author = _AUTHOR_YEAR.match(text, span.start, span.end)
        yield from _entry(text, Span(span.start, author.end()) if author else span, context, None)


def cite_pieces(text: str, start: int, end: int, context: DateContext, story: Interval | None) -> Iterator[Citation]:
    """Yield a citation for each source between two offsets; a day alone is that of the names before it."""
    included = _INCLUDED.match(text, start, end)
    waiting: list[Citation] = []
    for span in _pieces(text, included.end() if included else start, end):
        piece = span.of(text)
        if _FIELD.match(piece) and not day_in(piece, context):
            continue
        day = day_in(piece, context)
        if day and is_day(piece):
            if len(waiting) == 1 and waiting[0].date is None and piece[:1].lower() not in "pu":
                waiting = [replace(waiting[0], span=Span(waiting[0].span.start, span.end))]
            waiting = _dated(waiting, day)
            continue
        tail = _TAIL_DAY.search(piece)
        last = day_in(tail["day"], context) if tail and is_day(tail["day"]) else None
        if tail and last and waiting:
            waiting = waiting if _APART.search(text, waiting[-1].span.end, span.start) else _dated(waiting, last)
            named = _entry(text, Span(span.start, span.start + tail.start()), context, last)
            waiting += named
            continue
        aside = _ASIDE.search(piece)
        kept = Span(span.start, span.start + aside.start()) if aside and not _VIA.search(piece) else span
        found = [*_entry(text, kept, context, None)]
        waiting = (_dated(waiting, day) if not found else waiting) + found
    yield from _dated(waiting, story)


def _dated(citations: list[Citation], day: Interval | None) -> list[Citation]:
    """Return the citations with a day for those that have none."""
    return [one if one.date else replace(one, date=day) for one in citations]


def _entry(text: str, span: Span, context: DateContext, story: Interval | None) -> Iterator[Citation]:
    """Yield the source of one piece, and who passes it on: "Orrin (via Reuters)"."""
    piece = span.of(text)
    via = _VIA.search(piece)
    own = piece[: via.start()].rstrip() if via and via.start() else piece
    entry = read_entry(own, context)
    if entry.name is None:
        return
    passed_on = via["name"].strip() if via and via.start() else None
    citation = cite(Span(span.start, span.start + len(own)), "source", entry.name, date=entry.date or story)
    yield replace(citation, url=entry.url, via=passed_on)
    if via and passed_on:
        yield cite(Span(span.start + via.start(), span.start + via.end()), "source", passed_on, date=story)


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """Cut a line at its separators; at commas only where that leaves nothing but names and days."""
    shielded = _shielded(text[start:end])
    found: list[Span] = []
    for first, last in _cut(_CUT, shielded, 0, len(shielded)):
        parts = [*_cut(_COMMA, shielded, first, last)]
        whole = [(first, last)]
        names = [text[start + low : start + high] for low, high in parts]
        split = (
            len(parts) > 1
            and all(_is_name_or_day(name) for name in names)
            and not _has_authors(shielded[first:last])
            and not _has_work(names)
        )
        for low, high in parts if split else whole:
            label = words.SOURCE_LINE.match(text, start + low, start + high)
            span = _trimmed(text, label.end() if label else start + low, start + high)
            found += [span] if span else []
    return found


def _has_work(names: list[str]) -> bool:
    """Tell whether a body stands before the title of its data: "Bank of Canada, Overnight Rate Data"."""
    body, *titles = [name.strip(" .*_") for name in names if not is_day(name)] or [""]
    is_body = len(titles) == 1 and identify(body).type in ("regulator", "data")
    return is_body and bool(_DATA_TITLE.search(titles[0])) and not known_start(titles[0])


def _has_authors(line: str) -> bool:
    """Tell whether persons stand before their outlet: "Doe & Roe, Reuters"."""
    found = _AUTHORED.fullmatch(line.strip(" *_"))
    return bool(found and known_start(found["outlet"]) and not any(map(is_outlet, _COMMA.split(found["authors"]))))


def _is_name_or_day(part: str) -> bool:
    part = without_short_day(_TAIL.sub("", part)).strip(" .*_[]")
    return is_plain_name(part) or is_day(part) or part[:1] == "@"


def _shielded(line: str) -> str:
    """Return a line with brackets, quotes and addresses blotted out, so that no separator is seen in them."""
    return _SHIELDED.sub(lambda found: "x" * len(found[0]), line)


def _cut(separator: re.Pattern[str], line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in separator.finditer(line, start, end):
        if match.start() > begin:
            yield begin, match.start()
        begin = match.end()
    if begin < end:
        yield begin, end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in " \n\t*_—–-.,[":
        start += 1
    while end > start and text[end - 1] in " \n\t*_—–.,]":
        end -= 1
    return Span(start, end) if start < end else None


def _in_prose(text: str, block: Block, context: DateContext, story: Interval | None) -> Iterator[Citation]:
    """Yield what a block of text says of its sources at its edges."""
    start, end = block.start, block.end
    own = text[start:end]
    if ":" in own or "：" in own:
        labelled = _leading(text, start, end, context, listed=False)
        if labelled:
            yield labelled
        yield from _labelled(text, start, end, context, story)
    if "|" in own or "·" in own or "•" in own:
        yield from _with_days(text, start, end, context)
    if "Xiv" in own or "xiv" in own or "10." in own:
        for paper in _PAPER.finditer(text, start, end):
            server = next((name for name in _SERVERS if paper[0].lower().startswith(name.lower())), paper[0])
            yield cite(Span(*paper.span()), "source", server)
    yield from _behind(text, start, end, context)


_SERVERS = ("arXiv", "bioRxiv", "medRxiv")


def _labelled(text: str, start: int, end: int, context: DateContext, story: Interval | None) -> Iterator[Citation]:
    """Yield "Source: Orrin" within a block, and "Orrin (3 May):" at the beginning of a sentence."""
    own = text[start:end]
    for dated in _DATED.finditer(text, start, end) if "):" in own or ")：" in own else ():
        if is_day(dated["day"]):
            yield cite(Span(*dated.span()), "source", dated["name"], date=day_in(dated["day"], context))
    for label in _IN_LINE.finditer(text, start, end) if words.may_label(own) else ():
        if text[label.start() - 1 : label.start()] in ("(", "["):
            continue
        reach = min(end, label.end() + _LONGEST_LINE + _LOOK_AHEAD)
        stops = (stop.start() for stop in _STOP.finditer(text, label.end(), reach))
        last = next((stop for stop in stops if not _closes(text, label.end(), stop)), reach)
        if last - label.end() <= _LONGEST_LINE:
            yield from cite_pieces(text, label.end(), last, context, story)


def _closes(text: str, start: int, at: int) -> bool:
    """Tell whether a bracket closes one that opened after ``start``."""
    opened = {")": "(", "]": "["}.get(text[at])
    return opened is not None and text.count(opened, start, at) > text.count(text[at], start, at)


def _with_days(text: str, start: int, end: int, context: DateContext) -> Iterator[Citation]:
    """Yield "Orrin | 3 May 2026"."""
    for beside in _BESIDE.finditer(text, start, end):
        day = day_in(beside["day"], context)
        name = beside["name"].split(" - ")[0].strip("*_ ")
        separated = text[max(start, beside.start() - 2) : beside.start()].strip() in ("|", ">", "·")
        name = known_start(name) or (name if separated and is_plain_name(name.split(" (")[0]) else "")
        if day and name and is_day(beside["day"]):
            yield cite(Span(*beside.span()), "source", name, date=day)


def _leading(text: str, start: int, end: int, context: DateContext, *, listed: bool) -> Citation | None:
    """Return the outlet that what follows is from: "Reuters:" or "Orrin (3 May 2026):" at the beginning."""
    match = _LEADING.match(text, start, end)
    if not match or match.end() + 1 >= end or URL.match(text, match.end() + 1, end):
        return None
    day = day_in(match["day"], context) if match["day"] else None
    name = match["name"]
    quotes = text[match.end() + 1 : match.end() + 2] in ("“", '"', "„", "«") and bool(_TWO_CAPITALS.search(name))
    named = is_plain_name(name) and (quotes or (listed and match["day"] is None))
    if day or named or identify(name).type in PUBLISHING - {"social"}:
        return cite(Span(match.start(), match.end()), "source", name, date=day)
    return None


def _behind(text: str, start: int, end: int, context: DateContext) -> Iterator[Citation]:
    """Yield outlets alone behind the last sentence: "… in May. Reuters." or "… in May — Reuters"."""
    line = text.rfind("\n", start, end) + 1
    low = max(start, line, end - _BEHIND_REACH)
    match = _BEHIND.search(text, low, end) if _MARK_BEFORE_NAMES.search(text, low - 1, end - 2) else None
    if match and match.start() > start and lists_outlets(match["names"]):
        yield from cite_pieces(text, match.start("names"), match.end("names"), context, None)
