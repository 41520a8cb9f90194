import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from factories import added
from fakes import a_workspace, noon
from screens import click, grid, panes, press, read_screen
from textual.pilot import Pilot

from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.views.doubts import doubt_count
from briefreader.views.theses import theses, unfiled
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow

SIZE = (120, 36)
HEAD = "---\nurl: https://a.example/b\n---\n"
BODY = "The company will rent its halls out. Revenue rose by 12% in the year. Costs fell by 4% in the same quarter."


async def test_a_thesis_is_written_and_evidence_put_on_it_by_keys_alone(workspace: Workspace) -> None:
    added(workspace)
    app = BriefreaderApp(workspace)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "a", *"Halden", "enter", *"It pays.", "enter", *"It does not.", "enter")
        await press(pilot, "enter", "enter", *"Q3 2027", "enter", "enter", *"no tenants; no power", "enter")
        assert "Saved “Halden”" in grid(app)
        thesis = theses(workspace.store)[0]
        assert (thesis.bull, thesis.bear, thesis.premortem) == ("It pays.", "It does not.", ("no tenants", "no power"))
        assert str(thesis.horizon_on) == "2027-09-30"

        await press(pilot, "1", "]", "+")
        await press(pilot, "p")
        await pilot.pause(0.3)
        await press(pilot, "enter", "enter")

    evidence = workspace.store.annotations.all()[0].evidence
    assert evidence is not None
    assert evidence.thesis_id == thesis.id
    assert evidence.origin == "Halden Compute"


async def test_evidence_takes_three_keys_and_four_with_strength(workspace: Workspace) -> None:
    added(workspace)
    app = BriefreaderApp(workspace)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "]", "+", "enter")
        await press(pilot, "]", "-", "5", "enter")

    said = [(one.evidence.stance, one.evidence.strength) for one in workspace.store.annotations.all() if one.evidence]
    assert sorted(said) == [("bear", 5), ("bull", 3)]


async def test_what_cannot_be_taken_is_said_in_the_form(workspace: Workspace) -> None:
    app = BriefreaderApp(workspace)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "a", *"T", *["enter"] * 5, *"soon", "enter", "enter", "enter")
        assert "Not a date or period" in grid(app)
        assert theses(workspace.store) == ()
        await press(pilot, "escape", "q")
        read_screen(app)


async def test_evidence_is_changed_moved_and_deleted_on_the_board_and_all_of_it_undone(demo: Workspace) -> None:
    app = BriefreaderApp(demo)
    before = demo.store.ledger()

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "n", "5", "enter")
        await press(pilot, "o", *"!", "enter")
        await press(pilot, "d")
        assert "Evidence deleted" in grid(app)
        await press(pilot, "D")
        assert len(theses(demo.store)) == 1
        await press(pilot, "u", "u", "u", "u")
        assert demo.store.ledger() == before
        assert "Undid: edited a note" in grid(app)


async def test_enter_on_the_board_goes_to_the_passage_wherever_its_article_is(demo: Workspace) -> None:
    app = BriefreaderApp(demo)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "2", "tab", "enter")
        screen = read_screen(app)
        active = screen.panes.article.active
        assert active is not None
        assert "Seven senior engineers" in active.of(screen.session.reading.document.text)  # type: ignore[union-attr]


async def test_the_board_is_seen_as_it_stood_and_cannot_be_changed_then(demo: Workspace) -> None:
    app = BriefreaderApp(demo)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "A", *"2026-06-14", "enter")
        assert "AS OF 14 Jun 2026" in grid(app)
        await press(pilot, "D", "q")
        assert "AS IT STOOD" not in grid(app)
        assert len(theses(demo.store)) == 2


async def test_what_moved_between_two_days_is_shown(demo: Workspace) -> None:
    app = BriefreaderApp(demo)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "M", *"tomorrow", "enter")
        assert "not a past date" in grid(app)
        await press(pilot, "escape", "M", *"2026-06-14", "enter")
        assert "Changes from 14 Jun 2026 to 15 Jun 2026" in grid(app)
        assert "+1.22  added  bull 4/5  Ledger Wire" in grid(app)
        await pilot.click("TableScreen Static")
        assert "What moved" not in grid(app)


async def test_a_reason_to_fail_is_watched_for(demo: Workspace) -> None:
    app = BriefreaderApp(demo)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "w")
        await pilot.pause(0.3)
        await press(pilot, "enter")

    assert any(item.question == "the tenant leaves at the break clause" for item in demo.store.watch_items.all())


async def test_a_thesis_is_reviewed_and_its_next_review_set(demo: Workspace) -> None:
    app = BriefreaderApp(demo)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "r", "enter")

    thesis = theses(demo.store)[0]
    assert thesis.reviewed_at is not None
    assert str(thesis.review_on) == "2026-07-30"


async def test_a_passage_is_watched_for_and_the_item_leads_back_to_it(workspace: Workspace) -> None:
    added(workspace)
    app = BriefreaderApp(workspace)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "]", "]", "w", "enter", "enter", *"70", "enter")
        assert "Added to the watchlist, due 31 Dec 2027" in grid(app)
        await press(pilot, "3", "enter")
        active = panes(app).article.active
        assert active is not None

    item = workspace.store.watch_items.all()[0]
    assert (item.probability, item.due.precision) == (0.7, "range")
    assert item.passage is not None
    assert item.passage.span == active


async def test_watch_items_are_answered_turned_and_taken_to_a_calendar(demo: Workspace, tmp_path: Path) -> None:
    app = BriefreaderApp(demo)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "s", "y", *"on time", "enter")
        assert "Marked as happened" in grid(app)
        await press(pilot, "X")

    item = next(one for one in demo.store.watch_items.all() if one.question.startswith("Is Bergen"))
    assert item.side == "bear if it happens"
    assert item.resolution is not None
    assert (item.resolution.outcome, item.resolution.note) == ("happened", "on time")
    assert (tmp_path / "home" / "documents" / "briefreader" / "watchlist.ics").exists()


async def test_notes_in_doubt_are_accepted_set_aside_and_placed_by_hand(demo: Workspace) -> None:
    app = BriefreaderApp(demo)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot)
        assert "R 2 to review" in grid(app)
        await press(pilot, "R", "a")
        assert doubt_count(demo.store) == 1
        await press(pilot, "e")
        await press(pilot, ")", ")", "enter")
        assert "Note moved to its new position" in grid(app)
        assert doubt_count(demo.store) == 0
        await press(pilot, "u", "u")
        assert doubt_count(demo.store) == 2


async def go_to_suggestion(pilot: Pilot[None], app: BriefreaderApp) -> None:
    notes = panes(app).notes
    await press(pilot, *["k"] * 30)
    while notes.note and not notes.note.suggestion:
        await press(pilot, "j")


async def test_the_author_s_case_is_accepted_flipped_and_refused_by_one_key_each(demo: Workspace) -> None:
    app = BriefreaderApp(demo)
    loose = unfiled(demo.store)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G", "k", "tab", "tab")
        await go_to_suggestion(pilot, app)
        await press(pilot, "~")
        assert "Added as bear evidence" in grid(app)
        await press(pilot, "u")
        await go_to_suggestion(pilot, app)
        await press(pilot, "a")
        assert "Added as bull evidence" in grid(app)
        await press(pilot, "u")
        await go_to_suggestion(pilot, app)
        await press(pilot, "d")
        assert "Suggestion rejected" in grid(app)
        await press(pilot, "u")

    assert unfiled(demo.store) == loose


async def test_the_mouse_alone_goes_to_every_view_reviews_a_note_and_answers_a_question(demo: Workspace) -> None:
    app = BriefreaderApp(demo)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot)
        await click(pilot, "2 to review")
        await click(pilot, "a accept")
        assert doubt_count(demo.store) == 1
        await click(pilot, "NOT FOUND")
        await click(pilot, "2 Theses")
        await click(pilot, "3 Watchlist")
        await click(pilot, "y yes")
        await click(pilot, "enter save")
        assert "Marked as happened" in grid(app)


async def test_hints_follow_the_readers_own_keys(demo: Workspace) -> None:
    keyed = replace(demo, settings=replace(demo.settings, keys={"review.accept": "f5", "view.theses": "9"}))
    app = BriefreaderApp(keyed)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot)
        assert "9 Theses" in grid(app)
        await press(pilot, "R")
        assert "f5 accept" in grid(app)


async def test_the_article_is_shown_anew_when_undo_elsewhere_gave_it_another_text(workspace: Workspace) -> None:
    first = added(workspace, HEAD + BODY, ".md")
    added(workspace, HEAD + "A line that came later. " + BODY, ".md")
    app = BriefreaderApp(workspace)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter", ")", ")")
        await press(pilot, "2", "u", "u", "q")  # opening it has marked it read
        await press(pilot, ")", "+", "enter")

    note = workspace.store.annotations.all()[0]
    assert note.span is not None
    assert note.revision_id == first.revision_id
    assert note.span.of(first.document.text) in BODY.split("\n", maxsplit=1)[0]


async def test_giving_up_to_place_a_note_leaves_it(demo: Workspace) -> None:
    app = BriefreaderApp(demo)
    before = demo.store.anchors.all_current()

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "R", "e", "escape", "]", "enter")

    assert demo.store.anchors.all_current() == before


async def test_the_bar_on_the_board_changes_what_it_was_opened_for(demo: Workspace) -> None:
    app = BriefreaderApp(demo)
    before = {one.id: one.evidence for one in demo.store.annotations.all()}

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "n", "1")
        await click(pilot, "Northlight will pay")
        app.screen.set_focus(app.screen.query_one("EvidenceBar"))
        await press(pilot, "enter")

    changed = [one for one in demo.store.annotations.all() if one.evidence != before[one.id]]
    assert [one.quote.exact[:10] for one in changed if one.quote] == ["The site h"]


async def test_titles_in_a_list_of_choices_are_never_markup(workspace: Workspace) -> None:
    added(workspace)
    add_thesis(workspace, ThesisWords(title="[@click=app.bell]A[/] [/x] [Q3]", bull="[/b]"))
    app = BriefreaderApp(workspace)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "]", "+", "p")
        await pilot.pause(0.3)
        assert "[@click=app.bell]A[/] [/x] [Q3]" in grid(app)
        await press(pilot, *"Q3")
        await pilot.pause(0.3)
        await press(pilot, "enter", "enter")

    assert len(workspace.store.annotations.all()) == 1


async def test_a_form_stays_with_what_was_written_when_the_store_is_busy(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as store:
        workspace = a_workspace(store, Settings(), noon)
        store.journal._connection.execute("PRAGMA busy_timeout = 1")
        other = sqlite3.connect(tmp_path / "s.db", isolation_level=None)
        app = BriefreaderApp(workspace)

        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "2", "a", *"Halden", *["enter"] * 4)
            other.execute("BEGIN IMMEDIATE")
            await press(pilot, *["enter"] * 4)
            assert "could not save" in grid(app)
            other.execute("ROLLBACK")
            other.close()
            await press(pilot, "enter")

        assert [thesis.title for thesis in theses(store)] == ["Halden"]


async def test_earlier_texts_the_whole_head_and_the_calibration_are_shown(demo: Workspace) -> None:
    app = BriefreaderApp(demo)

    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "i")
        assert "KEY SOURCE" in grid(app)
        await press(pilot, "q", "3", "c")
        assert "forecast" in grid(app)
        await press(pilot, "q", "R", "enter", "V")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        assert "YOUR NOTES ON THIS VERSION" in grid(app) or "Version 1" in grid(app)
