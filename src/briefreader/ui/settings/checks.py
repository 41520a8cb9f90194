"""What is wrong in the settings beyond their form: keys that clash, a theme that is not there."""

from collections.abc import Mapping

from textual.theme import Theme

from briefreader import paths
from briefreader.model.errors import BriefreaderError, FaultsError, ThemeError
from briefreader.settings import Settings, Value, parse_value, write_setting
from briefreader.ui.keys.keymap import PRESETS, chosen_keys, keymap_faults
from briefreader.ui.settings.themes import default_theme, find_theme


def usable(settings: Settings) -> tuple[Theme, Mapping[str, str], list[BriefreaderError]]:
    """Return the theme and the keys that differ from the table, and what is wrong with those of the settings.

    Where the theme is wrong it is the default. An action whose keys are wrong by themselves has those of the preset,
    and so have all where the rest clash with one another.
    """
    keys = chosen_keys(settings)
    faults: list[BriefreaderError] = [*keymap_faults(keys)] if keys else []
    if faults:
        preset = PRESETS[settings.keymap]
        own = {id_: chosen for id_, chosen in settings.keys.items() if not keymap_faults({**preset, id_: chosen})}
        keys = preset if keymap_faults({**preset, **own}) else {**preset, **own}
    try:
        return find_theme(settings.theme), keys, faults
    except ThemeError as fault:
        return default_theme(), keys, [*faults, fault]


def faults_in_file() -> list[BriefreaderError]:
    """Return all that is wrong in the reader's file of settings.

    Raises:
        SettingsError: the file is not TOML.

    """
    settings, faults = Settings.read(paths.settings_file(), {})
    return [*faults, *usable(settings)[2]]


def keep_setting(name: str, text: str) -> Value:
    """Write one setting into the reader's file as a person wrote it; return what it means.

    Raises:
        SettingsError: there is no such setting, it cannot be that, or the file cannot be written.
        FaultsError: with it something would be wrong that is not wrong now.

    """
    value = parse_value(name, text)
    before, _ = Settings.read(paths.settings_file(), {})
    known = {str(fault) for fault in usable(before)[2]}
    if new := [fault for fault in usable(before.having(name, value))[2] if str(fault) not in known]:
        raise FaultsError(new)
    write_setting(paths.settings_file(), name, value)
    return value
