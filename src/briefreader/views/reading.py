"""An article with all that is known of it, as the reader opens it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefreader.model.analysis import Analysis
from briefreader.model.anchor import Anchor
from briefreader.model.annotation import Annotation
from briefreader.model.article import ArticleRow
from briefreader.model.correction import Correction, Refusal, Silence
from briefreader.model.document import Document
from briefreader.model.errors import NotFoundError
from briefreader.model.finding import Finding
from briefreader.model.ids import AnnotationId, ArticleKey, RevisionId
from briefreader.model.span import Span
from briefreader.store.store import Store
from briefreader.views.correcting import corrected


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article, the text that it has now, and the reader's annotations."""

    article: ArticleRow
    revision_id: RevisionId
    document: Document
    analysis: Analysis
    """With the reader's corrections, and without the findings that are silenced."""
    annotations: tuple[Annotation, ...]
    """On the whole article first, then in order of the text; those on an earlier text among them."""
    corrections: tuple[Correction, ...] = ()
    silences: tuple[Silence, ...] = ()
    """What the reader silences in this article or in all, and which of the quiet rules are heard."""
    silenced: tuple[Finding, ...] = ()
    """The findings that are hidden."""
    refusals: tuple[Refusal, ...] = ()
    """What the reader refuses of the author's case."""
    anchors: Mapping[AnnotationId, Anchor] = field(default_factory=dict)
    """Where the annotations that were made on an earlier text stand in this one."""

    def place_of(self, annotation: Annotation) -> Span | None:
        """Return where an annotation stands in the text shown; None for the whole article, and while it is in doubt."""
        if annotation.revision_id == self.revision_id:
            return annotation.span
        anchor = self.anchors.get(annotation.id)
        return anchor.span if anchor and (anchor.is_sure or anchor.decision == "accepted") else None

    def is_to_review(self, annotation: Annotation) -> bool:
        """Tell whether the reader has to say whether an annotation still holds."""
        return annotation.id in self.anchors and self.anchors[annotation.id].is_to_review


def reading_of(store: Store, key: ArticleKey) -> Reading:
    """Return the article under a list's key.

    Raises:
        NotFoundError: it is gone.

    """
    rows = store.articles.rows([key])
    if key not in rows:
        raise NotFoundError("article", str(key))
    return _reading(store, rows[key])


def reading_by_id(store: Store, prefix: str) -> Reading:
    """Return the article whose id begins with ``prefix``.

    Raises:
        NotFoundError: no article's id does, or more than one.

    """
    return _reading(store, store.articles.find(prefix))


def annotated_readings(store: Store) -> list[Reading]:
    """Return every article that the reader has annotated, newest first."""
    return [_reading(store, article) for article in store.articles.annotated()]


def _reading(store: Store, article: ArticleRow) -> Reading:
    revision = store.revisions.current(article.id)
    corrections = store.corrections.of_article(article.id)
    silences = store.silences.for_article(article.id)
    analysis, silenced = corrected(revision.document.text, revision.analysis, corrections, silences)
    return Reading(
        article=article,
        revision_id=revision.id,
        document=revision.document,
        analysis=analysis,
        annotations=store.annotations.of_article(article.id),
        corrections=corrections,
        silences=silences,
        silenced=silenced,
        refusals=store.refusals.of_article(article.id),
        anchors=store.anchors.in_current(article.id),
    )
