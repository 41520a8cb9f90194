from dataclasses import replace
from datetime import date, timedelta

import pytest
from factories import added, an_article, span_of
from fakes import a_workspace, noon
from hypothesis import given
from hypothesis import strategies as st
from soak import examples

from briefreader.model.annotation import Annotation, Evidence, Stance
from briefreader.model.thesis import Thesis
from briefreader.model.watch import Due
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.reading import Reading, reading_by_id
from briefreader.views.theses import last_thesis, theses, unfiled
from briefreader.views.thesis_board import Board, board
from briefreader.workflows.add import add_articles
from briefreader.workflows.annotate import Remark, annotate, delete
from briefreader.workflows.undo import undo
from briefreader.workflows.watch import WatchWords, watch
from briefreader.workflows.weigh import ThesisWords, add_thesis, put_on_thesis, review_thesis, set_origin
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow

TODAY = date(2026, 6, 20)
ALPHA = "Alpha\n\nHalden cut its bill by 60%. Northlight will move next year. Costs rose again."


@pytest.fixture
def thesis(workspace: Workspace) -> Thesis:
    return add_thesis(workspace, ThesisWords(title="Halden rents", bull="It pays.", bear="It does not."))


def tag(
    workspace: Workspace, reading: Reading, words: str, thesis: Thesis, origin: str | None, stance: Stance = "bull"
) -> Annotation:
    evidence = Evidence(stance=stance, thesis_id=thesis.id, origin=origin, origin_how="cited" if origin else None)
    return annotate(workspace, reading, span_of(reading, words), Remark(evidence=evidence))


def shown(workspace: Workspace, thesis: Thesis) -> Board:
    return board(workspace.store, thesis.id, TODAY)


def test_a_release_and_its_retelling_count_as_one_origin(workspace: Workspace, thesis: Thesis) -> None:
    release = "Halden cut its bill by 60%. “We will move every hall to the new contract by next spring,” it said."
    retold = "The firm pays less now. “We will move every hall to the new contract by next spring,” said Halden."
    other = "Costs rose again at Halden, and no hall moved."
    for number, (publisher, text) in enumerate((("Halden", release), ("Tide", retold), ("Bay", other))):
        article = an_article(text, title=f"Halls {number}", publisher=publisher, published_on=TODAY)
        [found] = add_articles(workspace, [article])
        reading = reading_by_id(workspace.store, found.article.id)
        evidence = Evidence(stance="bull", thesis_id=thesis.id, origin=publisher, origin_how="publisher")
        annotate(workspace, reading, span_of(reading, text.split(".")[0]), Remark(evidence=evidence))

    made = shown(workspace, thesis)

    assert {item.evidence.origin: item.origin_key for item in made.items} == {
        "Halden": "halden",
        "Tide": "halden",
        "Bay": "bay",
    }
    assert made.belief.origins == 2


def test_three_articles_of_one_origin_count_once(workspace: Workspace, thesis: Thesis) -> None:
    tag(workspace, added(workspace, ALPHA), "Halden cut its bill", thesis, "Bloomberg")
    one = shown(workspace, thesis).belief
    for name in ("Beta", "Gamma"):
        reading = added(workspace, ALPHA.replace("Alpha", name))
        tag(workspace, reading, "Halden cut its bill by 60%", thesis, "bloomberg")

    three = shown(workspace, thesis)

    assert (three.belief.items, three.belief.origins, three.belief.effective) == (3, 1, 1)
    assert three.belief.probability == pytest.approx(one.probability)
    assert three.belief.naive > three.belief.probability
    assert [item.articles for item in three.items] == [3, 3, 3]


def test_passages_of_one_article_are_other_claims_of_its_origin(workspace: Workspace, thesis: Thesis) -> None:
    reading = added(workspace, ALPHA)
    tag(workspace, reading, "Halden cut its bill", thesis, "Bloomberg")
    tag(workspace, reading, "its bill by 60%", thesis, "Bloomberg")
    assert shown(workspace, thesis).belief.effective == 1  # the two overlap

    tag(workspace, reading, "Northlight will move", thesis, "Bloomberg")

    assert shown(workspace, thesis).belief.effective == pytest.approx(4 / 3)


@pytest.mark.parametrize("other", ["The Ledger Wire", "ledger wire", "the Ledger Wire"])
def test_an_origin_is_one_under_all_its_names(workspace: Workspace, thesis: Thesis, other: str) -> None:
    tag(workspace, added(workspace, ALPHA), "Halden cut", thesis, "Ledger Wire")
    tag(workspace, added(workspace, ALPHA.replace("Alpha", "Beta")), "Halden cut", thesis, other)

    assert shown(workspace, thesis).belief.origins == 1


def test_articles_without_an_origin_stand_alone(workspace: Workspace, thesis: Thesis) -> None:
    for text in (ALPHA, "Beta\n\nHalden cut two shifts in Ashby, where the quay has been idle for years."):
        tag(workspace, added(workspace, text), "Halden cut", thesis, None)

    assert shown(workspace, thesis).belief.origins == 2


def test_the_linchpin_is_the_origin_that_moves_most(workspace: Workspace, thesis: Thesis) -> None:
    reading = added(workspace, ALPHA)
    heavy = tag(workspace, reading, "Halden cut", thesis, "Reuters")
    evidence = replace(heavy.evidence or Evidence(stance="bull"), strength=5, confidence=0.9)
    workspace_batch = workspace.store.journal.batch("weighs", noon())
    with workspace_batch as batch:
        workspace.store.annotations.change(batch, heavy, replace(heavy, evidence=evidence))
    tag(workspace, reading, "Costs rose", thesis, "Grid Weekly", "bear")

    without = shown(workspace, thesis).without

    assert [origin for origin, _ in without] == ["reuters", "grid weekly"]
    assert without[0][1].probability < 0.5


def test_evidence_in_doubt_weighs_nothing(workspace: Workspace, thesis: Thesis) -> None:
    head = "---\nurl: https://a.example/b\n---\n"
    reading = added(workspace, head + "Halden cut its bill by 60% in April. It rents halls out.", ".md")
    tag(workspace, reading, "Halden cut its bill by 60% in April.", thesis, "Reuters")
    added(workspace, head + "Halden cut its bill by 40% in April. It rents halls out.", ".md")

    shown_now = shown(workspace, thesis)

    assert (shown_now.belief.items, shown_now.items[0].weight, shown_now.belief.probability) == (0, 0, 0.5)
    assert "1 to review (not counted)" in shown_now.missing


def test_what_is_missing_is_named(workspace: Workspace, thesis: Thesis) -> None:
    assert shown(workspace, thesis).missing == ()
    tag(workspace, added(workspace, ALPHA), "Halden cut", thesis, "Grid Weekly")

    missing = shown(workspace, thesis).missing

    assert missing == (
        "no primary source",
        "one origin has 100%: Grid Weekly",
        "no bear evidence",
        "oldest evidence 5 days old",
    )


def test_a_review_begins_the_search_for_the_other_side_anew(workspace: Workspace, thesis: Thesis) -> None:
    tag(workspace, added(workspace, ALPHA), "Costs rose", thesis, "Reuters", "bear")
    tag(workspace, added(workspace, ALPHA), "Halden cut", thesis, "Grid Weekly")
    tag(workspace, added(workspace, ALPHA), "Northlight", thesis, "Bloomberg")
    review_thesis(workspace, thesis, None)

    assert "no bear evidence since the review of 15 Jun" in shown(workspace, thesis).missing


def test_a_board_is_seen_as_it_stood(workspace: Workspace, thesis: Thesis) -> None:
    reading = added(workspace, ALPHA)
    early = tag(workspace, reading, "Halden cut", thesis, "Reuters")
    tomorrow = replace(workspace, clock=lambda: noon() + timedelta(days=1))
    tag(tomorrow, reading, "Costs rose", thesis, "Bloomberg", "bear")
    delete(replace(workspace, clock=lambda: noon() + timedelta(days=2)), early)

    then = board(workspace.store, thesis.id, TODAY, until=noon())

    assert [item.annotation for item in then.items] == [early]
    assert [item.evidence.stance for item in shown(workspace, thesis).items] == ["bear"]


def test_evidence_is_filed_later_and_its_origin_set(workspace: Workspace, thesis: Thesis) -> None:
    note = annotate(workspace, added(workspace, ALPHA), None, Remark(evidence=Evidence(stance="bull")))
    assert unfiled(workspace.store) == 1
    assert board(workspace.store, None, TODAY).items[0].annotation == note
    assert last_thesis(workspace.store) is None

    put_on_thesis(workspace, note, thesis)
    set_origin(workspace, workspace.store.annotations.find(note.id), " S&P  Global ")

    evidence = shown(workspace, thesis).items[0].evidence
    assert (evidence.origin, evidence.origin_how, unfiled(workspace.store)) == ("S&P Global", "reader", 0)
    assert last_thesis(workspace.store) == thesis.id
    assert theses(workspace.store) == (thesis,)


STEPS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["bull", "bear"]), st.sampled_from(["Halden", "Costs", "North"])),
    max_size=6,
)


@examples(40)
@given(STEPS, st.integers(0, 6))
def test_the_ledger_made_from_the_journal_is_the_one_that_stands(
    steps: list[tuple[str, Stance, str]], undone: int
) -> None:
    with open_store(":memory:") as store:
        workspace = a_workspace(store, Settings(), noon)
        thesis = add_thesis(workspace, ThesisWords(title="T"))
        reading = added(workspace, ALPHA)
        for origin, stance, words in steps:
            tag(workspace, reading, words, thesis, origin, stance)
        for _ in range(undone):
            undo(workspace)

        assert store.ledger(noon()) == store.ledger()


def test_a_publisher_that_nobody_cites_tells_the_same_only_in_the_same_words(
    workspace: Workspace, thesis: Thesis
) -> None:
    def say(title: str, words: str) -> None:
        reading = added(workspace, f"{title}\n\n{words}")
        evidence = Evidence(stance="bull", thesis_id=thesis.id, origin="Kestrel", origin_how="publisher")
        annotate(workspace, reading, span_of(reading, words), Remark(evidence=evidence))

    say("Alpha", "Revenue rose by 12% in the first quarter.")
    say("Beta", "The old site in Bergen burned down.")
    two = shown(workspace, thesis)
    say("Gamma", "In the first quarter, revenue rose by 12%.")
    three = shown(workspace, thesis)

    assert (two.belief.origins, round(two.belief.effective, 2)) == (1, 1.33)
    assert [item.articles for item in two.items] == [1, 1]
    assert (three.belief.origins, round(three.belief.effective, 2)) == (1, 1.33)
    assert sorted(item.articles for item in three.items) == [1, 2, 2]


def test_the_board_of_another_day_shows_that_days_watch_items(workspace: Workspace, thesis: Thesis) -> None:
    later = a_workspace(workspace.store, Settings(), lambda: noon() + timedelta(days=5))
    due = Due(first=TODAY, last=TODAY, precision="day")
    item = watch(later, WatchWords(question="Will it?", due=due, thesis_id=thesis.id))

    assert board(workspace.store, thesis.id, TODAY, noon()).watch_items == ()
    assert board(workspace.store, thesis.id, TODAY, noon() + timedelta(days=6)).watch_items == (item,)


def test_both_sides_of_one_origin_are_shown(workspace: Workspace, thesis: Thesis) -> None:
    reading = added(workspace, ALPHA)
    tag(workspace, reading, "Halden cut its bill", thesis, "Reuters")
    tag(workspace, reading, "Costs rose again", thesis, "Reuters", "bear")

    belief = shown(workspace, thesis).belief

    assert belief.bull > 0 > belief.bear
    assert belief.net == pytest.approx(0)
