import os
from pathlib import Path

import pytest
from rich.style import Style
from screens import panes, press, themed
from textual.color import Color

from briefreader import paths
from briefreader.model.errors import ThemeError
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.reading.widgets.article_styles import ORDER, OTHER_PARTS
from briefreader.ui.settings.theme_reload import ThemeWatch
from briefreader.ui.settings.themes import contrast_of, find_theme, load_theme, own_themes, theme_names
from briefreader.workspace import Workspace

OURS = ("paper", "night", "contrast")
TEXT, MARK = 4.5, 3.0
"""WCAG 2.2: running text; large text and graphical signs."""


def contrast(style: Style) -> float:
    return contrast_of(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


def test_the_contrast_of_black_and_white_is_that_of_the_standard() -> None:
    assert contrast_of(Color.parse("white"), Color.parse("black")) == pytest.approx(21)
    assert contrast_of(Color.parse("#777777"), Color.parse("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", theme_names())
async def test_every_text_can_be_read_in_every_theme(samples: Workspace, name: str) -> None:
    app = themed(samples, name)
    wanted = {"contrast": 7.0}.get(name, TEXT if name in OURS else MARK)

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("+")
        await pilot.pause()
        if app.current_theme.ansi:
            return  # the terminal's own colours, which nobody knows here
        shown = panes(app)
        painter = shown.article._strips._painter
        styles = {layer: painter.style(layer) for layer in (*ORDER, *OTHER_PARTS)}
        for mark in ("claim", "bull", "bear", "neutral", "note", "active"):
            styles |= {
                f"{under} under {mark}": painter.style(under, mark) for under in ("citation", "heading2", "link")
            }
        feed = ("title", "unread", "meta", "cursor", "cursor-blurred", "empty")
        styles |= {f"feed {part}": shown.feed.get_component_rich_style(f"feed--{part}") for part in feed}
        notes = ("heading", "bull", "bear", "neutral", "note", "quote", "text", "hint", "cursor")
        styles |= {f"notes {part}": shown.notes.get_component_rich_style(f"entry--{part}") for part in notes}
        for bar in (shown.title_bar, shown.key_bar, shown.bar):
            styles[str(bar)] = bar.rich_style

    poor = {part: round(contrast(style), 2) for part, style in styles.items() if contrast(style) < wanted}
    assert poor == {}


@pytest.mark.parametrize("name", OURS)
def test_bull_bear_and_neutral_are_told_apart_from_one_another(name: str) -> None:
    variables = find_theme(name).variables

    assert len({variables[f"{stance}-background"] for stance in ("bull", "bear", "neutral", "note", "claim")}) == 5


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('primary = "#zzzzzz"', "primary: '#zzzzzz' is not a colour"),
        ('primary = "red"\nboost = 3', "boost: '3' is not a colour"),
        ('primary = "red"\n[variables]\nbul = "red"', "unknown variable bul. Did you mean bull"),
        (
            'primary = "none"\npanel = "none"\n[variables]\nbull = "none"',
            "primary: .*; panel: .*; bull: .* is not a colour",
        ),
        ('primary = "red"\nnonsense = 1', "unknown key nonsense"),
        ('primary = "red"\n[variables]\nbull = "#12"', "bull|#12"),
        ("primary = ", "Invalid value"),
        ('primary = "red"\nvariables = 3', "variables must be a table"),
        ('primary = "red"\ndark = "yes"', "dark must be true or false"),
        ('primary = "red"\nluminosity_spread = 1e308', "luminosity_spread must be a number from 0 to 1"),
        ('primary = "red"\ntext_alpha = nan', "text_alpha must be a number from 0 to 1"),
        ('primary = "red"\n[variables]\nscrollbar = "zzz"', "scrollbar: 'zzz' is not a colour"),
        ('primary = "red"\n[variables]\nscrollbar = 5', "scrollbar: '5' is not a colour"),
        (
            'primary = "red"\n[variables]\nblock-cursor-text-style = "bold; } Screen { background: red"',
            "block-cursor-text-style: .* is not a style",
        ),
        ('primary = "red"\n[variables]\nlink-style = "\\u001b[2J"', "link-style: .* is not a style"),
        ('primary = "' + "a" * 100_000 + '"', "primary: 'a{78}… is not a colour$"),
        ('primary = "red"\n' + "\n".join(f"k{n} = 1" for n in range(5_000)), "k19; 4,980 others are wrong$"),
        ("primary = " + "[" * 5_000, "nested more than 20 levels deep"),
        ("dark = true", "primary"),
    ],
)
def test_what_is_wrong_in_a_theme_is_named(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text)

    with pytest.raises(ThemeError, match=problem):
        load_theme(file)


def test_the_readers_own_themes_come_first_and_bad_ones_are_told() -> None:
    folder = paths.user_themes()
    folder.mkdir(parents=True)
    (folder / "night.toml").write_text('primary = "red"')
    (folder / "bad.toml").write_text("primary = ")

    themes, problems = own_themes()

    assert find_theme("night").primary == "red"
    assert [problem.name for problem in problems] == ["bad"]
    assert {theme.name for theme in themes} >= set(OURS)


@pytest.mark.parametrize(
    "line",
    [
        'text = "auto 70%"',
        'scrollbar = "#123456 50%"',
        'link-style = "bold not underline"',
        'link-background = "initial"',
    ],
)
async def test_what_a_theme_may_say_of_textuals_variables_is_shown(samples: Workspace, line: str) -> None:
    paths.user_themes().mkdir(parents=True)
    (paths.user_themes() / "mine.toml").write_text(f'name = "another"\nprimary = "#336699"\n[variables]\n{line}\n')
    app = themed(samples, "mine")

    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == "mine"
        assert not app._notifications


def test_a_theme_whose_file_name_would_act_is_not_listed() -> None:
    folder = paths.user_themes()
    folder.mkdir(parents=True)
    for name in ("plain", "\x1b]0;x\x07", "a\nb", os.fsdecode(b"caf\xe9")):
        (folder / f"{name}.toml").write_text('primary = "red"')

    assert [name for name in theme_names() if not name.isprintable()] == []
    assert "plain" in theme_names()


@pytest.mark.parametrize("name", ["nowhere", "../themes/night", "", "a" * 5_000, "a\0b"])
def test_a_theme_that_is_not_there_is_named_with_those_that_are(name: str) -> None:
    with pytest.raises(ThemeError, match=r"Available: .*night, .*paper"):
        find_theme(name)


@pytest.mark.parametrize("name", [*OURS, "dracula", "textual-light"])
async def test_the_screen_has_the_colours_of_the_theme_from_the_first_frame(samples: Workspace, name: str) -> None:
    app = themed(samples, name)

    async with app.run_test() as pilot:
        await pilot.pause()
        wanted = app.current_theme.to_color_system().generate()["background"]
        assert panes(app).article.styles.background == Color.parse(wanted)


async def test_the_theme_is_chosen_by_key_and_a_bad_file_is_told(samples: Workspace) -> None:
    paths.user_themes().mkdir(parents=True)
    (paths.user_themes() / "bad.toml").write_text("primary = ")
    app: BriefreaderApp = themed(samples, "night")

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("T", *"paper")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert app.theme == "paper"
        assert [notification.message[:10] for notification in app._notifications] == ["theme bad:"]


async def test_the_list_of_themes_begins_with_the_one_that_is_shown(samples: Workspace) -> None:
    app = themed(samples, "night")

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "T")
        await pilot.pause(0.3)
        assert app.theme == "night"
        await press(pilot, "down")
        assert app.theme == "ansi-dark"


async def test_a_theme_is_shown_while_it_is_chosen_and_kept_when_it_is(samples: Workspace) -> None:
    app = themed(samples, "night")

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "T", *"paper")
        await pilot.pause(0.2)
        assert app.theme == "paper"
        await press(pilot, "escape")
        assert app.theme == "night"
        assert not paths.settings_file().exists()
        await press(pilot, "T", *"paper", "enter")
        assert app.theme == "paper"

    assert paths.settings_file().read_text("utf-8") == 'theme = "paper"\n'


async def test_a_theme_of_the_readers_own_is_shown_anew_when_it_is_saved(samples: Workspace) -> None:
    paths.user_themes().mkdir(parents=True)
    file = paths.user_themes() / "mine.toml"
    file.write_text('primary = "#102030"\nbackground = "#000000"\n')
    app = themed(samples, "mine")

    async with app.run_test(size=(120, 36)) as pilot:
        watch = ThemeWatch(app)
        watch.look()
        for number, text in enumerate(('primary = "#102030"\nbackground = "#FFFFFF"\n', "primary = 'nothing'"), 1):
            file.write_text(text)
            os.utime(file, (number, number))
            watch.look()
        await pilot.pause()
        assert app.theme_variables["background"] == "#FFFFFF"
        assert [one.severity for one in app._notifications] == ["error"]
