"""Kill processes that write to a store, again and again at any moment, and look at what they leave."""

import contextlib
import multiprocessing
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from factories import a_remark, an_article
from fakes import TODAY
from web import Answer, Web, a_web

from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.inbox import whole_list
from briefreader.views.reading import Reading, reading_by_id
from briefreader.workflows.add import add_articles
from briefreader.workflows.annotate import Remark, annotate, delete, revise
from briefreader.workflows.open import open_workspace
from briefreader.workflows.take_in import MOST_CHANGES
from briefreader.workflows.weigh import ThesisWords, add_thesis, delete_thesis, put_on_thesis
from briefreader.workspace import Workspace

_TEXTS = (
    "Halden cut its bill by 60%. It rents its halls out for $3M a year.",
    "A line before. Halden cut its bill by 16%. It rents its halls out for $3M a year.",
)
_LONGEST_S = 0.06
_LONGEST_REFRESH_S = 3.0
_NOTED = "Halden cut its bill by 60%."
_ENTRIES = 150


def kill_writers(store: Path, rounds: int, chance: random.Random) -> Iterator[str]:
    """Yield what was lost or damaged, in words; nothing when every acknowledged write is there after each kill."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["killing"])
    kept: dict[str, str | None] = {}
    for number in range(rounds):
        ours, theirs = processes.Pipe()
        writer = processes.Process(target=_write, args=(store, number, theirs))
        writer.start()
        theirs.close()
        ours.poll(None)  # the first write is about to begin
        writer.join(chance.uniform(0, _LONGEST_S))
        writer.kill()
        writer.join()
        began = _read(ours, kept)
        yield from (f"round {number}: {what}" for what in _missing(store, kept, began))


def _write(store: Path, number: int, pipe: Connection) -> None:
    """Write without end; say before each write what it will be, and after it that it was acknowledged."""
    chance = random.Random(number)  # noqa: S311 - any will do
    with open_workspace(store, Settings()) as workspace:
        while True:
            steps = [_adds, _annotates, _annotates, _revises, _deletes, _weighs]
            chance.choice(steps)(workspace, chance, pipe)


def _adds(workspace: Workspace, chance: random.Random, _: Connection) -> None:
    place = f"https://a.example/{chance.randrange(4)}"
    add_articles(workspace, [an_article(f"---\nurl: {place}\n---\n{chance.choice(_TEXTS)}", ".md")])


def _annotates(workspace: Workspace, chance: random.Random, pipe: Connection) -> None:
    if reading := _any_reading(workspace, chance):
        claim = chance.choice(reading.analysis.claims)
        words = f"{chance.random()}"
        known = replace(workspace, new_id=lambda: words)
        _acknowledge(pipe, words, words, lambda: annotate(known, reading, claim.span, a_remark(note=words)))


def _revises(workspace: Workspace, chance: random.Random, pipe: Connection) -> None:
    if notes := workspace.store.annotations.all():
        note, words = chance.choice(notes), f"{chance.random()}"
        remark = Remark(evidence=note.evidence, note=words)
        _acknowledge(pipe, note.id, words, lambda: revise(workspace, note, remark))


def _deletes(workspace: Workspace, chance: random.Random, pipe: Connection) -> None:
    notes = workspace.store.annotations.all()
    if len(notes) > 20:
        note = chance.choice(notes)
        _acknowledge(pipe, note.id, None, lambda: delete(workspace, note))


def _weighs(workspace: Workspace, chance: random.Random, _: Connection) -> None:
    theses, notes = workspace.store.theses.all(), workspace.store.annotations.all()
    if len(theses) > 3:
        delete_thesis(workspace, theses[0])
    elif theses and notes:
        put_on_thesis(workspace, chance.choice(notes), chance.choice(theses))
    add_thesis(workspace, ThesisWords(title="Halden"))


def _acknowledge(pipe: Connection, id_: str, words: str | None, write: Callable[[], object]) -> None:
    pipe.send(("begins", id_, words))
    write()
    pipe.send(("done", id_, words))


def _any_reading(workspace: Workspace, chance: random.Random) -> Reading | None:
    rows = whole_list(workspace.store, "inbox", TODAY)
    return reading_by_id(workspace.store, chance.choice(rows).id) if rows else None


def _read(pipe: Connection, kept: dict[str, str | None]) -> tuple[str, str | None] | None:
    """Take in what was acknowledged; return the write that had begun and may or may not have come through."""
    began = None
    while True:
        try:
            what, id_, words = pipe.recv()
        except (EOFError, OSError):
            return began
        if what == "done":
            kept[id_] = words
        began = (id_, words) if what == "begins" else None


def _missing(store: Path, kept: dict[str, str | None], began: tuple[str, str | None] | None) -> Iterator[str]:
    with open_store(store) as opened:
        yield from opened.damage()
        found: dict[str, str] = {note.id: note.note for note in opened.annotations.all()}
    if began and found.get(began[0]) == began[1]:
        kept[began[0]] = began[1]
    for id_, words in kept.items():
        if found.get(id_) != words:
            yield f"{id_} is {found.get(id_)!r} and not {words!r}"
    for id_ in found.keys() - kept.keys():
        yield f"{id_} was never written"


def kill_refreshes(store: Path, rounds: int, chance: random.Random) -> Iterator[str]:
    """Yield what kills in the midst of a refresh have broken; nothing when the next one completes each time.

    Two feeds are read: one with many entries, one of which has another text each time and a note on it, and one whose
    entries are to have the whole text of their page.
    """
    program = [sys.executable, "-m", "briefreader", "--store", str(store)]
    with a_web() as web:
        for number in range(rounds):
            words = _publish(web, number)
            if number == 0:
                for path, *options in (("/feed",), ("/summaries", "--full-text")):
                    adding = [*program, "feeds", "add", web.url(path), *options]
                    subprocess.run(adding, check=True, capture_output=True)  # noqa: S603
            running = subprocess.Popen([*program, "refresh", "--now", "--json"], stdout=subprocess.PIPE)  # noqa: S603
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.wait(chance.uniform(0.2, _LONGEST_REFRESH_S))
            running.kill()
            running.communicate()
            yield from (f"round {number}: {what}" for what in _broken(store, has_note=number > 0))
            subprocess.run([*program, "refresh", "--now"], check=True, capture_output=True)  # noqa: S603
            yield from (f"after round {number}: {what}" for what in _unfinished(store, words))
            if number == 0:
                _note_on_what_changes(store)


def _publish(web: Web, number: int) -> list[str]:
    """Put new entries, and another text of an old one, into the feeds; return the texts that must come of them."""
    words = [f"It rose by {one}% in round {number}, as the firm says." for one in range(_ENTRIES)]
    changing = f"{_NOTED} This is round {min(number, MOST_CHANGES)}."
    items = [_item(f"{number}-{one}", text) for one, text in enumerate(words)]
    web.answers["/feed"] = _feed([*items, _item("changing", changing)])
    summary = f"<link>{web.url(f'/page{number}')}</link>"
    web.answers["/summaries"] = _feed([_item(f"summary {number}", "Only the beginning.", summary)])
    whole = f"Halden rents its halls out, all {number} of them, and for three years."
    page = f"<html><title>Tsummary {number}</title><body><article><p>{whole}</p></article></body></html>"
    web.answers[f"/page{number}"] = Answer(headers={"Content-Type": "text/html"}, body=page.encode())
    return [*words, changing, whole]


def _item(guid: str, text: str, more: str = "") -> str:
    return f"<item><guid>{guid}</guid><title>T{guid}</title><description>{text}</description>{more}</item>"


def _feed(items: list[str]) -> Answer:
    return Answer(body=f"<rss><channel><title>F</title>{''.join(items)}</channel></rss>".encode())


def _note_on_what_changes(store: Path) -> None:
    with open_workspace(store, Settings()) as workspace:
        [row] = [row for row in whole_list(workspace.store, "inbox", TODAY) if row.title == "Tchanging"]
        annotate(workspace, reading_by_id(workspace.store, row.id), None, a_remark(note="mine"))


def _broken(store: Path, *, has_note: bool) -> Iterator[str]:
    with open_store(store) as opened:
        yield from opened.damage()
        if has_note and [note.note for note in opened.annotations.all()] != ["mine"]:
            yield "the note is lost"
        for row in whole_list(opened, "inbox", TODAY):
            if not reading_by_id(opened, row.id).document.text:
                yield f"{row.title} has no text"


def _unfinished(store: Path, words: list[str]) -> Iterator[str]:
    with open_store(store) as opened:
        texts = "\n".join(reading_by_id(opened, row.id).document.text for row in whole_list(opened, "inbox", TODAY))
    missing = [text for text in words if text not in texts]
    if missing:
        yield f"{len(missing)} texts are missing, such as {missing[0]!r}"
