"""Every annotation with what another program must know of it."""

from dataclasses import dataclass
from datetime import datetime

from briefreader.model.anchor import Anchor
from briefreader.model.annotation import Annotation
from briefreader.model.article import ArticleRow
from briefreader.store.store import Store


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


def all_annotated(store: Store) -> tuple[Annotated, ...]:
    """Return every annotation, the oldest first."""
    annotations = store.annotations.all()[::-1]
    articles = store.articles.by_id({one.article_id for one in annotations})
    titles = {thesis.id: thesis.title for thesis in store.theses.all()}
    anchors = store.anchors.all_current()
    stamps = {id_: store.revisions.stamp(id_) for id_ in {one.revision_id for one in annotations}}
    return tuple(
        Annotated(
            annotation=one,
            article=articles[one.article_id],
            sha256=stamps[one.revision_id][0],
            taken_in_at=stamps[one.revision_id][1],
            thesis_title=titles.get(one.evidence.thesis_id) if one.evidence and one.evidence.thesis_id else None,
            anchor=anchors.get(one.id),
        )
        for one in annotations
    )
