"""Sentences that say what to look out for, with the day by which it can be known."""

import re
from collections.abc import Iterator
from datetime import date

from briefreader.analysis.horizons import horizon_of
from briefreader.analysis.sentences import find_sentences
from briefreader.model.analysis import WatchLine
from briefreader.model.date_mention import DateMention
from briefreader.model.document import Document
from briefreader.model.span import Span

_WATCH = re.compile(
    r"(?:[Ww]atch|[Ll]ook|[Kk]eep (?:an eye|watching)|[Mm]onitor|[Ss]tay tuned|[Kk]eep tabs)\s(?:whether"
    r"|for|if|on|out for|closely|the|how)\b"
    r"|(?:The )?(?:[Nn]ext|[Kk]ey) (?:catalyst|date|milestone|test|data point|step)s?\b|All eyes (?:are"
    r"|will be|now)\b|Worth watching\b"
    r"|(?:Investors|Readers|Analysts|Traders|Markets?|We)\s(?:should|will|need to|must|(?:will|’ll"
    r"|'ll) be)\s(?:\w+ )?(?:watch|monitor|look|track|focus)"
)


def find_watch_lines(document: Document, dates: tuple[DateMention, ...], reference: date) -> Iterator[WatchLine]:
    """Yield the entries of the developments sections, and sentences such as "Watch whether …"."""
    for block in document.blocks:
        if block.kind not in ("item", "paragraph") or block.role in ("furniture", "provenance"):
            continue
        if block.role == "key_developments" and block.kind == "item":
            yield _line(document.text, Span(block.start, block.end), dates, reference)
        elif block.role == "key_developments" or _WATCH.search(document.text, block.start, block.end):
            for span in find_sentences(document.text, block.start, block.end):
                if _WATCH.match(document.text, span.start):
                    yield _line(document.text, span, dates, reference)


def _line(text: str, span: Span, dates: tuple[DateMention, ...], reference: date) -> WatchLine:
    inside = tuple(mention for mention in dates if span.contains(mention.span))
    due = horizon_of(span.of(text), span, inside, reference)
    if due is None or due.last is None:
        due = max(
            (m.interval for m in inside if m.interval.last), key=lambda interval: str(interval.last), default=None
        )
    return WatchLine(span, due)
