"""Links, bare addresses, and marks that point at the article's own list of sources."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from briefreader.analysis.citations.citing import cite, cite_site
from briefreader.analysis.citations.entries import URL, day_in, is_day, read_entry
from briefreader.analysis.citations.parentheses import Entry
from briefreader.analysis.citations.said_days import SAID, day_said
from briefreader.analysis.dates.dates import DateContext
from briefreader.analysis.names.gazetteer import identify, is_known, publisher_of
from briefreader.analysis.names.hosts import ADDRESS, speaker_of
from briefreader.analysis.names.names import DOMAIN
from briefreader.analysis.roles.cells import cells_of
from briefreader.analysis.roles.outlets import PUBLISHING
from briefreader.analysis.roles.role_words import DEFINITION, SOURCE_LINE
from briefreader.analysis.roles.roles import EVIDENCE, Roles
from briefreader.model.citation import Citation
from briefreader.model.document import Block, Document, InlineSpan
from briefreader.model.interval import Interval
from briefreader.model.span import Span

_MARK = re.compile(
    r"\[(?P<keys>\^?(?:[Rr]ef\.?\s|[A-Z]\s)?[\w.-]{1,64}(?:\s?[,;–-]\s?#?\^?[\w]{1,6})*)\](?!\()"
    r"|\((?:see\s)?(?P<named>[A-Z]{1,3}-?\d{1,3}(?:(?:,|;|\sand)\s?[A-Z]{1,3}-?\d{1,3})*)\)"
)
_KEY = re.compile(r"\^?(?:[A-Z]\s)?[\w.-]+")
_COUNTED = re.compile(
    r"\b(?P<word>[Aa]rticles?|[Ss]ources?|[Rr]efs?\.?|[Ii]tems?|[Ss]tor(?:y|ies))(?P<colon>:?)\s"
    r"(?P<keys>\d{1,3}(?:(?:,\s|\s?[&–]\s?|,?\sand\s)\d{1,3})*)(?![\w%.]\d|\s(?:per|million|billion))"
)
_NUMBERED_HEADING = re.compile(r"(?:\[(\d{1,3})\]|(\d{1,3})[.)])\s")
_BEFORE_MARK = re.compile(r"[\w.,:;!?\"”’)%\]*_|—–•-]\s?$")
_ENTRY = re.compile(
    r"^\s*(?:\[(\^?[\w. -]{1,32})\]:?|(\d{1,3})[.)]|([A-Z]{1,3}-?\d{1,3})[.:)])\s*(\S[^\n]*)", re.MULTILINE
)
_MANY_ENTRIES = re.compile(r"\[(\^?[\w-]{1,12})\]:?\s+([^\n\[]+)")
_MARKER = re.compile(r"\[?(\^?\d{1,3})[\].)]*")
_NOTE = re.compile(r"\[\^?\d{1,3}\]")
"""The mark of a note of Markdown that stands under a heading for sources."""
_CALL_TO_ACTION = re.compile(
    r"(?:subscribe|sign (?:up|in)|log in|unsubscribe|view (?:in|this)|share|read (?:more|it|on)|tweet"
    r"|follow|here\b.{0,20}$|click"
    r"|download|privacy|terms|donate|register|manage|forward|advertise|sponsor|archive|home$|about$|contact"
    r"|reply|email|comment"
    r"|get (?:the|our)|join|apply\b|(?:i[’']m|we[’']re) hiring|upgrade|start (?:your|a)|learn more|book |buy "
    r"|refer |rss|podcast|listen|watch"
    r"|hide|show more|next|previous"
    r"|cookie|support|help|jobs|careers|newsletter|our |back to|skip)",
    re.IGNORECASE,
)
_SHARING = re.compile(
    r"/(?:intent|share|sharer|sharearticle|subscribe|unsubscribe|signup|login|account|preferences)\b", re.IGNORECASE
)
_LONGEST_NAME = 6
_AFTER_LINK = 48
_DOMAIN = re.compile(DOMAIN)
_SUBDOMAINS = frozenset("www docs blog news support help developer developers research data api app m en shop".split())
_DAY_BEHIND = re.compile(r"[*_]*,?\s?(?:filed\s|published\s|[—–·|-]\s?)?\(?(?P<day>[^()\n;|]{4,40})")


def find_links(roles: Roles, context: DateContext) -> Iterator[Citation]:
    """Yield links to web pages; navigation, calls to action and links to the site itself are none."""
    document = roles.document
    own = _own_hosts(roles)
    for inline in document.inlines:
        if inline.style != "link" or not inline.target.lower().startswith("http"):
            continue
        words = inline.span.of(document.text).strip()
        role = roles.at(inline.span.start)
        calls = role not in EVIDENCE and _CALL_TO_ACTION.match(words)
        if not words or calls or _SHARING.search(inline.target):
            continue
        if role in EVIDENCE or _host(inline.target) not in own:
            yield _link(document, inline, words, context)


def find_addresses(roles: Roles, context: DateContext) -> Iterator[Citation]:
    """Yield bare addresses."""
    document = roles.document
    for match in URL.finditer(document.text) if "://" in document.text or "www." in document.text else ():
        if roles.at(match.start()) != "template":
            day = _day_behind(document.text, match.end(), context)
            yield cite_site(Span(*match.span()), "url", match[0], date=day)


def _host(target: str) -> str:
    address = ADDRESS.match(target)
    return address["host"].lower() if address else target


def _own_hosts(roles: Roles) -> frozenset[str]:
    """Return the hosts that the page's own navigation leads to, but for those where others publish."""
    return frozenset(
        host
        for inline in roles.document.inlines
        if inline.style == "link" and roles.at(inline.span.start) in ("navigation", "contents", "title")
        for host in [_host(inline.target)]
        if publisher_of(host).type == "unknown" and inline.target.lower().startswith("http")
    )


def _link(document: Document, inline: InlineSpan, words: str, context: DateContext) -> Citation:
    """Return the citation of a link; its words may name the source better than its address."""
    day = day_in(words, context) or _day_behind(document.text, inline.span.end, context)
    if day is None and (said := SAID.fullmatch(words)):
        day = day_said(document.text, inline.span.end, said["verb"], context)
    speaker = speaker_of(inline.target, words)
    entry = Entry.read(words, context) if len(words.split()) <= _LONGEST_NAME else None
    citation = cite_site(inline.span, "link", inline.target, words, date=day)
    if entry is None or _DOMAIN.fullmatch(words):
        return citation
    host = _host(inline.target)
    is_same = publisher_of(host).name.lower() in (entry.name.lower(), f"the {entry.name.lower()}") or _squeezed(
        entry.name
    ) in (_squeezed(label) for label in host.split(".") if label not in _SUBDOMAINS)
    publishes = identify(entry.name).type in PUBLISHING
    if publishes or is_same or (speaker.is_relay and is_known(entry.name)) or (entry.date and entry.can_be_one):
        named = cite(inline.span, "link", entry.name, document=entry.work, date=entry.date or day)
        return replace(named, url=inline.target)
    return citation


def _day_behind(text: str, end: int, context: DateContext) -> Interval | None:
    """Return the day printed right behind a link or an address: "(3 May 2026)", ", filed Jun. 3 2026", "— Aug 13"."""
    match = _DAY_BEHIND.match(text, end, min(len(text), end + _AFTER_LINK))
    if not match or match.end("day") == end:
        return None
    day = match["day"].strip(" .*_")
    return day_in(day, context) if is_day(day) else None


def _squeezed(name: str) -> str:
    """Return the plain letters of a name, as hosts write it: "RTÉ" is rte, "Irish Times" is irishtimes."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in plain if letter.isalnum()).removeprefix("the")


_ISSUES = re.compile(
    r"[\[(](?P<list>(?:[\w.-]+/[\w.-]+)?#\d{1,6}(?:(?:,|;|\s?–"
    r"|\sand)\s?(?:[\w.-]+/[\w.-]+)?#\d{1,6})*)(?:\s[a-z]+)?[\])]"
)
_ISSUE = re.compile(r"(?P<owner>[\w.-]+/[\w.-]+)?#\d{1,6}(?:\s?–\s?#\d{1,6})?")


def find_issues(text: str) -> Iterator[Citation]:
    """Yield issues on a code host: "[owner/project#12, #13]"; one without a name is of the project before."""
    owner: str | None = None
    for match in _ISSUES.finditer(text) if "#" in text else ():
        issues = [*_ISSUE.finditer(text, *match.span("list"))]
        for issue in issues:
            owner = issue["owner"] or owner
            if owner:
                yield cite(Span(*match.span()) if len(issues) == 1 else Span(*issue.span()), "ref", owner)


class _Source(NamedTuple):
    """An entry of the article's own list, and what of it names the source."""

    place: Span
    words: str
    name: str | None = None
    """The source, where a column of its own names it."""


def find_references(roles: Roles, context: DateContext) -> Iterator[Citation]:
    """Yield each mark by itself, resolved through the article's own list where that has its key."""
    entries = dict(_entries(roles))
    text = roles.document.text
    read: dict[str, Citation] = {}
    for match in _MARK.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()]
        if "\n" in before or not _BEFORE_MARK.search(before):
            continue
        group = "keys" if match["keys"] else "named"
        keys = [*_KEY.finditer(text, *match.span(group))]
        known = [key for key in keys if key[0] in entries]
        numbered = match["keys"] and all(key[0].lstrip("^").isdigit() for key in keys)
        noted = [key for key in keys if key[0].startswith("^")]
        for key in keys if numbered else known or noted:
            span = Span(*match.span()) if len(keys) == 1 else Span(*key.span())
            source = entries.get(key[0])
            if source and key[0] not in read:
                read[key[0]] = _resolved(span, source, context)
            yield (
                replace(read[key[0]], span=span)
                if source
                else cite(span, "ref", None if numbered else key[0].lstrip("^"))
            )


def find_counted(roles: Roles, context: DateContext) -> Iterator[Citation]:
    """Yield references in words to the article's own numbered sections or sources: "articles 2, 3"."""
    text = roles.document.text
    if not any(word in text for word in ("rticle", "ource", "tory", "ories", "tem")):
        return
    entries = {**dict(_sections(roles)), **dict(_entries(roles))}
    for match in _COUNTED.finditer(text) if entries else ():
        keys = [*re.finditer(r"\d+", match["keys"])]
        if not all(key[0] in entries for key in keys):
            continue
        for place, key in enumerate(keys):
            start = match.start("keys") + key.start()
            with_word = place == 0 and not match["colon"]
            yield _resolved(
                Span(match.start() if with_word else start, match.start("keys") + key.end()), entries[key[0]], context
            )


def _sections(roles: Roles) -> Iterator[tuple[str, _Source]]:
    """Yield numbered headings with the source that stands below them, in a table of fields or a source line."""
    document = roles.document
    key = ""
    for block, role in roles:
        if role == "heading":
            numbered = _NUMBERED_HEADING.match(document.words_of(block))
            key = (numbered[1] or numbered[2]) if numbered else ""
        elif key and role == "source_line":
            label = SOURCE_LINE.match(document.words_of(block))
            if label:
                yield key, _Source(Span(block.start, block.end), document.words_of(block)[label.end() :])
                key = ""
        elif key and role == "table":
            named = [cell.span.of(document.text) for cell in cells_of(document, block) if cell.is_source]
            if named:
                words = ", ".join(
                    [named[0], *(w for w in (c.span.of(document.text) for c in cells_of(document, block)) if is_day(w))]
                )
                yield key, _Source(Span(block.start, block.end), words, named[0])
                key = ""


def _entries(roles: Roles) -> Iterator[tuple[str, _Source]]:
    """Yield the keys of the article's lists of sources, and where their entries stand."""
    for block, role in roles:
        if role == "source_table":
            yield from _rows(roles.document, block)
        elif role in ("reference", "source_list", "source_line"):
            marker = _MARKER.fullmatch(block.marker)
            if marker and role == "source_list" and block.end > block.start:
                yield marker[1], _Source(Span(block.start, block.end), _with_target(roles, block))
            yield from _in_block(roles.document.text, block)


def _in_block(text: str, block: Block) -> Iterator[tuple[str, _Source]]:
    for match in _ENTRY.finditer(text, block.start, block.end):
        yield match[1] or match[2] or match[3], _Source(Span(match.start(4), match.end(4)), match[4])
    if text.count("[", block.start, block.end) > 1 and text.find("\n", block.start, block.end) < 0:
        for match in _MANY_ENTRIES.finditer(text, block.start, block.end):
            yield match[1], _Source(Span(match.start(2), match.end(2)), match[2])


def _with_target(roles: Roles, block: Block) -> str:
    """Return the words of an entry with the first address that a link of it leads to."""
    words = roles.document.words_of(block)
    target = "" if "://" in words else next((target for _, _, target in roles.links_in(block) if target), "")
    return f"{words} {target}" if target else words


def _rows(document: Document, block: Block) -> Iterator[tuple[str, _Source]]:
    """Yield the rows of a table of sources by their first cell, the cells that name the source and its day first."""
    for row in block.rows[1:]:
        key = document.text[row[0][0] : row[0][1]].strip("[]()#. ") if row else ""
        cells = [*cells_of(document, replace(block, rows=(block.rows[0], row)))]
        named = [cell.span.of(document.text) for cell in cells if cell.is_source]
        dated = [
            cell.span.of(document.text)
            for cell in cells
            if cell.column and cell.column.of(document.text).lower() in ("published", "date", "day", "year")
        ]
        if key and cells:
            words = ", ".join([*named, *dated]) or " — ".join(cell.span.of(document.text) for cell in cells[1:])
            yield key, _Source(Span(cells[0].span.start, cells[-1].span.end), words, named[0] if named else None)


def _resolved(span: Span, source: _Source, context: DateContext) -> Citation:
    entry = read_entry(source.words, context)
    named = cite(span, "ref", source.name or entry.name or source.words.split(",")[0].strip()[:60], date=entry.date)
    return replace(named, resolution="reference", target=source.place, url=entry.url)


def spans_of_entries(roles: Roles) -> list[Span]:
    """Return where definitions stand that marks point at and readers do not see: they are no citations themselves."""
    return [
        Span(block.start, block.end)
        for block, role in roles
        if role == "source_table"
        or (role == "source_list" and _NOTE.fullmatch(block.marker))
        or (role == "reference" and _is_hidden(roles.document.words_of(block)))
    ]


def _is_hidden(words: str) -> bool:
    """Tell a definition of Markdown (``[^1]: …``), which readers see as a note, from an entry of a list."""
    defined = DEFINITION.match(words)
    return defined is not None and bool(defined["hidden"])
