from pathlib import Path

import pytest
from factories import SAMPLES, a_remark, an_article
from fakes import TODAY, a_workspace, noon
from screens import grid, panes, press
from textual.widgets import Input

from briefreader.model.ids import ArticleKey
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.views.inbox import list_counts, list_keys
from briefreader.views.reading import reading_of
from briefreader.workflows.add import add_articles, add_files
from briefreader.workflows.annotate import annotate
from briefreader.workflows.triage import move_to
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow


async def test_search_lists_as_one_types_and_escape_brings_the_list_back(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "slash", *"northli")
        some = len(panes(app).feed)
        assert 0 < some < 16
        assert f"[/ northli  {some}]" in grid(app)
        await press(pilot, "escape")

        assert len(panes(app).feed) == 13
        assert "[Inbox 16]" in grid(app)


async def test_a_query_is_kept_with_enter_and_left_with_escape(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "f", *"northlight", "enter", "j")
        assert "[Inbox > northlight" in grid(app)
        assert panes(app).pane == "feed"
        await press(pilot, "escape")

        assert "[Inbox 16]" in grid(app)


@pytest.mark.parametrize(
    "keys",
    [
        ("slash", "escape"),
        ("f", "escape"),
        ("slash", *"northli", "escape"),
        ("slash", *"northli", *["backspace"] * 7, "escape"),
        ("slash", *"northlight", "enter", "j", "escape"),
        ("slash", *"northlight", "enter", "slash", *" power", "escape", "escape"),
    ],
)
async def test_what_is_searched_for_and_left_leaves_the_reader_where_they_were(
    app: BriefreaderApp, keys: tuple[str, ...]
) -> None:
    async with app.run_test(size=(120, 20)) as pilot:
        await press(pilot, *["j"] * 10, "k", "x", "k", "k")
        before = panes(app).feed.position
        assert (before.row, len(before.selected)) == (8, 1)
        assert before.scrolled > 0
        await press(pilot, *keys)

        assert panes(app).feed.position == before


@pytest.mark.parametrize(("typed", "kept"), [("northli", "northli*"), ('"northlight sa', '"northlight sa"')])
async def test_enter_keeps_what_was_found_while_typing(app: BriefreaderApp, typed: str, kept: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *typed)
        shown = list(panes(app).feed._keys)
        await press(pilot, "enter")

        assert list(panes(app).feed._keys) == shown
        assert f"[/ {kept}  {len(shown)}]" in grid(app)
        await press(pilot, "G", "slash", "enter")
        assert f"[/ {kept}  {len(shown)}]" in grid(app)
        assert panes(app).feed.cursor == max(0, len(shown) - 1)


async def test_f_narrows_what_was_found_anywhere_and_says_so(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"bergen or northlight ", "enter")
        found = list(panes(app).feed._keys)
        await press(pilot, "f")
        assert "/ bergen or northlight >" in grid(app)
        await press(pilot, *"inquiry ", "enter")
        rest = list(panes(app).feed._keys)
        assert 0 < len(rest) < len(found)
        texts = {key: reading_of(samples.store, ArticleKey(key)).document.text for key in found}
        assert rest == [key for key in found if "inquiry" in texts[key]]
        assert f"[/ (bergen or northlight) inquiry  {len(rest)}]" in grid(app)
        await press(pilot, "slash", "space", "enter")
        assert list(panes(app).feed._keys) == rest
        await press(pilot, "f", *"zzz", "escape")
        assert list(panes(app).feed._keys) == rest
        await press(pilot, "escape")
        assert "[Inbox 16]" in grid(app)


async def test_what_cannot_be_understood_is_pointed_at_and_not_kept(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"strength:high", "enter")

        *_, line, below, _ = grid(app).splitlines()
        assert below.index("^ strength: expects a number") == line.index("high")
        await press(pilot, "escape")

        assert len(panes(app).feed) == 13


async def test_search_in_a_store_on_disk_runs_beside_the_keys(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as store:
        workspace = a_workspace(store, Settings(), noon)
        add_files(workspace, [SAMPLES])
        app = BriefreaderApp(workspace)
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "slash", *"northlight")
            await press(pilot, "enter")

            assert "[/ northlight" in grid(app)
            assert len(panes(app).feed) < 16


async def test_an_answer_that_comes_late_hides_no_problem(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as store:
        workspace = a_workspace(store, Settings(), noon)
        add_files(workspace, [SAMPLES])
        app = BriefreaderApp(workspace)
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "slash")
            line = app.focused
            assert isinstance(line, Input)
            line.value = "halden"
            line.value = "halden (strength:>x"
            await press(pilot)

            assert "^ strength: expects a number" in grid(app)


@pytest.mark.parametrize("keys", [("e",), ("d",)])
async def test_an_article_that_the_query_asks_for_no_more_leaves_it(
    app: BriefreaderApp, samples: Workspace, keys: tuple[str, ...]
) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"northlight is:inbox", "enter")
        before = len(panes(app).feed)
        await press(pilot, *keys)

        assert len(panes(app).feed) == before - 1
        assert list_counts(samples.store, TODAY)["inbox"] == 15


async def test_what_is_found_anywhere_says_on_which_list_it_is(workspace: Workspace) -> None:
    [one, _] = add_articles(workspace, [an_article("Halden buys."), an_article("Halden sells.")])
    move_to(workspace, one.article.id, "archive")
    app = BriefreaderApp(workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"halden", "enter")
        await pilot.pause(0.2)
        assert grid(app).count("archive · Halden") == 1


async def test_what_is_found_in_a_note_alone_shows_the_note_and_says_so(
    app: BriefreaderApp, samples: Workspace
) -> None:
    reading = reading_of(samples.store, list_keys(samples.store, "inbox", TODAY)[0])  # type: ignore[arg-type]
    annotate(samples, reading, None, a_remark(note="quite quixotic of them"))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"quixot", "enter")
        assert "note: quite quixotic" in grid(app)
        await press(pilot, "semicolon")
        assert "The match is in your notes on this article" in grid(app)


async def test_what_is_searched_is_marked_in_titles(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"halden", "enter", "G")
        feed = panes(app).feed
        marked = [
            part.text
            for y in range(0, 2 * len(feed), 2)
            for part in feed.render_line(y - feed.scroll_offset.y)
            if part.style and part.style.underline
        ]
        assert {text.casefold() for text in marked} == {"halden"}
