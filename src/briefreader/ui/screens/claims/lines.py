"""What is said of a claim that several articles make."""

from briefreader.model.crosscheck import ClaimRow, Said

_OUTLET = 22
HANG = 2 + _OUTLET + 2 + 12 + 2
"""Columns before what an outlet says: a mark, the outlet and the day."""
_ABOUT = 0.02
"""Half of what lies between the ends of an estimate, against twice its middle."""


def value_of(said: Said) -> str:
    """Return what an article says in few words: its figure, else the claim itself."""
    low, high = said.statement.low, said.statement.high
    if low is None and high is None:
        return f"“{said.quote}”"
    if low is None or high is None:
        return f"under {_number(high)}" if low is None else f"over {_number(low)}"
    if high - low <= _ABOUT * abs(high + low):
        return _number(low) if low == high else f"about {_number((low + high) / 2)}"
    return f"{_number(low)} to {_number(high)}"


def said_line(said: Said, *, is_quoted: bool = False) -> str:
    """Return an outlet, its day, and what it says: its figure or its words."""
    words = f"“{said.quote}”" if is_quoted else value_of(said)
    return f"{said.outlet[:_OUTLET]:{_OUTLET}}  {said.on_day:>12}  {words}"


def seen_in_words(row: ClaimRow) -> str:
    """Return when a claim was first and last seen, by the articles that say when they are from."""
    dated = [one for one in row.said if one.is_dated] or row.said
    first, last = dated[0], dated[-1]
    return first.on_day if first.on_day == last.on_day else f"{first.on_day} to {last.on_day}"


def heading_of(row: ClaimRow) -> str:
    """Return what a row is about, and what its articles are to one another."""
    return f"{'' if row.kind == 'agree' else '! '}{row.kind.upper()}  {row.about}"


def _number(value: float | None) -> str:
    return f"{value:,.10g}" if value is not None else ""
