from factories import a_remark, added, first_reading
from fakes import TODAY
from screens import grid, panes, press

from briefreader.store.store import Store
from briefreader.ui.app import BriefreaderApp
from briefreader.views.inbox import list_counts
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace


async def test_three_keys_from_the_start_to_saved_evidence(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "+", "enter")

    reading = first_reading(samples)
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

    (annotation,) = first_reading(samples).annotations
    assert annotation.evidence is not None
    assert (annotation.evidence.stance, annotation.evidence.strength) == ("bear", 5)
    assert annotation.evidence.confidence == 0.7
    assert (annotation.note, annotation.tags) == ("why [not]?", ("a", "b"))


async def test_the_stance_is_flipped_or_set_and_confidence_goes_round(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "+", "~", "c", "c", "c", "c", "1", "enter")
        await press(pilot, "]", "0", "-", "=", "0", "enter")

    bear, neutral = first_reading(samples).annotations
    assert bear.evidence is not None
    assert neutral.evidence is not None
    assert (bear.evidence.stance, bear.evidence.strength, bear.evidence.confidence) == ("bear", 1, 0.5)
    assert neutral.evidence.stance == "neutral"


async def test_escape_leaves_what_was_written_and_then_the_bar(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "+", "n", *"no", "escape")
        assert panes(app).bar.remark.note == ""
        await press(pilot, "escape")
        assert not panes(app).bar.display
        assert panes(app).pane == "article"

    assert first_reading(samples).annotations == ()


async def test_the_whole_article_is_tagged_from_the_feed(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "+")
        assert "the whole article" in grid(app)
        await press(pilot, "enter")

    assert first_reading(samples).annotations[0].span is None


async def test_a_highlight_wants_a_passage(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "H")
        assert "Select a passage first" in grid(app)
        await press(pilot, ".")
        assert "No annotation to repeat" in grid(app)

    assert first_reading(samples).annotations == ()


async def test_the_last_remark_is_repeated_on_another_passage(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "-", "4", "enter", "]", ".")

    stances = [note.evidence for note in first_reading(samples).annotations]
    assert stances[0] == stances[1] is not None


async def test_a_note_is_written_and_tags_too(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "n", *"look", "enter", "enter", "q", "t", *"x", "enter", "enter")

    whole, note = first_reading(samples).annotations
    assert (note.kind, note.note) == ("note", "look")
    assert (whole.span, whole.tags) == (None, ("x",))


async def test_a_note_is_gone_to_changed_deleted_and_brought_back(samples: Workspace) -> None:
    claim = next(claim for claim in first_reading(samples).analysis.claims[3:] if claim.checkable)
    annotate(samples, first_reading(samples), claim.span, a_remark(note="old"))
    app = BriefreaderApp(samples)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "tab", "tab", "n", "n", *"er", "enter", "enter")
        assert first_reading(samples).annotations[0].note == "older"
        assert panes(app).pane == "notes"
        await press(pilot, "d")
        assert first_reading(samples).annotations == ()
        await press(pilot, "u")
        assert first_reading(samples).annotations[0].note == "older"
        await press(pilot, "enter")
        assert panes(app).article.active == claim.span
        assert panes(app).pane == "article"


async def test_keys_of_editing_fall_through_where_no_note_is_chosen(workspace: Workspace) -> None:
    added(workspace, "A Title of Some Words\n\nA hall.\n\nKey Terms\n  • Hall — a room full of accelerators.\n")

    async with BriefreaderApp(workspace).run_test(size=(120, 36)) as pilot:
        await press(pilot, "tab", "tab", "j", "d")

    assert list_counts(workspace.store, TODAY)["trash"] == 1


async def test_a_remark_that_could_not_be_saved_stays_in_the_bar(app: BriefreaderApp, store: Store) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "]", "+", "n", *"dear", "enter")
        store.journal._connection.execute("ALTER TABLE journal RENAME TO elsewhere")
        await press(pilot, "enter")
        assert panes(app).bar.display
        assert panes(app).bar.remark.note == "dear"
        store.journal._connection.execute("ALTER TABLE elsewhere RENAME TO journal")
        await press(pilot, "enter")
        assert not panes(app).bar.display
