"""Colour themes, from files of TOML."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from briefreader import paths
from briefreader.model.errors import ThemeError
from briefreader.settings import Settings
from briefreader.small_files import InvalidFileError, cut, read_toml

OWN_VARIABLES = {
    "claim-background": "primary-muted",
    "citation": "text-secondary",
    "bull": "text-success",
    "bull-background": "success-muted",
    "bear": "text-error",
    "bear-background": "error-muted",
    "neutral": "text-warning",
    "neutral-background": "warning-muted",
    "note": "text-accent",
    "note-background": "accent-muted",
    "active": "background",
    "active-background": "foreground",
    "unread": "foreground",
    "dimmed": "foreground-darken-3",
}
"""From a variable of ours to the one of Textual that stands for it in themes that do not set it."""

_COLORS = {known.name for known in fields(Theme)} - {
    "name",
    "dark",
    "luminosity_spread",
    "text_alpha",
    "variables",
    "ansi",
}
_SWITCHES = ("dark", "ansi")
_SHARES = ("luminosity_spread", "text_alpha")
_STYLE = re.compile(r"(?: ?(?:not )?(?:none|b|bold|d|dim|i|italic|o|overline|r|reverse|s|strike|u|underline))+")
_CONTRASTING = re.compile(r"(?:auto|initial)(?: \d{1,3}%)?")
_SHARE = re.compile(r" \d{1,3}%$")
_MOST_FAULTS = 20
"""That are named."""
_STANDS_ON = {
    "citation": ("background", "claim-background"),
    "bull": ("bull-background", "surface"),
    "bear": ("bear-background", "surface"),
    "neutral": ("neutral-background", "surface"),
    "note": ("note-background", "surface"),
    "active": ("active-background",),
    "unread": ("surface",),
    "dimmed": ("surface", "background"),
}
_LEAST_CONTRAST = 4.5
_LINEAR = 0.04045
"""Below it, a part of sRGB counts as linear."""


def find_theme(name: str) -> Theme:
    """Return a theme: the reader's own, one that ships with briefreader, or one of Textual's.

    Raises:
        ThemeError: there is no such theme, or its file cannot be used.

    """
    for folder in (paths.user_themes(), paths.bundled("themes")):
        path = folder / f"{name}.toml"
        if path in _theme_files():
            return load_theme(path)
    if name in BUILTIN_THEMES:
        return BUILTIN_THEMES[name]
    raise ThemeError(cut(name), f"not found. Available: {', '.join(theme_names())}.")


def default_theme() -> Theme:
    """Return the theme that ships with briefreader for those who choose none, whatever the reader's own files hold."""
    return load_theme(paths.bundled("themes") / f"{Settings().theme}.toml")


def theme_names() -> list[str]:
    """Return the names of all themes, in order."""
    return sorted({*(path.stem for path in _theme_files()), *BUILTIN_THEMES})


def own_themes() -> tuple[list[Theme], list[ThemeError]]:
    """Return the themes in files, and what is wrong with those that cannot be used."""
    themes = []
    problems = []
    for path in _theme_files():
        try:
            themes.append(load_theme(path))
        except ThemeError as problem:
            problems.append(problem)
    return themes, problems


def load_theme(path: Path) -> Theme:
    """Read one theme.

    Raises:
        ThemeError: the file is not TOML; or naming each key and variable that does not exist or is no colour.

    """
    try:
        table = read_toml(path)
    except InvalidFileError as error:
        raise ThemeError(path.stem, str(error)) from error
    told = table.pop("variables", {})
    if not isinstance(told, dict):
        raise ThemeError(path.stem, "variables must be a table")
    variables = {key: str(value) for key, value in told.items()}
    if faults := [*_faults_in(table), *_faults_in_variables(variables)]:
        more = [f"{len(faults) - _MOST_FAULTS:,} others are wrong"] if len(faults) > _MOST_FAULTS else []
        raise ThemeError(path.stem, "; ".join(faults[:_MOST_FAULTS] + more))
    try:
        theme = Theme(**{**table, "name": path.stem}, variables=variables)
        theme.to_color_system().generate()
    except (ValueError, TypeError, ColorParseError) as error:
        raise ThemeError(path.stem, cut(str(error))) from error
    return theme


def _faults_in(table: Mapping[str, object]) -> Iterator[str]:
    for key, value in table.items():
        if key not in {known.name for known in fields(Theme)}:
            yield f"unknown key {cut(key)}"
        elif key in _COLORS:
            yield from _faults_in_color(key, str(value))
        elif key in _SWITCHES and not isinstance(value, bool):
            yield f"{key} must be true or false"
        elif key in _SHARES and not (isinstance(value, int | float) and 0 <= value <= 1):
            yield f"{key} must be a number from 0 to 1"


def _faults_in_variables(variables: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong in colours and styles of ours and of Textual's, with which the app would not start."""
    known = Theme(name="any", primary="#000000").to_color_system().generate()
    names = [*OWN_VARIABLES, *known]
    for key, value in variables.items():
        if key in OWN_VARIABLES:
            yield from _faults_in_color(key, value)
        elif key not in known:
            near = "".join(f". Did you mean {one}?" for one in get_close_matches(key[:80], names, 1))
            yield f"unknown variable {cut(key)}{near}"
        elif _STYLE.fullmatch(known[key]):
            if not _STYLE.fullmatch(value):
                yield f"{key}: {cut(repr(value))} is not a style such as bold, underline or none"
        elif not _CONTRASTING.fullmatch(value):
            yield from _faults_in_color(key, _SHARE.sub("", value))


def _faults_in_color(key: str, value: str) -> Iterator[str]:
    try:
        Color.parse(value)
    except ColorParseError:
        yield f"{key}: {cut(repr(value))} is not a colour"


def own_variables(theme: Theme) -> dict[str, str]:
    """Return what our variables are in a theme that does not set them; its own win over these.

    A text colour that could not be read on what it stands on gives way to black or white.
    """
    generated = theme.to_color_system().generate()
    colors = {own: generated[textual] for own, textual in OWN_VARIABLES.items()}
    if theme.ansi:
        return colors
    for own, grounds in _STANDS_ON.items():
        behind = [Color.parse(colors.get(ground) or generated[ground]) for ground in grounds]
        if min(contrast_of(Color.parse(colors[own]), ground) for ground in behind) < _LEAST_CONTRAST:
            colors[own] = behind[0].get_contrast_text(1).hex
    return colors


def contrast_of(front: Color, back: Color) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21.

    Method: WCAG 2.2, definition of contrast ratio and relative luminance.
    """
    lights = sorted((_luminance(front), _luminance(back)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(color: Color) -> float:
    parts = (part / 255 for part in color.rgb)
    red, green, blue = (p / 12.92 if p <= _LINEAR else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _theme_files() -> Iterator[Path]:
    """Yield the files whose names can be shown and written in the settings."""
    for folder in (paths.user_themes(), paths.bundled("themes")):
        yield from (path for path in sorted(folder.glob("*.toml")) if path.name.isprintable())
