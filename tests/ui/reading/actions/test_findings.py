from factories import added, first_key
from screens import grid, panes, press

from briefreader.ui.app import BriefreaderApp
from briefreader.views.reading import Reading, reading_of
from briefreader.workspace import Workspace

TEXT = """\
Halden Rents Its Halls Out

Halden fell to 5 people in early May 2026 (TechCrunch, 12 April 2026). Rents rose by 8% in the north.

Use rose.[7] The halls in Bergen are full.

Notes

[7] NIC MAP, market fundamentals, 3 May 2026
"""


def again(workspace: Workspace) -> Reading:
    return reading_of(workspace.store, first_key(workspace))


async def test_enter_on_a_finding_explains_it_with_both_places(workspace: Workspace) -> None:
    added(workspace, TEXT)
    app = BriefreaderApp(workspace)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "tab", "tab", "enter")
        shown = grid(app)
        assert "! Source predates the event" in shown
        assert "CITED_BEFORE_EVENT, error" in shown
        assert "HERE" in shown
        assert "“(TechCrunch, 12 April 2026)”" in shown
        await press(pilot, "o")
        active = panes(app).article.active
        assert active is not None
        assert active.of(again(workspace).document.text) == "(TechCrunch, 12 April 2026)"


async def test_a_finding_is_silenced_here_heard_again_and_undone(workspace: Workspace) -> None:
    added(workspace, TEXT)
    app = BriefreaderApp(workspace)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "tab", "tab", "d")
        assert len(again(workspace).silenced) == 1
        assert "1 finding hidden" in grid(app)
        await press(pilot, "u")
        assert len(again(workspace).silenced) == 0
        await press(pilot, "D")
        assert again(workspace).silences[0].article_id is None
        await press(pilot, "U")
        assert again(workspace).silences == ()
        await press(pilot, "U")
        assert "No dismissed findings" in grid(app)


async def test_a_finding_is_silenced_from_its_explanation(workspace: Workspace) -> None:
    added(workspace, TEXT)
    app = BriefreaderApp(workspace)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "tab", "tab", "enter", "D")

    assert [silence.rule for silence in again(workspace).silences] == ["CITED_BEFORE_EVENT"]


async def test_a_claim_is_taken_away_and_made_with_one_key(workspace: Workspace) -> None:
    reading = added(workspace, TEXT)
    app = BriefreaderApp(workspace)
    claims = sum(claim.checkable for claim in reading.analysis.claims)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "!")
        assert "Select a passage first" in grid(app)
        await press(pilot, "]", "!")
        assert sum(claim.checkable for claim in again(workspace).analysis.claims) == claims - 1
        await press(pilot, "u")
        assert sum(claim.checkable for claim in again(workspace).analysis.claims) == claims
        await press(pilot, "]", "v", "o", "w", "w", "!")
        assert again(workspace).corrections[-1].kind == "claim"


async def test_a_source_is_corrected_and_a_citation_added(workspace: Workspace) -> None:
    added(workspace, TEXT)
    app = BriefreaderApp(workspace)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "@")
        assert "Select a passage first" in grid(app)
        await press(pilot, "}", "@")
        assert "Source?" in grid(app)
        await press(pilot, "ctrl+u", *"Reuters", "enter")
        assert again(workspace).analysis.citations[0].canonical_source == "Reuters"
        await press(pilot, ")", ")", "@", *"Orrin", "enter")
        assert again(workspace).analysis.citations[-1].canonical_source == "Orrin"
        await press(pilot, "}", "@", "escape")
        assert len(again(workspace).corrections) == 2


async def test_enter_on_a_reference_goes_to_the_articles_own_list(workspace: Workspace) -> None:
    added(workspace, TEXT)
    app = BriefreaderApp(workspace)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "}", "}", "enter")
        active = panes(app).article.active
        assert active is not None
        assert active.of(again(workspace).document.text).startswith("NIC MAP")
        assert "from the reference list" in grid(app)


async def test_a_note_just_brought_back_is_the_one_that_is_chosen(workspace: Workspace) -> None:
    added(workspace, TEXT)
    app = BriefreaderApp(workspace)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "]", "+", "enter", "tab", "d", "u")
        entry = panes(app).notes.note
        assert entry is not None
        assert entry.annotation is not None
