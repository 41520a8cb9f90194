"""Sentences that say what to look out for, with the day by which it can be known."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from briefreader.analysis.claims.schedules import find_scheduled
from briefreader.analysis.dates.horizons import horizon_of
from briefreader.analysis.roles.roles import EVIDENCE, Roles
from briefreader.analysis.text.placed import standing_in
from briefreader.model.analysis import WatchLine
from briefreader.model.date_mention import DateMention
from briefreader.model.span import Span

_WATCH = re.compile(
    r"(?:[Ww]atch|[Ll]ook|[Kk]eep (?:an eye|watching)|[Mm]onitor(?! for)|[Ss]tay tuned|[Kk]eep tabs)\s(?:whether"
    r"|for|if|on|out for|closely|the|how)\b"
    r"|(?:The )?(?:[Nn]ext|[Kk]ey) (?:catalyst|date|milestone|test|data point|step)s?\b|All eyes (?:are"
    r"|will be|now)\b|Worth watching\b"
    r"|(?:Investors|Readers|Analysts|Traders|Markets?|We)\s(?:should|will|need to|must|(?:will|’ll"
    r"|'ll) be)\s(?:\w+ )?(?:watch|monitor|look|track|focus)"
)

_AHEAD = re.compile(r"(?i)watch|upcoming|ahead|next|coming|calendar|deadlines|catalysts|dates")


def find_watch_lines(
    roles: Roles, sentences: Sequence[Span], dates: tuple[DateMention, ...], reference: date
) -> Iterator[WatchLine]:
    """Yield the entries of the developments sections, and sentences such as "Watch whether …".

    ``sentences``: all but questions, whether they claim something or not.
    """
    document, text = roles.document, roles.document.text
    listed = list(_listed(roles, dates, reference))
    said = [span for span in sentences if _WATCH.match(text, span.start)]
    lines = [_line(text, span, dates, reference) for span in [*listed, *said]]
    lines += find_scheduled(document, sentences, dates, reference)
    end = 0
    for line in sorted(lines, key=lambda line: (line.span.start, -line.span.end)):
        if line.span.start >= end:  # else it stands in an entry that is a line itself
            yield line
            end = line.span.end


def _listed(roles: Roles, dates: tuple[DateMention, ...], reference: date) -> Iterator[Span]:
    """Yield the entries of sections on what to watch; of "Key developments" alone those that are still to come.

    Notes and sources at the end of a text often stand under the same heading, and say nothing to watch.
    """
    is_ahead = False
    for block, role in roles:
        if block.kind == "heading":
            is_ahead = bool(_AHEAD.search(roles.document.words_of(block)))
        elif block.role == "key_developments" and block.kind == "item" and role not in EVIDENCE:
            span = Span(block.start, block.end)
            days = [mention.interval.last for mention in standing_in(dates, span)]
            if is_ahead or any(day and day >= reference for day in days):
                yield span


def _line(text: str, span: Span, dates: tuple[DateMention, ...], reference: date) -> WatchLine:
    inside = tuple(standing_in(dates, span))
    due = horizon_of(span.of(text), span, inside, reference)
    if due is None or due.last is None:
        due = max(
            (m.interval for m in inside if m.interval.last), key=lambda interval: str(interval.last), default=None
        )
    return WatchLine(span, due)
