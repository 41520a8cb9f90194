"""Commands that keep the store safe."""

import json
from collections.abc import Iterator
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from briefreader.cli.launch import LaunchOptions, opened
from briefreader.cli.main import COMPLETION_VARIABLE
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
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file of yours, which must not be there yet.")
@click.option("--list", "is_list", is_flag=True, help="Only list the backups that are kept.")
@click.option("--if-due", is_flag=True, help="Only when the last one is a day old; the app does so by itself.")
@click.option("--json", "as_json", is_flag=True, help="A line a backup: path and time.")
@click.pass_obj
def backup(options: LaunchOptions, *, output: Path | None, is_list: bool, if_due: bool, as_json: bool) -> None:
    """Copy the store while it is in use, read the copy back, and keep 12 daily, 10 weekly and 9 monthly ones."""
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
        click.echo("No backups yet: briefreader backup makes one", err=True)


@click.command()
@click.argument("copy", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object: what was restored, and where the rest is.")
@click.pass_obj
def restore(options: LaunchOptions, *, copy: Path | None, as_json: bool) -> None:
    """Put a backup in the store's place, the newest unless you name one; what is there now is kept beside it."""
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
        click.echo(f"what was there: {readable_name(was_there)}")


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(*, shell: str) -> None:
    """Write what makes a shell complete commands and options; see the guide for where it goes."""
    complete = get_completion_class(shell)
    if complete is None:
        raise click.UsageError(f"this click cannot complete {shell}")
    # what it writes asks briefreader itself, by this variable
    click.echo(complete(click.Group(), {}, "briefreader", COMPLETION_VARIABLE).source())


@click.command()
@click.option("--rebuild", is_flag=True, help="First make the index of words anew from the texts.")
@click.option("--json", "as_json", is_flag=True, help="A line a problem: what is wrong, and what to do.")
@click.pass_obj
def doctor(options: LaunchOptions, *, rebuild: bool, as_json: bool) -> int:
    """Check the settings and the store: file, rows, texts, notes, index, modes, SQLite; say what to do about faults."""
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
        found = [(str(error), "briefreader restore puts the last backup in its place")]
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
        click.echo(f"Note: feeds and pages come through the proxy {proxy}, which the environment names", err=True)
    if ignored := ignored_in_no_proxy():
        click.echo(f"Note: {ignored}", err=True)
    for problem in dict.fromkeys(map(str, problems)):
        yield problem, "Until then, feeds and pages that need this proxy cannot be fetched."


def _wrong_settings() -> Iterator[tuple[str, str]]:
    from briefreader.ui.faults import faults_in_file  # noqa: PLC0415 - only what checks keys and themes loads Textual

    try:
        faults = faults_in_file()
    except SettingsError as error:
        faults = [error]
    for fault in faults:
        yield str(fault), "briefreader config edit opens the file"


def _say_what_is_left(file: Path, *, is_sound: bool) -> None:
    if is_sound:
        click.echo("The store is sound.")
        return
    for one in list_backups(file)[-1:]:
        click.echo(f"The last backup: {readable_name(str(backups_of(file) / one.name))}", err=True)
    if (notes := annotations_of(file)).exists():
        click.echo(
            f"Your notes besides: {readable_name(str(notes))} (briefreader import --mine brings them back)", err=True
        )
