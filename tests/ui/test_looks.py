"""How the screens look, as text: run ``make screens`` to accept a change, and read the patch."""

from functools import partial
from pathlib import Path

import pytest
from factories import a_remark
from fakes import TODAY
from golden import assert_golden
from screens import grid, press, themed
from textual.app import App

from briefreader.cli.commands import briefreader
from briefreader.cli.completion import complete
from briefreader.ui.app import BriefreaderApp
from briefreader.views.inbox import list_keys
from briefreader.views.reading import reading_of
from briefreader.views.saved_views import saved_views
from briefreader.workflows.annotate import Remark, annotate
from briefreader.workflows.rules import set_rule
from briefreader.workflows.saved_views import keep_view
from briefreader.workspace import Workspace

GOLDENS = Path(__file__).parent / "goldens"
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
LEASE = ("G", "k", "k")

SCREENS = {
    "feed": (),
    "article": ("j", "j", "j", "j", "enter"),
    "claim": (*LEASE, "]", "]"),
    "citation": (*LEASE, "}", "}"),
    "words": (*LEASE, "]", "v", "o", "w"),
    "evidence": (*LEASE, "]", "]", "-", "4", "n", *"thin", "enter"),
    "note-field": (*LEASE, "]", "n", *"who says?"),
    "tagged": (*LEASE, "]", "+", "enter", "]", "-", "enter", "]", "H", "q"),
    "notes": (*LEASE, "tab", "tab", "j"),
    "zen": (*LEASE, "z"),
    "furniture": (*LEASE, "enter", "Z"),
    "details": (*LEASE, "i"),
    "details-problem": (*LEASE, "i", "down", "down", "down", *"x", "enter"),
    "later-empty": ("F", "down", "enter"),
    "undone": ("e", "u"),
    "search": ("slash", *"lease bergen"),
    "search-problem": ("slash", *"lease strength:high", "enter"),
    "found": ("f", *"lease", "enter", "enter", ";"),
    "selected": ("x", "j", "x"),
    "snooze": ("S",),
    "below": ("j", "E"),
    "help": ("?",),
    "who-else": (*LEASE, "]", "C"),
    "entity": (*LEASE, "]", "]", "]", "*", *"northlight: its", "enter"),
    "story": ("j", "j", "B"),
    "table": ("G", "K", "K", "enter", "G"),
}


async def show(app: BriefreaderApp, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    async with app.run_test(size=size) as pilot:
        await press(pilot, *keys)
        await pilot.pause(0.2 if {"F", "S", "E", "B", "*"} & set(keys) else 0)
        return grid(app)


@SIZES
@pytest.mark.parametrize("name", SCREENS)
async def test_screen(app: BriefreaderApp, name: str, size: tuple[int, int]) -> None:
    assert_golden(GOLDENS / f"{name}-{size[0]}x{size[1]}.txt", await show(app, size, SCREENS[name]))


LEDGER = {
    "theses": ("2",),
    "theses-second": ("2", "J"),
    "theses-unfiled": ("2", "J", "J"),
    "theses-bar": ("2", "n", "4"),
    "theses-form": ("2", "E"),
    "theses-without": ("2", "W"),
    "theses-matrix": ("2", "m"),
    "watch": ("3",),
    "watch-form": ("3", "a"),
    "statistics": ("7",),
    "claims": ("4",),
    "digest": ("5",),
    "review": ("R",),
    "review-done": ("R", "a", "o"),
}


@SIZES
@pytest.mark.parametrize("name", LEDGER)
async def test_ledger_screen(demo: Workspace, name: str, size: tuple[int, int]) -> None:
    assert_golden(GOLDENS / f"{name}-{size[0]}x{size[1]}.txt", await show(BriefreaderApp(demo), size, LEDGER[name]))


@SIZES
@pytest.mark.parametrize("key", ["2", "3", "4", "5", "7", "8", "R"])
async def test_ledger_screens_say_what_to_do_when_empty(workspace: Workspace, key: str, size: tuple[int, int]) -> None:
    text = await show(BriefreaderApp(workspace), size, (key,))

    assert_golden(GOLDENS / f"empty-{key}-{size[0]}x{size[1]}.txt", text)


@SIZES
async def test_views_and_rules(samples: Workspace, size: tuple[int, int]) -> None:
    for name, query in (
        ("Leases", "lease is:inbox"),
        ("Uncited figures", "finding:uncited-number"),
        ("Old", "published:<2020"),
    ):
        keep_view(samples, name, query)
    set_rule(samples, saved_views(samples.store)[2], "archive")

    assert_golden(GOLDENS / f"views-{size[0]}x{size[1]}.txt", await show(BriefreaderApp(samples), size, ("8", "j")))


@SIZES
async def test_the_command_line(samples: Workspace, size: tuple[int, int]) -> None:
    app = BriefreaderApp(samples, partial(complete, briefreader))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "colon", *"theses ")
        await app.workers.wait_for_complete()
        await press(pilot, "down")

        assert_golden(GOLDENS / f"command-{size[0]}x{size[1]}.txt", grid(app))


@SIZES
async def test_an_empty_store(workspace: Workspace, size: tuple[int, int]) -> None:
    text = await show(BriefreaderApp(workspace), size, ())

    assert_golden(GOLDENS / f"empty-{size[0]}x{size[1]}.txt", text)


async def test_one_pane_where_there_is_room_for_one(app: BriefreaderApp) -> None:
    assert_golden(GOLDENS / "claim-40x12.txt", await show(app, (40, 12), SCREENS["claim"]))


@SIZES
async def test_every_kind_of_note(samples: Workspace, size: tuple[int, int]) -> None:
    reading = reading_of(samples.store, list_keys(samples.store, "inbox", TODAY)[0])  # type: ignore[arg-type]
    claims = [claim.span for claim in reading.analysis.claims if claim.checkable]
    annotate(samples, reading, claims[0], a_remark("bull", "Only one origin.", ("margins", "q1")))
    annotate(samples, reading, claims[1], a_remark("neutral"))
    annotate(samples, reading, None, Remark(note="Read with the filing at hand."))

    assert_golden(GOLDENS / f"kinds-{size[0]}x{size[1]}.txt", await show(BriefreaderApp(samples), size, ("l", "l")))


@pytest.mark.parametrize("theme", ["paper", "night", "contrast", "ansi-dark", "ansi-light", "textual-light", "dracula"])
async def test_every_theme_shows_the_same_text(samples: Workspace, theme: str) -> None:
    night = await show(themed(samples, "night"), (120, 36), SCREENS["claim"])

    assert await show(themed(samples, theme), (120, 36), SCREENS["claim"]) == night


async def test_without_colour_everything_is_still_told_apart(
    samples: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app: App[None] = BriefreaderApp(samples)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, *SCREENS["tagged"])
        text = grid(app)  # type: ignore[arg-type]

    assert "+ " in text
    assert "BULL" in text
    assert "- BEAR" in text
    assert "○ " in text
