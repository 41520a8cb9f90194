"""Changing settings, and choosing a theme by looking at it."""

from collections.abc import Callable
from functools import partial
from operator import itemgetter
from typing import Any

from textual import on
from textual.app import App
from textual.command import CommandPalette
from textual.widgets import OptionList

from briefreader import paths
from briefreader.model.control_characters import readable_name
from briefreader.model.errors import BriefreaderError
from briefreader.settings import SETTINGS, Settings, Value
from briefreader.ui.dialogs.choose import Choice, choice_provider, choose
from briefreader.ui.settings.checks import keep_setting
from briefreader.ui.settings.themes import find_theme, own_themes, theme_names

_THEME = "theme"
ApplySetting = Callable[[str, Value], None]
"""Has a setting that was saved take effect."""


class ThemePalette(CommandPalette):
    """Shows each theme while it is chosen from."""

    @on(OptionList.OptionHighlighted)
    def _preview(self, event: OptionList.OptionHighlighted) -> None:
        name = str(event.option.prompt)
        if name in self.app.available_themes:
            self.app.theme = name


def offer_themes(app: App[None]) -> None:
    """Offer all themes; the one chosen is kept in the settings, and without a choice the old one comes back."""
    before = app.theme
    themes, problems = own_themes()
    for theme in themes:
        app.register_theme(theme)
    for problem in problems:
        app.notify(str(problem), severity="warning", markup=False)
    names = sorted(theme_names(), key=lambda name: name != before)  # the palette shows the first at once
    choices = [Choice(name, partial(keep_theme, app, name)) for name in names]

    def come_back(_: object) -> None:
        app.theme = before

    app.push_screen(ThemePalette([choice_provider(choices)], placeholder="Theme"), come_back)


def offer_settings(app: App[None], apply_setting: ApplySetting) -> None:
    """Offer all settings with what they are in the file now."""
    settings, _ = Settings.read(paths.settings_file(), {})
    choices = [
        Choice(f"{name}  {_shown(value)}", partial(_change, app, apply_setting, name, value), setting.about)
        for name, setting in SETTINGS.items()
        for value in [getattr(settings, name)]
    ]
    keys = "Change a key: edit [keys] in config.toml (? lists the action names)"
    choices.append(Choice("keys", partial(_show_place, app), keys))
    choose(app, choices, "Settings")


def _show_place(app: App[None]) -> None:
    app.notify(readable_name(str(paths.settings_file())), title="Settings file", markup=False)


def _change(app: App[None], apply_setting: ApplySetting, name: str, value: Value) -> None:
    save = partial(_save, app, apply_setting, name)
    known = SETTINGS[name].choices or (("true", "false") if isinstance(value, bool) else ())
    if name == _THEME:
        offer_themes(app)
    elif known:
        choose(app, [Choice(one, partial(save, one)) for one in known], SETTINGS[name].about)
    else:
        from briefreader.ui.dialogs.form import FormScreen  # noqa: PLC0415 - on first use

        fields, values = {name: SETTINGS[name].about}, {name: str(value)}
        app.push_screen(FormScreen(fields, values, itemgetter(name), save))


def _save(app: App[None], apply_setting: ApplySetting, name: str, text: str) -> None:
    apply_setting(name, keep_setting(name, text))
    app.notify(f"{name} set to {text or 'empty'}", markup=False)


def keep_theme(app: App[Any], name: str) -> None:
    """Show a theme, and keep it in the settings; say why when it cannot be."""
    try:
        app.register_theme(find_theme(name))
        app.theme = name
        keep_setting(_THEME, name)
    except BriefreaderError as error:
        app.notify(f"Theme not saved: {error}", severity="warning", markup=False)


def _shown(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value) or "–"
