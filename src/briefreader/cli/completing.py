"""What could be typed next in a command, for the app's own command line; shells ask click themselves."""

from click.shell_completion import ShellComplete, split_arg_string

from briefreader.cli.commands import briefreader
from briefreader.cli.main import COMPLETION_VARIABLE


def next_words(line: str) -> list[tuple[str, str]]:
    """Return the words that could stand at the end of a line, each with what it means; files are left to the reader."""
    words = split_arg_string(line)
    begun = words.pop() if words and not line[-1].isspace() else ""
    found = ShellComplete(briefreader, {}, "briefreader", COMPLETION_VARIABLE).get_completions(words, begun)
    return [(one.value, one.help or "") for one in found if one.type == "plain"]
