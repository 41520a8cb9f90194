"""Figures that no source is named for, counted section by section.

Method: a figure counts where nothing in its section names a source, though other sections do, and where no sentence
with a source gives the same figure. Closing prices, what the article works out itself, and what it says of itself need
none. An article that names no source at all has a finding of its own. For the measured precision see docs/analysis.md.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from briefreader.model.citation import Citation
from briefreader.model.claim import Claim, Quantity
from briefreader.model.document import Document
from briefreader.model.finding import Finding

_FEWEST = 100
"""Smaller counts are told by looking: "two companies", "12 partners"."""
_FEWEST_CITED = 2
"""An article that names sources in one section only is a report of its own, not a briefing from others'."""
_TILE = re.compile(r"\s·\s|^[+±-]\d")
_CLOSE = re.compile(
    r"(?i:\b(?:s&p|nasdaq|dow|russell|nikkei|stoxx|dax|ftse|hang seng|kospi|sensex|vix|index|indices|futures"
    r"|treasur(?:y|ies)|yields?|gilts?|bunds?|euro|yen|pound|sterling|yuan|dollar|brent|wti|crude|oil|gold|silver|copper"
    r"|bitcoin|btc|eth|ether|ethereum|spreads?|shares?|stocks?|52-week|market cap\w*|dividend yield|beta|price)\b)"
    r"|\([A-Z]{2,5}\)"
)
_OWN_SUM = re.compile(
    r"(?i:\b(?:impl(?:y|ies|ied|ying)|annuali[sz]ed|equates?|equivalent to|works? out|translat\w+ (?:in)?to|upside"
    r"|downside|assum\w+|scenario|if|would|could|entry point|price target|stop[- ]loss|our|we|i|p/e|ev/\w+|trailing"
    r"|forward|multiples?|earnings yield|combined|total of|roughly half)\b)|[=×]"
)
_OF_ITSELF = re.compile(
    r"(?i)\b(?:th(?:is|e) (?:\w+ )?(?:report|briefing|brief|digest|newsletter|monitor|edition|issue|note|analysis)"
    r"|sources|top \d+ stories)\b"
)
_NEEDING_NONE = (_OF_ITSELF, _OWN_SUM, _CLOSE, _TILE)


def find_uncited(document: Document, claims: Sequence[Claim], citations: Sequence[Citation]) -> Iterator[Finding]:
    """Yield one finding a section whose figures have no source, at the first of them."""
    named = [citation.span.start for citation in citations if citation.form != "hearsay"]
    bounds = [block.start for block in document.blocks if block.kind == "heading" and block.role != "title"]
    cited = {bisect_right(bounds, at) for at in named}
    sourced = [claim for claim in claims if any(citations[place].form != "hearsay" for place in claim.citations)]
    cited |= {bisect_right(bounds, claim.span.start) for claim in sourced}
    if named and len(cited) < _FEWEST_CITED:
        return
    told = {_amount(quantity) for claim in sourced for quantity in claim.quantities}
    found: dict[int, list[tuple[Claim, Quantity]]] = {}
    for claim in claims:
        section = bisect_right(bounds, claim.span.start)
        if section in cited or not claim.checkable:
            continue
        for figure in _figures(document.text, claim):
            if _amount(figure) not in told:
                told.add(_amount(figure))
                found.setdefault(section, []).append((claim, figure))
    for figures in found.values():
        yield _finding(document.text, figures)


def _figures(text: str, claim: Claim) -> list[Quantity]:
    figures = [quantity for quantity in claim.quantities if _matters(quantity)]
    sentence = claim.span.of(text)
    if not figures or any(pattern.search(sentence) for pattern in _NEEDING_NONE):
        return []
    return figures


def _amount(quantity: Quantity) -> tuple[float, float, str]:
    return quantity.low, quantity.high, quantity.unit


def _matters(quantity: Quantity) -> bool:
    return quantity.kind in ("money", "percent", "rate") or (quantity.kind == "count" and quantity.high >= _FEWEST)


def _finding(text: str, figures: list[tuple[Claim, Quantity]]) -> Finding:
    claim, first = figures[0]
    count = "1 figure" if len(figures) == 1 else f"{len(figures)} figures"
    message = f"{count} without a source in this section, the first is {first.span.of(text)}"
    return Finding(rule="UNCITED_NUMBER", severity="warn", message=message, span=claim.span, other=first.span)
