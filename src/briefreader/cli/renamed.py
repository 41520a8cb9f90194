"""Command words of the previous release, which still work without being listed."""

from collections.abc import Mapping
from typing import ClassVar

import click


class RenamedGroup(click.Group):
    """Accepts the old words of its commands; help and completion show the new ones only."""

    old_words: ClassVar[Mapping[str, str]] = {}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a word, new or old."""
        return super().get_command(ctx, self.old_words.get(cmd_name, cmd_name))


def renamed(**old_words: str) -> type[RenamedGroup]:
    """Return the class of a group with the new word for each old one."""
    return type("RenamedGroup", (RenamedGroup,), {"old_words": old_words})
