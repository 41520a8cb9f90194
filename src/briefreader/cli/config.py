"""The command for settings."""

import json
import os
import shlex
import subprocess
from dataclasses import asdict

import click

from briefreader import paths
from briefreader.cli.options import LaunchOptions, load_settings
from briefreader.model.control_characters import readable_name
from briefreader.model.errors import FaultsError, SettingsError
from briefreader.settings import SETTINGS


@click.group()
def config() -> None:
    """Show and change settings."""


@config.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.config/1).")
@click.pass_obj
def show(options: LaunchOptions, *, as_json: bool) -> None:
    """Show the settings in effect, and where the settings file is."""
    values = asdict(load_settings(options))
    if as_json:
        told = {"schema": "briefreader.config/1", "file": str(paths.settings_file()), "settings": values}
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    click.echo(f"# {readable_name(str(paths.settings_file()))}")
    for name in SETTINGS:
        click.echo(f"{name} = {json.dumps(values[name], ensure_ascii=False)}")
    for action, keys in values["keys"].items():
        click.echo(f"keys.{action} = {json.dumps(keys, ensure_ascii=False)}")


@config.command("set")
@click.argument("name")
@click.argument("value")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: the setting and its value.")
def set_(*, name: str, value: str, as_json: bool) -> None:
    """Change a setting, for example: config set theme paper. Comments in the file are kept."""
    from briefreader.ui.settings.checks import keep_setting  # noqa: PLC0415 - only what checks keys and themes loads Textual

    parsed = keep_setting(name, value)
    if as_json:
        click.echo(json.dumps({"setting": name, "value": parsed}, ensure_ascii=False))


@config.command()
def edit() -> int:
    """Edit the settings file in $VISUAL or $EDITOR, then check it."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise SettingsError("edit", f"no editor. Set EDITOR, or edit {paths.settings_file()} yourself.")
    paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run([*shlex.split(editor), str(paths.settings_file())], check=False)  # noqa: S603 - the reader's own
    from briefreader.ui.settings.checks import faults_in_file  # noqa: PLC0415 - only what checks keys and themes loads Textual

    if faults := faults_in_file():
        raise FaultsError(faults)
    return done.returncode
