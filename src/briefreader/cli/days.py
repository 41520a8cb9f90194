"""Days in options, as people type them."""

from datetime import date

import click

from briefreader.model.typed_days import Direction, problem_of, read_days
from briefreader.model.watch import Due


def days_of(words: str, today: date, option: str, direction: Direction = "ahead") -> Due:
    """Return the day or period of an option. Raises click.BadParameter, which names what can be typed."""
    due = read_days(words, today, direction)
    if due is None:
        raise click.BadParameter(problem_of(words), param_hint=option)
    return due
