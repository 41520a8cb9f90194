import pytest
from fakes import TODAY
from screens import grid, panes, press
from textual.pilot import Pilot

from briefreader.ui.app import BriefreaderApp
from briefreader.views.crosscheck import crosscheck
from briefreader.views.inbox import list_counts
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow

SIZE = (120, 36)


async def open_lease(pilot: Pilot[None], words: str = "publisher:kestrel bergen") -> None:
    await press(pilot, "slash", *words, "enter", "enter")


async def test_who_else_says_a_claim_stands_in_the_notes_and_leads_there(samples: Workspace) -> None:
    app = BriefreaderApp(samples)
    async with app.run_test(size=SIZE) as pilot:
        await open_lease(pilot)
        await press(pilot, "]", "]", "]", "C")
        shown = grid(app)
        assert "IN OTHER ARTICLES" in shown
        assert "CONFLICT" in shown
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert "IN OTHER ARTICLES" not in grid(app)
        assert panes(app).pane == "article"


async def test_a_passage_that_nobody_else_makes_is_told(samples: Workspace) -> None:
    app = BriefreaderApp(samples)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "C")
        assert "Go to a claim first" in grid(app)
        await open_lease(pilot, "publisher:nordic")
        await press(pilot, "]", "C")
        assert "Not found in other articles" in grid(app)


async def test_related_articles_say_why_and_open(samples: Workspace) -> None:
    app = BriefreaderApp(samples)
    async with app.run_test(size=SIZE) as pilot:
        await open_lease(pilot)
        before = panes(app).feed.key
        await press(pilot, "A")
        await pilot.pause(0.2)
        assert "shares " in grid(app)
        await press(pilot, "down", "enter")
        await pilot.pause(0.2)
        assert panes(app).feed.key != before


async def test_a_name_in_the_passage_is_listed_across_the_archive(samples: Workspace) -> None:
    app = BriefreaderApp(samples)
    async with app.run_test(size=SIZE) as pilot:
        await open_lease(pilot)
        await press(pilot, "]", "]", "]", "*", *"northlight: its", "enter")
        await pilot.pause(0.2)
        assert "EVENTS" in grid(app)
        await press(pilot, "q", "*", *"northlight", "enter")
        await pilot.pause(0.2)
        assert '[/ "Northlight"' in grid(app)


async def test_the_reader_says_who_is_right_and_takes_it_back(samples: Workspace) -> None:
    app = BriefreaderApp(samples)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "4")
        assert "Claims" in grid(app)
        await press(pilot, "v", *"ledger wire", "enter")
        await pilot.pause(0.2)
        row = next(row for row in crosscheck(samples.store) if row.verdict)
        assert row.verdict
        assert row.key == "count in accelerator | halden"
        assert row.verdict.article_id in {one.article_id for one in row.said}
        assert "✓ The Ledger Wire" in grid(app)
        await press(pilot, "u")
        assert not any(row.verdict for row in crosscheck(samples.store))
        await press(pilot, "v", *"none of", "enter", "v", *"remove the", "enter")
        await pilot.pause(0.2)
        assert not any(row.verdict for row in crosscheck(samples.store))
        await press(pilot, "f")
        assert "conflicts only" in grid(app)
        await press(pilot, "enter")
        assert panes(app).pane == "article"


async def test_a_story_is_shown_gone_to_parted_and_archived(samples: Workspace) -> None:
    app = BriefreaderApp(samples)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "B")
        assert "No other coverage" in grid(app)
        await open_lease(pilot, "publisher:fathom landlord")
        await press(pilot, "B")
        await pilot.pause(0.2)
        assert "Remove this article from the story" in grid(app)
        await press(pilot, *"archive all", "enter")
        await pilot.pause(0.2)
        assert list_counts(samples.store, TODAY)["archive"] > 1
        await press(pilot, "u")
        assert list_counts(samples.store, TODAY)["archive"] == 0


async def test_the_digest_leads_to_what_it_tells(samples: Workspace) -> None:
    app = BriefreaderApp(samples)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5")
        assert "Top articles to read" in grid(app)
        await press(pilot, "enter")
        assert panes(app).pane == "article"
