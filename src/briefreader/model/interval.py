"""Stretches of days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed stretch of days; None where it is open."""

    first: date | None
    last: date | None
