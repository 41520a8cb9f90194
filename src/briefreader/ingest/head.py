"""Read what the lines of an article say about it, and mark those that say nothing else."""

import re
from collections.abc import Collection, Iterator, Sequence

from briefreader.ingest.clean import clean_line, clean_url
from briefreader.ingest.dates import days_in, parse_date
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.headlines import ADDRESS, LONGEST_TITLE_WORDS, find_title, fold_repeated_titles
from briefreader.ingest.labels import BYLINE, DAYS, LabelledLine, is_person, parse_label
from briefreader.ingest.outlets import NAMES
from briefreader.ingest.readings import Head
from briefreader.ingest.titles import same_words
from briefreader.ingest.writers import lines_of, read_name, read_share_line, read_signature, read_writers
from briefreader.model.article import Origin

_HEAD_BLOCKS = 8
_BEFORE_TITLE = 8
_LAST_BLOCKS = 8
_TITLES_AMONG = 40
_LONGEST_LINE = 160
_LINES_OF_CODE = 12
_LINES_OF_NAME = 4
_FEWEST_WORDS_OF_TEXT = 12
_ANYWHERE = DAYS | {"byline", "publisher"}
"""The labels that speak of the article wherever they stand in it."""
_BARS = re.compile(r"(?<!\s)\s+\|\s+")
_CAPITALISED = r"(?:[A-Z][\w&’'-]*|[a-z]{1,3}[A-Z]\w*|\d+)"
_DOMAIN = r"(?:[a-z0-9-]+\.)+[a-z]{2,6}"
_ORIGIN = re.compile(
    r"(?:[Cc]urated from|[Oo]riginally (?:published|appeared) (?:on|in|at|by)|[Ff]irst (?:published"
    r"|appeared) (?:on|in|at|by)"
    r"|(?:[Ss]yndicated|[Aa]dapted|[Rr]epublished) from|(?:content|article|story|piece) lives on"
    r"|^(?:[Oo]riginal )?[Ss]ource:"
    r"|^[Vv]ia:?)\s+(?:the\s)?"
    rf"(?P<name>{_DOMAIN}|(?!Read\b)(?>{_CAPITALISED}(?:\s(?!Read\b)(?:(?:of|the|and|&)\s)?{_CAPITALISED}){{0,4}}))"
    r"(?!\.\w|,\s[A-Z]|\s?/\s?[A-Z]|\s(?!(?:in|on|at|by|under|with|as)\b)[a-z])"
)
_MOST_REPEATED = 2
_TAKE = re.compile(r"(?P<publisher>[A-Z][\w ]{1,40}?)[’']s (?:[Tt]ake|[Vv]iew) on\b")
_PREPARED = re.compile(r"prepared by the (?P<publisher>[A-Z][\w ]{1,40}?) (?:editorial )?team")
_MASTHEAD = re.compile(r"(?P<publisher>[^\n]{3,60}?) (?:by|von|par|por) (?P<name>[^\n]{5,60})")
_PARTS = re.compile(r"(?<!\s)\s+[·|•–—]\s+|\n")
_BEFORE_DATELINE = re.compile(r"(?:[^\W\d_][\w .,'’&()/-]{1,60}?[,–—-]|)\s*(?:den|le|el|il)?\s*")
_AFTER_DATELINE = re.compile(r"\s*(?:[(/](?P<wire>[^()/]{2,40})[)/])?\s*(?:[-–—:]|\n|$)")


def read_lines(drafts: Sequence[DraftBlock], head: Head) -> None:
    """Add what the blocks say of themselves to ``head``, which is what is known from elsewhere already."""
    _read_address(drafts, head)
    title_at = find_title(drafts, head)
    around = _around_text(drafts)
    labelled = _labelled(drafts, around)
    for number in _near(drafts, title_at):
        _read_block(drafts, number, head, labelled[number])
    for number, (draft, lines) in enumerate(zip(drafts, labelled, strict=True)):
        for line in lines:
            if line.label in _ANYWHERE:
                _read_label(line, draft, head, sure=False)
        is_its_own = number in around and all(line in lines for line in _labels_of(draft))
        if draft.role == "provenance" and is_its_own:
            _read_origin(draft.text, head)
        _read_publisher(draft, head)
    read_writers(drafts, head)
    read_signature(drafts, head)
    _read_end(drafts, head)
    fold_repeated_titles(drafts, title_at, head)


def _read_address(drafts: Sequence[DraftBlock], head: Head) -> None:
    """Take an address that stands alone before the text begins for the article's own."""
    for draft in drafts[:_HEAD_BLOCKS]:
        if draft.kind == "paragraph" and ADDRESS.fullmatch(draft.text.strip()):
            head.url(clean_url(draft.text.strip()), "first lines", 0.9)
            draft.role = "provenance"
            return
        if draft.kind not in ("paragraph", "heading") or len(draft.text) > _LONGEST_LINE or draft.text.endswith("."):
            return


def _around_text(drafts: Sequence[DraftBlock]) -> frozenset[int]:
    """Return the places before the first sentences and at the end: a source elsewhere is that of a passage."""
    first = next((number for number, draft in enumerate(drafts) if _is_sentences(draft)), len(drafts))
    return frozenset([*range(first), *range(max(0, len(drafts) - _LAST_BLOCKS), len(drafts))])


def _is_sentences(draft: DraftBlock) -> bool:
    is_text = draft.role == "body" and draft.kind == "paragraph" and not draft.quote
    return is_text and len(draft.text.split()) >= _FEWEST_WORDS_OF_TEXT


def _labelled(drafts: Sequence[DraftBlock], around: Collection[int]) -> list[list[LabelledLine]]:
    """Return for each block the labelled lines that say something of the article.

    What stands under the same label with different values, or often, is said of the items of a digest.
    """
    lines = [list(_labels_of(draft)) for draft in drafts]
    said: dict[str, list[str]] = {}
    for line in (line for of_block in lines for line in of_block):
        said.setdefault(line.words, []).append(line.value)
    of_items = {words for words, values in said.items() if len(values) > _MOST_REPEATED or len(set(values)) > 1}
    return [
        [line for line in of_block if line.words not in of_items and (line.label != "source" or number in around)]
        for number, of_block in enumerate(lines)
    ]


def _labels_of(draft: DraftBlock) -> Iterator[LabelledLine]:
    for line in draft.text.split("\n"):
        whole = parse_label(line) if len(line) <= _LONGEST_LINE else None
        parts = [parse_label(part) for part in _BARS.split(line)[whole is not None :]] if "|" in line else []
        yield from filter(None, [whole, *(part for part in parts if part and part.label in DAYS)])


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


def _read_block(drafts: Sequence[DraftBlock], number: int, head: Head, own: Collection[LabelledLine]) -> None:
    draft = drafts[number]
    if draft.role not in ("body", "furniture", "provenance", "context") or draft.kind in ("table", "rule"):
        return
    if draft.kind == "code":
        for line in filter(None, map(parse_label, draft.text.split("\n")[:_LINES_OF_CODE])):
            _read_label(line, draft, head, sure=True)
        return
    read_share_line(draft.text, head)
    lines = lines_of(draft)
    told = [_read_line(line, draft, head, own) for line in lines]
    if not (told and all(told)):
        before = [line for draft in drafts[max(0, number - 2) : number] for line in lines_of(draft)]
        after = [*lines, *(line for draft in drafts[number + 1 : number + 3] for line in lines_of(draft))]
        names = (
            (before[-2:] + lines[max(0, at - 2) : at], after[at : at + _LINES_OF_NAME]) for at, _ in enumerate(lines)
        )
        named = [read_name(above[-2:], below, head) for above, below in names]
        told = [one or other for one, other in zip(told, named, strict=True)] or [False]
    if all(told) and draft.kind != "item":  # an entry of a calendar has its day to itself too
        draft.role = draft.role if draft.role == "provenance" else "furniture"
        draft.kind = "paragraph" if draft.kind == "heading" else draft.kind


def _read_line(line: str, draft: DraftBlock, head: Head, own: Collection[LabelledLine]) -> bool:
    """Note what a line near the title says; return whether it says nothing else."""
    if byline := BYLINE.match(line):
        head.byline(byline["name"], "first lines", 0.85)
        rest = byline["rest"] or ""
        head.date(parse_date(rest) or next((day.day for day in days_in(rest)), None), "first lines", 0.8)
        return True
    if labelled := parse_label(line):
        return labelled in own and _read_label(labelled, draft, head, sure=True)
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
        case "period":
            last = max((found.day for found in days_in(value)), default=None)
            head.date(last, "label", 0.3)
            return last is not None
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
        address = ADDRESS.search(text, match.end())
        head.origin(Origin(clean_line(match["name"]), clean_url(address[0]) if address else None), "text", 0.8)


def _read_publisher(draft: DraftBlock, head: Head) -> None:
    take = _TAKE.match(draft.text)
    if take and draft.kind == "paragraph" and len(draft.text.split()) <= LONGEST_TITLE_WORDS:
        draft.kind, draft.level = "heading", 2
    prepared = _PREPARED.search(draft.text) if draft.role == "provenance" else None
    match = take or prepared
    head.publisher(match["publisher"] if match else None, "text", 0.7)
    masthead = _MASTHEAD.fullmatch(draft.text) if len(draft.text) <= _LONGEST_LINE else None
    if masthead and same_words((head.headline or "")[: len(masthead["publisher"])], masthead["publisher"]):
        head.publisher(masthead["publisher"], "text", 0.6)
        head.byline(masthead["name"] if is_person(masthead["name"]) else None, "text", 0.5)


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
