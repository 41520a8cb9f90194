from factories import first_reading
from fakes import TODAY
from screens import grid, panes, press, read_screen

from briefreader.ui.app import BriefreaderApp
from briefreader.views.inbox import list_keys
from briefreader.workspace import Workspace


async def test_sentences_citations_and_notes_are_gone_through(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, ">")
        assert "No annotation in this article" in grid(app)
        await press(pilot, ")", ")", "(", "H", "}", "H", "q", "<")
        spans = sorted(note.span for note in first_reading(samples).annotations if note.span)
        assert panes(app).article.active == spans[-1]
        await press(pilot, ">")
        assert panes(app).article.active == spans[0]


async def test_words_are_chosen_exactly(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "v", "o", "w", "w", "o", "b", "b")
        chosen = panes(app).article.passage
        assert chosen is not None
        claim = next(claim for claim in first_reading(samples).analysis.claims if claim.checkable)
        words = claim.span.of(first_reading(samples).document.text).split()
        assert chosen.of(first_reading(samples).document.text).split() == words[2:-2] or chosen.start > claim.span.start
        await press(pilot, "+", "enter")
        assert not panes(app).article.visual

    assert first_reading(samples).annotations[0].span == chosen


async def test_visual_mode_grows_by_sentences_and_ends_with_its_key(app: BriefreaderApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "v")
        before = panes(app).article.passage
        await press(pilot, ")")
        grown = panes(app).article.passage
        await press(pilot, "(")
        assert before is not None
        assert grown is not None
        assert grown.end > before.end
        assert panes(app).article.passage == before
        await press(pilot, "v")
        assert panes(app).article.passage is None


async def test_back_goes_from_notes_to_article_to_feed_and_only_then_quits(app: BriefreaderApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "tab", "tab", "q")
        assert panes(app).pane == "article"
        await press(pilot, "]", "q", "escape", "escape")
        assert panes(app).pane == "feed"
        assert app.is_running
        await press(pilot, "z")
        assert panes(app).has_class("zen")
        await press(pilot, "q")
        assert panes(app).pane == "feed"
        await pilot.press("q")
        await pilot.pause()

    assert app.return_code == 0


async def test_tab_goes_round_the_panes_and_left_and_right_stop_at_the_ends(app: BriefreaderApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "tab", "tab", "tab")
        assert panes(app).pane == "feed"
        await press(pilot, "l", "l", "l")
        assert panes(app).pane == "notes"
        await press(pilot, "h", "h", "h")
        assert panes(app).pane == "feed"


async def test_the_next_article_is_reached_from_any_pane(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "J", "J", "K")

        reading = read_screen(app).session.reading
        assert reading is not None
        assert reading.article.key == list_keys(samples.store, "inbox", TODAY)[1]
        assert panes(app).pane == "article"


async def test_furniture_is_unfolded_and_folded(samples: Workspace) -> None:
    app = BriefreaderApp(samples)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "j", "j", "j", "Z")
        assert panes(app).article.unfolded
        await press(pilot, "Z")
        assert "folded" in grid(app) or not panes(app).article.unfolded
