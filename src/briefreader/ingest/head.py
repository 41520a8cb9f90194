"""Who published an article, when, under what title, and where it comes from, as its own text says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefreader.ingest.clean import clean_line, clean_url
from briefreader.ingest.dates import parse_date
from briefreader.ingest.drafts import DraftBlock
from briefreader.model.article import Origin


@dataclass(slots=True, kw_only=True)
class Head:
    """Metadata; None where the article does not say."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    origin: Origin | None = None
    url: str | None = None
    published_on: date | None = None


_HEAD_BLOCKS = 8
_LONGEST_TITLE_WORDS = 30
_FEWEST_TITLE_WORDS = 3
_GENERIC = re.compile(
    r"(?:why (?:this|it) matters|introduction|overview|(?:executive )?summary|the big picture|what happened"
    r"|what changed"
    r"|key (?:points|takeaways|facts|terms|developments.*)|takeaways|background|context)\W*",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"By\s(?P<name>[A-Z][\w.'’-]+(?:\s(?:and\s)?[A-Z][\w.'’-]+){0,5})(?:\s*[|·,–—-]\s*(?P<rest>.{4,60}))?$"
)
_LABEL = re.compile(
    r"(?P<label>published|posted|date|updated|publisher|outlet|url|link|source|original source"
    r"|via)\s?:\s*(?P<value>.+)$",
    re.IGNORECASE,
)
_PUBLISHED_LINE = re.compile(r"(?:published|posted)\s(?:on\s)?(?P<value>\w.{5,40})$", re.IGNORECASE)
_CAPITALISED = r"(?:[A-Z][\w&’'-]*|[a-z]{1,3}[A-Z]\w*|\d+)"
_DOMAIN = r"(?:[a-z0-9-]+\.)+[a-z]{2,6}"
_ORIGIN = re.compile(
    r"(?:[Cc]urated from|[Oo]riginally (?:published|appeared) (?:on|in|at|by)|[Ff]irst (?:published"
    r"|appeared) (?:on|in|at|by)"
    r"|(?:[Ss]yndicated|[Aa]dapted|[Rr]epublished) from|(?:content|article|story|piece) lives on"
    r"|^(?:[Oo]riginal )?[Ss]ource:"
    r"|^[Vv]ia:?)\s+(?:the\s)?"
    rf"(?P<name>{_DOMAIN}|(?!Read\b){_CAPITALISED}(?:\s(?!Read\b)(?:(?:of|the|and|&)\s)?{_CAPITALISED}){{0,4}})"
)
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]]+[^\s<>()\[\].,;:!?'\"]")
_TAKE = re.compile(r"(?P<publisher>[A-Z][\w ]{1,40}?)[’']s (?:[Tt]ake|[Vv]iew) on\b")
_PREPARED = re.compile(r"prepared by the (?P<publisher>[A-Z][\w ]{1,40}?) (?:editorial )?team")


def read_head(drafts: Sequence[DraftBlock], head: Head | None = None) -> Head:
    """Return what the blocks say of themselves, and mark those that say nothing else.

    ``head`` is what is known already (front matter, a page's own metadata); it wins over the text.
    """
    head = head or Head()
    title_at = _find_title(drafts, head)
    for number, draft in enumerate(drafts):
        if draft.role == "provenance":
            _read_origin(draft.text, head)
        if number <= title_at + _HEAD_BLOCKS and draft.kind in ("paragraph", "heading"):
            _read_line(draft, head)
        _read_publisher(draft, head)
    _fold_repeated_titles(drafts, title_at, head)
    return head


def _find_title(drafts: Sequence[DraftBlock], head: Head) -> int:
    """Mark the block that is the title and return its place; -1 when the text has none."""
    for number, draft in enumerate(drafts[:_HEAD_BLOCKS]):
        if head.title and _same(draft.text, head.title):
            draft.role = "title"
        elif head.title or not _can_be_title(draft):
            if _begins_the_article(draft):
                return -1
            continue
        draft.role, draft.kind, draft.level = "title", "heading", 1
        head.title = head.title or clean_line(draft.text)
        _fold_site_name(drafts[:number], head)
        return number
    return -1


def _begins_the_article(draft: DraftBlock) -> bool:
    if draft.role != "body" or draft.kind == "heading":
        return False
    return draft.kind != "paragraph" or draft.text.endswith((".", "!", "…"))


def _can_be_title(draft: DraftBlock) -> bool:
    words = draft.text.split()
    explicit = draft.kind == "heading" and draft.level == 1 and draft.role == "body"
    return explicit or (
        draft.role == "body"
        and draft.kind in ("paragraph", "heading")
        and _FEWEST_TITLE_WORDS <= len(words) <= _LONGEST_TITLE_WORDS
        and not draft.text.endswith((".", "!", ":", ";", "…"))
        and not _GENERIC.fullmatch(draft.text)
        and not _BYLINE.match(draft.text)
        and not _LABEL.match(draft.text)
    )


def _fold_site_name(before: Sequence[DraftBlock], head: Head) -> None:
    """Take a short line above the title for the site's name."""
    for draft in before:
        told = _LABEL.match(draft.text) or _BYLINE.match(draft.text)
        if draft.role == "body" and not told and len(draft.text.split()) < _FEWEST_TITLE_WORDS:
            draft.role, draft.kind = "furniture", "paragraph"
            head.publisher = head.publisher or clean_line(draft.text)


def _read_line(draft: DraftBlock, head: Head) -> None:
    if draft.role not in ("body", "furniture", "provenance"):
        return
    byline = _BYLINE.match(draft.text)
    if byline:
        head.byline = head.byline or clean_line(byline["name"])
        head.published_on = head.published_on or parse_date(byline["rest"] or "")
        draft.role, draft.kind = "furniture", "paragraph"
        return
    label = _LABEL.match(draft.text) or _PUBLISHED_LINE.match(draft.text)
    if label and _read_label(label, head):
        draft.role = draft.role if draft.role == "provenance" else "furniture"
        draft.kind = "paragraph"
    elif draft.role == "furniture" or parse_date(draft.text):
        parts = (re.sub(r"^\W+", "", part) for part in re.split(r"\s[·|•]\s", draft.text))
        dates = filter(None, map(parse_date, parts))
        head.published_on = head.published_on or next(dates, None)
        draft.role = "furniture"


def _read_label(line: re.Match[str], head: Head) -> bool:
    label = (line.groupdict().get("label") or "published").lower()
    value = line["value"].strip()
    if label in ("published", "posted", "date"):
        day = parse_date(re.split(r"\s[·|•]\s", value)[0])
        head.published_on = head.published_on or day
        return day is not None
    if label in ("publisher", "outlet"):
        head.publisher = head.publisher or clean_line(value)
        return True
    if label in ("url", "link"):
        head.url = head.url or clean_url(value)
        return True
    return label == "updated"


def _read_origin(text: str, head: Head) -> None:
    match = _ORIGIN.search(text)
    if head.origin is None and match:
        address = _ADDRESS.search(text, match.end())
        head.origin = Origin(clean_line(match["name"]), clean_url(address[0]) if address else None)


def _read_publisher(draft: DraftBlock, head: Head) -> None:
    take = _TAKE.match(draft.text)
    if take and draft.kind == "paragraph" and len(draft.text.split()) <= _LONGEST_TITLE_WORDS:
        draft.kind, draft.level = "heading", 2
    prepared = _PREPARED.search(draft.text) if draft.role == "provenance" else None
    match = take or prepared
    if match and head.publisher is None:
        head.publisher = clean_line(match["publisher"])


def _fold_repeated_titles(drafts: Sequence[DraftBlock], title_at: int, head: Head) -> None:
    if not head.title:
        return
    for number, draft in enumerate(drafts):
        if number == title_at or draft.role != "body" or draft.kind not in ("paragraph", "heading"):
            continue
        rest = draft.text[len(head.title) :]
        site = re.fullmatch(r"\s[·|–—-]\s(.{2,60})", rest)
        if _same(draft.text, head.title) or (_same(draft.text[: len(head.title)], head.title) and site):
            draft.role, draft.kind = "furniture", "paragraph"
            head.publisher = head.publisher or (clean_line(site[1]) if site else None)


def _same(words: str, others: str) -> bool:
    fold = str.maketrans("’‘“”‑", "''\"\"-")
    return words.translate(fold).casefold().split() == others.translate(fold).casefold().split()
