"""Say something about a passage, or about a whole article."""

from dataclasses import dataclass, replace

from briefreader.model.annotation import OPPOSITE, Annotation, AnnotationKind, Evidence, Stance
from briefreader.model.correction import Refusal
from briefreader.model.ids import AnnotationId
from briefreader.model.span import Span, TextQuote
from briefreader.views.origins import author_stance, origin_of
from briefreader.views.reading import Reading
from briefreader.views.suggestions import Suggestion
from briefreader.views.theses import last_thesis
from briefreader.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What the reader says: with evidence it weighs, without it is a note or a mere highlight."""

    evidence: Evidence | None = None
    note: str = ""
    tags: tuple[str, ...] = ()

    @property
    def kind(self) -> AnnotationKind:
        """What the remark makes of a passage."""
        if self.evidence:
            return "evidence"
        return "note" if self.note or self.tags else "highlight"

    @property
    def verb(self) -> str:
        """What was done, as undo names it."""
        if self.evidence:
            return f"tagged as {self.evidence.stance} evidence"
        return "noted" if self.kind == "note" else "highlighted"


def annotate(workspace: Workspace, reading: Reading, span: Span | None, remark: Remark) -> Annotation:
    """Keep a remark on a passage of the text shown, or on the whole article when ``span`` is None.

    When the article has another text by now, the note is looked for in that one, as if it had been made before.
    """
    now = workspace.clock()
    bare = Annotation(
        id=AnnotationId(workspace.new_id()),
        article_id=reading.article.id,
        revision_id=reading.revision_id,
        kind=remark.kind,
        span=span,
        quote=TextQuote.at(reading.document.text, span) if span else None,
        created_at=now,
        modified_at=now,
    )
    annotation = _with_remark(bare, remark)
    with workspace.store.journal.batch(remark.verb, now) as batch:
        workspace.store.annotations.add(batch, annotation)
        current = workspace.store.articles.text_now(annotation.article_id)
        if current and current != annotation.revision_id:  # another program has brought another text meanwhile
            from briefreader.workflows.reanchor import reanchor_notes  # noqa: PLC0415 - rarely needed

            reanchor_notes(workspace, batch, [annotation], current)
    return annotation


def _with_remark(annotation: Annotation, remark: Remark) -> Annotation:
    from briefreader.ingest.clean import clean_body, clean_line  # noqa: PLC0415 - the app starts without it

    return replace(
        annotation,
        kind=remark.kind,
        evidence=remark.evidence,
        note=clean_body(remark.note),
        tags=tuple(clean_line(tag) for tag in remark.tags),
    )


def evidence_at(workspace: Workspace, reading: Reading, span: Span | None, stance: Stance) -> Evidence:
    """Return evidence as it is proposed for a passage: on the last thesis, from the origin that the article names."""
    origin, how = origin_of(reading, span)
    return Evidence(
        stance=stance,
        thesis_id=last_thesis(workspace.store),
        origin=origin,
        origin_how=how,
        author=author_stance(reading.analysis, span),
    )


def take_suggestion(workspace: Workspace, reading: Reading, suggestion: Suggestion, *, flipped: bool) -> Annotation:
    """Make evidence of a row of the author's case, the author's way or the other."""
    stance = OPPOSITE[suggestion.polarity] if flipped else suggestion.polarity
    evidence = evidence_at(workspace, reading, suggestion.span, stance)
    return annotate(workspace, reading, suggestion.span, Remark(evidence=evidence))


def refuse_suggestion(workspace: Workspace, reading: Reading, suggestion: Suggestion) -> None:
    """Say that a row of the author's case is no evidence; it is asked no more."""
    now = workspace.clock()
    quote = TextQuote.at(reading.document.text, suggestion.span)
    refusal = Refusal(workspace.new_id(), reading.article.id, suggestion.span, quote, now)
    with workspace.store.journal.batch("rejected a suggestion", now) as batch:
        workspace.store.refusals.add(batch, refusal)


def revise(workspace: Workspace, annotation: Annotation, remark: Remark) -> Annotation:
    """Change what an annotation says; it keeps its passage.

    A note from an import becomes the reader's own when its words change, not by other tags or another weight.
    """
    now = workspace.clock()
    said = _with_remark(annotation, remark)
    is_foreign = annotation.is_foreign and said.note == annotation.note
    revised = replace(said, is_foreign=is_foreign, modified_at=now)
    with workspace.store.journal.batch("edited a note", now) as batch:
        workspace.store.annotations.change(batch, annotation, revised)
    return revised


def delete(workspace: Workspace, annotation: Annotation) -> None:
    """Take an annotation away; undo brings it back."""
    with workspace.store.journal.batch("deleted a note", workspace.clock()) as batch:
        workspace.store.anchors.delete_all(batch, annotation)
        workspace.store.annotations.delete(batch, annotation)


def parse_tags(words: str) -> tuple[str, ...]:
    """Return the tags in a line, parted by spaces or commas, without ``#``, each once, in order."""
    parts = words.replace(",", " ").split()
    return tuple(dict.fromkeys(part.lstrip("#") for part in parts if part.strip("#")))
