"""An article with its marks as plain lines, for a pager, a speech synthesiser or a terminal without a cursor."""

import textwrap
from collections.abc import Iterator

from briefreader.model.document import FOLDED_ROLES, Block
from briefreader.model.signs import ASCII
from briefreader.views.reading import Reading

_SIGNS = {"cited": "●", "claim": "○", "error": "!", "warn": "?", "info": "·"}
_STANCES = {"bull": "+", "bear": "-", "neutral": "="}
_MARGIN = 6


def render_linear(reading: Reading, *, width: int, is_ascii: bool) -> str:
    """Return an article line by line: signs of what stands in each block in the margin, notes and findings at the end.

    ``is_ascii`` replaces the signs, never the words.
    """
    row = reading.article
    head = [row.title or f"({row.opening})", *filter(None, (row.publisher, row.byline, row.url))]
    lines = [*head, ""]
    for block in reading.document.blocks:
        if block.role not in FOLDED_ROLES:
            lines += _block(reading, block, width, is_ascii=is_ascii)
    return (
        "\n".join(
            [*lines, *_notes(reading, width, is_ascii=is_ascii), *_findings(reading, width, is_ascii=is_ascii)]
        ).rstrip()
        + "\n"
    )


def _block(reading: Reading, block: Block, width: int, *, is_ascii: bool) -> Iterator[str]:
    signs = "".join(dict.fromkeys(_signs(reading, block)))
    marker = f"{'#' * block.level} " if block.kind == "heading" else f"{block.marker} " if block.marker else ""
    if is_ascii:
        signs, marker = signs.translate(ASCII), marker.translate(ASCII)
    first = f"{f'{signs} ':<{_MARGIN}}{'> ' * block.quote}{marker}"
    rest = " " * len(first)
    for number, line in enumerate(reading.document.words_of(block).split("\n") or [""]):
        lead = rest if number else first
        text = line.replace("\t", " | ")
        yield from textwrap.wrap(text, max(20, width), initial_indent=lead, subsequent_indent=rest) or [lead.rstrip()]
    yield ""


def _signs(reading: Reading, block: Block) -> Iterator[str]:
    def is_here(start: int, end: int) -> bool:
        return start < block.end and end > block.start

    for claim in reading.analysis.claims:
        if claim.checkable and is_here(claim.span.start, claim.span.end):
            yield _SIGNS["cited" if claim.citations else "claim"]
    for finding in reading.analysis.findings:
        if finding.span and is_here(finding.span.start, finding.span.end):
            yield _SIGNS[finding.severity]
    for one in reading.annotations:
        place = reading.place_of(one)
        if place and is_here(place.start, place.end):
            yield _STANCES[one.evidence.stance] if one.evidence else "*"


def _notes(reading: Reading, width: int, *, is_ascii: bool) -> Iterator[str]:
    opened, closed = '""' if is_ascii else "“”"
    if reading.annotations:
        yield f"NOTES {len(reading.annotations)}"
    for one in reading.annotations:
        sign = _STANCES[one.evidence.stance] if one.evidence else "*"
        weight = f" {one.evidence.strength}/5" if one.evidence else ""
        quote = f"{opened}{one.quote.exact}{closed}" if one.quote else "the whole article"
        doubt = " (to review: R in the app)" if reading.is_to_review(one) else ""
        said = " ".join(filter(None, (quote, one.note, " ".join(f"#{tag}" for tag in one.tags))))
        yield from textwrap.wrap(f"{sign}{weight}{doubt} {said}", width, subsequent_indent=" " * _MARGIN)
    if reading.annotations:
        yield ""


def _findings(reading: Reading, width: int, *, is_ascii: bool) -> Iterator[str]:
    if reading.analysis.findings:
        yield f"FINDINGS {len(reading.analysis.findings)}"
    for finding in reading.analysis.findings:
        sign = _SIGNS[finding.severity]
        sign = sign.translate(ASCII) if is_ascii else sign
        yield from textwrap.wrap(f"{sign} {finding.message}", width, subsequent_indent=" " * _MARGIN)
