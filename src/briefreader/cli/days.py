"""Days in options, as people type them."""

from datetime import date

import click

from briefreader.model.typed_days import EXAMPLES, Direction, read_days
from briefreader.model.watch import Due


def days_of(words: str, today: date, option: str, direction: Direction = "ahead") -> Due:
    """Return the day or period of an option. Raises click.BadParameter, which names what can be typed."""
    due = read_days(words, today, direction)
    if due is None:
        raise click.BadParameter(f"“{words}” is not a date. Try {EXAMPLES}.", param_hint=option)
    return due
