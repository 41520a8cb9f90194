"""Theses and evidence as they stand, or as they stood."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from briefreader.model.anchor import Anchor
from briefreader.model.annotation import Annotation
from briefreader.model.ids import AnnotationId
from briefreader.model.thesis import Thesis
from briefreader.store.anchors import anchor_from
from briefreader.store.annotations import annotation_from
from briefreader.store.journal import Journal
from briefreader.store.theses import thesis_from


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that the reader weighs at one moment."""

    theses: tuple[Thesis, ...]
    """The oldest first."""
    annotations: tuple[Annotation, ...]
    """The newest first."""
    anchors: Mapping[AnnotationId, Anchor]
    """Where annotations on an earlier text stand in the one that their article had."""


def ledger_at(journal: Journal, until: datetime | None) -> Ledger:
    """Return what stood after the last write by ``until``, made from the journal; all of it when None."""
    tables = journal.replay(until)
    theses = sorted(map(thesis_from, tables.get("theses", {}).values()), key=lambda one: (one.created_at, one.id))
    annotations = map(annotation_from, tables.get("annotations", {}).values())
    articles = tables.get("articles", {})
    notes = sorted(annotations, key=lambda one: (one.created_at, one.id), reverse=True)
    texts = {one.id: articles.get(one.article_id, {}).get("revision_id") for one in notes}
    anchors = {
        AnnotationId(row["annotation_id"]): anchor_from(row)
        for row in tables.get("anchors", {}).values()
        if texts.get(row["annotation_id"]) == row["revision_id"]
    }
    return Ledger(tuple(theses), tuple(notes), anchors)
