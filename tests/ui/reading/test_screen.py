from dataclasses import replace
from pathlib import Path

import pytest
from factories import a_remark, added, an_article, first_key
from fakes import TODAY, a_workspace, noon
from screens import click, grid, press, read_screen, settle

from briefreader.model.span import Span
from briefreader.settings import Settings
from briefreader.store.store import Store, open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.reading.widgets.article_strips import GUTTER
from briefreader.ui.reading.widgets.article_view import ArticleView
from briefreader.views.inbox import list_counts, list_keys
from briefreader.views.reading import Reading, reading_of
from briefreader.workflows.add import add_articles
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace


def first(workspace: Workspace) -> Reading:
    return reading_of(workspace.store, first_key(workspace))


# Triage


@pytest.mark.parametrize(("key", "state"), [("e", "archive"), ("L", "later"), ("s", "shortlist"), ("d", "trash")])
async def test_a_key_moves_the_article_and_goes_on_to_the_next(
    app: BriefreaderApp, samples: Workspace, key: str, state: str
) -> None:
    keys = list(list_keys(samples.store, "inbox", TODAY))

    async with app.run_test() as pilot:
        await press(pilot, "j", key)

        assert list_counts(samples.store, TODAY)[state] == 1  # type: ignore[index]
        assert read_screen(app).feed.key == keys[2]
        reading = read_screen(app)._desk.reading
        assert reading is not None
        assert reading.article.key == keys[2]


async def test_undo_brings_the_article_back_to_its_row_with_the_cursor_on_it(
    app: BriefreaderApp, samples: Workspace
) -> None:
    keys = list(list_keys(samples.store, "inbox", TODAY, by_story=True))

    async with app.run_test() as pilot:
        await press(pilot, "j", "e", "G", "u")

        assert list(read_screen(app).feed._keys) == keys
        assert read_screen(app).feed.key == keys[1]
        assert "Undid: archived" in grid(app)

        await press(pilot, "ctrl+r")
        assert list_counts(samples.store, TODAY)["archive"] == 1
        assert keys[1] not in read_screen(app).feed._keys


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
        assert first(samples).article.is_read
        await press(pilot, "m")
        assert not first(samples).article.is_read
        await press(pilot, "enter")
        assert first(samples).article.is_read
        assert read_screen(app).pane == "article"


async def test_the_lists_are_one_key_away(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "e", "F")
        await pilot.press(*"archive")
        await settle(pilot)
        await pilot.pause(0.3)
        await pilot.press("enter")
        await settle(pilot)
        assert len(read_screen(app).feed) == 1
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
            read_screen(app).on_app_focus()
            await settle(pilot)
            assert len(read_screen(app).feed) == 2

            add_articles(a_workspace(theirs, Settings(), noon), [an_article("One more from elsewhere.")])
            await press(pilot, "r")
            assert len(read_screen(app).feed) == 3
            read_screen(app).on_app_focus()


# Claims and evidence


async def test_three_keys_from_the_start_to_saved_evidence(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "+", "enter")

    reading = first(samples)
    (annotation,) = reading.annotations
    claim = next(claim for claim in reading.analysis.claims if claim.checkable)
    assert annotation.span == claim.span
    assert annotation.evidence is not None
    assert (annotation.evidence.stance, annotation.evidence.strength) == ("bull", 3)


async def test_the_bar_asks_strength_confidence_note_and_tags(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "]", "-", "5", "c", "n", *"why [not]?", "enter", "t", *"a b", "enter")
        assert "BEAR   strength 1 2 3 4 [5]  c confidence [70%]" in grid(app)
        await press(pilot, "enter")

    (annotation,) = first(samples).annotations
    assert annotation.evidence is not None
    assert (annotation.evidence.stance, annotation.evidence.strength) == ("bear", 5)
    assert annotation.evidence.confidence == 0.7
    assert (annotation.note, annotation.tags) == ("why [not]?", ("a", "b"))


async def test_the_stance_is_flipped_or_set_and_confidence_goes_round(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "+", "~", "c", "c", "c", "c", "1", "enter")
        await press(pilot, "]", "0", "-", "=", "0", "enter")

    bear, neutral = first(samples).annotations
    assert bear.evidence is not None
    assert neutral.evidence is not None
    assert (bear.evidence.stance, bear.evidence.strength, bear.evidence.confidence) == ("bear", 1, 0.5)
    assert neutral.evidence.stance == "neutral"


async def test_escape_leaves_what_was_written_and_then_the_bar(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "+", "n", *"no", "escape")
        assert read_screen(app).bar.remark.note == ""
        await press(pilot, "escape")
        assert not read_screen(app).bar.display
        assert read_screen(app).pane == "article"

    assert first(samples).annotations == ()


async def test_the_whole_article_is_tagged_from_the_feed(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "+")
        assert "the whole article" in grid(app)
        await press(pilot, "enter")

    assert first(samples).annotations[0].span is None


async def test_sentences_citations_and_notes_are_gone_through(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, ">")
        assert "No annotation in this article" in grid(app)
        await press(pilot, ")", ")", "(", "H", "}", "H", "q", "<")
        screen = read_screen(app)
        spans = sorted(note.span for note in first(samples).annotations if note.span)
        assert screen.article.active == spans[-1]
        await press(pilot, ">")
        assert screen.article.active == spans[0]


async def test_a_highlight_wants_a_passage(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "H")
        assert "Select a passage first" in grid(app)
        await press(pilot, ".")
        assert "No annotation to repeat" in grid(app)

    assert first(samples).annotations == ()


async def test_the_last_remark_is_repeated_on_another_passage(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "-", "4", "enter", "]", ".")

    stances = [note.evidence for note in first(samples).annotations]
    assert stances[0] == stances[1] is not None


async def test_a_note_is_written_and_tags_too(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "n", *"look", "enter", "enter", "q", "t", *"x", "enter", "enter")

    whole, note = first(samples).annotations
    assert (note.kind, note.note) == ("note", "look")
    assert (whole.span, whole.tags) == (None, ("x",))


async def test_a_note_is_gone_to_changed_deleted_and_brought_back(samples: Workspace) -> None:
    claim = next(claim for claim in first(samples).analysis.claims[3:] if claim.checkable)
    annotate(samples, first(samples), claim.span, a_remark(note="old"))
    app = BriefreaderApp(samples)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "tab", "tab", "n", "n", *"er", "enter", "enter")
        assert first(samples).annotations[0].note == "older"
        assert read_screen(app).pane == "notes"
        await press(pilot, "d")
        assert first(samples).annotations == ()
        await press(pilot, "u")
        assert first(samples).annotations[0].note == "older"
        await press(pilot, "enter")
        assert read_screen(app).article.active == claim.span
        assert read_screen(app).pane == "article"


async def test_keys_of_editing_fall_through_where_no_note_is_chosen(workspace: Workspace) -> None:
    added(workspace, "A Title of Some Words\n\nA hall.\n\nKey Terms\n  • Hall — a room full of accelerators.\n")

    async with BriefreaderApp(workspace).run_test(size=(120, 36)) as pilot:
        await press(pilot, "tab", "tab", "j", "d")

    assert list_counts(workspace.store, TODAY)["trash"] == 1


# Choosing words


async def test_words_are_chosen_exactly(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "v", "o", "w", "w", "o", "b", "b")
        chosen = read_screen(app).article.passage
        assert chosen is not None
        claim = next(claim for claim in first(samples).analysis.claims if claim.checkable)
        words = claim.span.of(first(samples).document.text).split()
        assert chosen.of(first(samples).document.text).split() == words[2:-2] or chosen.start > claim.span.start
        await press(pilot, "+", "enter")
        assert not read_screen(app).article.visual

    assert first(samples).annotations[0].span == chosen


async def test_visual_mode_grows_by_sentences_and_ends_with_its_key(app: BriefreaderApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "v")
        before = read_screen(app).article.passage
        await press(pilot, ")")
        grown = read_screen(app).article.passage
        await press(pilot, "(")
        assert before is not None
        assert grown is not None
        assert grown.end > before.end
        assert read_screen(app).article.passage == before
        await press(pilot, "v")
        assert read_screen(app).article.passage is None


# Places and bars


async def test_back_goes_from_notes_to_article_to_feed_and_only_then_quits(app: BriefreaderApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "tab", "tab", "q")
        assert read_screen(app).pane == "article"
        await press(pilot, "]", "q", "escape", "escape")
        assert read_screen(app).pane == "feed"
        assert app.is_running
        await press(pilot, "z")
        assert read_screen(app).has_class("zen")
        await press(pilot, "q")
        assert read_screen(app).pane == "feed"
        await pilot.press("q")
        await pilot.pause()

    assert app.return_code == 0


async def test_tab_goes_round_the_panes_and_left_and_right_stop_at_the_ends(app: BriefreaderApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "tab", "tab", "tab")
        assert read_screen(app).pane == "feed"
        await press(pilot, "l", "l", "l")
        assert read_screen(app).pane == "notes"
        await press(pilot, "h", "h", "h")
        assert read_screen(app).pane == "feed"


async def test_the_next_article_is_reached_from_any_pane(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "J", "J", "K")

        reading = read_screen(app)._desk.reading
        assert reading is not None
        assert reading.article.key == list_keys(samples.store, "inbox", TODAY)[1]
        assert read_screen(app).pane == "article"


async def test_the_top_text_stays_the_top_text_at_every_width(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "j", "enter", "space")
        article = read_screen(app).article
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


async def test_furniture_is_unfolded_and_folded(samples: Workspace) -> None:
    app = BriefreaderApp(samples)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "j", "j", "j", "Z")
        assert read_screen(app).article.unfolded
        await press(pilot, "Z")
        assert "folded" in grid(app) or not read_screen(app).article.unfolded


# Out


async def test_enter_on_a_citation_says_what_it_points_at(workspace: Workspace) -> None:
    added(workspace)
    app = BriefreaderApp(workspace)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "enter")
        assert "No citation or link here" in grid(app)
        await press(pilot, "}", "}", "enter")
        assert "Grid Weekly  12 Apr 2026  (as named in the text): no link to open" in grid(app)


async def test_links_and_addresses_open_in_the_browser_only_when_they_are_plain(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    added(
        workspace,
        "---\nurl: https://a.example/b\n---\nSee [this](https://x.example/ü) and [that](ssh://-oProxyCommand=x@h/).",
        ".md",
    )
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\necho "$1" >> {opened}\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    app = BriefreaderApp(workspace)

    async with app.run_test() as pilot:
        await press(pilot, "o", "}", "enter")
        read_screen(app)._desk.follow(read_screen(app).article._document.text.index("that"))
        await settle(pilot)
        assert "Not opened" in grid(app)
        for _ in range(100):
            if opened.exists() and opened.read_text().count("\n") == 2:
                break
            await pilot.pause(0.05)

    assert sorted(opened.read_text().split()) == ["https://a.example/b", "https://x.example/%C3%BC"]


async def test_a_quote_is_copied_with_where_it_is_from(workspace: Workspace) -> None:
    added(workspace, "---\nurl: https://a.example/b\npublisher: Wire\n---\n# A Title Here\n\nIt rose by 5%.", ".md")
    app = BriefreaderApp(workspace)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "]", "y")
        assert app.clipboard == "“It rose by 5%.” (A Title Here, Wire, https://a.example/b)"
        assert "terminal's clipboard" in grid(app)
        await press(pilot, "Y")
        assert app.clipboard == "https://a.example/b"


async def test_what_is_copied_cannot_act_where_it_is_pasted(workspace: Workspace) -> None:
    added(workspace)
    foreign = ("A\x1b]0;x\x07\u202eB\nC", "https://a.example/\x9b2J")
    workspace.store._connection.execute("UPDATE articles SET title = ?, url = ?", foreign)
    app = BriefreaderApp(workspace)

    async with app.run_test() as pilot:
        await press(pilot, "y")
        assert app.clipboard == "A]0;xB\\nC, https://a.example/2J"
        await press(pilot, "Y")
        assert app.clipboard == "https://a.example/2J"


async def test_an_article_without_link_says_so(workspace: Workspace) -> None:
    added(workspace)
    app = BriefreaderApp(workspace)

    async with app.run_test() as pilot:
        await press(pilot, "Y")
        assert "no link" in grid(app)
        await press(pilot, "o")
        assert "no web page" in grid(app)
        await press(pilot, "y")
        assert app.clipboard == "Halden Rents Its Halls Out"


async def test_notes_are_exported(samples: Workspace, tmp_path: Path) -> None:
    app = BriefreaderApp(replace(samples, settings=Settings(export_folder=str(tmp_path / "out"))))

    async with app.run_test(size=(200, 30)) as pilot:
        await press(pilot, "X")
        assert "No notes on this article yet" in grid(app)
        await press(pilot, "]", "+", "enter", "X")
        assert "Written: " in grid(app)

    (file,) = (tmp_path / "out").iterdir()
    assert "**BULL" in file.read_text("utf-8")


# Trouble


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


async def test_a_remark_that_could_not_be_saved_stays_in_the_bar(app: BriefreaderApp, store: Store) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "+", "n", *"dear", "enter")
        store.journal._connection.execute("ALTER TABLE journal RENAME TO elsewhere")
        await press(pilot, "enter")
        assert read_screen(app).bar.display
        assert read_screen(app).bar.remark.note == "dear"
        store.journal._connection.execute("ALTER TABLE elsewhere RENAME TO journal")
        await press(pilot, "enter")
        assert not read_screen(app).bar.display


async def test_what_is_copied_from_a_line_is_told_where_there_is_no_key_bar(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "question_mark", "slash", *"words", "shift+home", "ctrl+c")

        assert app.clipboard == "words"
        assert ["clipboard" in one.message for one in app._notifications] == [True]


# The mouse


async def test_a_drag_chooses_words_exactly(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j")
        article = read_screen(app).article
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
        assert "clipboard" in str(read_screen(app).key_bar.left)


async def test_double_and_triple_clicks_choose_word_and_sentence(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "]")
        article = read_screen(app).article
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
        article = read_screen(app).article
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
        feed = read_screen(app).feed
        await pilot.click(feed, offset=(5, 6))
        await settle(pilot)
        assert feed.cursor == 3
        await pilot.click(feed, offset=(5, 6), times=2)
        await settle(pilot)
        assert read_screen(app).pane == "article"
        assert reading_of(samples.store, feed.key).article.is_read  # type: ignore[arg-type]


async def test_a_click_on_a_note_goes_to_its_passage(samples: Workspace) -> None:
    claim = next(claim for claim in first(samples).analysis.claims if claim.checkable)
    annotate(samples, first(samples), claim.span, a_remark())
    app = BriefreaderApp(samples)

    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.click(read_screen(app).notes, offset=(3, 5))
        await settle(pilot)
        assert read_screen(app).article.active == claim.span


async def test_the_names_of_lists_are_tabs_to_click(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "L", "tab")
        await click(pilot, "Later 1")

        assert "[Later 1]" in grid(app)
        assert read_screen(app).pane == "feed"
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

    (annotation,) = first(samples).annotations
    evidence = annotation.evidence
    assert evidence is not None
    assert (evidence.stance, evidence.strength, evidence.confidence, annotation.note) == ("bear", 4, 0.7, "why")


def cell_in(article: ArticleView, offset: int) -> tuple[int, int]:
    layout = article._layout_of_text
    assert layout is not None
    x, y = layout.cell_of(offset)
    region, content = article.region, article.content_region
    return x + GUTTER + content.x - region.x, y - article.scroll_offset.y + content.y - region.y
