"""Find the title of an article among its blocks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefreader.ingest.choosing import ENOUGH, headline
from briefreader.ingest.dates import parse_date
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.labels import BYLINE, DAYS, parse_label
from briefreader.ingest.readings import Head
from briefreader.ingest.titles import same_words

LONGEST_TITLE_WORDS = 30
_FEWEST_TITLE_WORDS = 3
_OPENING_BLOCKS = 8
_SURE = 0.9
_FEWEST_ALIKE, _FEWEST_FIELDS = 2, 3
_GENERIC = re.compile(
    r"(?:why (?:this|it) matters|introduction|overview|(?:executive )?summary|the big picture|what happened"
    r"|what changed|info|content|contents|abstract|metadata|notes?|tl;?dr|highlights|properties|article"
    r"|(?:today['’]s )?top (?:\d+|(?:news|stories|headlines|themes))"
    r"|key (?:points|takeaways|facts|terms|developments.*)|takeaways|background|(?:document )?context"
    r"|(?:industry|market|sector|company|equity|economic|investment|policy|technology|special)"
    r" (?:analysis|analyses|research|reports?|insights?|commentary|updates?|notes?|news|features?|outlook|overview)"
    r"|einleitung|zusammenfassung|résumé|introducción|resumen|摘要|执行摘要)\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?P<sign>[A-Z]?|(?:part|section|teil|story|item) )(?P<number>\d{1,2})(?=[.:)\s])", re.IGNORECASE
)
_PRODUCED = re.compile(
    r"(?:published|edited|reviewed|proofread|translated|compiled|prepared|curated|designed|photo(?:graph)?s?"
    r"|illustrations?) by\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?://[^\s<>()\[\]]+[^\s<>()\[\].,;:!?'\"]")


def find_title(drafts: Sequence[DraftBlock], head: Head) -> int:
    """Mark the block that is the title and return its place; -1 when the text has none."""
    known = [one.value for one in head.titles if one.confidence >= ENOUGH] + [
        title for title in [headline(head)] if title
    ]
    of_first_level = sum(_is_first_level(draft) for draft in drafts)
    is_sure = any(one.confidence >= _SURE for one in head.titles)
    first = list(_opening(drafts))
    for number in first:
        draft = drafts[number]
        is_known = any(same_words(draft.text, title) for title in known) and draft.kind in ("paragraph", "heading")
        if is_known or (_is_first_level(draft) and not is_sure):
            _fold_site_name(drafts[:number], head)
            sure = 0.9 if of_first_level == 1 and _is_first_level(draft) else 0.7
            _take_title(draft, head, sure=sure, is_known=is_known)
            return number
    number = _first_line(drafts, first) if not known else -1
    if number >= 0:
        _fold_site_name(drafts[:number], head)
        _take_title(drafts[number], head, sure=0.7, is_known=False)
    return number


def _first_line(drafts: Sequence[DraftBlock], places: Iterable[int]) -> int:
    """Return the place of the first line that can be a title, before any text begins; -1 without one."""
    for number in places:
        draft = drafts[number]
        if _can_be_title(draft):
            return number if not _is_section(drafts, number) else -1
        is_text = draft.kind == "paragraph" and draft.text.endswith((".", "!", "…"))
        if draft.role == "body" and (is_text or draft.kind not in ("paragraph", "heading", "rule")):
            return -1
    return -1


def _is_section(drafts: Sequence[DraftBlock], number: int) -> bool:
    """Tell a heading that is the first of several alike: under another heading, or numbered with the next."""
    draft = drafts[number]
    if draft.kind != "heading":
        return False
    alike = [one for one in drafts[number + 1 :] if one.kind == "heading" and one.level == draft.level]
    is_under_another = any(one.kind == "heading" and one.level < draft.level for one in drafts[:number])
    first = _NUMBERED.match(draft.text)
    signs = {found["sign"] for one in alike if (found := _NUMBERED.match(one.text))}
    return (first is not None and first["sign"] in signs) or (is_under_another and len(alike) >= _FEWEST_ALIKE)


def _opening(drafts: Sequence[DraftBlock]) -> Iterator[int]:
    """Yield the places of the blocks among which a title can stand."""
    seen = 0
    for number, draft in enumerate(drafts):
        yield number
        seen += draft.role == "body"
        if seen > _OPENING_BLOCKS:
            return


def _is_first_level(draft: DraftBlock) -> bool:
    return draft.kind == "heading" and draft.level == 1 and draft.role == "body" and _is_headline(draft.text)


def _take_title(draft: DraftBlock, head: Head, *, sure: float, is_known: bool) -> None:
    if not is_known and len(draft.text.split()) <= _FEWEST_TITLE_WORDS:
        sure -= 0.2
    head.title(draft.text, "page heading" if draft.kind == "heading" else "first lines", sure)
    draft.role, draft.kind, draft.level = "title", "heading", 1


def _is_headline(text: str) -> bool:
    labelled = parse_label(text)
    is_day = parse_date(text) is not None or (labelled is not None and labelled.label in DAYS)
    is_generic = _GENERIC.fullmatch(text) or _PRODUCED.match(text) or _is_row(text)
    return not is_generic and not is_day


def _is_row(text: str) -> bool:
    """Tell the names of columns, as in a file of comma-separated values: nothing parts the words but the signs."""
    return any(
        len(fields) >= _FEWEST_FIELDS
        and all(field and field == field.strip() for field in fields)
        and not _digits(fields)
        for fields in (text.split(sign) for sign in ",;|\t")
    )


def _digits(fields: Sequence[str]) -> bool:
    """Tell a number that commas part into thousands."""
    return any(one[-1:].isdigit() and other[:1].isdigit() for one, other in pairwise(fields))


def _can_be_title(draft: DraftBlock) -> bool:
    words = draft.text.split()
    return (
        draft.role == "body"
        and draft.kind in ("paragraph", "heading")
        and _FEWEST_TITLE_WORDS <= len(words) <= LONGEST_TITLE_WORDS
        and not draft.text.endswith((".", "!", ":", ";", "…"))
        and _is_headline(draft.text)
        and not BYLINE.match(draft.text)
        and not parse_label(draft.text)
        and not parse_date(draft.text)
        and not ADDRESS.match(draft.text)
    )


def _fold_site_name(before: Sequence[DraftBlock], head: Head) -> None:
    """Take a short line above the title for the site's name."""
    for draft in before:
        told = parse_label(draft.text) or BYLINE.match(draft.text) or parse_date(draft.text)
        is_short = 0 < len(draft.text.split()) < _FEWEST_TITLE_WORDS and re.search(r"[^\W\d_]\w*$", draft.text)
        is_line = draft.role == "body" and draft.kind in ("paragraph", "heading") and _is_headline(draft.text)
        if is_line and is_short and not told and not ADDRESS.match(draft.text):
            draft.role, draft.kind = "furniture", "paragraph"
            head.publisher(draft.text, "first lines", 0.4)


def fold_repeated_titles(drafts: Sequence[DraftBlock], title_at: int, head: Head) -> None:
    """Fold the lines that repeat the title, as pages have it above and below; the name of the site may follow."""
    title = headline(head)
    if not title:
        return
    for number, draft in enumerate(drafts):
        if number == title_at or draft.role != "body" or draft.kind not in ("paragraph", "heading"):
            continue
        rest = draft.text[len(title) :]
        site = re.fullmatch(r"\s[·|–—-]\s(.{2,60})", rest)
        if same_words(draft.text, title) or (same_words(draft.text[: len(title)], title) and site):
            draft.role, draft.kind = "furniture", "paragraph"
            head.publisher(site[1] if site else None, "first lines", 0.7)
