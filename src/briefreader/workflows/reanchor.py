"""Keep notes on their words when an article has another text, and let the reader decide what is in doubt."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from briefreader.analysis.anchoring import kept_share, reanchor
from briefreader.model.anchor import Anchor
from briefreader.model.annotation import Annotation
from briefreader.model.ids import RevisionId
from briefreader.model.span import Span
from briefreader.store.journal import Batch
from briefreader.views.reading import Reading
from briefreader.workspace import Workspace

_WHOLE = 0.5


def reanchor_notes(
    workspace: Workspace, batch: Batch, annotations: Iterable[Annotation], revision_id: RevisionId
) -> None:
    """Find where notes that were made on other texts of an article stand in this one.

    Each is looked for from the text that it was made on, or from the last in which the reader has accepted a place. A
    note on the whole article is in doubt when less than half of its words are left. What the reader has said of a note
    without a place holds for the next text too.
    """
    store = workspace.store
    text = store.revisions.text_of(revision_id)
    starts: dict[RevisionId, list[tuple[Annotation, Span]]] = defaultdict(list)
    kept_of = cache(lambda origin: kept_share(store.revisions.text_of(origin), text))
    for annotation in annotations:
        if annotation.revision_id == revision_id:
            continue
        if annotation.span is None:
            kept = kept_of(annotation.revision_id)
            if kept < _WHOLE:
                anchor = Anchor(status="orphan", span=None, kept=round(kept, 4))
                store.anchors.set(batch, annotation, revision_id, _decided(workspace, annotation, anchor))
            continue
        accepted = store.anchors.accepted_before(annotation.id)
        origin, span = accepted or (annotation.revision_id, annotation.span)
        starts[origin].append((annotation, span))
    for origin, placed in starts.items():
        anchors = reanchor(store.revisions.text_of(origin), text, [span for _, span in placed])
        for (annotation, _), anchor in zip(placed, anchors, strict=True):
            store.anchors.set(batch, annotation, revision_id, _decided(workspace, annotation, anchor))


def _decided(workspace: Workspace, annotation: Annotation, anchor: Anchor) -> Anchor:
    last = workspace.store.anchors.last(annotation.id)
    if anchor.status == "orphan" and last and last.status == "orphan":
        return replace(anchor, decision=last.decision)
    return anchor


def accept(workspace: Workspace, reading: Reading, annotation: Annotation, span: Span | None = None) -> None:
    """Say that a note holds in the text shown: where it was found, at another span, or although its words are gone."""
    anchor = reading.anchors[annotation.id]
    if span:
        moved: Anchor = replace(anchor, status="edited" if anchor.status == "orphan" else anchor.status, span=span)
        _decide(workspace, reading, annotation, replace(moved, decision="accepted"), "moved a note")
    else:
        _decide(workspace, reading, annotation, replace(anchor, decision="accepted"), "accepted a note's position")


def refuse(workspace: Workspace, reading: Reading, annotation: Annotation) -> None:
    """Say that a note has no place in the text shown; it is kept, and weighs nothing."""
    anchor = reading.anchors[annotation.id]
    lost = replace(anchor, status="orphan", span=None, candidate=anchor.span or anchor.candidate, decision="refused")
    _decide(workspace, reading, annotation, lost, "detached a note")


def _decide(workspace: Workspace, reading: Reading, annotation: Annotation, anchor: Anchor, verb: str) -> None:
    with workspace.store.journal.batch(verb, workspace.clock()) as batch:
        workspace.store.anchors.set(batch, annotation, reading.revision_id, anchor)
