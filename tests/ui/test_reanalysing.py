from pathlib import Path

from factories import added, first_key
from fakes import a_workspace, noon
from screens import grid
from textual.pilot import Pilot

from briefreader.model.analysis import Analysis
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.reanalysing import Reanalysing
from briefreader.views.reading import reading_of

_PATIENCE = 200


async def until(app: BriefreaderApp, pilot: Pilot[None], words: str) -> None:
    for _ in range(_PATIENCE):
        await pilot.pause(0.05)
        if words in grid(app):
            return
    raise AssertionError(grid(app))


async def test_articles_of_an_older_version_are_analysed_anew_beside_the_app(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as store:
        workspace = a_workspace(store, Settings(), noon)
        reading = added(workspace)
        store.revisions.replace_analysis(reading.revision_id, Analysis(), 1)
        claims = f"{reading.article.claims}○"

        app = BriefreaderApp(workspace)
        async with app.run_test(size=(120, 36)) as pilot:
            assert claims not in grid(app)
            await until(app, pilot, "Analysed 1 article anew; your notes are where they were")
            assert claims in grid(app)

        assert reading_of(store, first_key(workspace)).analysis == reading.analysis


def test_a_stopped_analysis_can_be_stopped_again(tmp_path: Path) -> None:
    running = Reanalysing(str(tmp_path / "s.db"))

    running.stop()
    running.stop()

    assert running._process.returncode is not None
