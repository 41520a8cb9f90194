"""Statistics as lines with bars, and as JSON, schema ``briefreader.statistics/1``."""

import json
from collections.abc import Iterator, Mapping

from briefreader.views.statistics import Statistics

SCHEMA = "briefreader.statistics/1"
_STEPS = " ▁▂▃▄▅▆▇█"
_ASCII_STEPS = " .:-=+*#@"
_BAR = 24


def render_statistics(counted: Statistics) -> str:
    """Return one JSON object."""
    return json.dumps(
        {
            "schema": SCHEMA,
            "read_by_day": {day.isoformat(): count for day, count in counted.read_by_day.items()},
            "inbox_by_age": dict(counted.inbox_by_age),
            "evidence_by_stance": dict(counted.stances),
            "evidence_by_origin": dict(counted.origins),
        },
        ensure_ascii=False,
    )


def statistics_lines(counted: Statistics, *, is_ascii: bool = False) -> Iterator[str]:
    """Yield lines of at most 80 columns: a sparkline of what was read, and bars of the rest."""
    counts = list(counted.read_by_day.values())
    yield f"READ  {sparkline(counts, is_ascii=is_ascii)}  {sum(counts):,} in {len(counts)} days, {counts[-1]:,} today"
    for title, values in (
        ("INBOX BY AGE", counted.inbox_by_age),
        ("EVIDENCE", counted.stances),
        ("EVIDENCE BY ORIGIN", counted.origins),
    ):
        yield ""
        yield title if values else f"{title}: none yet"
        yield from _bars(values, is_ascii=is_ascii)


def sparkline(counts: list[int], *, is_ascii: bool = False) -> str:
    """Return a sign for each count, the higher the fuller; none is a space, and any is not."""
    steps = _ASCII_STEPS if is_ascii else _STEPS
    highest = max(counts, default=0) or 1
    return "".join(steps[-(-count * (len(steps) - 1) // highest)] for count in counts)


def _bars(values: Mapping[str, int], *, is_ascii: bool) -> Iterator[str]:
    highest = max(values.values(), default=0) or 1
    for name, count in values.items():
        bar = ("#" if is_ascii else "█") * -(-count * _BAR // highest)
        yield f"  {name[:28]:<28} {count:>7,}  {bar}".rstrip()
