"""Whatever a reader does, in whatever order, can be taken back step by step, and the journal holds all of it."""

import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

import pytest
from factories import an_article
from fakes import a_workspace
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from soak import examples

from briefreader.model.annotation import Annotation, Evidence, Stance
from briefreader.model.article import State
from briefreader.model.finding import RULES
from briefreader.model.span import Span
from briefreader.model.thesis import Thesis
from briefreader.model.watch import Due, WatchItem
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.doubts import doubt_count
from briefreader.views.reading import Reading, reading_by_id
from briefreader.views.suggestions import suggestions_of
from briefreader.workflows import annotate, correct, reanchor, triage, undo, watch, weigh
from briefreader.workflows.add import add_articles
from briefreader.workflows.edit import edit_details

pytestmark = pytest.mark.slow

BEAR_CASE = "Bear Case\n  • Power costs more than rent brings."
RENT = "It rents its halls out for $3M a year."
TEXTS = (
    f"Halden cut its bill by 60% (Reuters, 3 May 2026). {RENT}\n\nBull Case\n  • Rents rise.\n\n{BEAR_CASE}",
    f"A new line. Halden cut its bill by 16% (Reuters, 3 May 2026). {RENT}\n\n{BEAR_CASE}",
    f"{RENT} A wholly different piece follows, which says nothing of what went before.",
)
PLACES = ("https://a.example/1", "https://b.example/2")
TABLES = ("annotations", "anchors", "corrections", "silences", "refusals", "theses", "watch_items")
anything = st.randoms(use_true_random=False)


class Histories(RuleBasedStateMachine):
    """A reader at work; ``past`` holds the store as it was before each thing done."""

    def __init__(self) -> None:
        super().__init__()
        self.closing = ExitStack()
        ticks = count()

        def clock() -> datetime:
            return datetime(2026, 6, 15, tzinfo=UTC) + timedelta(seconds=next(ticks))

        store = self.closing.enter_context(open_store(":memory:"))
        self.workspace = a_workspace(store, Settings(), clock)
        self.past: list[tuple[int, str]] = []

    @initialize(place=st.sampled_from(PLACES))
    def begins(self, place: str) -> None:
        self.adds(place, TEXTS[0])

    @rule(place=st.sampled_from(PLACES), text=st.sampled_from(TEXTS))
    def adds(self, place: str, text: str) -> None:
        article = an_article(f"---\nurl: {place}\n---\n{text}", ".md")
        self.do(lambda: add_articles(self.workspace, [article]))

    @rule(chance=anything, state=st.sampled_from(["inbox", "later", "shortlist", "archive", "trash"]))
    def moves(self, chance: Random, state: State) -> None:
        self.do(lambda: triage.move_to(self.workspace, self.reading(chance).article.id, state))

    @rule(chance=anything, read=st.booleans(), title=st.sampled_from(["One", "Other"]))
    def marks_and_names(self, chance: Random, *, read: bool, title: str) -> None:
        id_ = self.reading(chance).article.id
        self.do(lambda: triage.mark_read(self.workspace, id_, is_read=read))
        self.do(lambda: edit_details(self.workspace, id_, {"title": title}))

    @rule(
        chance=anything,
        strength=st.integers(1, 5),
        stance=st.sampled_from(["bull", "bear", "neutral"]),
        note=st.sampled_from(["", "why"]),
    )
    def annotates(self, chance: Random, strength: int, stance: Stance, note: str) -> None:
        reading = self.reading(chance)
        span = chance.choice([None, self.span(chance, reading), self.span(chance, reading)])
        theses = self.workspace.store.theses.all()
        thesis_id = chance.choice([None, *(thesis.id for thesis in theses)])
        evidence = chance.choice([None, Evidence(stance=stance, strength=strength, thesis_id=thesis_id)])
        remark = annotate.Remark(evidence=evidence, note=note, tags=("a",) * (strength % 2))
        self.do(lambda: annotate.annotate(self.workspace, reading, span, remark))

    @precondition(lambda self: bool(self.annotations()))
    @rule(chance=anything, what=st.sampled_from(["revise", "delete", "thesis", "origin"]))
    def changes_a_note(self, chance: Random, what: str) -> None:
        note = chance.choice(self.annotations())
        thesis = chance.choice([None, *self.workspace.store.theses.all()])
        steps: dict[str, Callable[[], object]] = {
            "revise": lambda: annotate.revise(
                self.workspace, note, annotate.Remark(evidence=note.evidence, note=note.note + "x")
            ),
            "delete": lambda: annotate.delete(self.workspace, note),
            "thesis": lambda: weigh.put_on_thesis(self.workspace, note, thesis),
            "origin": lambda: weigh.set_origin(self.workspace, note, chance.choice(["", "Reuters"])),
        }
        self.do(steps[what])

    @rule(chance=anything, what=st.sampled_from(["refuse", "claim", "citation", "silence", "hear"]))
    def disagrees(self, chance: Random, what: str) -> None:
        reading = self.reading(chance)
        span = self.span(chance, reading)
        name = chance.choice(list(RULES))
        steps: dict[str, Callable[[], object]] = {
            "refuse": lambda: self.refuses(reading),
            "claim": lambda: correct.correct(self.workspace, reading, span, chance.choice(["claim", "no_claim"])),
            "citation": lambda: correct.correct(self.workspace, reading, span, "citation", "Reuters"),
            "silence": lambda: correct.silence(self.workspace, reading, name, everywhere=chance.random() < 0.5),
            "hear": lambda: correct.hear_again(self.workspace, reading),
        }
        self.do(steps[what])

    def refuses(self, reading: Reading) -> None:
        for suggestion in suggestions_of(reading)[:1]:
            annotate.refuse_suggestion(self.workspace, reading, suggestion)

    @rule(chance=anything, what=st.sampled_from(["add", "change", "review", "delete"]))
    def writes_theses(self, chance: Random, what: str) -> None:
        words = weigh.ThesisWords(title=chance.choice(["One", "Other"]), prior=chance.choice([0.3, 0.5]))
        theses = self.workspace.store.theses.all()
        if what == "add" or not theses:
            self.do(lambda: weigh.add_thesis(self.workspace, words))
            return
        thesis: Thesis = chance.choice(theses)
        steps: dict[str, Callable[[], object]] = {
            "change": lambda: weigh.change_thesis(self.workspace, thesis, words),
            "review": lambda: weigh.review_thesis(self.workspace, thesis, date(2026, 9, 1)),
            "delete": lambda: weigh.delete_thesis(self.workspace, thesis),
        }
        self.do(steps[what])

    @rule(chance=anything, what=st.sampled_from(["add", "change", "side", "resolve", "reopen", "thesis", "delete"]))
    def watches(self, chance: Random, what: str) -> None:
        due = Due(first=date(2026, 7, 1), last=date(2026, 7, 31), precision="month")
        words = watch.WatchWords(question=chance.choice(["Will it?", "Did it?"]), due=due, probability=0.7)
        items = self.workspace.store.watch_items.all()
        if what == "add" or not items:
            reading = self.reading(chance)
            span = self.span(chance, reading)
            self.do(lambda: watch.watch(self.workspace, words, reading, span))
            return
        item: WatchItem = chance.choice(items)
        thesis = chance.choice([None, *self.workspace.store.theses.all()])
        steps: dict[str, Callable[[], object]] = {
            "change": lambda: watch.change_watch(self.workspace, item, words),
            "side": lambda: watch.turn_side(self.workspace, item),
            "resolve": lambda: watch.resolve(self.workspace, item, chance.choice(["happened", "did not", "void"])),
            "reopen": lambda: watch.reopen(self.workspace, item),
            "thesis": lambda: watch.put_watch_on_thesis(self.workspace, item, thesis),
            "delete": lambda: watch.delete_watch(self.workspace, item),
        }
        self.do(steps[what])

    @precondition(lambda self: doubt_count(self.workspace.store) > 0)
    @rule(chance=anything, what=st.sampled_from(["accept", "place", "refuse"]))
    def reviews(self, chance: Random, what: str) -> None:
        anchors = self.workspace.store.anchors.all_current()
        note = chance.choice([one for one in self.annotations() if one.id in anchors])
        reading = reading_by_id(self.workspace.store, note.article_id)
        span = self.span(chance, reading)
        steps: dict[str, Callable[[], object]] = {
            "accept": lambda: reanchor.accept(self.workspace, reading, note),
            "place": lambda: reanchor.accept(self.workspace, reading, note, span),
            "refuse": lambda: reanchor.refuse(self.workspace, reading, note),
        }
        self.do(steps[what])

    @precondition(lambda self: bool(self.past))
    @rule(steps=st.integers(1, 4))
    def takes_back_and_does_again(self, steps: int) -> None:
        now = self.everything()
        done = sum(undo.undo(self.workspace) is not None for _ in range(steps))
        for _ in range(done):
            undo.redo(self.workspace)
        assert self.everything() == now

    def teardown(self) -> None:
        assert self.workspace.store.damage() == []
        self.compare_with_the_journal()
        after, steps = self.everything(), len(self.past)
        for articles, before in reversed(self.past):
            undo.undo(self.workspace)
            assert self.everything(articles) == before
        assert undo.undo(self.workspace) is None
        for _ in range(steps):
            undo.redo(self.workspace)
        assert self.everything() == after
        self.closing.close()

    def do(self, step: Callable[[], object]) -> None:
        articles = len(self.rows("SELECT key FROM articles"))
        before, batches = self.everything(), len(self.workspace.store.journal.log(1_000))
        step()
        if len(self.workspace.store.journal.log(1_000)) > batches:
            self.past.append((articles, before))
        else:
            assert self.everything() == before

    def everything(self, articles: int | None = None) -> str:
        """Return all rows that the reader's acts can change; articles that came after the first few only if kept."""
        kept = self.rows("SELECT * FROM articles ORDER BY key")
        late = kept[articles:] if articles is not None else []
        assert {self.state(row[0]) for row in late} <= {"trash"}
        written = [self.rows(f"SELECT * FROM {table} ORDER BY id") for table in TABLES]  # noqa: S608 - ours
        return json.dumps([kept[:articles], written], indent=1)

    def compare_with_the_journal(self) -> None:
        replayed: Mapping[str, Any] = {
            str(table): rows for table, rows in self.workspace.store.journal.replay().items()
        }
        for table in TABLES:
            cursor = self.workspace.store.journal._connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - ours
            names = [column[0] for column in cursor.description]
            live = {row[names.index("id")]: dict(zip(names, row, strict=True)) for row in cursor}
            assert json.dumps(replayed.get(table, {}), sort_keys=True) == json.dumps(live, sort_keys=True)
        for id_, changed in replayed.get("articles", {}).items():
            columns = ", ".join(changed)
            assert self.rows(f"SELECT {columns} FROM articles WHERE id = '{id_}'") == [tuple(changed.values())]  # noqa: S608

    def rows(self, query: str) -> list[tuple[object, ...]]:
        return self.workspace.store.journal._connection.execute(query).fetchall()

    def state(self, key: object) -> object:
        return self.rows(f"SELECT state FROM articles WHERE key = {key}")[0][0]  # noqa: S608 - a number

    def annotations(self) -> tuple[Annotation, ...]:
        return self.workspace.store.annotations.all()

    def reading(self, chance: Random) -> Reading:
        return reading_by_id(self.workspace.store, str(chance.choice(self.rows("SELECT id FROM articles"))[0]))

    def span(self, chance: Random, reading: Reading) -> Span:
        start = chance.randrange(len(reading.document.text) - 1)
        return Span(start, chance.randrange(start + 1, len(reading.document.text)))


TestHistories = Histories.TestCase
TestHistories.settings = settings(examples(40), stateful_step_count=25, suppress_health_check=list(HealthCheck))
