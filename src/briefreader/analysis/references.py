"""Links, bare addresses, and numbered references with the article's own list of them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from briefreader.analysis.citing import cite, cite_site
from briefreader.analysis.dates import DateContext
from briefreader.analysis.gazetteer import is_known, publisher_of
from briefreader.analysis.parentheses import Entry, cite_list
from briefreader.model.citation import Citation
from briefreader.model.document import Document, InlineSpan
from briefreader.model.span import Span

_URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]]+[^\s<>()\[\].,;:!?'\"”’]")
_REFERENCE = re.compile(r"\[(\^?[\w-]{1,12}(?:\s?[,–-]\s?\d{1,3})*)\](?!\(|:)")
_BEFORE_REFERENCE = re.compile(r"[\w.,;:!?\"”’)%\]]\s?$")
_ENTRY = re.compile(
    r"(?:^\s*|(?<=\s))(?:\[(\^?[\w-]{1,12})\]:?|(?<![^\n]\s)(\d{1,3})[.)])\s+(\S[^\n\[]*)", re.MULTILINE
)
_HEADED = re.compile(
    r"^(?:References|Notes|Sources|Footnotes|Endnotes|Citations|Quellen|Sources et notes|Fuentes)\s*:?$", re.IGNORECASE
)
_SITE = re.compile(r"(?:https?://)?(?:www\.)?([^/\s?#:]+)", re.IGNORECASE)
_CALL_TO_ACTION = re.compile(
    r"(?:subscribe|sign (?:up|in)|log in|unsubscribe|view (?:in|this)|share|read (?:more|it|on)|tweet"
    r"|follow|here\b.{0,20}$|click"
    r"|download|privacy|terms|donate|register|manage|forward|advertise|sponsor|archive|home$|about$|contact"
    r"|reply|email|comment"
    r"|get (?:the|our)|join|upgrade|start (?:your|a)|learn more|book |buy |refer |rss|podcast|listen|watch"
    r"|hide|show more|next|previous"
    r"|cookie|support|help|jobs|careers|newsletter|our |back to|skip)",
    re.IGNORECASE,
)
_SHARING = re.compile(
    r"/(?:intent|share|sharer|sharearticle|subscribe|unsubscribe|signup|login|account|preferences)\b", re.IGNORECASE
)
_LONGEST_NAME = 6


def find_links(document: Document, context: DateContext) -> Iterator[Citation]:
    """Yield links to web pages and bare addresses; navigation and calls to action are none."""
    for inline in document.inlines:
        if inline.style == "link" and (site := _SITE.match(inline.target)) and inline.target.lower().startswith("http"):
            words = inline.span.of(document.text).strip()
            if words and not _CALL_TO_ACTION.match(words) and not _SHARING.search(inline.target):
                yield _link(inline, words, site[1], context)
    for match in _URL.finditer(document.text) if "://" in document.text or "www." in document.text else ():
        site = _SITE.match(match[0])
        yield cite_site(Span(*match.span()), "url", match[0], site[1] if site else match[0])


def _link(inline: InlineSpan, words: str, host: str, context: DateContext) -> Citation:
    """Return the citation of a link; its words may name the source better than its address."""
    entry = Entry.read(words, context) if len(words.split()) <= _LONGEST_NAME else None
    citation = cite_site(inline.span, "link", inline.target, host)
    if entry is None:
        return citation
    is_same = publisher_of(host).name.lower() in (entry.name.lower(), f"the {entry.name.lower()}") or _squeezed(
        entry.name
    ) in (_squeezed(label) for label in host.split("."))
    if is_known(entry.name) or is_same or (entry.date and entry.can_be_one):
        named = cite(inline.span, "link", entry.name, document=entry.work, date=entry.date)
        return replace(named, url=inline.target)
    return replace(citation, date=entry.date)


def _squeezed(name: str) -> str:
    """Return the plain letters of a name, as hosts write it: "RTÉ" is rte, "Irish Times" is irishtimes."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in plain if letter.isalnum()).removeprefix("the")


def find_references(document: Document, context: DateContext) -> Iterator[Citation]:
    """Yield numbered references, each resolved through the article's own list where that has the number."""
    entries = dict(_entries(document))
    for match in _REFERENCE.finditer(document.text):
        span = Span(*match.span())
        if not _BEFORE_REFERENCE.search(document.text[max(0, span.start - 2) : span.start]):
            continue
        keys = [key.strip() for key in re.split(r"[,–]|(?<=\d)-(?=\d)", match[1])]
        if not (match[1].lstrip("^")[:1].isdigit() or keys[0] in entries):
            continue
        for key in keys:
            place = entries.get(key)
            yield _resolved(document.text, span, place, context) if place else cite(span, "ref", None)


def _entries(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield the keys of the article's list of references, and where its entries stand."""
    in_list = False
    if not _REFERENCE.search(document.text):
        return
    for block in document.blocks:
        words = document.words_of(block)
        in_list = bool(_HEADED.match(words.strip())) or (in_list and block.kind != "heading")
        for match in _ENTRY.finditer(document.text, block.start, block.end):
            if match[1] or in_list:
                yield (match[1] or match[2]), Span(match.start(3), match.end(3))
        marker = re.fullmatch(r"\[?(\^?\d{1,3})[\].)]*", block.marker)
        if marker and in_list and block.end > block.start:
            yield marker[1], Span(block.start, block.end)


def _resolved(text: str, span: Span, place: Span, context: DateContext) -> Citation:
    words = place.of(text)
    url = _URL.search(words)
    named = next(cite_list(words.rstrip("."), span, context, introduced=True), None)
    if named is None and url:
        named = cite_site(span, "ref", url[0], (_SITE.match(url[0]) or url)[1])
    if named is None:
        named = cite(span, "ref", words.split(",")[0].strip()[:60])
    return replace(named, form="ref", resolution="reference", target=place, url=url[0] if url else named.url)


def spans_of_entries(document: Document) -> list[Span]:
    """Return where the entries of the article's own list of references stand: they support no claim themselves."""
    return [span for _, span in _entries(document)]
