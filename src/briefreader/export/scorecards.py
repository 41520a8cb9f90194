"""Scorecards of sources as JSON, schema ``briefreader.sources/1``, and as lines."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from briefreader.views.scorecards import Scorecard

SCHEMA = "briefreader.sources/1"


def render_scorecards(cards: Sequence[Scorecard]) -> str:
    """Return one JSON object."""
    rows = [
        {**asdict(card), "too_few": card.is_too_few, "interval": None if card.is_too_few else list(card.interval)}
        for card in cards
    ]
    return json.dumps({"schema": SCHEMA, "sources": rows}, ensure_ascii=False)


def scorecard_lines(cards: Sequence[Scorecard]) -> Iterator[str]:
    """Yield a table of at most 80 columns."""
    yield f"{'source':<24} {'right':>5} {'wrong':>5} {'void':>4}  {'share':<13} {'edits':>5} {'lead':>6} {'bull':>5}"
    for card in cards:
        low, high = card.interval
        share = "too few" if card.is_too_few else f"{low:.0%} to {high:.0%}"
        lead = f"{card.lead_days:.0f}d" if card.lead_days is not None else "–"
        evidence = card.bull + card.bear
        bull = f"{card.bull / evidence:.0%}" if evidence else "–"
        counts = f"{card.right:>5} {card.wrong:>5} {card.ambiguous:>4}"
        yield f"{card.source[:24]:<24} {counts}  {share:<13} {card.corrections:>5} {lead:>6} {bull:>5}"
