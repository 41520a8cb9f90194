"""How well the reader foresaw what has come true, in words and as JSON, schema ``briefreader.foresight/1``."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from briefreader.views.watchlist import Foresight

_FEWEST = 5


def render_foresight(foresight: Foresight) -> str:
    """Return one JSON object."""
    return json.dumps({"schema": "briefreader.foresight/1", **asdict(foresight)})


def foresight_line(foresight: Foresight) -> str:
    """Return how well the reader has foreseen what has come true."""
    if foresight.brier is None:
        return "Set a probability on items (n) to see your Brier score and calibration here once they are resolved."
    bins = "  ".join(f"{one.low:.0%}-{one.high:.0%}: {one.happened:.0%} of {one.items}" for one in foresight.bins)
    bias = ""
    if foresight.bias is not None:
        side = "bull" if foresight.bias > 0 else "bear"
        bias = f"  {side} bias {abs(foresight.bias) * 100:.0f} points" if round(foresight.bias, 2) else "  no bias"
    return f"Brier {foresight.brier:.3f} over {foresight.items} (a coin scores 0.25)  happened {bins}{bias}"


def foresight_lines(foresight: Foresight) -> Iterator[str]:
    """Yield the calibration as a table: of what was held for so likely, how much happened."""
    yield (
        foresight_line(foresight)
        if foresight.brier is None
        else f"Brier score {foresight.brier:.3f} (a coin scores 0.25)"
    )
    if foresight.bins:
        yield ""
        yield f"{'forecast':>12} {'average':>12} {'happened':>10} {'items':>10}"
    for one in foresight.bins:
        yield f"{f'{one.low:.0%}-{one.high:.0%}':>12} {one.said:>12.0%} {one.happened:>10.0%} {one.items:>10}"
    if foresight.bias is not None:
        side = "bull" if foresight.bias > 0 else "bear"
        yield ""
        yield f"On average, you favour the {side} side by {abs(foresight.bias) * 100:.0f} points."
    if 0 < foresight.items < _FEWEST:
        yield f"{foresight.items} resolved items are too few to draw conclusions."
