"""Put evidence on theses, and write the theses."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from briefreader.model.annotation import Annotation, Evidence
from briefreader.model.ids import ThesisId
from briefreader.model.thesis import Thesis
from briefreader.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ThesisWords:
    """What the reader writes of a thesis."""

    title: str
    bull: str = ""
    bear: str = ""
    subject: str = ""
    prior: float = 0.5
    horizon_on: date | None = None
    review_on: date | None = None
    premortem: tuple[str, ...] = ()


def add_thesis(workspace: Workspace, words: ThesisWords) -> Thesis:
    """Keep a new thesis."""
    now = workspace.clock()
    thesis = _worded(words, ThesisId(workspace.new_id()), now=now)
    with workspace.store.journal.batch(f"added the thesis “{thesis.title}”", now) as batch:
        workspace.store.theses.add(batch, thesis)
    return thesis


def change_thesis(workspace: Workspace, thesis: Thesis, words: ThesisWords) -> Thesis:
    """Write a thesis anew; its evidence stays on it."""
    now = workspace.clock()
    changed = replace(_worded(words, thesis.id, now=now), created_at=thesis.created_at, reviewed_at=thesis.reviewed_at)
    with workspace.store.journal.batch(f"edited the thesis “{thesis.title}”", now) as batch:
        workspace.store.theses.change(batch, thesis, changed)
    return changed


def delete_thesis(workspace: Workspace, thesis: Thesis) -> None:
    """Take a thesis away; its evidence is on none then, and so are its watch items."""
    store = workspace.store
    with store.journal.batch(f"deleted the thesis “{thesis.title}”", workspace.clock()) as batch:
        for annotation in store.annotations.of_thesis(thesis.id):
            if annotation.evidence:
                store.annotations.change(batch, annotation, _put(annotation, annotation.evidence, None))
        for item in store.watch_items.of_thesis(thesis.id):
            store.watch_items.change(batch, item, replace(item, thesis_id=None))
        store.theses.delete(batch, thesis.id)


def review_thesis(workspace: Workspace, thesis: Thesis, next_on: date | None) -> None:
    """Say that a thesis was looked at just now, and when to look again."""
    now = workspace.clock()
    with workspace.store.journal.batch(f"marked as reviewed: “{thesis.title}”", now) as batch:
        workspace.store.theses.change(batch, thesis, replace(thesis, reviewed_at=now, review_on=next_on))


def put_on_thesis(workspace: Workspace, annotation: Annotation, thesis: Thesis | None) -> None:
    """Put a piece of evidence on a thesis, or on none."""
    verb = f"assigned evidence to “{thesis.title}”" if thesis else "unassigned evidence"
    if annotation.evidence:
        changed = _put(annotation, annotation.evidence, thesis.id if thesis else None)
        with workspace.store.journal.batch(verb, workspace.clock()) as batch:
            workspace.store.annotations.change(batch, annotation, changed)


def set_origin(workspace: Workspace, annotation: Annotation, origin: str) -> None:
    """Say who first reported what a piece of evidence says; empty when nobody can be named."""
    from briefreader.ingest.clean import clean_line  # noqa: PLC0415 - the app starts without it

    if annotation.evidence:
        name = clean_line(origin) or None
        evidence = replace(annotation.evidence, origin=name, origin_how="reader" if name else None)
        with workspace.store.journal.batch("set the origin of evidence", workspace.clock()) as batch:
            workspace.store.annotations.change(batch, annotation, replace(annotation, evidence=evidence))


def _put(annotation: Annotation, evidence: Evidence, thesis_id: ThesisId | None) -> Annotation:
    return replace(annotation, evidence=replace(evidence, thesis_id=thesis_id))


def _worded(words: ThesisWords, thesis_id: ThesisId, *, now: datetime) -> Thesis:
    return Thesis(
        id=thesis_id,
        title=words.title,
        bull=words.bull,
        bear=words.bear,
        subject=words.subject,
        prior=words.prior,
        horizon_on=words.horizon_on,
        review_on=words.review_on,
        premortem=words.premortem,
        created_at=now,
        modified_at=now,
    )
