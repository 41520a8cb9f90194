import json
from pathlib import Path

import pytest
from factories import LABELLED, SAMPLES, SEEDS, added, an_article, span_of
from fakes import TODAY, a_workspace, noon
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest.files import read_articles
from briefreader.model.crosscheck import ClaimRow
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.crosscheck import claim_keyed, crosscheck, who_else_says
from briefreader.workflows.add import add_articles, add_files
from briefreader.workflows.correct import toggle_claim
from briefreader.workflows.triage import move_to
from briefreader.workspace import Workspace

LABELS = json.loads((LABELLED / "labels.json").read_text("utf-8"))
OF_SEEDS = {
    "lease | google + xai": ("conflict", 3),
    "against itself": ("conflict", 1),
    "lease | anthropic + xai": ("exclusivity conflict", 5),
    "train | claude + xai": ("modality conflict", 3),
    "dissolve | xai": ("modality conflict", 2),
    "cut off | claude + xai": ("agree", 2),
    "found | xai": ("agree", 2),
    "team in people | xai": ("agree", 2),
}
RELATIONS = [
    (LABELLED, {key: tuple(row) for key, row in LABELS["relations"].items()}),
    *([(SEEDS, OF_SEEDS)] if SEEDS.exists() else []),
]
TRUTH = json.loads((SAMPLES / "truth.json").read_text("utf-8"))
ORIGINAL = "Halden Compute leases its halls to OpenAI. The site holds 48,000 accelerators."
OTHER = "Halden Compute has rented its halls to OpenAI. The site holds 46,000 accelerators."
THIRD = "Halden Compute reportedly leases its halls to OpenAI and Google. It holds 48,000 accelerators."


def files_of(row: ClaimRow, names: dict[str, str]) -> set[str]:
    return {names[one.article_id] for one in (*row.said, *row.more)}


@pytest.fixture
def names(workspace: Workspace) -> dict[str, str]:
    add_files(workspace, [SAMPLES])
    files = [path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".md", ".html")]
    return {article.id: path.name for path in files for article in read_articles(path)}


def test_everything_planted_in_the_samples_is_found_and_nothing_is_invented(
    workspace: Workspace, names: dict[str, str]
) -> None:
    rows = {row.key: row for row in crosscheck(workspace.store)}

    for planted in TRUTH["conflicts"]:
        row = rows[planted["key"]]
        assert row.kind == planted["kind"]
        assert set(planted["files"]) <= files_of(row, names)
    agreed = {planted["key"]: set(planted["files"]) for planted in TRUTH["agreements"]}
    assert {key: files_of(row, names) for key, row in rows.items() if row.kind == "agree"} == agreed
    assert rows.keys() == {planted["key"] for planted in TRUTH["conflicts"]} | agreed.keys()


def test_what_comes_from_one_origin_in_the_samples_is_one_voice(workspace: Workspace, names: dict[str, str]) -> None:
    groups = [
        {names[article] for article in group.articles} for row in crosscheck(workspace.store) for group in row.groups
    ]

    for planted in TRUTH["one_voice"]:
        assert any(set(planted["files"]) <= group for group in groups), planted


@pytest.mark.parametrize(("folder", "relations"), RELATIONS)
def test_the_relations_of_labelled_briefings_are_found_and_no_others(
    workspace: Workspace, folder: Path, relations: dict[str, tuple[str, int]]
) -> None:
    add_files(workspace, sorted(folder.glob("*.txt")))

    assert {row.key: (row.kind, row.articles) for row in crosscheck(workspace.store)} == relations


def test_who_else_says_a_passage_is_told_and_what_is_in_the_trash_says_nothing(workspace: Workspace) -> None:
    reading = added(workspace, ORIGINAL)
    [other] = add_articles(workspace, [an_article(OTHER)])

    [row] = who_else_says(workspace.store, reading, span_of(reading, "48,000 accelerators"))
    assert (row.key, row.kind) == ("count in accelerator | halden", "conflict")
    assert [row.key for row in who_else_says(workspace.store, reading, span_of(reading, "leases"))] == [
        "lease | halden + openai"
    ]
    move_to(workspace, other.article.id, "trash")
    assert crosscheck(workspace.store) == []


FIRE = "A fire on the ferry Larkmoor left 31 people dead off Skerry on Sunday, and the line stopped all sailings."
TOLL = (
    "Skerry mourns: the death toll of the fire on the ferry Larkmoor is 34 people, and the line stopped all sailings."
)


def test_figures_without_a_party_are_compared_within_one_event_alone(workspace: Workspace) -> None:
    elsewhere = ["A bus crash near Ashby left 30 people dead in fog."]
    elsewhere += [f"Growers of pear {number} in Dunholme wait for a warm spring." for number in "123456"]
    add_articles(workspace, [an_article(text, published_on=TODAY) for text in elsewhere])
    for text in (FIRE, TOLL):
        add_articles(workspace, [an_article(f"{text[:30]}\n\n{text}", published_on=TODAY)])

    [row] = crosscheck(workspace.store)
    assert (row.kind, row.about, row.articles) == ("conflict", "killed", 2)
    assert row.why.startswith("one event: ")
    assert claim_keyed(workspace.store, row.key) == row


def test_each_row_is_found_by_its_key_also_where_an_article_names_an_account(workspace: Workspace) -> None:
    text = """Ferries stay in port

Write to the night desk @halden with what you saw at the old port, where 4,812 people waited for a ferry on Monday.
"""
    more = "The harbour master of Skerry said that nobody was hurt in the queue."
    made = [an_article(text, published_on=TODAY), an_article(f"{text}\n{more}\n", published_on=TODAY)]
    add_articles(workspace, made)
    [row] = crosscheck(workspace.store)

    assert "@halden" in row.key
    assert claim_keyed(workspace.store, row.key) == row


def test_what_another_program_adds_is_seen_at_once(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with open_store(path) as mine, open_store(path) as another:
        add_articles(a_workspace(mine, Settings(), noon), [an_article(ORIGINAL)])
        assert crosscheck(mine) == []
        add_articles(a_workspace(another, Settings(), noon), [an_article(OTHER)])

        assert len(crosscheck(mine)) == 2


def test_what_the_reader_holds_for_no_claim_states_nothing(workspace: Workspace) -> None:
    reading = added(workspace, ORIGINAL)
    add_articles(workspace, [an_article(OTHER)])
    keys = {row.key for row in crosscheck(workspace.store)}
    assert keys == {"count in accelerator | halden", "lease | halden + openai"}
    toggle_claim(workspace, reading, span_of(reading, "The site holds 48,000 accelerators."))

    assert [row.key for row in crosscheck(workspace.store)] == ["lease | halden + openai"]


@given(st.permutations([ORIGINAL, OTHER, THIRD, "Nothing of it at all."]))
def test_one_by_one_in_any_order_gives_the_rows_of_all_at_once(texts: list[str]) -> None:
    made = [an_article(text) for text in texts]
    with open_store(":memory:") as one_by_one, open_store(":memory:") as at_once:
        for article in made:
            add_articles(a_workspace(one_by_one, Settings(), noon), [article])
        add_articles(a_workspace(at_once, Settings(), noon), sorted(made, key=lambda article: article.id))

        assert crosscheck(one_by_one) == crosscheck(at_once)
