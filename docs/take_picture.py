"""Take the pictures of the README: the real app on the sample briefings, through its own keys."""

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

from briefreader.settings import Settings
from briefreader.ui.app import BriefreaderApp
from briefreader.workflows.demo import add_samples
from briefreader.workflows.open import open_workspace

FOLDER = Path(__file__).parent
SIZE = (120, 36)
KEYS = ("G", "k", "k", "]", "]", "]", "+", "4", "enter", "]", "-", "enter", "]", "H", "]", "-")


async def take(theme: str) -> None:
    """Write one picture as SVG."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_workspace(Path(folder) / "s.db", Settings(theme=theme)) as workspace,
    ):
        add_samples(workspace)
        app = BriefreaderApp(replace(workspace))
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(0.2)
            await pilot.press(*KEYS)
            await pilot.pause(0.2)
            (FOLDER / f"screen-{theme}.svg").write_text(app.export_screenshot(title="briefreader"), "utf-8")


if __name__ == "__main__":  # the sandbox's child loads this file as well
    for name in ("night", "paper"):
        asyncio.run(take(name))
