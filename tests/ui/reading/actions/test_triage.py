"""Finding and triage by keys."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from factories import SAMPLES, a_remark, an_article
from fakes import TODAY, a_workspace, noon
from screens import grid, panes, press, read_screen
from textual.widgets import Input

from briefreader.model.feed import Feed
from briefreader.model.ids import ArticleKey, FeedId
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.reading.listing import Listing, ListPosition, Location
from briefreader.ui.reading.screen import ReadScreen
from briefreader.views.inbox import list_counts, list_keys, whole_list
from briefreader.views.reading import reading_of
from briefreader.views.saved_views import saved_views
from briefreader.views.scoring import explained, total
from briefreader.views.stories import standing_for
from briefreader.workflows.add import add_articles, add_files
from briefreader.workflows.annotate import annotate
from briefreader.workflows.saved_views import keep_view
from briefreader.workflows.triage import move_all, move_to
from briefreader.workflows.weigh import ThesisWords, add_thesis
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


async def test_selected_articles_go_together_and_one_undo_brings_them_back(
    app: BriefreaderApp, samples: Workspace
) -> None:
    before = list(list_keys(samples.store, "inbox", TODAY))
    async with app.run_test(size=(120, 36)) as pilot:
        rows = list(panes(app).feed._keys)
        await press(pilot, "j", "x", "x", "j", "x", "e")
        meant = {rows[1], rows[2], rows[4]}
        assert list_counts(samples.store, TODAY)["archive"] == 3
        assert list(list_keys(samples.store, "inbox", TODAY)) == [key for key in before if key not in meant]
        await press(pilot, "u")

        assert list(list_keys(samples.store, "inbox", TODAY)) == before
        assert panes(app).feed.cursor == 5
        assert panes(app).feed.selected == {rows[1], rows[2], rows[4]}


async def test_one_selected_article_goes_and_not_the_one_under_the_cursor(
    app: BriefreaderApp, samples: Workspace
) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        first = panes(app).feed.key
        await press(pilot, "x", "e")

    assert list(list_keys(samples.store, "archive", TODAY)) == [first]


async def test_a_range_is_selected_down_to_the_cursor(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "x", "j", "j", "ctrl+x", "L")

        assert list_counts(samples.store, TODAY)["later"] == 4


async def test_a_range_is_selected_up_to_the_cursor_too(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        feed = panes(app).feed
        await press(pilot, *["j"] * 7, "x", "k", "k", "k", "k", "ctrl+x")
        assert feed.selected == set(feed._keys[4:8])
        assert "4 selected  5/13" in grid(app)
        await press(pilot, "G", "x", "escape")
        assert "selected" not in grid(app)


async def test_all_below_is_archived_once_the_count_was_seen(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "j", "E")
        await pilot.pause(0.2)
        assert "Archive 10 articles below" in grid(app)
        assert list_counts(samples.store, TODAY)["archive"] == 0
        await press(pilot, "enter")
        assert list_counts(samples.store, TODAY)["archive"] == 10
        await press(pilot, "u")

        assert list_counts(samples.store, TODAY)["archive"] == 0


async def test_below_a_query_only_what_it_shows_is_archived(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"northlight", "enter")
        shown = list(panes(app).feed._keys)
        await press(pilot, "E")
        await pilot.pause(0.2)
        await press(pilot, "enter")

        assert sorted(list_keys(samples.store, "archive", TODAY)) == sorted(shown[1:])


async def test_a_snoozed_article_leaves_the_inbox_until_its_day(app: BriefreaderApp, samples: Workspace) -> None:
    first = list_keys(samples.store, "inbox", TODAY)[0]
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "S")
        await pilot.pause(0.2)
        await press(pilot, "enter")

    assert first not in list_keys(samples.store, "inbox", TODAY)
    assert list(list_keys(samples.store, "snoozed", TODAY)) == [first]
    assert reading_of(samples.store, first).article.snoozed_until == date(2026, 6, 16)  # type: ignore[arg-type]
    assert list_keys(samples.store, "inbox", date(2026, 6, 16))[0] == first


async def test_a_day_to_snooze_until_is_asked_for_until_it_is_one(app: BriefreaderApp, samples: Workspace) -> None:
    first = list_keys(samples.store, "inbox", TODAY)[0]
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "S")
        await pilot.pause(0.2)
        await press(pilot, "up", "enter", *"never", "enter")
        assert "“never” is not a date. Try 9 Dec, Friday" in grid(app)
        await press(pilot, *(["backspace"] * 5), *"yesterday", "enter")
        assert "Sun 14 Jun 2026, yesterday: not a future date" in grid(app)
        await press(pilot, *(["backspace"] * 9), *"24 Dec")
        assert "Thu 24 Dec 2026, in 192 days" in grid(app)
        await press(pilot, "enter")

        assert "Snoozed until 24 Dec 2026: 1 article" in grid(app)
        await press(pilot, "F")
        await pilot.pause(0.2)
        await press(pilot, *(["down"] * 5), "enter")
        assert "until 24 Dec · " in grid(app)
    assert reading_of(samples.store, first).article.snoozed_until == date(2026, 12, 24)  # type: ignore[arg-type]


async def test_undo_of_snoozing_puts_the_cursor_back(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "S")
        await pilot.pause(0.2)
        await press(pilot, "down", "down", "enter")
        assert list_counts(samples.store, TODAY)["snoozed"] == 1
        await press(pilot, "u")

        assert list_counts(samples.store, TODAY)["snoozed"] == 0
        assert panes(app).feed.cursor == 1


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


async def test_a_query_is_kept_as_a_view_and_listed_again(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"northlight", "enter", "F")
        await pilot.pause(0.2)
        await press(pilot, "enter", *" deals", "enter", "escape")
        assert [(view.name, view.query) for view in saved_views(samples.store)] == [("deals", "northlight*")]
        await press(pilot, "F")
        await pilot.pause(0.2)
        await press(pilot, *["down"] * 6, "enter")

        assert "[deals  " in grid(app)


async def test_a_view_is_listed_under_its_name(app: BriefreaderApp, samples: Workspace) -> None:
    keep_view(samples, "deals", "northlight")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "F", *"deals", "enter")
        assert f"[deals  {len(panes(app).feed)}]" in grid(app)
        await press(pilot, "f")
        assert " deals >" in grid(app)
        await press(pilot, *"bergen ", "enter")
        assert "[/ northlight bergen  " in grid(app)


async def test_a_name_that_is_taken_is_refused_in_words(app: BriefreaderApp, samples: Workspace) -> None:
    keep_view(samples, "deals", "northlight")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"bergen", "enter", "F")
        await pilot.pause(0.2)
        await press(pilot, "enter", *"deals", "enter")
        assert "a saved search named 'deals' already exists" in str(next(iter(app._notifications)).message)
        assert len(saved_views(samples.store)) == 1


async def test_a_view_is_made_a_rule_after_its_words_are_shown(app: BriefreaderApp, samples: Workspace) -> None:
    keep_view(samples, "deals", "northlight")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "F", *"edit saved", "enter")
        await pilot.pause(0.2)
        await press(pilot, "t", *"archived", "enter")
        await pilot.pause(0.2)
        assert "New articles matching “northlight” are archived. Existing articles stay as they are." in grid(app)
        await press(pilot, *"also for", "enter")

        [view] = saved_views(samples.store)
        assert view.on_arrival == "archive"
        assert list_counts(samples.store, TODAY)["archive"] > 1
        assert "new articles: archived" in grid(app)
        await press(pilot, "u")
        assert list_counts(samples.store, TODAY)["archive"] == 0
        await press(pilot, "t")
        assert saved_views(samples.store)[0].on_arrival is None


async def test_views_are_moved_renamed_forgotten_and_listed_by_keys(app: BriefreaderApp, samples: Workspace) -> None:
    for name, query in (("deals", "northlight"), ("grid", "power"), ("later", "is:later")):
        keep_view(samples, name, query)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "8", "J")
        assert [view.name for view in saved_views(samples.store)] == ["grid", "deals", "later"]
        await press(pilot, "J", "K", "K")
        assert [view.name for view in saved_views(samples.store)] == ["deals", "grid", "later"]
        await press(pilot, "n", *"sales", "enter")
        assert saved_views(samples.store)[0].name == "sales"
        await press(pilot, "j", "d")
        assert [view.name for view in saved_views(samples.store)] == ["sales", "later"]
        await press(pilot, "u", "k", "enter")

        assert "[grid  " in grid(app)


async def test_the_palette_finds_articles_by_their_words(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "ctrl+p", *"substrates")
        await pilot.pause(0.5)
        assert "Article" in grid(app)
        await press(pilot, "enter")
        await pilot.pause(0.2)

        assert panes(app).pane == "article"
        assert "substrates" in panes(app).article._document.text


async def test_the_palette_goes_to_a_thesis_and_to_a_feed(app: BriefreaderApp, samples: Workspace) -> None:
    for title in ("Does power get cheap?", "Will it pay?"):
        add_thesis(samples, ThesisWords(title=title))
    with samples.store.journal.batch("test", noon()) as batch:
        feed = Feed(id=FeedId("1"), url="https://a.example/", title="Grid Wire", folder="", added_at=noon())
        samples.store.feeds.add(batch, feed)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "ctrl+p", *"will it pay")
        await pilot.pause(0.5)
        await press(pilot, "enter")
        assert "Will it pay?" in grid(app)
        await press(pilot, "q", "ctrl+p", *"grid wi")
        await pilot.pause(0.5)
        await press(pilot, "enter")
        assert 'Inbox > source:"Grid Wire"' in grid(app)


async def test_a_list_is_ordered_by_reading_time_and_undo_finds_its_row(
    app: BriefreaderApp, samples: Workspace
) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "O")
        await pilot.pause(0.2)
        await press(pilot, "down", "enter")
        rows = [reading_of(samples.store, key).article.words for key in panes(app).feed._keys]  # type: ignore[arg-type]
        assert rows == sorted(rows)
        assert "[Inbox, shortest first  16]" in grid(app)
        await press(pilot, "j", "j", "e", "u")

        assert panes(app).feed.cursor == 2


async def test_what_has_most_points_comes_first_and_a_key_says_why(app: BriefreaderApp, samples: Workspace) -> None:
    add_thesis(samples, ThesisWords(title="Will it pay?", subject="Northlight"))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "O", *"score", "enter")
        await pilot.pause(0.2)
        assert "Inbox, highest score first" in grid(app)
        await press(pilot, "W")
        assert "3.0  mentions your thesis: Will it pay?" in str(next(iter(app._notifications)).message)


async def test_scores_can_be_switched_off(samples: Workspace) -> None:
    app = BriefreaderApp(replace(samples, settings=Settings(scores=False)))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "W")
        assert "Scores are turned off" in grid(app)
        await press(pilot, "O")
        await pilot.pause(0.2)
        assert "score" not in grid(app).casefold()


@pytest.mark.parametrize(("key", "shown"), [("G", "100/100"), ("E", "Archive 99 articles below")])
async def test_a_key_that_needs_the_whole_list_has_it_from_the_start(
    workspace: Workspace, key: str, shown: str
) -> None:
    add_articles(workspace, [an_article(f"Text {number}.") for number in range(100)])
    app = BriefreaderApp(workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, key)
        await pilot.pause(0.1)
        assert shown in grid(app)


async def test_reading_goes_on_where_it_was_left_and_the_list_says_how_far_that_is(workspace: Workspace) -> None:
    lines = "\n\n".join(f"Line {number} of it." for number in range(1, 101))
    add_articles(
        workspace, [an_article(lines, published_on=TODAY), an_article("Short.", published_on=date(2020, 1, 1))]
    )
    app = BriefreaderApp(workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "space", "space", "J")
        await pilot.pause(0.2)
        [long, _] = whole_list(workspace.store, "inbox", TODAY)
        assert 0.2 < long.progress < 0.7
        assert f"{long.progress:.0%} of " in grid(app)

    again = BriefreaderApp(workspace)
    async with again.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter")
        assert f"Line {int(long.progress * 100) - 3} of it." in grid(again)
        assert "Line 2 of it." not in grid(again)
        await press(pilot, "G")

    assert whole_list(workspace.store, "inbox", TODAY)[0].progress == 1


async def test_what_is_found_anywhere_says_on_which_list_it_is(workspace: Workspace) -> None:
    [one, _] = add_articles(workspace, [an_article("Halden buys."), an_article("Halden sells.")])
    move_to(workspace, one.article.id, "archive")
    app = BriefreaderApp(workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"halden", "enter")
        await pilot.pause(0.2)
        assert grid(app).count("archive · Halden") == 1


@pytest.mark.parametrize(
    "keys",
    [
        ("E", "enter"),
        ("k", "k", "x", "j", "x", "j", "j", "j", "e"),
        ("x", "g", "e"),
        ("x", "x", "m"),
        ("S", "enter"),
        ("e",),
        ("slash", *"northlight", "enter", "j", "e"),
    ],
)
async def test_undo_comes_back_to_list_cursor_and_selection(
    app: BriefreaderApp, samples: Workspace, keys: tuple[str, ...]
) -> None:
    *before, last = keys
    async with app.run_test(size=(120, 20)) as pilot:
        await press(pilot, *["j"] * 5)
        for key in before:
            await press(pilot, key)
            await pilot.pause(0.2 if key in "SE" else 0)
        here = read_screen(app).presenter.location if isinstance(app.screen, ReadScreen) else None
        await press(pilot, last)
        if here is None:  # a question was open
            here = Location(Listing(), ListPosition(panes(app).feed.key, 5, 0, frozenset()))
        await press(pilot, "F", *"later", "enter")
        await press(pilot, "u")

        now = read_screen(app).presenter.location
        assert (now.listing, now.position.row, now.position.selected) == (
            here.listing,
            here.position.row,
            here.position.selected,
        )
        assert list_counts(samples.store, TODAY)["inbox"] == 16


async def test_doing_it_again_comes_back_to_the_row_too(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 20)) as pilot:
        await press(pilot, "j", "e", "g", "u", "G", "ctrl+r")

        assert panes(app).feed.cursor == 1
        assert len(panes(app).feed) == 12


async def test_undo_of_what_was_done_before_the_start_goes_to_its_list_and_names_it(samples: Workspace) -> None:
    row = whole_list(samples.store, "inbox", TODAY)[4]
    move_to(samples, row.id, "later")
    move_to(samples, row.id, "archive")
    move_all(samples, [one.key for one in whole_list(samples.store, "inbox", TODAY)[:2]], "archive")
    app = BriefreaderApp(samples)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "F", *"archive", "enter", "u")
        assert "[Inbox 15]" in grid(app)
        assert "Undid: archived: 2 articles" in grid(app)
        await press(pilot, "u")
        assert "[Later 1]" in grid(app)
        assert panes(app).feed.key == row.key
        assert f"Undid: archived: {row.title[:30]}" in grid(app)  # type: ignore[index]


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


@pytest.mark.parametrize("order", ["shortest", "score"])
async def test_a_story_is_one_row_in_every_order_of_a_list(app: BriefreaderApp, samples: Workspace, order: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        newest = list(panes(app).feed._keys)
        await press(pilot, "O", *order, "enter")
        feed = panes(app).feed
        assert list(feed._keys) != newest
        assert sorted(feed._keys) == sorted(newest)
        row = next(row for row, key in enumerate(feed._keys) if len(standing_for(samples.store, [key], TODAY)) == 3)
        await press(pilot, *["j"] * row, "e")
        assert list_counts(samples.store, TODAY)["archive"] == 1
        await press(pilot, "u")
        assert feed.cursor == row


async def test_a_list_keeps_its_order_until_escape_and_shows_scores(app: BriefreaderApp, samples: Workspace) -> None:
    add_thesis(samples, ThesisWords(title="Will it pay?", subject="Northlight"))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "O", *"score", "enter", "j", "j")
        before = read_screen(app).presenter.location
        [_, _, first, *_] = grid(app).splitlines()
        points = explained(samples.store, panes(app).feed._keys[0], TODAY)  # type: ignore[arg-type]
        assert f" {total(points):.1f}  " in first
        await press(pilot, "slash", *"halden", "enter", "escape")
        assert read_screen(app).presenter.location == before
        await press(pilot, "F", *"later", "enter", "F", *"inbox", "enter")
        assert "Inbox, highest score first  16" in grid(app)
        await press(pilot, "j", "j", "escape")
        assert "[Inbox 16]" in grid(app)
        assert panes(app).feed.key == before.position.key
        await press(pilot, "F", *"later", "enter", "F", *"inbox", "enter")
        assert "[Inbox 16]" in grid(app)


async def test_undo_of_an_article_that_was_added_stays_where_the_reader_is(workspace: Workspace) -> None:
    add_articles(workspace, [an_article("Halden buys.")])
    app = BriefreaderApp(workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "u")
        assert "[Inbox 0]" in grid(app)
        assert "Undid: added 1 article: Halden buys." in grid(app)
        await press(pilot, "ctrl+r")
        assert "[Inbox 1]" in grid(app)
