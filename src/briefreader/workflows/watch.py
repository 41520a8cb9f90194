"""Write down what to come back to, and say how it turned out."""

from dataclasses import dataclass, replace

from briefreader.model.date_mention import DateKind
from briefreader.model.ids import ThesisId, WatchItemId
from briefreader.model.span import Span, TextQuote
from briefreader.model.thesis import Thesis
from briefreader.model.watch import OUTCOME_NAMES, SIDES, Due, Outcome, Passage, Resolution, Side, WatchItem
from briefreader.views.reading import Reading
from briefreader.workflows.due import due_of
from briefreader.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchWords:
    """What the reader writes of a watch item."""

    question: str
    due: Due
    side: Side = "either"
    probability: float | None = None
    thesis_id: ThesisId | None = None


def propose(workspace: Workspace, reading: Reading, span: Span) -> tuple[str, Due | None]:
    """Return the question that a passage raises, and when it can be answered; None where the passage does not say."""
    analysis, today = reading.analysis, workspace.today()
    question = " ".join(span.of(reading.document.text).split())
    for line in analysis.watch_lines:
        if line.span.overlaps(span) and line.due:
            return question, due_of(line.due, _kind_at(reading, line.span), today)
    for claim in analysis.claims:
        if claim.span.overlaps(span) and claim.horizon:
            return question, due_of(claim.horizon, _kind_at(reading, claim.span), today)
    for mention in analysis.dates:
        if span.contains(mention.span) and mention.interval.last and mention.interval.last >= today:
            return question, due_of(mention.interval, mention.kind, today)
    return question, None


def watch(
    workspace: Workspace, words: WatchWords, reading: Reading | None = None, span: Span | None = None
) -> WatchItem:
    """Keep a new watch item, with the passage that it comes from."""
    now = workspace.clock()
    item = WatchItem(
        id=WatchItemId(workspace.new_id()),
        question=words.question,
        due=words.due,
        side=words.side,
        probability=words.probability,
        thesis_id=words.thesis_id,
        passage=_passage(reading, span) if reading and span else None,
        created_at=now,
    )
    with workspace.store.journal.batch("added a watch item", now) as batch:
        workspace.store.watch_items.add(batch, item)
    return item


def change_watch(workspace: Workspace, item: WatchItem, words: WatchWords) -> None:
    """Write a watch item anew; it keeps its passage."""
    changed = replace(
        item,
        question=words.question,
        due=words.due,
        side=words.side,
        probability=words.probability,
        thesis_id=words.thesis_id,
    )
    _change(workspace, item, changed, "edited a watch item")


def turn_side(workspace: Workspace, item: WatchItem) -> Side:
    """Say what a yes and a no would mean: the next of the five ways."""
    side = SIDES[(SIDES.index(item.side) + 1) % len(SIDES)]
    _change(workspace, item, replace(item, side=side), f"changed the side of a watch item: {side}")
    return side


def resolve(workspace: Workspace, item: WatchItem, outcome: Outcome, note: str = "") -> None:
    """Say how it turned out."""
    from briefreader.ingest.clean import clean_body  # noqa: PLC0415 - the app starts without it

    resolution = Resolution(outcome=outcome, note=clean_body(note), at=workspace.clock())
    _change(workspace, item, replace(item, resolution=resolution), f"resolved a watch item: {OUTCOME_NAMES[outcome]}")


def reopen(workspace: Workspace, item: WatchItem) -> None:
    """Take the answer back."""
    _change(workspace, item, replace(item, resolution=None), "reopened a watch item")


def put_watch_on_thesis(workspace: Workspace, item: WatchItem, thesis: Thesis | None) -> None:
    """Put a watch item on a thesis, or on none."""
    verb = f"assigned a watch item to “{thesis.title}”" if thesis else "unassigned a watch item"
    _change(workspace, item, replace(item, thesis_id=thesis.id if thesis else None), verb)


def delete_watch(workspace: Workspace, item: WatchItem) -> None:
    """Take a watch item away; undo brings it back."""
    with workspace.store.journal.batch("deleted a watch item", workspace.clock()) as batch:
        workspace.store.watch_items.delete(batch, item)


def _kind_at(reading: Reading, span: Span) -> DateKind | None:
    kinds = [mention.kind for mention in reading.analysis.dates if span.contains(mention.span)]
    return kinds[0] if len(kinds) == 1 else None


def _change(workspace: Workspace, item: WatchItem, changed: WatchItem, verb: str) -> None:
    with workspace.store.journal.batch(verb, workspace.clock()) as batch:
        workspace.store.watch_items.change(batch, item, changed)


def _passage(reading: Reading, span: Span) -> Passage:
    quote = TextQuote.at(reading.document.text, span)
    return Passage(article_id=reading.article.id, revision_id=reading.revision_id, span=span, quote=quote)
