import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from factories import added, first_key
from fakes import TODAY, a_workspace, noon
from screens import grid, press
from textual.pilot import Pilot
from web import Answer, Web, a_web

from briefreader import paths
from briefreader.model.analysis import Analysis
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.jobs.process import ChildProcess
from briefreader.views.feeds import feed_list
from briefreader.views.inbox import whole_list
from briefreader.views.reading import reading_of
from briefreader.workflows.open import open_workspace
from briefreader.workflows.refresh import refresh
from briefreader.workflows.subscribe import subscribe
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow

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
            await until(app, pilot, "Re-analysed 1 article. Your notes are unchanged.")
            assert claims in grid(app)

        assert reading_of(store, first_key(workspace)).analysis == reading.analysis


async def test_what_a_job_says_in_words_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho briefreader: could not start the parser\n")
    broken.chmod(0o700)
    with open_store(tmp_path / "s.db") as store:
        workspace = a_workspace(store, Settings(), noon)
        store.revisions.replace_analysis(added(workspace).revision_id, Analysis(), 1)
        monkeypatch.setattr(sys, "executable", str(broken))
        app = BriefreaderApp(workspace)

        async with app.run_test(size=(120, 36)) as pilot:
            await until(app, pilot, "could not start the parser")


def test_a_stopped_job_ends_its_lines_and_can_be_stopped_again(tmp_path: Path) -> None:
    running = ChildProcess(str(tmp_path / "s.db"), "reanalyse")

    running.stop()
    assert list(running.lines()) == []
    running.stop()


FEED = b"<rss><channel><title>Feed</title><item><guid>1</guid><title>One</title><description>It rose by 5%, \
says the firm.</description></item></channel></rss>"


@pytest.fixture
def web() -> Iterator[Web]:
    with a_web() as running:
        running.answers["/feed"] = Answer(body=FEED)
        yield running


async def test_r_asks_the_feeds_beside_the_app_and_shows_what_came(tmp_path: Path, web: Web) -> None:
    with open_store(tmp_path / "s.db") as store:
        workspace = a_workspace(store, Settings(), noon)
        subscribe(workspace, web.url("/feed"))
        app = BriefreaderApp(workspace)

        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "r")
            await until(app, pilot, "1 new")
            await until(app, pilot, "One")

        assert [row.title for row in whole_list(store, "inbox", TODAY)] == ["One"]


async def test_a_feed_that_fails_is_told_on_the_title_bar_and_in_its_list(tmp_path: Path, web: Web) -> None:
    with open_store(tmp_path / "s.db") as store:
        workspace = a_workspace(store, Settings(), noon)
        subscribe(workspace, web.url("/feed"))
        web.answers["/feed"] = Answer(500)
        app = BriefreaderApp(workspace)

        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "r")
            await until(app, pilot, "1 feed failed (see 6)")
            assert "Feeds ! 1" in grid(app)
            await press(pilot, "6")
            assert "the server returned an error (500)" in grid(app)


async def test_r_once_more_asks_a_server_that_has_asked_to_wait(tmp_path: Path, web: Web) -> None:
    with open_workspace(tmp_path / "s.db", Settings()) as workspace:
        subscribe(workspace, web.url("/feed"))
        web.answers["/feed"] = Answer(429, {"Retry-After": "86400"})
        list(refresh(workspace))
        web.answers["/feed"] = Answer(body=FEED)
        app = BriefreaderApp(workspace)

        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "r")
            await until(app, pilot, "No new articles · 1 asked to wait until ")
            assert "r again to refresh anyway" in grid(app)
            await press(pilot, "r")
            await until(app, pilot, "1 new")


async def test_feeds_that_are_not_due_are_no_matter_of_note(tmp_path: Path, web: Web) -> None:
    with open_workspace(tmp_path / "s.db", Settings(refresh_minutes=60)) as workspace:
        subscribe(workspace, web.url("/feed"))
        list(refresh(workspace))
        app = BriefreaderApp(workspace)

        async with app.run_test(size=(120, 36)) as pilot:
            await until(app, pilot, "No new articles")
            assert "wait" not in grid(app)


async def test_r_tells_what_the_inbox_folder_has_brought(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text("Halden cut its bill by 60%.")
    (tmp_path / "in" / "empty.txt").write_text("")
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text(f"inbox_folder = '{tmp_path / 'in'}'", "utf-8")
    with open_workspace(tmp_path / "s.db", Settings.load(paths.settings_file())) as workspace:
        app = BriefreaderApp(workspace)

        async with app.run_test(size=(160, 36)) as pilot:
            await press(pilot, "r")
            await until(app, pilot, "1 new article · ")
            assert "empty.txt" in grid(app)
            await press(pilot, "r")
            await until(app, pilot, "No new articles")


async def test_offline_nothing_connects(workspace: Workspace) -> None:
    app = BriefreaderApp(replace(workspace, offline=True))

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "r")
        assert "nothing was fetched" in grid(app)
        await press(pilot, "6", "a")
        assert "nothing was fetched" in grid(app)


async def test_feeds_are_added_renamed_and_removed_on_their_screen(tmp_path: Path, web: Web) -> None:
    with open_store(tmp_path / "s.db") as store:
        workspace = a_workspace(store, Settings(), noon)
        app = BriefreaderApp(workspace)

        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "6")
            assert "No feeds yet" in grid(app)
            await press(pilot, "a", *web.url("/feed"), "enter")
            await until(app, pilot, "subscribed: Feed")
            await press(pilot, "n", "end", *" two", "enter", *"AI", "enter")
            assert "Feed two" in grid(app)
            await press(pilot, "t")
            assert "full text" in grid(app)
            [(feed, _)] = feed_list(store)
            assert (feed.title, feed.folder, feed.full_text) == ("Feed two", "AI", True)
            await press(pilot, "d")
            assert feed_list(store) == ()
            await press(pilot, "u")
            assert feed_list(store)[0][0] == feed
