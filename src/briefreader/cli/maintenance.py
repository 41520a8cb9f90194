"""Commands that keep the store safe."""

import json
from collections.abc import Iterator
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from briefreader.cli.options import COMPLETION_VARIABLE, LaunchOptions, opened
from briefreader.model.control_characters import on_one_line, readable_name
from briefreader.model.errors import NotFoundError, SettingsError, StoreError
from briefreader.settings import Settings
from briefreader.views.health import health, known_trap
from briefreader.workflows.backup import (
    annotations_of,
    backup_if_due,
    backups_of,
    list_backups,
    remove_copies_left_behind,
)
from briefreader.workflows.backup import backup as write_backup
from briefreader.workflows.backup import restore as put_back
from briefreader.workflows.find import rebuild_words
from briefreader.workflows.open import now
from briefreader.workflows.sandbox_check import parser_faults, sandbox_gaps


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this new file.")
@click.option("--list", "is_list", is_flag=True, help="List the backups.")
@click.option("--if-due", is_flag=True, help="Only if the last backup is a day old. The app does this automatically.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per backup.")
@click.pass_obj
def backup(options: LaunchOptions, *, output: Path | None, is_list: bool, if_due: bool, as_json: bool) -> None:
    """Back up the store, even while it is in use.

    The copy is read back and checked. briefreader keeps 12 daily, 10 weekly and 9 monthly backups.
    """
    if not is_list:
        remove_copies_left_behind(options.store_file, now())
        with opened(options) as workspace:
            made = backup_if_due(workspace) if if_due else write_backup(workspace, output)
            if made:
                click.echo(json.dumps({"path": str(made)}) if as_json else f"written: {readable_name(str(made))}")
        return
    kept, folder = list_backups(options.store_file), backups_of(options.store_file)
    for one in kept:
        line = json.dumps({"path": str(folder / one.name), "at": one.at.isoformat()})
        click.echo(line if as_json else f"{one.at:%Y-%m-%d %H:%M}  {readable_name(str(folder / one.name))}")
    if not kept:
        click.echo("No backups yet. To make one, run briefreader backup.", err=True)


@click.command()
@click.argument("copy", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print one JSON object: the backup restored, and where the previous store is.",
)
@click.pass_obj
def restore(options: LaunchOptions, *, copy: Path | None, as_json: bool) -> None:
    """Restore a backup (default: the newest) and keep the current store under another name."""
    kept = list_backups(options.store_file)
    chosen = copy or (backups_of(options.store_file) / kept[-1].name if kept else None)
    if chosen is None:
        raise NotFoundError("backup of", str(options.store_file))
    aside = put_back(options.store_file, chosen, now())
    was_there = str(aside) if aside.exists() else None
    if as_json:
        click.echo(json.dumps({"restored": str(chosen), "was_there": was_there}, ensure_ascii=False))
        return
    click.echo(f"restored: {readable_name(str(chosen))}")
    if was_there:
        click.echo(f"previous store: {readable_name(was_there)}")


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(*, shell: str) -> None:
    """Print a shell completion script."""
    complete = get_completion_class(shell)
    if complete is None:
        raise click.UsageError(f"Completion is not available for {shell}.")
    # what it writes asks briefreader itself, by this variable
    click.echo(complete(click.Group(), {}, "briefreader", COMPLETION_VARIABLE).source())


@click.command()
@click.option("--rebuild", is_flag=True, help="Rebuild the search index first.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per problem.")
@click.pass_obj
def doctor(options: LaunchOptions, *, rebuild: bool, as_json: bool) -> int:
    """Check settings and store, and advise on each problem."""
    faults: list[tuple[str, str]] = []
    try:
        with opened(options, Settings()) as workspace:
            if rebuild:
                rebuild_words(workspace)
            found = health(workspace.store)
            faults = parser_faults(workspace)
            gaps = [] if faults else sandbox_gaps(workspace)
            for gap in filter(None, (known_trap(workspace.store), *gaps)):
                click.echo(f"Note: {gap}", err=True)
    except StoreError as error:
        found = [(str(error), "To restore the last backup, run briefreader restore.")]
    is_sound = not found
    found = [*_wrong_settings(), *_wrong_proxies(), *faults, *found]
    for wrong, advice in found:
        line = json.dumps({"problem": wrong, "advice": advice}, ensure_ascii=False)
        click.echo(line if as_json else f"{on_one_line(wrong)}\n  {on_one_line(advice)}")
    if not as_json:
        _say_what_is_left(options.store_file, is_sound=is_sound)
    return 1 if found else 0


def _wrong_proxies() -> Iterator[tuple[str, str]]:
    """Name the proxies in use, and yield what is wrong with those that cannot be used."""
    from briefreader.workflows.proxies import (  # noqa: PLC0415 - 20 ms, for this command alone
        ignored_in_no_proxy,
        proxies_in_use,
    )

    used, problems = proxies_in_use()
    for proxy in used:
        click.echo(f"Note: feeds and pages are fetched through the proxy {proxy}, set in the environment.", err=True)
    if ignored := ignored_in_no_proxy():
        click.echo(f"Note: {ignored}", err=True)
    for problem in dict.fromkeys(map(str, problems)):
        yield problem, "Until then, briefreader cannot fetch feeds and pages that need this proxy."


def _wrong_settings() -> Iterator[tuple[str, str]]:
    from briefreader.ui.settings.checks import faults_in_file  # noqa: PLC0415 - only what checks keys and themes loads Textual

    try:
        faults = faults_in_file()
    except SettingsError as error:
        faults = [error]
    for fault in faults:
        yield str(fault), "To edit the file, run briefreader config edit."


def _say_what_is_left(file: Path, *, is_sound: bool) -> None:
    if is_sound:
        click.echo("No problems found in the store.")
        return
    for one in list_backups(file)[-1:]:
        click.echo(f"Last backup: {readable_name(str(backups_of(file) / one.name))}", err=True)
    if (notes := annotations_of(file)).exists():
        click.echo(
            f"Copy of your notes: {readable_name(str(notes))} (to import it, run briefreader import --mine)", err=True
        )
