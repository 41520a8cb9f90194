"""Sentences that say what to look out for."""

import re
from collections.abc import Iterator

from briefreader.model.date_mention import DateMention
from briefreader.analysis.sentences import find_sentences
from briefreader.model.analysis import WatchLine
from briefreader.model.document import Document
from briefreader.model.interval import Interval
from briefreader.model.span import Span

_WATCH = re.compile(
    r"(?:Watch|Look|Keep an eye)\s(?:whether|for|if|on|out for)\b|(?:Investors|Readers"
    r"|Analysts)\sshould\s(?:watch|monitor)\b"
)


def find_watch_lines(document: Document, dates: tuple[DateMention, ...]) -> Iterator[WatchLine]:
    """Yield the entries of the developments sections, and sentences such as "Watch whether …"."""
    for block in document.blocks:
        if block.kind not in ("item", "paragraph") or block.role in ("furniture", "provenance"):
            continue
        if block.role == "key_developments" and block.kind == "item":
            yield _line(Span(block.start, block.end), dates)
            continue
        for span in find_sentences(document.text, block.start, block.end):
            if _WATCH.match(document.text, span.start):
                yield _line(span, dates)


def _line(span: Span, dates: tuple[DateMention, ...]) -> WatchLine:
    inside = [date.interval for date in dates if span.contains(date.span)]
    return WatchLine(span, _due(inside))


def _due(intervals: list[Interval]) -> Interval | None:
    return max(intervals, key=lambda interval: str(interval.last), default=None)
