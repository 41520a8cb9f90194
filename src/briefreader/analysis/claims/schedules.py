"""What a text says is scheduled, with its day: "will meet on", "Deadline:", lines of a calendar.

Method: a word of scheduling and a day that has not passed in one sentence; or a line that begins with a day. Weekdays
are read forwards, since nothing is scheduled for last Friday. For measured precision and recall see docs/analysis.md.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from briefreader.analysis.text.placed import InOrder
from briefreader.model.analysis import WatchLine
from briefreader.model.date_mention import DateMention
from briefreader.model.document import Block, Document
from briefreader.model.interval import Interval
from briefreader.model.span import Span

_SCHEDULED = re.compile(
    r"\b(?:scheduled|slated|due|set|planned|expected|on track|poised)\s(?:for|on|to|by|in|at|later|this|next|early"
    r"|mid|late|[A-Z])|\b(?:will|to|would|’ll|'ll)\s(?:\w+ly\s|also\s|next\s|be\s)?(?:meet|report|publish|release|announce"
    r"|decide|vote|hold|host|begin|start|open|launch|expire|end|resume|unveil|testify|speak|appear|sign|convene|rule"
    r"|hear|take effect|go into effect|come into force|release|ship|close|debut|land|arrive|sentenced|held)\b"
    r"|\b[Nn]ext (?:\w+ ){0,2}(?:meeting|decision|report|hearing|update|auction|earnings|review|session|release|vote"
    r"|round|summit|print|call)\b"
    r"|\b(?:deadline|takes? effect|expires?|comes? into force|goes? into effect|preview|earnings call)\b"
    r"|\b(?:soll|wird|werden|findet|tritt|steht|prévue?s?|aura lieu|se tiendra|está prevista?|tendrá lugar|entrará)\b"
    r"|予定|预计|将于|將於|拟于"
)
_AHEAD = re.compile(
    r"\b(?:starting|beginning|starts?|begins|opens|launches|lands|arrives|ships|hits|kicks off|go(?:es)? live|available"
    r"|resolv(?:ing|es)|hosting|[Jj]oin|cut-?off|targeting|targeted|must|no longer|availability|pre-?orders?)\b"
)
"""Schedules only what a full date to come follows."""
_OCCASION = re.compile(
    r"\s(?:\w+ )?(?:meeting|decision|hearing|vote|session|summit|deadline|earnings|auction|election|trial"
    r"|review|expiry)\b"
)
_OCCASION_BEFORE = re.compile(
    r"\b(?:election|referendum|run-?off|primary|summit|trilogue|hearing|meeting|decision|vote|deadline|workshop|webinar"
    r"|conference|sentencing|trial|earnings|auction|expiry)\s\($"
)
_DASH_BEFORE, _DASH_AFTER = re.compile(r"\s[—–|-]\s$"), re.compile(r"\s?[—–|:@-]\s\S")
_NEAR = 60
"""Characters between a day and the words that schedule something for it."""
_LABEL = re.compile(
    r"(?:^|(?<=\n))[-*• ]*(?i:deadline|due(?: date| by)?|next (?:\w+ ){0,2}\w+|effective(?: date)?|expires?|expiry"
    r"|comments? due|(?:must )?patch by|due by|(?:hearing|meeting|event|launch|release|earnings|report)(?: date)?|frist"
    r"|stichtag|termin|échéance|fecha límite|scadenza|prazo|期限|締切)\s?[:：]\s?"
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY_NAMES = tuple(day.lower() for day in _DAYS)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_CALENDAR = re.compile(
    rf"(?:^|(?<=[;\n•|] )|(?<=[;\n•|]))[-*• ]{{0,8}}(?P<day>{_WEEKDAY})(?P<rest>,?\s[A-Z0-9][\w. ]{{1,14}})?\s?[:–—]\s"
)
_FEWEST_DAYS = 2
_LONGEST_LINE = 300
_PAST = re.compile(
    r"\b(?:was|were|rose|fell|closed|gained|lost|said|ended|dropped|climbed|slipped|reported|announced|beat|missed|won"
    r"|had|did)\b"
)
_KINDS = ("day", "month", "part", "range")
_A_WEEK, _LONGEST = timedelta(days=7), timedelta(days=92)


def find_scheduled(
    document: Document, sentences: Sequence[Span], dates: Sequence[DateMention], reference: date
) -> Iterator[WatchLine]:
    """Yield what is scheduled for a day that has not passed, in no order; lines may overlap."""
    text, in_order = document.text, InOrder(dates)
    for span in sentences:
        inside = in_order.standing_in(span)
        ahead = [mention for mention in inside if _due(text, [mention], reference)]
        if ahead and (due := _due(text, _scheduled(text, span, ahead), reference)):
            yield WatchLine(span, due)
    for block in document.blocks:
        if block.kind in ("paragraph", "item", "heading") and block.role not in ("furniture", "title"):
            own = text[block.start : block.end]
            if ":" in own or "：" in own:
                yield from _labelled(text, block, in_order, reference)
            if any(map(own.__contains__, _DAYS)):
                yield from _calendar(text, block, in_order, reference)
            if block.kind != "heading":
                yield from _dated(text, block, in_order, reference)


def _scheduled(text: str, span: Span, inside: Sequence[DateMention]) -> list[DateMention]:
    """Return the days that a word of scheduling is close to; one that counts from today stands after it."""
    words = [match.span() for match in _SCHEDULED.finditer(text, span.start, span.end)]
    ahead = [match.end() for match in _AHEAD.finditer(text, span.start, span.end)]
    return [
        mention
        for mention in inside
        if not text.endswith("since ", span.start, mention.span.start)
        and (
            _is_near(mention, words)
            or (mention.basis != "reference" and any(0 <= mention.span.start - end <= _NEAR for end in ahead))
            or _OCCASION.match(text, mention.span.end, span.end)
            or _OCCASION_BEFORE.search(text, max(span.start, mention.span.start - _NEAR // 2), mention.span.start)
        )
    ]


def _is_near(mention: DateMention, words: list[tuple[int, int]]) -> bool:
    return any(
        0 <= mention.span.start - end + 1 <= _NEAR
        or (mention.basis != "reference" and 0 <= start - mention.span.end <= _NEAR)
        for start, end in words
    )


def _due(text: str, inside: Sequence[DateMention], reference: date) -> Interval | None:
    """Return the first day or short stretch that has not passed."""
    for mention in inside:
        interval = forwards(text, mention, reference)
        first, last = interval.first, interval.last
        longest = _A_WEEK if mention.basis == "reference" else _LONGEST
        if first and last and mention.kind in _KINDS and last >= reference and last - first < longest:
            return interval
    return None


def forwards(text: str, mention: DateMention, reference: date) -> Interval:
    """Return when something scheduled takes place: a weekday alone is the next one, unless the text says "last"."""
    interval = mention.interval
    words = mention.span.of(text)
    if mention.basis == "reference" and words.endswith("day") and not words.lower().startswith(("last", "y", "to")):
        days = [day for day in (interval.first, interval.last) if day and day < reference]
        return Interval(*(day + timedelta(days=7) for day in days)) if len(days) == len("ab") else interval
    return interval


def _calendar(text: str, block: Block, dates: InOrder[DateMention], reference: date) -> Iterator[WatchLine]:
    """Yield the entries of "Tue: Home Depot reports; Wed: FOMC minutes", each with its day."""
    entries = list(_CALENDAR.finditer(text, block.start, block.end))
    if len(entries) < _FEWEST_DAYS and not (entries and block.kind == "item"):
        return
    ends = [*(entry.start() for entry in entries[1:]), block.end]
    for entry, end in zip(entries, ends, strict=True):
        span = Span(entry.start("day"), entry.start("day") + len(text[entry.start("day") : end].rstrip(" ;\n•|-*")))
        if _PAST.search(text, entry.end(), end):
            continue
        dated = [m for m in dates.standing_in(span) if m.span.start < entry.end() and m.basis != "reference"]
        if dated:
            due = _due(text, dated, reference)
        else:
            ahead = (_DAY_NAMES.index(entry["day"][:3].lower()) - reference.weekday()) % 7
            day = reference + timedelta(days=ahead)
            due = Interval(day, day)
        if due:
            yield WatchLine(span, due)


def _labelled(text: str, block: Block, dates: InOrder[DateMention], reference: date) -> Iterator[WatchLine]:
    """Yield the lines "Deadline: 25 August 2026" and the like."""
    for label in _LABEL.finditer(text, block.start, block.end):
        end = text.find("\n", label.end(), block.end)
        span = Span(label.start(), end if end >= 0 else block.end)
        due = _due(text, dates.standing_in(span), reference)
        if due:
            yield WatchLine(span, due)


def _dated(text: str, block: Block, dates: InOrder[DateMention], reference: date) -> Iterator[WatchLine]:
    """Yield the lines that a dash parts into a day to come and what happens on it, in either order."""
    past = block.start
    for mention in dates.standing_in(Span(block.start, block.end)):
        at = mention.span
        if at.start < past or mention.basis == "reference" or (mention.interval.last or reference) <= reference:
            continue
        low, high = max(block.start, at.start - _LONGEST_LINE), min(block.end, at.end + _LONGEST_LINE)
        start = text.rfind("\n", low, at.start) + 1 or low
        end = text.find("\n", at.end, high)
        line = Span(start, end if end >= 0 else high)
        is_parted = _DASH_AFTER.match(text, at.end, line.end)
        opens = is_parted and not text[start : at.start].strip("-*•|[] ")
        closes = (is_parted or block.kind == "item") and _DASH_BEFORE.search(text, max(start, at.start - 3), at.start)
        due = _due(text, [mention], reference) if opens or closes else None
        if due and line.end - line.start < _LONGEST_LINE:
            yield WatchLine(line, due)
            past = line.end
