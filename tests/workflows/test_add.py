from datetime import date
from pathlib import Path

from factories import BRIEFING, SAMPLES, added, an_article
from fakes import TODAY

from briefreader.views.inbox import list_counts, whole_list
from briefreader.workflows.add import add_articles, add_files, add_text, analyse_files
from briefreader.workflows.triage import move_to
from briefreader.workspace import Workspace


def test_adding_the_same_thing_twice_changes_nothing(workspace: Workspace) -> None:
    reading = added(workspace)
    move_to(workspace, reading.article.id, "archive")

    results = add_articles(workspace, [an_article(BRIEFING)])

    assert [result.outcome for result in results] == ["known"]
    assert list_counts(workspace.store, TODAY)["archive"] == 1


def test_another_text_at_the_same_address_is_a_new_revision(workspace: Workspace) -> None:
    head = "---\nurl: https://a.example/b\n---\n"
    outcomes = [
        add_articles(workspace, [an_article(head + text, ".md")])[0].outcome
        for text in ("first", "second", "second", "first")
    ]

    assert outcomes == ["added", "revised", "known", "revised"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(workspace: Workspace, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("It is good.")
    bad.write_bytes(b"\0\0")

    results, problems = add_files(workspace, [tmp_path / "none", tmp_path])

    assert [result.article.document.text for result in results] == ["It is good."]
    assert [problem.place for problem in problems] == [str(tmp_path / "none"), str(bad)]


def test_nothing_is_added_of_nothing(workspace: Workspace) -> None:
    assert add_articles(workspace, []) == []


def test_standard_input_is_an_article(workspace: Workspace) -> None:
    (result,), problems = add_text(workspace, b"<html><body><p>A page.</p></body></html>", "standard input")

    assert result.article.document.text == "A page."
    assert problems == []


def test_standard_input_that_cannot_be_read_is_a_problem(workspace: Workspace) -> None:
    added, (problem,) = add_text(workspace, b"", "standard input")

    assert added == []
    assert str(problem) == "standard input: contains no text"


def test_the_samples_hold_what_the_product_is_for(workspace: Workspace) -> None:
    add_files(workspace, [SAMPLES])
    rows = whole_list(workspace.store, "inbox", TODAY)

    origins = [row.origin.name for row in rows if row.origin]
    assert len(rows) >= 15
    assert sum("ledger" in name.lower() for name in origins) >= 2
    assert {row.published_on is None for row in rows} == {True, False}


def test_files_are_analysed_without_being_kept(workspace: Workspace) -> None:
    found = list(analyse_files([SAMPLES], date(2026, 6, 10)))

    assert len(found) >= 15
    assert sum(list_counts(workspace.store, TODAY).values()) == 0


def test_the_letters_of_a_mailbox_are_read_and_empty_ones_are_named(workspace: Workspace, tmp_path: Path) -> None:
    head = "From a@b.example Mon Apr 20 09:30:00 2026\nSubject: x\n\n"
    letters = "".join(f"{head}{'' if number == 7 else f'It is {number}.'}\n\n" for number in range(120))
    (tmp_path / "m.mbox").write_text(letters)

    added, problems = add_files(workspace, [tmp_path / "m.mbox"])

    assert len(added) == 119
    assert [str(problem) for problem in problems] == [
        f"{tmp_path / 'm.mbox'}: message 8: there is no text in this message"
    ]


def test_a_day_that_nobody_can_have_meant_is_none(workspace: Workspace, tmp_path: Path) -> None:
    for year in (1970, 2026, 2099):
        words = f"Words of {year}.".encode()
        (tmp_path / f"{year}.html").write_bytes(
            b"<head><meta property='article:published_time' content='%d-05-12T00:00:00Z'></head>" % year + words
        )
        (tmp_path / f"{year}.eml").write_bytes(
            b"From: a@b.example\nDate: Tue, 12 May %d 10:00:00 +0000\n\nIn a mail: " % year + words
        )

    results, _ = add_files(workspace, [tmp_path])

    days = {str(result.article.published_on) for result in results if "2026" in result.article.document.text}
    others = {result.article.published_on for result in results if "2026" not in result.article.document.text}
    assert (len(results), days, others) == (6, {"2026-05-12"}, {None})
