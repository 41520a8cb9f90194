"""What is so of all commands: they have output for programs, and whatever keys do on the store, one of them does."""

import json
from pathlib import Path

import pytest
from commands import COMMANDS, Command

from briefreader.ui.keys.actions import ACTIONS, Group

OTHERWISE = {
    "completion": "a shell reads it",
    "config edit": "an editor",
    "digest": "--format json",
    "feeds export": "OPML",
    "labels": "JSON already",
    "read": "for a screen reader; show has it as JSON",
}

IN_THE_APP: frozenset[Group] = frozenset({"Navigate", "Article", "Evidence"})
"""Keys that move about in a text, and those of the bar, all of which notes add and edit take as options."""
ONLY_THERE = {
    *("select", "select-range", "story.open", "match.next", "match.previous", "notes.go", "board.other", "board.next"),
    *(
        "board.previous",
        "browse",
        "copy-quote",
        "copy-link",
        "ledger.back",
        "command",
        "palette",
        "help",
        "back",
        "cancel",
    ),
}
"""Other keys that move about, choose what the next key is for, or give something to the desktop."""
DOES = {
    "add": "add",
    **dict.fromkeys(("view.read", "lists", "search", "filter", "order"), "list"),
    **dict.fromkeys(("view.theses", "board.as-of", "board.all", "board.moved", "board.without"), "theses show"),
    "view.watch": "watch list",
    "view.feeds": "feeds list",
    **dict.fromkeys(("view.claims", "claims.conflicts", "across.claim"), "crosscheck"),
    "view.digest": "digest",
    "view.statistics": "stats",
    "view.views": "views list",
    **dict.fromkeys(("views.up", "views.down"), "views move"),
    "views.rename": "views rename",
    "views.rule": "views rule",
    "views.forget": "views delete",
    "view.review": "review list",
    "texts": "texts",
    "score": "score",
    **dict.fromkeys(("archive", "later", "shortlist", "inbox", "trash", "snooze", "archive-below", "read"), "move"),
    **dict.fromkeys(("bull", "bear", "neutral", "highlight", "note", "tags", "repeat"), "notes add"),
    **dict.fromkeys(("notes.edit", "board.edit"), "notes edit"),
    **dict.fromkeys(("notes.delete", "board.remove", "review.delete"), "notes delete"),
    **dict.fromkeys(("notes.accept", "notes.flip"), "suggestions accept"),
    **dict.fromkeys(("notes.thesis", "board.thesis"), "notes assign"),
    "board.origin": "notes origin",
    "notes.silence": "findings dismiss",
    "hear-again": "findings restore",
    "correct.claim": "correct claim",
    "correct.citation": "correct citation",
    "across.matter": "related",
    "across.story": "stories group",
    "across.term": "entity",
    "claims.verdict": "verdict",
    "claims.join": "claims merge",
    "claims.part": "claims remove",
    "board.add": "theses add",
    "board.change": "theses edit",
    "board.delete": "theses delete",
    "board.reviewed": "theses reviewed",
    "board.matrix": "theses matrix",
    **dict.fromkeys(("watch", "watch.add", "board.premortem"), "watch add"),
    **dict.fromkeys(("watch.change", "watch.side"), "watch edit"),
    **dict.fromkeys(("watch.happened", "watch.did-not", "watch.void"), "watch resolve"),
    "watch.reopen": "watch reopen",
    "watch.thesis": "watch assign",
    "watch.delete": "watch delete",
    "watch.foresight": "watch forecasts",
    **dict.fromkeys(("watch.calendar", "export"), "export"),
    "review.accept": "review accept",
    "review.aside": "review detach",
    "review.place": "review move",
    "refresh": "refresh",
    "fetch": "fetch",
    "feeds.add": "feeds add",
    **dict.fromkeys(("feeds.rename", "feeds.whole"), "feeds rename"),
    "feeds.move": "feeds move",
    "feeds.remove": "feeds remove",
    **dict.fromkeys(("undo", "ledger.undo"), "undo"),
    **dict.fromkeys(("redo", "ledger.redo"), "redo"),
    **dict.fromkeys(("theme", "settings"), "config set"),
}
"""Which command does what a key does."""


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_takes_json_or_has_output_for_programs_otherwise(name: str) -> None:
    options = {option for one in COMMANDS[name].params for option in one.opts}

    assert ("--json" in options) != (name in OTHERWISE)


def test_what_was_done_is_told_as_undo_will_name_it(command: Command, briefing: Path) -> None:
    command("add", briefing)
    article = json.loads(command("list", "--json").out)["articles"][0]["id"]

    made = json.loads(command("notes", "add", article, "cut its power bill", "-w", "bull", "--json").out)
    nothing = json.loads(command("notes", "assign", made["id"], "none", "--json").out)
    deleted = json.loads(command("notes", "delete", made["id"], "--json").out)

    assert (made["schema"], made["done"]) == ("briefreader.done/1", "tagged as bull evidence")
    assert (nothing["done"], nothing["id"]) == (None, None)
    assert (deleted["done"], deleted["id"]) == ("deleted a note", None)
    assert json.loads(command("undo", "--json").out) == {"verb": deleted["done"]}


def test_what_a_key_does_a_command_does() -> None:
    owed = {action.id for action in ACTIONS if action.group not in IN_THE_APP or action.id == "texts"}

    assert owed - ONLY_THERE == DOES.keys()
    assert set(DOES.values()) <= COMMANDS.keys()
