"""Make articles and notes of what other programs have kept; what is here stays as it is."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from briefreader.analysis.notes.quoting import Effort, Passages
from briefreader.analysis.roles.sections import assign_roles
from briefreader.ingest.library.saved import ONLY_A_LINK, ONLY_PASSAGES, Saved, SavedNote, passages_document
from briefreader.model.analysis import ANALYSIS_VERSION, Analysis
from briefreader.model.annotation import Annotation
from briefreader.model.article import Article
from briefreader.model.document import Document
from briefreader.model.errors import UnreadableError
from briefreader.model.ids import AnnotationId, ArticleId
from briefreader.model.span import Span, TextQuote
from briefreader.store.journal import Batch
from briefreader.store.revisions import Revision
from briefreader.workflows.add import checkable, keep_text, known_as
from briefreader.workflows.parsing import analysed_document, checked_analysis
from briefreader.workspace import Workspace

_MARKERS = (ONLY_PASSAGES, ONLY_A_LINK)


_Text = tuple[Document, date]
"""What an analysis depends on."""


def analysed_ahead(workspace: Workspace, made: Iterable[Saved]) -> dict[_Text, Analysis | UnreadableError]:
    """Return the analyses of articles that are new here, before a batch begins: other programs can write meanwhile."""
    new = [one for one in map(_with_roles, made) if _is_new(workspace, one)]
    texts = [_text(workspace, article) for article in new]
    calls = ((_name(article), text) for article, text in zip(new, texts, strict=True))
    return dict(zip(texts, workspace.sandbox.run_each(analysed_document, calls), strict=True))


def _with_roles(saved: Saved) -> Article:
    return replace(saved.article, document=assign_roles(saved.article.document))


def _is_new(workspace: Workspace, article: Article) -> bool:
    home = known_as(workspace, article)
    return home is None or workspace.store.revisions.current(home).document.text.startswith(_MARKERS)


def _name(article: Article) -> str:
    return article.title or article.opening


def _text(workspace: Workspace, article: Article) -> _Text:
    return article.document, article.published_on or workspace.today()


@dataclass(slots=True)
class Bringing:
    """Keeps articles and their notes in one batch, and counts what becomes of them."""

    _workspace: Workspace
    _batch: Batch
    count: Counter[str] = field(default_factory=Counter)
    """What came and what was there, in words such as ``new articles``."""
    refused: list[str] = field(default_factory=list)
    """What was left out, and why."""
    ready: Mapping[_Text, Analysis | UnreadableError] = field(default_factory=dict)
    """What :func:`analysed_ahead` has returned."""
    _effort: Effort = field(default_factory=Effort)

    def bring(self, saved: Saved) -> None:
        """Keep an article, unless it is here, and those of its notes that are not."""
        try:
            article_id, is_new = self._home_of(saved)
        except UnreadableError as problem:
            self.refused.append(str(problem))
            return
        if is_new and saved.state not in (None, "inbox"):
            self._batch.update("articles", article_id, article_id, {"state": saved.state})
        if is_new and saved.is_read:
            self._batch.update("articles", article_id, article_id, {"is_read": 1})
        self.count["new articles" if is_new else "known articles"] += 1
        known = {_sign(one) for one in self._workspace.store.annotations.of_article(article_id)}
        revision = self._workspace.store.revisions.current(article_id)
        places = _Places(revision.document, self._effort)
        for note in saved.notes:
            made = self._note(article_id, revision, places, note)
            if made is None:
                title = saved.article.title or saved.article.opening
                self.refused.append(f"“{note.quote[:60]}” does not occur exactly once in {title[:60]}")
            elif _sign(made) in known:
                self.count["known notes"] += 1
            else:
                known.add(_sign(made))
                self._workspace.store.annotations.add(self._batch, made)
                self.count["new notes"] += 1

    def _home_of(self, saved: Saved) -> tuple[ArticleId, bool]:
        """Return the article here that a saved one is; a new one where there is none.

        Passages alone never take the place of a text.
        """
        store, at = self._workspace.store, self._workspace.clock()
        article = _with_roles(saved)
        home = known_as(self._workspace, article) or self._titled(saved)
        if home is None:
            analysis = self._analysed(article)
            store.articles.add(self._batch, article, claims=checkable(analysis), at=at)
            revision_id = store.revisions.add(article.id, article.document, analysis, ANALYSIS_VERSION, at)
            store.articles.begin_with(article.id, revision_id)
            return article.id, True
        self._keep_fuller(home, article, is_whole=saved.is_whole)
        return home, False

    def _titled(self, saved: Saved) -> ArticleId | None:
        """Return the one article here with the same title, for passages that come without an address."""
        title = saved.article.title
        return (
            self._workspace.store.articles.only_titled(title)
            if title and not saved.article.url and not saved.is_whole
            else None
        )

    def _keep_fuller(self, home: ArticleId, article: Article, *, is_whole: bool) -> None:
        """Keep a text in place of passages or of a link; passages come behind those that are there."""
        now = self._workspace.store.revisions.current(home).document
        if not now.text.startswith(_MARKERS):
            return
        if not is_whole:
            passages = [*_passages(now), *_passages(article.document)]
            if not passages:
                return
            article = replace(article, document=assign_roles(passages_document(passages)))
        keep_text(self._workspace, self._batch, replace(article, id=home), self._analysed(article))

    def _analysed(self, article: Article) -> Analysis:
        name, (document, day) = _name(article), _text(self._workspace, article)
        found = self.ready.get((document, day))
        if isinstance(found, UnreadableError):
            raise found
        analysis = found or self._workspace.sandbox.run(name, analysed_document, document, day)
        return checked_analysis(name, analysis, document.text)

    def _note(self, article_id: ArticleId, revision: Revision, places: "_Places", note: SavedNote) -> Annotation | None:
        """Return a note in its place; None where its words have none, or more than one."""
        text, now = revision.document.text, self._workspace.clock()
        span = places.of(note) if note.quote else None
        if note.quote and span is None:
            return None
        created_at: datetime = min(note.created_at or now, now)
        return Annotation(
            id=AnnotationId(self._workspace.new_id()),
            article_id=article_id,
            revision_id=revision.id,
            kind="evidence" if note.evidence else "note" if note.note else "highlight",
            span=span,
            quote=TextQuote.at(text, span) if span else None,
            evidence=note.evidence,
            note=note.note,
            tags=note.tags,
            is_foreign=True,
            created_at=created_at,
            modified_at=created_at,
        )


def _passages(document: Document) -> list[str]:
    """Return the passages of a text that has nothing else."""
    if not document.text.startswith(ONLY_PASSAGES):
        return []
    return [document.words_of(block) for block in document.blocks[1:]]


class _Places:
    """Where notes stand in one text; among passages, on the one that it is."""

    def __init__(self, document: Document, effort: Effort) -> None:
        self._passages: dict[str, Span] | None = None
        if document.text.startswith(ONLY_PASSAGES):
            blocks = document.blocks[1:]
            self._passages = {document.words_of(one): Span(one.start, one.end) for one in reversed(blocks)}
        self._found = Passages(document.text, effort)

    def of(self, note: SavedNote) -> Span | None:
        if self._passages is not None:
            return self._passages.get(" ".join(note.quote.split()))
        return self._found.place_of(TextQuote(note.quote, note.prefix, note.suffix))


def _sign(annotation: Annotation) -> tuple[str, str, tuple[str, ...]]:
    """Return what makes two notes on one article the same."""
    words = " ".join(annotation.quote.exact.split()) if annotation.quote else ""
    return words, annotation.note, annotation.tags
