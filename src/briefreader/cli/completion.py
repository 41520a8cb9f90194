"""Completion for the app's own command line; shells ask click themselves."""

import click
from click.shell_completion import ShellComplete, split_arg_string

from briefreader.cli.options import COMPLETION_VARIABLE


def complete(commands: click.Group, line: str) -> list[tuple[str, str]]:
    """Return the words that could end a line, each with its meaning; the names of files are not completed."""
    words = split_arg_string(line)
    begun = words.pop() if words and not line[-1].isspace() else ""
    found = ShellComplete(commands, {}, "briefreader", COMPLETION_VARIABLE).get_completions(words, begun)
    return [(one.value, one.help or "") for one in found if one.type == "plain"]
