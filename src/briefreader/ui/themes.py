"""Colour themes, from files of TOML."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from briefreader import paths
from briefreader.model.errors import ThemeError
from briefreader.settings import Settings

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
        if path.is_file() and path.parent == folder:
            return load_theme(path)
    if name in BUILTIN_THEMES:
        return BUILTIN_THEMES[name]
    raise ThemeError(name, f"there is none; there are: {', '.join(theme_names())}")


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
        ThemeError: the file is not TOML, or has an unknown key or a colour that is none.

    """
    import tomllib  # noqa: PLC0415 - not for Textual's own themes

    try:
        table = tomllib.loads(path.read_text("utf-8"))
        variables = {key: str(value) for key, value in table.pop("variables", {}).items()}
        unknown = set(table) - {known.name for known in fields(Theme)}
        if unknown:
            raise ThemeError(path.stem, f"no such key: {', '.join(sorted(unknown))}")
        theme = Theme(**{"name": path.stem, **table}, variables=variables)
        theme.to_color_system().generate()
        for key in OWN_VARIABLES.keys() & variables.keys():
            Color.parse(variables[key])  # generate() does not look at these
    except (OSError, ValueError, TypeError, ColorParseError) as error:
        raise ThemeError(path.stem, str(error)) from error
    return theme


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
    for folder in (paths.user_themes(), paths.bundled("themes")):
        yield from sorted(folder.glob("*.toml"))
