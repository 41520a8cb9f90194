"""Make a note on words that are quoted."""

import re
from dataclasses import replace
from typing import cast

from briefreader.analysis.notes.quoting import place_of
from briefreader.model.annotation import Annotation, Evidence, Stance
from briefreader.model.errors import QuoteError
from briefreader.model.span import Span, TextQuote
from briefreader.views.reading import Reading, reading_by_id
from briefreader.workflows.annotate import Remark, annotate, evidence_at, revise
from briefreader.workspace import Workspace

_WEIGHT = re.compile(r"(?P<stance>bull|bear|neutral)(?::(?P<strength>[1-5])(?::(?P<confidence>\d{1,3})%?)?)?")
_ALL = 100


def annotate_words(
    workspace: Workspace, reading: Reading, words: str, weight: str, note: str, tags: tuple[str, ...]
) -> Annotation:
    """Keep a note on the one place where words stand, or on the whole article without any.

    ``weight`` is ``bull``, ``bear:4`` or ``neutral:3:60%``: a stance, a strength, and how sure the reader is; empty for
    a note that weighs nothing. What is not said is as in the app: the last thesis, the origin that the article names.

    Raises:
        QuoteError: the words stand nowhere, or in several places.

    """
    span = passage_of(reading, words) if words else None
    evidence = _evidence(workspace, reading, span, weight, None)
    return annotate(workspace, reading, span, Remark(evidence=evidence, note=note, tags=tags))


def edit_note(
    workspace: Workspace, annotation: Annotation, weight: str | None, note: str | None, tags: tuple[str, ...] | None
) -> Annotation:
    """Change what a note says, and how it weighs; what is None stays as it is, and so does its place."""
    evidence = annotation.evidence
    if weight:
        reading = reading_by_id(workspace.store, annotation.article_id)
        evidence = _evidence(workspace, reading, reading.place_of(annotation), weight, evidence)
    remark = Remark(
        evidence=evidence,
        note=annotation.note if note is None else note,
        tags=annotation.tags if tags is None else tags,
    )
    return revise(workspace, annotation, remark)


def passage_of(reading: Reading, words: str) -> Span:
    """Return the one place where words stand.

    Raises:
        QuoteError: they stand nowhere, or in several places.

    """
    span = place_of(reading.document.text, TextQuote(words, "", ""))
    if span is None:
        raise QuoteError(words, reading.article.name)
    return span


def is_weight(weight: str) -> bool:
    """Tell whether a weight is written so that it can be taken."""
    said = _WEIGHT.fullmatch(weight)
    return said is not None and int(said["confidence"] or 0) <= _ALL


def _evidence(
    workspace: Workspace, reading: Reading, span: Span | None, weight: str, before: Evidence | None
) -> Evidence | None:
    """Return evidence that weighs so: what was before, where it was, else as it is proposed."""
    said = _WEIGHT.fullmatch(weight)
    if said is None:
        return None
    stance = cast("Stance", said["stance"])
    evidence = replace(before, stance=stance) if before else evidence_at(workspace, reading, span, stance)
    strength = int(said["strength"] or evidence.strength)
    confidence = int(said["confidence"]) / _ALL if said["confidence"] else evidence.confidence
    return replace(evidence, strength=strength, confidence=confidence)
