"""What leaves a store comes back."""

import json
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import a_remark, added, span_of
from fakes import a_workspace, noon
from web import Answer, a_web

from briefreader.export.lines import render_lines
from briefreader.ingest.lines import line_chunks, read_rows
from briefreader.model.errors import BriefreaderError, StoreError, UnreadableError
from briefreader.model.store_row import TABLES
from briefreader.settings import Settings
from briefreader.store.hashing import text_digest
from briefreader.store.store import open_store
from briefreader.views.events import telling_of
from briefreader.views.reading import reading_of
from briefreader.views.selection import Selection
from briefreader.workflows.annotate import Remark, annotate, delete, revise
from briefreader.workflows.bring_library import bring_library
from briefreader.workflows.bring_lines import bring_lines
from briefreader.workflows.demo import add_samples
from briefreader.workflows.export import export
from briefreader.workflows.reanalyse import reanalyse
from briefreader.workflows.refresh import Refreshed, refresh
from briefreader.workflows.subscribe import subscribe, unsubscribe
from briefreader.workflows.triage import move_to
from briefreader.workflows.undo import redo, undo
from briefreader.workspace import Workspace

HEAD = "---\nurl: https://a.example/b\n---\n"


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    """An empty store beside the first."""
    with open_store(tmp_path / "other.db") as store:
        yield a_workspace(store, Settings(), noon)


def lines_of(workspace: Workspace) -> str:
    return "".join(render_lines(Selection(workspace.store).rows()))


def out(workspace: Workspace, tmp_path: Path) -> Path:
    return export(workspace, Selection(workspace.store), "jsonl", tmp_path / "out.jsonl")[0].path


def test_out_into_an_empty_store_and_out_again_is_the_same_bytes(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    add_samples(workspace)
    reading = added(workspace, HEAD + "Halden cut its bill by 60%. It rents halls.", ".md")
    annotate(workspace, reading, span_of(reading, "cut its bill by 60%"), a_remark(note="Only *one* 😀.", tags=("a",)))
    added(workspace, HEAD + "A line before. Halden cut its bill by 70%. It rents halls.", ".md")
    move_to(workspace, reading.article.id, "shortlist")
    file = out(workspace, tmp_path)

    taken = bring_lines(other, file, is_mine=True)

    assert lines_of(other) == file.read_text("utf-8")
    assert sum(taken.new.values()) == len(file.read_text("utf-8").splitlines())
    for _ in reanalyse(other):
        pass
    assert lines_of(other) == file.read_text("utf-8")
    assert other.store.damage() == []
    article = reading_of(workspace.store, reading.article.key)
    assert reading_of(other.store, reading.article.key) == article
    assert undo(other) == undo(workspace)
    assert lines_of(other) == lines_of(workspace)


@pytest.mark.parametrize("url", ["https://[::1/x", "https://a..example/", "http://127.1/", "https://a.example:99999/"])
def test_an_address_that_leads_nowhere_keeps_no_file_away(
    workspace: Workspace, other: Workspace, tmp_path: Path, url: str
) -> None:
    article = added(workspace, HEAD + "Halden cut its bill by 60%.", ".md").article
    with workspace.store.journal.batch("another version", workspace.clock()) as batch:
        batch.update("articles", article.id, article.id, {"url": url})

    bring_lines(other, out(workspace, tmp_path), is_mine=True)

    assert lines_of(other) == lines_of(workspace)
    assert telling_of(other.store, article.key).text


def test_a_file_that_is_merged_is_not_held_in_memory(workspace: Workspace, other: Workspace, tmp_path: Path) -> None:
    added(workspace, "Halden rents halls.")
    article, revision = (
        next(row for row in map(json.loads, lines_of(workspace).splitlines()) if row["table"] == table)
        for table in ("articles", "revisions")
    )
    file = tmp_path / "large.jsonl"
    with file.open("w") as lines:
        for number in range(1, 61):
            words = revision["text"] + f"\n{number}" * 300_000
            copy = {"id": f"{number:016x}", "key": number, "revision_id": number}
            text = {"id": number, "article_id": f"{number:016x}", "text": words, "sha256": text_digest(words)}
            lines.write(f"{json.dumps(article | copy)}\n{json.dumps(revision | text)}\n")
    added(other, "Another article stands here.")

    tracemalloc.start()
    bring_lines(other, file)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert other.store.search.total() == 61
    assert most < file.stat().st_size / 2


def test_a_query_goes_out_with_all_that_belongs_to_it(workspace: Workspace, other: Workspace, tmp_path: Path) -> None:
    add_samples(workspace)
    key = added(workspace).article.key
    file = export(workspace, Selection(workspace.store, [key]), "jsonl", tmp_path / "one.jsonl")[0].path

    bring_lines(other, file, is_mine=True)

    assert lines_of(other) == file.read_text("utf-8")
    assert {json.loads(line)["table"] for line in file.read_text("utf-8").splitlines()} == {"articles", "revisions"}


def test_into_a_store_in_use_comes_what_it_has_not_once_and_can_be_taken_back(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    reading = added(workspace, HEAD + "Halden cut its bill by 60%. It rents halls.", ".md")
    note = annotate(workspace, reading, span_of(reading, "cut its bill by 60%"), a_remark(note="mine"))
    file = out(workspace, tmp_path)
    added(other, "Something else.")
    before = lines_of(other)

    first = bring_lines(other, file)
    second = bring_lines(other, file)

    assert first.new == {"articles": 1, "revisions": 1, "annotations": 1}
    assert (second.new, second.refused) == ({}, ())
    assert other.store.annotations.find(note.id).note == "mine"
    assert other.store.damage() == []
    undo(other)
    assert other.store.annotations.all() == ()
    assert len(before.splitlines()) < len(lines_of(other).splitlines())  # the article is in the trash, not gone


def test_a_note_comes_to_the_article_that_is_here_and_to_its_words_there(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    reading = added(workspace, HEAD + "Halden cut its bill by 60%. It rents halls.", ".md")
    annotate(workspace, reading, span_of(reading, "cut its bill by 60%"), a_remark())
    ours = added(other, HEAD + "A line before. Halden cut its bill by 60%. It rents halls.", ".md")

    taken = bring_lines(other, out(workspace, tmp_path))

    assert taken.known["articles"] == 1
    after = reading_of(other.store, ours.article.key)
    place = after.place_of(after.annotations[0])
    assert after.document == ours.document
    assert place
    assert place.of(after.document.text) == "cut its bill by 60%"
    assert other.store.damage() == []


def test_a_feed_that_a_file_brings_leads_into_no_private_network_until_it_is_typed_here(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    with a_web() as web:
        web.answers["/feed"] = web.answers["/gone"] = Answer(
            body=b"<rss><channel><title>Inside</title></channel></rss>"
        )
        subscribe(workspace, web.url("/feed"))
        unsubscribe(workspace, subscribe(workspace, web.url("/gone")).feed)
        file = out(workspace, tmp_path)
        web.asked.clear()

        bring_lines(other, file, is_mine=True)
        undo(other)
        outcomes = [one.outcome for one in refresh(other, at_once=True) if isinstance(one, Refreshed)]

        assert outcomes == ["failed", "failed"]
        assert web.asked == []
        redo(other)
        other.store._connection.execute("DELETE FROM feed_states")
        assert lines_of(other) == file.read_text("utf-8")
        assert not subscribe(other, web.url("/feed")).is_new
        assert [one.outcome for one in refresh(other, at_once=True) if isinstance(one, Refreshed)] == ["same"]
        assert "/feed" in [path for path, _ in web.asked]


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("revisions", {"text": "Another text."}),
        ("revisions", {"layout": "{}"}),
        ("revisions", {"layout": '{"blocks":[["p",0,999999]],"inlines":[]}'}),
        ("annotations", {"start": 0, "end": 6}),
        ("annotations", {"note": "\x1b[2Jgone"}),
        ("annotations", {"revision_id": 77}),
        ("annotations", {"strength": 9}),
        ("annotations", {"colour": "red"}),
        ("articles", {"title": "x\u202ey"}),
        ("articles", {"id": "../../../escaped/x"}),
        ("articles", {"added_at": "x"}),
        ("articles", {"published_on": "x"}),
        ("articles", {"url": "javascript:alert(1)"}),
        ("annotations", {"tags": "5"}),
        ("annotations", {"created_at": "x"}),
        ("annotations", {"start": "abc"}),
        ("revisions", {"text": 5}),
        ("revisions", {"id": 10**30}),
        ("journal", {"after": "{"}),
        ("journal", {"after": '{"id = 1; DROP TABLE articles; --": 1}'}),
        ("journal", {"table_name": "sqlite_master"}),
        ("journal", {"after": '{"note": "\\u001b[2J"}'}),
        ("journal", {"table_name": "revisions", "before": None, "after": '{"text": "Other words."}'}),
        ("journal", {"table_name": "feeds", "before": None, "after": '{"url": "javascript:alert(1)"}'}),
        ("journal", {"at": "yesterday"}),
        ("journal", {"id": 2**60}),
        ("journal", {"batch": 2**60}),
        ("journal", {"table_name": "theses", "before": None, "after": '{"id": "another", "title": "x"}'}),
        ("journal", {"table_name": "theses", "before": '{"created_at": "x"}', "after": None}),
    ],
)
def test_what_briefreader_would_not_write_is_not_taken_in(
    workspace: Workspace, other: Workspace, tmp_path: Path, table: str, change: dict[str, object]
) -> None:
    reading = added(workspace)
    annotate(workspace, reading, span_of(reading, "cut its power bill"), a_remark(note="x"))
    lines = [json.loads(line) for line in lines_of(workspace).splitlines()]
    next(line for line in lines if line["table"] == table).update(change)
    file = tmp_path / "bad.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")

    with pytest.raises((StoreError, UnreadableError)):
        bring_lines(other, file, is_mine=True)
    assert other.store.is_empty()


def test_two_articles_of_one_page_and_two_short_ones_alike_stay_two(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    for number in (14, 15):
        added(workspace, f"---\nurl: https://a.example/{number}\n---\n# Weekly note {number}\n\nRead on.", ".md")
    workspace.store._connection.execute("UPDATE articles SET url_key = 'one page'")
    added(other, "Something else.")

    taken = bring_lines(other, out(workspace, tmp_path))

    assert taken.new == {"articles": 2, "revisions": 2}
    assert other.store.damage() == []


def test_a_row_that_is_refused_keeps_no_other_away(workspace: Workspace, other: Workspace, tmp_path: Path) -> None:
    reading = added(workspace)
    notes = [annotate(workspace, reading, None, a_remark(note=note)) for note in ("bad", "good")]
    lines = [json.loads(line) for line in lines_of(workspace).splitlines()]
    next(line for line in lines if line.get("note") == "bad")["stance"] = "foo"
    file = tmp_path / "bad.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    added(other, "Something else.")

    taken = bring_lines(other, file)

    assert [one.id for one in other.store.annotations.all()] == [notes[1].id]
    assert len(taken.refused) == 1


@pytest.mark.parametrize("text", ["no", "[]", '{"table": "x", "v": 1}', '{"table": "theses", "v": 2}', "[" * 100_000])
def test_a_file_that_is_something_else_is_named(other: Workspace, tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text(text)

    with pytest.raises(UnreadableError, match=r"x\.jsonl: line 1"):
        bring_lines(other, file, is_mine=True)


def test_a_damaged_line_leaves_a_store_in_use_as_it_was(workspace: Workspace, other: Workspace, tmp_path: Path) -> None:
    annotate(workspace, added(workspace), None, a_remark())
    added(other, "Something else.")
    before = lines_of(other)
    file = out(workspace, tmp_path)
    file.write_text(file.read_text("utf-8") + "{half", "utf-8")

    with pytest.raises(BriefreaderError, match=r"line \d+: not JSON"):
        bring_lines(other, file)
    assert lines_of(other) == before


def test_the_tables_that_go_out_are_all_but_those_that_are_made_again(workspace: Workspace) -> None:
    made = {"analyses", "cited_claims", "found_rules", "named", "statements", "note_keys", "exports"}
    made |= {"typed_addresses", "wanted_pages", "failed_files"}
    made |= {"story_marks", "story_leads", "story_edges"}  # by which what arrives is told; a story itself goes out
    rows = workspace.store._connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE '%sqlite%'"
    )

    assert {name for (name,) in rows} - made == set(TABLES)


def test_a_note_from_an_import_is_foreign_through_undo_and_a_file_of_lines(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    reading = added(workspace, HEAD + "Halden cut its bill by 60%. It rents halls.", ".md")
    (tmp_path / "r.csv").write_text("Highlight,URL,Note\ncut its bill by 60%,https://a.example/b,**x**\n", "utf-8")
    bring_library(workspace, tmp_path / "r.csv")
    (note,) = workspace.store.annotations.all()
    edited = revise(workspace, note, Remark(note="mine"))
    assert (note.is_foreign, edited.is_foreign) == (True, False)

    undo(workspace)
    assert workspace.store.annotations.find(note.id).is_foreign
    delete(workspace, note)
    undo(workspace)
    assert workspace.store.annotations.of_article(reading.article.id) == (note,)
    file = out(workspace, tmp_path)
    bring_lines(other, file, is_mine=True)

    assert other.store.annotations.all() == (note,)
    assert lines_of(other) == file.read_text("utf-8")
    assert (workspace.store.damage(), other.store.damage()) == ([], [])


@pytest.mark.parametrize("is_in_use", [False, True])
def test_notes_that_lines_bring_are_foreign_whatever_the_file_says(
    workspace: Workspace, other: Workspace, tmp_path: Path, *, is_in_use: bool
) -> None:
    reading = added(workspace, HEAD + "Halden cut its bill by 60%. It rents halls.", ".md")
    note = annotate(workspace, reading, span_of(reading, "cut its bill by 60%"), a_remark(note="```dataviewjs\n```"))
    revise(workspace, note, Remark(note="```dataviewjs\n1\n```"))
    if is_in_use:
        added(other, "Another text that is here already.")

    bring_lines(other, out(workspace, tmp_path))

    assert [one.is_foreign for one in other.store.annotations.all()] == [True]
    assert other.store.damage() == []
    undo(other)
    assert other.store.annotations.all() == ()
    redo(other)
    assert [one.is_foreign for one in other.store.annotations.all()] == [True]


def test_a_file_that_the_reader_vouches_for_keeps_its_marks_in_a_store_in_use(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    reading = added(workspace, HEAD + "Halden cut its bill by 60%. It rents halls.", ".md")
    (tmp_path / "r.csv").write_text("Highlight,URL,Note\ncut its bill by 60%,https://a.example/b,**x**\n", "utf-8")
    bring_library(workspace, tmp_path / "r.csv")
    annotate(workspace, reading, None, a_remark(note="mine"))
    added(other, "Another text that is here already.")

    bring_library(other, out(workspace, tmp_path), is_mine=True)

    assert {one.note: one.is_foreign for one in other.store.annotations.all()} == {"**x**": True, "mine": False}
    assert other.store.damage() == []


def test_nobody_vouches_for_what_another_program_has_written(other: Workspace, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("Highlight,URL,Note\ncut its bill by 60%,https://a.example/b,**x**\n", "utf-8")

    with pytest.raises(UnreadableError, match="--mine is only for jsonl, but this is readwise"):
        bring_library(other, tmp_path / "r.csv", is_mine=True)
    assert other.store.is_empty()


def test_lines_from_before_notes_could_be_foreign_still_come_back(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    reading = added(workspace, HEAD + "Halden cut its bill by 60%. It rents halls.", ".md")
    annotate(workspace, reading, span_of(reading, "cut its bill by 60%"), a_remark(note="why"))
    file = out(workspace, tmp_path)
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    for line in lines:
        line.pop("is_foreign", None)
        if line["table"] == "journal" and line["table_name"] == "annotations":
            after = json.loads(line["after"])
            line["after"] = json.dumps({name: value for name, value in after.items() if name != "is_foreign"})
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")

    bring_lines(other, file, is_mine=True)

    (note,) = other.store.annotations.all()
    assert (note.note, note.is_foreign) == ("why", False)
    assert other.store.damage() == []
    undo(other)
    redo(other)
    assert other.store.damage() == []


def test_many_notes_on_a_long_text_come_back_in_time_that_grows_with_them(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    reading = added(workspace, HEAD + " ".join(f"Word{number} stands here." for number in range(8_000)), ".md")
    for number in range(0, 8_000, 40):
        annotate(workspace, reading, span_of(reading, f"Word{number} stands"), a_remark())
    file = out(workspace, tmp_path)
    added(other, "Something else.")

    began = time.process_time()
    taken = bring_lines(other, file)

    assert taken.new["annotations"] == 200
    assert time.process_time() - began < 20


def test_a_file_is_read_in_parts_and_a_line_is_named_by_its_number(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    line = json.dumps({"table": "theses", "v": 1, "id": "t", "title": "x" * 1_000_000}) + "\n"
    file.write_text(line * 7 + "half\n", "utf-8")

    (one, begun), (other, rest) = line_chunks(file)
    assert (one, len(read_rows(begun, "x.jsonl", one)), other) == (1, 4, 5)
    with pytest.raises(UnreadableError, match="line 8: not JSON"):
        read_rows(rest, "x.jsonl", other)
