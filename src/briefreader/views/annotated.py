"""Every annotation with what another program must know of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from briefreader.model.anchor import Anchor
from briefreader.model.annotation import Annotation
from briefreader.model.article import ArticleRow
from briefreader.model.citation import Citation
from briefreader.model.ids import ThesisId
from briefreader.store.store import Store
from briefreader.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An annotation, the text that it was made on, and the thesis that it is put on."""

    annotation: Annotation
    article: ArticleRow
    sha256: str
    """Of the text that it was made on, in hexadecimal digits."""
    taken_in_at: datetime
    """When that text was taken in."""
    thesis_title: str | None
    anchor: Anchor | None
    """Where it stands in the text that the article has now; None when that is the same text."""
    citations: tuple[Citation, ...]
    """Those in the passage whose source is told."""


def annotated_in(store: Store, readings: Iterable[Reading]) -> Iterator[Annotated]:
    """Yield the annotations of some articles, in the order of the articles and of their texts."""
    titles = {thesis.id: thesis.title for thesis in store.theses.all()}
    for reading in readings:
        stamps = {id_: store.revisions.stamp(id_) for id_ in {one.revision_id for one in reading.annotations}}
        for one in reading.annotations:
            sha256, taken_in_at = stamps[one.revision_id]
            yield Annotated(
                annotation=one,
                article=reading.article,
                sha256=sha256,
                taken_in_at=taken_in_at,
                thesis_title=thesis_title(one, titles),
                anchor=reading.anchors.get(one.id),
                citations=cited_in(reading, one),
            )


def cited_in(reading: Reading, annotation: Annotation) -> tuple[Citation, ...]:
    """Return the citations in the passage of an annotation, where it stands now, whose source is told."""
    span = reading.place_of(annotation)
    return tuple(one for one in reading.analysis.citations if span and one.source and one.span.overlaps(span))


def thesis_title(annotation: Annotation, titles: Mapping[ThesisId, str]) -> str | None:
    """Return the title of the thesis that evidence is put on; None when it is on none."""
    thesis_id = annotation.evidence.thesis_id if annotation.evidence else None
    return titles.get(thesis_id) if thesis_id else None
