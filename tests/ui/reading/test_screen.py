from pathlib import Path

import pytest
from factories import a_remark, added, an_article, first_reading
from fakes import TODAY, a_workspace, noon
from screens import click, grid, panes, press, read_screen, settle

from briefreader.model.span import Span
from briefreader.settings import Settings
from briefreader.store.store import Store, open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.reading.widgets.article_strips import GUTTER
from briefreader.ui.reading.widgets.article_view import ArticleView
from briefreader.views.inbox import list_counts, list_keys
from briefreader.views.reading import reading_of
from briefreader.workflows.add import add_articles
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace


@pytest.mark.parametrize(("key", "state"), [("e", "archive"), ("L", "later"), ("s", "shortlist"), ("d", "trash")])
async def test_a_key_moves_the_article_and_goes_on_to_the_next(
    app: BriefreaderApp, samples: Workspace, key: str, state: str
) -> None:
    keys = list(list_keys(samples.store, "inbox", TODAY))

    async with app.run_test() as pilot:
        await press(pilot, "j", key)

        assert list_counts(samples.store, TODAY)[state] == 1  # type: ignore[index]
        assert panes(app).feed.key == keys[2]
        reading = read_screen(app).session.reading
        assert reading is not None
        assert reading.article.key == keys[2]


async def test_undo_brings_the_article_back_to_its_row_with_the_cursor_on_it(
    app: BriefreaderApp, samples: Workspace
) -> None:
    keys = list(list_keys(samples.store, "inbox", TODAY, by_story=True))

    async with app.run_test() as pilot:
        await press(pilot, "j", "e", "G", "u")

        assert list(panes(app).feed._keys) == keys
        assert panes(app).feed.key == keys[1]
        assert "Undid: archived" in grid(app)

        await press(pilot, "ctrl+r")
        assert list_counts(samples.store, TODAY)["archive"] == 1
        assert keys[1] not in panes(app).feed._keys


async def test_archiving_everything_leaves_an_empty_list_that_says_what_to_do(workspace: Workspace) -> None:
    added(workspace)
    app = BriefreaderApp(workspace)

    async with app.run_test() as pilot:
        await press(pilot, "e")

        assert "Press a to add a file" in grid(app)
        await press(pilot, "e", "m", "+", "]", "y", "X", "o", "v", "enter", "tab", "j", "u")
        assert list_counts(workspace.store, TODAY)["inbox"] == 1


async def test_read_and_unread(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "m")
        assert first_reading(samples).article.is_read
        await press(pilot, "m")
        assert not first_reading(samples).article.is_read
        await press(pilot, "enter")
        assert first_reading(samples).article.is_read
        assert panes(app).pane == "article"


async def test_the_lists_are_one_key_away(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "e", "F")
        await pilot.press(*"archive")
        await settle(pilot)
        await pilot.pause(0.3)
        await pilot.press("enter")
        await settle(pilot)
        assert len(panes(app).feed) == 1
        assert "[Archive 1]" in grid(app)

        await press(pilot, "I")
        assert list_counts(samples.store, TODAY)["inbox"] == len(list_keys(samples.store, "inbox", TODAY)) == 16
        assert "The archive is empty" in grid(app)


async def test_what_another_program_adds_is_seen_after_a_key_or_on_coming_back(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as mine, open_store(tmp_path / "s.db") as theirs:
        added(a_workspace(mine, Settings(), noon))
        app = BriefreaderApp(a_workspace(mine, Settings(), noon))
        async with app.run_test() as pilot:
            await settle(pilot)
            add_articles(a_workspace(theirs, Settings(), noon), [an_article("A text from elsewhere.")])
            read_screen(app).presenter.reload_if_changed()
            await settle(pilot)
            assert len(panes(app).feed) == 2

            add_articles(a_workspace(theirs, Settings(), noon), [an_article("One more from elsewhere.")])
            await press(pilot, "r")
            assert len(panes(app).feed) == 3
            read_screen(app).presenter.reload_if_changed()


async def test_the_top_text_stays_the_top_text_at_every_width(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "j", "enter", "space")
        article = panes(app).article
        top = article._top
        for width, height in ((80, 24), (40, 12), (200, 60), (120, 36)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            shown = article._layout_of_text
            assert shown is not None
            if article.max_scroll_y:  # at 200x60 all of it is on the screen
                line = shown.lines[article.scroll_offset.y]
                assert line.fragments[0].start <= top <= line.fragments[-1].end


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (1, 1)])
async def test_nothing_breaks_when_there_is_no_room(app: BriefreaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j", "]", "+", "n", "x", "enter", "enter", "tab", "tab", "z", "?", "q", "G", "e", "u")
        assert app.is_running


async def test_a_problem_is_shown_and_the_app_goes_on(app: BriefreaderApp, store: Store) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        store.journal._connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
        )
        await press(pilot, "e")
        shown = [notification.message for notification in app._notifications]
        await press(pilot, "j")
        assert app.is_running

    assert shown == ["could not save: disk is full"]


async def test_a_drag_chooses_words_exactly(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j")
        article = panes(app).article
        layout = article._layout_of_text
        assert layout is not None
        y = next(y for y, line in enumerate(layout.lines) if line.kind == "first" and len(article._document.text) > 40)
        line = layout.lines[y].fragments[0]
        start, end = line.start + 2, line.start + 9
        await pilot.mouse_down(article, offset=cell_in(article, start))
        await pilot.hover(article, offset=cell_in(article, end))
        await pilot.mouse_up(article, offset=cell_in(article, end))
        await settle(pilot)

        assert article.passage == Span(start, end + 1)  # the characters under both ends are in it
        await press(pilot, "ctrl+c")
        assert app.clipboard == Span(start, end + 1).of(article._document.text)
        assert "clipboard" in str(panes(app).key_bar.left)


async def test_double_and_triple_clicks_choose_word_and_sentence(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "]")
        article = panes(app).article
        claim = article.active
        assert claim is not None
        at = cell_in(article, claim.start + 1)
        await pilot.click(article, offset=at, times=2)
        await settle(pilot)
        word = article.passage
        assert word is not None
        assert " " not in word.of(article._document.text)
        await pilot.click(article, offset=at, times=3)
        await settle(pilot)
        assert article.passage == claim


async def test_a_click_on_a_claim_makes_it_the_active_one(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "]")
        article = panes(app).article
        claim = article.active
        assert claim is not None
        await press(pilot, "q")
        await pilot.click(article, offset=cell_in(article, claim.start + 1))
        await settle(pilot)
        assert article.active is not None
        await pilot.click(article, offset=(3, article.size.height - 1))


async def test_a_click_in_the_feed_goes_there_and_a_second_opens(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        feed = panes(app).feed
        await pilot.click(feed, offset=(5, 6))
        await settle(pilot)
        assert feed.cursor == 3
        await pilot.click(feed, offset=(5, 6), times=2)
        await settle(pilot)
        assert panes(app).pane == "article"
        assert reading_of(samples.store, feed.key).article.is_read  # type: ignore[arg-type]


async def test_a_click_on_a_note_goes_to_its_passage(samples: Workspace) -> None:
    claim = next(claim for claim in first_reading(samples).analysis.claims if claim.checkable)
    annotate(samples, first_reading(samples), claim.span, a_remark())
    app = BriefreaderApp(samples)

    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.click(panes(app).notes, offset=(3, 5))
        await settle(pilot)
        assert panes(app).article.active == claim.span


async def test_the_names_of_lists_are_tabs_to_click(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "L", "tab")
        await click(pilot, "Later 1")

        assert "[Later 1]" in grid(app)
        assert panes(app).pane == "feed"
        await click(pilot, "Inbox ")
        assert "[Inbox " in grid(app)


async def test_what_the_bar_names_is_done_by_a_click(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "]", "+")
        await click(pilot, "strength 1 2 [3] 4")
        await click(pilot, "confidence [60%]")
        await click(pilot, "~ flip")
        await click(pilot, "n note: –")
        await press(pilot, *"why", "enter")
        await click(pilot, "enter save")

    (annotation,) = first_reading(samples).annotations
    evidence = annotation.evidence
    assert evidence is not None
    assert (evidence.stance, evidence.strength, evidence.confidence, annotation.note) == ("bear", 4, 0.7, "why")


def cell_in(article: ArticleView, offset: int) -> tuple[int, int]:
    layout = article._layout_of_text
    assert layout is not None
    x, y = layout.cell_of(offset)
    region, content = article.region, article.content_region
    return x + GUTTER + content.x - region.x, y - article.scroll_offset.y + content.y - region.y
