import io
import json
from pathlib import Path

import pytest
from commands import Command, Outcome
from factories import SAMPLES


@pytest.fixture
def shelf(command: Command) -> Command:
    assert command("add", str(SAMPLES / "lease.txt") if (SAMPLES / "lease.txt").exists() else str(SAMPLES)).out
    return command


def listed(command: Command, *arguments: str) -> list[str]:
    return [row["id"] for row in json.loads(command("list", "--json", *arguments).out)["articles"]]


def test_a_list_by_query_is_what_move_then_moves(shelf: Command) -> None:
    found = listed(shelf, "--query", "northlight")
    assert found
    assert shelf("move", "archive", "-q", "northlight", "--dry-run").out == f"found: {len(found)} articles\n"
    assert shelf("move", "archive", "-q", "northlight").out == f"archived: {len(found)} articles\n"

    assert listed(shelf, "--state", "archive") == found
    assert shelf("move", "read", "-q", "is:archive").out == f"marked as read: {len(found)} articles\n"
    assert listed(shelf, "-q", "is:read") == found


def test_a_query_that_is_wrong_or_empty_moves_nothing(shelf: Command) -> None:
    wrong = shelf("move", "trash", "-q", "words:many")
    empty = shelf("move", "trash", "-q", " ")

    assert "words: expects a number\n  words:many\n        ^" in wrong.err
    assert "the query is empty" in empty.err
    assert listed(shelf, "--state", "trash") == []


def test_nothing_found_is_said(shelf: Command) -> None:
    assert "No articles match qwertz" in shelf("list", "-q", "qwertz").err
    assert shelf("move", "later", "-q", "qwertz").out == "found: 0 articles\n"


def test_an_article_is_read_line_by_line(shelf: Command) -> None:
    first = next(
        one for one in listed(shelf) if json.loads(shelf("findings", "list", one[:8], "--json").out)["findings"]
    )

    plain = shelf("read", first[:8], "--width", "60").out
    ascii_ = shelf("read", first[:8], "--width", "60", "--ascii").out

    assert "FINDINGS" in plain
    assert max(map(len, plain.splitlines())) <= 60
    assert "○" in plain
    assert "○" not in ascii_


def test_statistics_are_lines_or_json(shelf: Command) -> None:
    assert "INBOX BY AGE" in shelf("stats", "--ascii").out
    assert json.loads(shelf("stats", "--json").out)["schema"] == "briefreader.statistics/1"


def test_a_view_is_kept_listed_made_a_rule_and_forgotten(shelf: Command) -> None:
    shelf("views", "add", "deals", "northlight")
    assert listed(shelf, "--view", "deals") == listed(shelf, "-q", "northlight")
    assert listed(shelf, "--view", "deals", "-q", "zzzz") == []
    assert shelf("views", "rule", "deals", "later").out == "New articles matching “northlight” are moved to Later\n"
    shelf("views", "rename", "deals", "Deals")

    [view] = json.loads(shelf("views", "list", "--json").out)["views"]
    assert (view["name"], view["query"], view["on_arrival"]) == ("Deals", "northlight", "later")
    assert "Deals  / northlight  (new articles: moved to Later)" in shelf("views", "list").out
    assert shelf("views", "rule", "Deals", "none").out == "Rule Deals turned off\n"
    shelf("views", "delete", "Deals")
    assert "No saved searches yet" in shelf("views", "list").err
    assert "no saved search 'Deals' found" in shelf("list", "--view", "Deals").err


def test_what_is_snoozed_has_a_day_and_scripts_hear_what_was_done(shelf: Command) -> None:
    told = json.loads(shelf("move", "snoozed", "--until", "2099-01-01", "-q", "northlight", "--json").out)

    assert told["found"] > 1
    assert told["done"] == f"snoozed until 01 Jan 2099: {told['found']} articles"
    assert len(json.loads(shelf("list", "--state", "snoozed", "--json").out)["articles"]) == told["found"]
    assert json.loads(shelf("move", "archive", "-q", "qwertz", "--json").out) == {"found": 0, "done": None}
    assert shelf("move", "snoozed", "-q", "northlight").code == 2
    assert shelf("move", "archive", "--until", "2099-01-01", "-q", "northlight").code == 2


def test_what_is_added_is_told_to_scripts(command: Command, briefing: Path) -> None:
    (line,) = command("add", briefing, "--json").out.splitlines()

    assert json.loads(line)["outcome"] == "added"
    assert json.loads(line)["title"] == "Halden Rents Its Halls Out"


def test_earlier_texts_are_listed_and_written(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    for text in ("First words.", "Second words."):
        file.write_text(f"---\nurl: https://a.example/b\n---\n{text}")
        command("add", file)
    article = json.loads(command("list", "--json").out)["articles"][0]["id"]

    assert command("texts", article, "1").out == "First words.\n"
    assert json.loads(command("texts", article, "--json").out)["lines"] == ["First words."]
    assert "0 notes" in command("texts", article).out
    assert command("texts", article, "7").code == 1


def test_a_score_is_explained(command: Command, briefing: Path) -> None:
    command("add", briefing)
    article = json.loads(command("list", "--json").out)["articles"][0]["id"]

    told = json.loads(command("score", article, "--json").out)

    assert told["score"] == round(sum(one["points"] for one in told["points"]), 1)
    assert told["points"][0]["reason"] in command("score", article).out


def test_adding_says_what_became_of_each_file(command: Command, briefing: Path) -> None:
    assert command("add", briefing) == Outcome(0, "added: Halden Rents Its Halls Out\n", "")
    assert command("add", briefing).out == "already stored: Halden Rents Its Halls Out\n"


def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_added(command: Command, briefing: Path) -> None:
    outcome = command("add", "/no/such/file", briefing)

    assert outcome.code == 1
    assert outcome.err == "briefreader: /no/such/file: file not found\n"
    assert outcome.out == "added: Halden Rents Its Halls Out\n"


def test_standard_input_is_added(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"A text that came by a pipe.")))

    assert command("add", "-").out == "added: A text that came by a pipe.\n"


def test_empty_standard_input_does_not_stop_the_files(
    command: Command, briefing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))

    outcome = command("add", "-", briefing)

    assert outcome == Outcome(
        1, "added: Halden Rents Its Halls Out\n", "briefreader: standard input: contains no text\n"
    )


def test_the_list_is_for_people_and_for_programs(command: Command, briefing: Path) -> None:
    command("add", briefing)

    (row,) = json.loads(command("list", "--json").out)["articles"]

    assert row["title"] == "Halden Rents Its Halls Out"
    assert command("list").out.startswith(f"{row['id'][:8]} * ")
    assert command("list", "--state", "trash") == Outcome(
        0, "", "No articles in trash. To add some, run briefreader add FILE.\n"
    )


def test_an_article_is_shown_by_the_start_of_its_id(command: Command, briefing: Path) -> None:
    command("add", briefing)
    id_ = json.loads(command("list", "--json").out)["articles"][0]["id"]

    assert json.loads(command("show", id_[:6], "--json").out)["id"] == id_
    assert "cut its power bill by 60%" in command("show", id_).out
    assert command("show", "zzz") == Outcome(1, "", "briefreader: no article 'zzz' found\n")


def test_the_claims_of_an_article_are_explained_when_asked(command: Command, briefing: Path) -> None:
    command("add", briefing)
    id_ = json.loads(command("list", "--json").out)["articles"][0]["id"]

    plain = json.loads(command("show", id_, "--json").out)["claims"]
    told = json.loads(command("show", id_, "--json", "--why").out)["claims"]

    assert all("why" not in claim for claim in plain)
    assert [{**claim, "why": None} for claim in plain] == [{**claim, "why": None} for claim in told]
    assert any(claim["why"]["speaks_for"] and claim["why"]["of_its_kind"] for claim in told)


def test_an_article_without_title_is_given_one_and_adding_it_again_keeps_it(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "untitled.txt"
    file.write_text("It has no title at all. It just begins.")
    command("add", file)
    id_ = json.loads(command("list", "--json").out)["articles"][0]["id"]

    assert command("title", id_[:6], "A", "name  of mine").code == 0
    command("add", file)

    assert json.loads(command("list", "--json").out)["articles"][0]["title"] == "A name of mine"
    assert command("title", "zzz", "x").code == 1
