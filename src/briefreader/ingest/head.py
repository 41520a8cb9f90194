"""Read what the lines of an article say about it, and mark those that say nothing else."""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefreader.ingest.choosing import ENOUGH, headline
from briefreader.ingest.clean import clean_line, clean_url
from briefreader.ingest.dates import days_in, parse_date
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.labels import BYLINE, Label, LabelledLine, is_person, parse_label
from briefreader.ingest.outlets import NAMES
from briefreader.ingest.readings import Head
from briefreader.ingest.titles import days_at_end, same_words
from briefreader.ingest.writers import lines_of, read_name, read_share_line, read_signature, read_writers
from briefreader.model.article import Origin

_HEAD_BLOCKS = 8
_SURE = 0.9
_BEFORE_TITLE = 8
_LAST_BLOCKS = 8
_TITLES_AMONG = 40
_LONGEST_TITLE_WORDS = 30
_FEWEST_TITLE_WORDS = 3
_LONGEST_DAY_WORDS = 4
_LONGEST_LINE = 160
_LINES_OF_CODE = 12
_GENERIC = re.compile(
    r"(?:why (?:this|it) matters|introduction|overview|(?:executive )?summary|the big picture|what happened"
    r"|what changed|info|content|contents|abstract|metadata|notes?|tl;?dr|highlights|properties|article"
    r"|key (?:points|takeaways|facts|terms|developments.*)|takeaways|background|(?:document )?context"
    r"|einleitung|zusammenfassung|résumé|introducción|resumen|摘要|执行摘要)\W*",
    re.IGNORECASE,
)
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
_PARTS = re.compile(r"\s+[·|•–—]\s+|\n")
_BEFORE_DATELINE = re.compile(r"(?:[^\W\d_][\w .,'’&()/-]{1,60}?[,–—-]|)\s*(?:den|le|el|il)?\s*")
_AFTER_DATELINE = re.compile(r"\s*(?:[(/](?P<wire>[^()/]{2,40})[)/])?\s*(?:[-–—:]|\n|$)")


def read_lines(drafts: Sequence[DraftBlock], head: Head) -> None:
    """Add what the blocks say of themselves to ``head``, which is what is known from elsewhere already."""
    _read_address(drafts, head)
    title_at = _find_title(drafts, head)
    labelled = [parse_label(draft.text) if len(draft.text) <= _LONGEST_LINE else None for draft in drafts]
    several = _said_of_several(filter(None, labelled))
    for number in _near(drafts, title_at):
        _read_block(drafts, number, head, several)
    for draft, line in zip(drafts, labelled, strict=True):
        if line and line.label in ("byline", "publisher", "date", "updated") and line.label not in several:
            _read_label(line, draft, head, sure=False)
        if draft.role == "provenance" and not (line and line.label in several):
            _read_origin(draft.text, head)
        _read_publisher(draft, head)
    read_writers(drafts, head)
    read_signature(drafts, head)
    _read_end(drafts, head)
    _fold_repeated_titles(drafts, title_at, head)


def _read_address(drafts: Sequence[DraftBlock], head: Head) -> None:
    """Take an address that stands alone before the text begins for the article's own."""
    for draft in drafts[:_HEAD_BLOCKS]:
        if draft.kind == "paragraph" and _ADDRESS.fullmatch(draft.text.strip()):
            head.url(clean_url(draft.text.strip()), "first lines", 0.9)
            draft.role = "provenance"
            return
        if draft.kind not in ("paragraph", "heading") or len(draft.text) > _LONGEST_LINE or draft.text.endswith("."):
            return


def _said_of_several(lines: Iterable[LabelledLine]) -> frozenset[Label]:
    """Return the labels under which different things are said: those of the items of a digest, not of the article."""
    said: dict[Label, set[str]] = {}
    for line in lines:
        said.setdefault(line.label, set()).add(line.value)
    return frozenset(label for label, values in said.items() if len(values) > 1)


def _find_title(drafts: Sequence[DraftBlock], head: Head) -> int:
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
            return number
        is_text = draft.kind == "paragraph" and draft.text.endswith((".", "!", "…"))
        if draft.role == "body" and (is_text or draft.kind not in ("paragraph", "heading")):
            return -1
    return -1


def _opening(drafts: Sequence[DraftBlock]) -> Iterator[int]:
    """Yield the places of the blocks among which a title can stand."""
    seen = 0
    for number, draft in enumerate(drafts):
        yield number
        seen += draft.role == "body"
        if seen > _HEAD_BLOCKS:
            return


def _is_first_level(draft: DraftBlock) -> bool:
    return draft.kind == "heading" and draft.level == 1 and draft.role == "body" and _is_headline(draft.text)


def _take_title(draft: DraftBlock, head: Head, *, sure: float, is_known: bool) -> None:
    if not is_known and len(draft.text.split()) <= _FEWEST_TITLE_WORDS:
        sure -= 0.2
    head.title(draft.text, "page heading" if draft.kind == "heading" else "first lines", sure)
    draft.role, draft.kind, draft.level = "title", "heading", 1


def _is_headline(text: str) -> bool:
    is_day = days_at_end(text) is not None and len(text.split()) <= _LONGEST_DAY_WORDS
    return not _GENERIC.fullmatch(text) and not is_day


def _can_be_title(draft: DraftBlock) -> bool:
    words = draft.text.split()
    return (
        draft.role == "body"
        and draft.kind in ("paragraph", "heading")
        and _FEWEST_TITLE_WORDS <= len(words) <= _LONGEST_TITLE_WORDS
        and not draft.text.endswith((".", "!", ":", ";", "…"))
        and _is_headline(draft.text)
        and not BYLINE.match(draft.text)
        and not parse_label(draft.text)
        and not parse_date(draft.text)
        and not _ADDRESS.match(draft.text)
    )


def _fold_site_name(before: Sequence[DraftBlock], head: Head) -> None:
    """Take a short line above the title for the site's name."""
    for draft in before:
        told = parse_label(draft.text) or BYLINE.match(draft.text) or parse_date(draft.text)
        is_short = 0 < len(draft.text.split()) < _FEWEST_TITLE_WORDS and re.search(r"[^\W\d_]", draft.text)
        is_line = draft.role == "body" and draft.kind in ("paragraph", "heading")
        if is_line and is_short and not told and not _ADDRESS.match(draft.text):
            draft.role, draft.kind = "furniture", "paragraph"
            head.publisher(draft.text, "first lines", 0.4)


def _near(drafts: Sequence[DraftBlock], title_at: int) -> list[int]:
    """Return the places of the blocks about the title, wherever it stands; without one, of the article's first."""
    if title_at < 0:
        return [number for number, draft in enumerate(drafts) if draft.role != "furniture"][:_HEAD_BLOCKS]
    title = drafts[title_at].text
    titles = {n for n, draft in enumerate(drafts[:_TITLES_AMONG]) if _is_repeated(draft, title)} | {title_at}
    near = {n for at in titles for n in range(max(0, at - _BEFORE_TITLE), at + _HEAD_BLOCKS + 1)}
    return sorted(n for n in near - titles if n < len(drafts))


def _is_repeated(draft: DraftBlock, title: str) -> bool:
    return draft.kind == "heading" and draft.level == 1 and same_words(draft.text, title)


def _read_block(drafts: Sequence[DraftBlock], number: int, head: Head, several: frozenset[Label]) -> None:
    draft = drafts[number]
    if draft.role not in ("body", "furniture", "provenance", "context") or draft.kind in ("table", "rule"):
        return
    if draft.kind == "code":
        for line in filter(None, map(parse_label, draft.text.split("\n")[:_LINES_OF_CODE])):
            _read_label(line, draft, head, sure=True)
        return
    read_share_line(draft.text, head)
    lines = lines_of(draft)
    told = [_read_line(line, draft, head, several) for line in lines]
    if not (told and all(told)):
        following = [line for draft in drafts[number + 1 : number + 3] for line in lines_of(draft)]
        before = [line for draft in drafts[max(0, number - 2) : number] for line in lines_of(draft)]
        named = [read_name([*before, *lines[:at]], [*lines[at:], *following], head) for at in range(len(lines))]
        told = [one or other for one, other in zip(told, named, strict=True)] or [False]
    if all(told) and draft.kind != "item":  # an entry of a calendar has its day to itself too
        draft.role = draft.role if draft.role == "provenance" else "furniture"
        draft.kind = "paragraph" if draft.kind == "heading" else draft.kind


def _read_line(line: str, draft: DraftBlock, head: Head, several: frozenset[Label]) -> bool:
    """Note what a line near the title says; return whether it says nothing else."""
    if byline := BYLINE.match(line):
        head.byline(byline["name"], "first lines", 0.85)
        rest = byline["rest"] or ""
        head.date(parse_date(rest) or next((day.day for day in days_in(rest)), None), "first lines", 0.8)
        return True
    if labelled := parse_label(line):
        return labelled.label not in several and _read_label(labelled, draft, head, sure=True)
    return _read_day(line, draft, head)


def _read_day(line: str, draft: DraftBlock, head: Head) -> bool:
    parts = [re.sub(r"^\W+", "", part) for part in _PARTS.split(line)]
    day = next(filter(None, map(parse_date, parts)), None)
    if day:
        head.date(day, "first lines", 0.7)
        people = [part.removeprefix("By ") for part in parts if is_person(part.removeprefix("By "))]
        head.byline(people[0] if people else None, "first lines", 0.5)
        return len(line) <= _LONGEST_LINE
    for found in days_in(line[:_LONGEST_LINE]):
        before, after = line[: found.start], _AFTER_DATELINE.match(line, found.end)
        if after and _BEFORE_DATELINE.fullmatch(before):
            head.date(found.day, "dateline", 0.85)
            head.publisher(NAMES.get((after["wire"] or "").casefold()), "dateline", 0.45)
            return False
        person = re.sub(r"(?i)^by\s+|\W+$", "", before)
        if is_person(person) and len(line) <= _LONGEST_LINE:
            head.byline(person, "first lines", 0.6)
            head.date(found.day, "first lines", 0.7)
            return False
    if draft.role == "furniture" and len(line) <= _LONGEST_LINE:
        head.date(next((found.day for found in days_in(line)), None), "first lines", 0.5)
    return False


def _read_label(line: LabelledLine, draft: DraftBlock, head: Head, *, sure: bool) -> bool:
    """Note what a labelled line says; return whether it says nothing else."""
    value, weight = line.value, 0.85 if sure else 0.6
    link = next((inline.target for inline in draft.inlines if inline.style == "link"), "")
    url = clean_url(value) or clean_url(link)
    match line.label:
        case "title":
            head.title(value, "label", weight)
        case "publisher":
            head.publisher(value, "label", weight)
        case "byline":
            people = re.split(r"\s*[|·•(]\s*", value)[0]
            head.byline(people if _is_name(people) else None, "label", weight)
            return _is_name(people)
        case "date" | "updated":
            day = parse_date(_PARTS.split(value)[0]) or next((found.day for found in days_in(value)), None)
            head.date(day, "label", weight if line.label == "date" else 0.35)
            return day is not None
        case "url":
            head.url(url, "label", weight)
            return url is not None or bool(re.match(r"\w+:", value))
        case "source":
            head.url(url, "label", weight - 0.1)
            _read_origin(f"Source: {value}" if not url else "", head)
    return True


def _is_name(value: str) -> bool:
    return (
        len(value) <= len("Maximilian Oberhuber") * 4
        and not value.endswith(".")
        and not re.search(r"\d|https?:", value)
    )


def _read_origin(text: str, head: Head) -> None:
    match = _ORIGIN.search(text)
    if match:
        address = _ADDRESS.search(text, match.end())
        head.origin(Origin(clean_line(match["name"]), clean_url(address[0]) if address else None), "text", 0.8)


def _read_publisher(draft: DraftBlock, head: Head) -> None:
    take = _TAKE.match(draft.text)
    if take and draft.kind == "paragraph" and len(draft.text.split()) <= _LONGEST_TITLE_WORDS:
        draft.kind, draft.level = "heading", 2
    prepared = _PREPARED.search(draft.text) if draft.role == "provenance" else None
    match = take or prepared
    head.publisher(match["publisher"] if match else None, "text", 0.7)


def _read_end(drafts: Sequence[DraftBlock], head: Head) -> None:
    """Note the day and the writer that stand under an article, and the one line that is a place and a day."""
    texts = [draft.text for draft in drafts if draft.role in ("body", "provenance") and draft.kind == "paragraph"]
    lines = [
        (line.strip(), number >= len(texts) - _LAST_BLOCKS)
        for number, text in enumerate(texts)
        for line in text.split("\n")
    ]
    placed = set()
    for line, is_last in lines:
        if len(line) > _LONGEST_LINE:
            continue
        byline = BYLINE.match(line) if is_last else None
        head.byline(byline["name"] if byline else None, "last lines", 0.5)
        day = next(days_in(line), None)
        if day and day.end >= len(line.rstrip(" .)")) and _BEFORE_DATELINE.fullmatch(line[: day.start]):
            head.date(day.day if is_last else None, "last lines", 0.4)
            placed.update([day.day] if line[: day.start].strip() else [])
    head.date(placed.pop() if len(placed) == 1 else None, "dateline", 0.45)


def _fold_repeated_titles(drafts: Sequence[DraftBlock], title_at: int, head: Head) -> None:
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
