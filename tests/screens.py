"""The screen while a test looks at it."""

from dataclasses import replace

from textual.pilot import Pilot

from briefreader.settings import Settings
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.reading.panes import Panes
from briefreader.ui.reading.screen import ReadScreen
from briefreader.workspace import Workspace


def themed(workspace: Workspace, theme: str) -> BriefreaderApp:
    return BriefreaderApp(replace(workspace, settings=Settings(theme=theme)))


def grid(app: BriefreaderApp) -> str:
    """Return what is on the screen, as text."""
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"


def read_screen(app: BriefreaderApp) -> ReadScreen:
    screen = app.screen
    assert isinstance(screen, ReadScreen)
    return screen


def panes(app: BriefreaderApp) -> Panes:
    return read_screen(app).panes


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait until all has happened that they set off."""
    await settle(pilot)
    await pilot.press(*keys)
    await settle(pilot)


async def settle(pilot: Pilot[None]) -> None:
    await pilot.pause()
    screen = pilot.app.screen
    if isinstance(screen, ReadScreen):
        screen.presenter.ensure_open()  # the preview waits for the cursor to rest; tests do not
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def click(pilot: Pilot[None], words: str) -> None:
    """Click on the end of words that the screen shows."""
    app = pilot.app
    assert isinstance(app, BriefreaderApp)
    row, line = next((row, line) for row, line in enumerate(grid(app).split("\n")) if words in line)
    await pilot.click(offset=(line.index(words) + len(words) - 1, row))
    await settle(pilot)
