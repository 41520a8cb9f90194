"""Bring annotations back that were exported before, or elsewhere."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path

from briefreader.analysis.notes.quoting import Effort
from briefreader.ingest.files import data_of
from briefreader.ingest.web_annotation import LARGEST, ReadAnnotation, read_annotations
from briefreader.model.annotation import Annotation
from briefreader.model.errors import UnreadableError
from briefreader.model.ids import ThesisId
from briefreader.model.span import Span, TextQuote
from briefreader.model.thesis import Thesis
from briefreader.store.journal import Batch
from briefreader.workflows.reanchor import reanchor_notes
from briefreader.workspace import Workspace

_TEXTS_AT_ONCE = 64
_A_SEARCH = 2
"""How often a text is searched for a quotation, to know that there is no second place."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of the annotations in a file."""

    new: int
    known: int
    homeless: int
    """There is no place for them: their text is not in the store, or has other words there."""


def bring_annotations(workspace: Workspace, path: Path) -> tuple[Brought, list[UnreadableError]]:
    """Add the annotations in a file that the store does not have, as one batch; what it has is left as it is.

    Raises:
        UnreadableError: the file cannot be read, or holds no annotations.

    """
    found, problems = workspace.sandbox.run(str(path), read_annotations, data_of(path, LARGEST), str(path))
    known = {one.id for one in workspace.store.annotations.all()}
    unknown = {one.annotation.id: one for one in found if one.annotation.id not in known}
    fresh = list(_at_home(workspace, unknown.values()))
    if fresh:
        _keep(workspace, fresh)
    return Brought(len(fresh), len(found) - len(unknown), len(unknown) - len(fresh)), [
        UnreadableError(str(path), problem) for problem in problems
    ]


def _at_home(workspace: Workspace, found: Collection[ReadAnnotation]) -> Iterator[tuple[ReadAnnotation, Annotation]]:
    """Yield the annotations that have a place in this store.

    That is the place where they were made, or, where only another text of their article is here, the one place in it
    that has the same words between the same words.
    """
    store = workspace.store
    by_text = store.revisions.with_hashes({read.sha256 for read in found})
    by_url = store.articles.with_urls({read.source for read in found})
    text_of = lru_cache(_TEXTS_AT_ONCE)(store.revisions.text_of)
    current = lru_cache(_TEXTS_AT_ONCE)(store.articles.text_now)
    effort = Effort()
    for read in found:
        home = by_text.get(read.sha256)
        if home:
            annotation = replace(read.annotation, article_id=home[0], revision_id=home[1])
            if _is_in_place(annotation, text_of(home[1])):
                yield read, annotation
        elif (article_id := by_url.get(read.source)) and (revision_id := current(article_id)):
            annotation = replace(read.annotation, article_id=article_id, revision_id=revision_id)
            if placed := _placed(annotation, text_of(revision_id), effort):
                yield read, placed


def _is_in_place(annotation: Annotation, text: str) -> bool:
    span = annotation.span
    return span is None or (span.end <= len(text) and annotation.quote == TextQuote.at(text, span))


def _placed(annotation: Annotation, text: str, effort: Effort) -> Annotation | None:
    """Return the annotation on a text of its article; None without a single place for it there."""
    quote = annotation.quote
    if quote is None:
        return annotation
    if not effort.spend(_A_SEARCH * len(text)):
        return None
    starts = list(islice(quote.starts(text), 2))
    if len(starts) != 1:
        return None
    span = Span(starts[0], starts[0] + len(quote.exact))
    return replace(annotation, span=span, quote=TextQuote.at(text, span))


def _keep(workspace: Workspace, fresh: Sequence[tuple[ReadAnnotation, Annotation]]) -> None:
    store = workspace.store
    verb = f"imported {len(fresh)} annotation{'s' if len(fresh) > 1 else ''}"
    with store.journal.batch(verb, workspace.clock()) as batch:
        theses = {thesis.id for thesis in store.theses.all()}
        for read, annotation in fresh:
            thesis_id = annotation.evidence.thesis_id if annotation.evidence else None
            if thesis_id and thesis_id not in theses:
                _add_thesis(workspace, batch, thesis_id, read.thesis_title or "Untitled")
                theses.add(thesis_id)
            store.annotations.add(batch, annotation)
        for article_id in dict.fromkeys(annotation.article_id for _, annotation in fresh):
            current = store.articles.text_now(article_id)
            if current:
                of_article = [annotation for _, annotation in fresh if annotation.article_id == article_id]
                reanchor_notes(workspace, batch, of_article, current)


def _add_thesis(workspace: Workspace, batch: Batch, thesis_id: ThesisId, title: str) -> None:
    now = workspace.clock()
    thesis = Thesis(id=thesis_id, title=title, bull="", bear="", created_at=now, modified_at=now)
    workspace.store.theses.add(batch, thesis)
