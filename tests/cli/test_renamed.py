import pytest
from click import Context
from commands import COMMANDS, Command

from briefreader.cli.commands import briefreader
from briefreader.cli.renamed import RenamedGroup

GROUPS = {
    name: group
    for name in briefreader.list_commands(Context(briefreader))
    if isinstance(group := briefreader.get_command(Context(briefreader), name), RenamedGroup)
}
OLD_WORDS = [(name, old, new) for name, group in GROUPS.items() for old, new in group.old_words.items()]


@pytest.mark.parametrize(("group", "old", "new"), OLD_WORDS)
def test_an_old_word_still_runs_its_command(command: Command, group: str, old: str, new: str) -> None:
    by_old, by_new = command(group, old, "--help"), command(group, new, "--help")

    assert by_old.code == by_new.code == 0
    assert by_old.out.splitlines()[2:] == by_new.out.splitlines()[2:]


@pytest.mark.parametrize(("group", "old", "new"), OLD_WORDS)
def test_an_old_word_is_not_listed(command: Command, group: str, old: str, new: str) -> None:
    assert f"{group} {new}" in COMMANDS
    assert f"{group} {old}" not in COMMANDS
    assert f"\n  {old} " not in command(group, "--help").out


def test_another_word_is_refused(command: Command) -> None:
    assert command("findings", "hush").code == 2
