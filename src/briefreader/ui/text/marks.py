"""What is marked in an article: claims and citations that were found, and the reader's own annotations."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from briefreader.model.annotation import Annotation
from briefreader.model.finding import Severity
from briefreader.model.query import Words
from briefreader.views.matches import match_spans
from briefreader.views.reading import Reading

AnnotationKind = Literal["bull", "bear", "neutral", "note"]
"""How an annotation is marked."""
MarkKind = Literal["claim", "citation", "match"] | AnnotationKind | Severity
Target = Literal["claim", "citation", "sentence", "annotation", "match"]
"""What keys go to, one after the other."""

FINDING_SIGNS: dict[Severity, str] = {"error": "!", "warn": "?", "info": "·"}
"""How findings are told in the margin and in the notes, the gravest first."""

ANNOTATION_KINDS: frozenset[MarkKind] = frozenset({"bull", "bear", "neutral", "note"})


class Mark(NamedTuple):
    """A marked range of characters."""

    start: int
    end: int
    kind: MarkKind
    number: int
    """Its place among the claims, the citations or the annotations of the reading."""
    cited: bool = False
    """For a claim: whether a citation supports it."""


def marks_of(reading: Reading, words: Sequence[Words] = ()) -> tuple[Mark, ...]:
    """Return the marks of a reading in order: checkable claims, citations, findings, annotations on this very text.

    ``words`` are those that the reader looks for.
    """
    found = [*_claims(reading), *_citations(reading), *_findings(reading), *_annotations(reading)]
    matches = match_spans(reading.document.text, words) if words else []
    return tuple(sorted([*found, *(Mark(one.start, one.end, "match", number) for number, one in enumerate(matches))]))


def kind_of(annotation: Annotation) -> AnnotationKind:
    """Return how an annotation is marked: by its stance; without one, as a note."""
    return annotation.evidence.stance if annotation.evidence else "note"


def _claims(reading: Reading) -> Iterator[Mark]:
    for number, claim in enumerate(reading.analysis.claims):
        if claim.checkable:
            yield Mark(claim.span.start, claim.span.end, "claim", number, bool(claim.citations))


def _citations(reading: Reading) -> Iterator[Mark]:
    for number, citation in enumerate(reading.analysis.citations):
        yield Mark(citation.span.start, citation.span.end, "citation", number)


def _findings(reading: Reading) -> Iterator[Mark]:
    for number, finding in enumerate(reading.analysis.findings):
        if finding.span:
            yield Mark(finding.span.start, finding.span.end, finding.severity, number)


def _annotations(reading: Reading) -> Iterator[Mark]:
    for number, annotation in enumerate(reading.annotations):
        span = reading.place_of(annotation)
        if span:
            yield Mark(span.start, span.end, kind_of(annotation), number)
