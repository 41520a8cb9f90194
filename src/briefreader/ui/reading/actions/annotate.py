"""Annotate a passage: notes, highlights, evidence and tags."""

from dataclasses import replace
from functools import cached_property, partial

from briefreader.model.annotation import Annotation, Stance
from briefreader.model.errors import StoreLostError
from briefreader.model.span import Span
from briefreader.model.thesis import Thesis
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.reading.actions.base import ActionGroup, Handlers
from briefreader.ui.reading.presenter import Presenter
from briefreader.ui.text.phrases import sentence
from briefreader.ui.widgets.evidence_bar import Field
from briefreader.views.reading import Reading
from briefreader.views.theses import theses
from briefreader.workflows.annotate import (
    Remark,
    annotate,
    delete,
    evidence_at,
    refuse_suggestion,
    revise,
    take_suggestion,
)
from briefreader.workflows.weigh import put_on_thesis
from briefreader.workspace import Workspace

_CHOOSE_FIRST = "Select a passage first: ] claim, ) sentence, v text"


class AnnotationActions(ActionGroup):
    """Knows what the remark in the bar is about: a passage, the whole article, or a note to change."""

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self._reading: Reading | None = None
        """What is annotated, also when the mouse has gone to another article meanwhile."""
        self._span: Span | None = None
        self._editing: Annotation | None = None
        self._last: Remark | None = None
        self._from_pane = "feed"

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        stances: tuple[Stance, ...] = ("bull", "bear", "neutral")
        return {
            **{stance: partial(self._tag, stance) for stance in stances},
            "highlight": self._highlight,
            "note": partial(self._write_field, "note"),
            "tags": partial(self._write_field, "tags"),
            "repeat": self._repeat,
            "watch": self._watch,
            "follow": self._place,
            "notes.go": self._go,
            "notes.edit": self._edit,
            "notes.delete": self._delete,
            "notes.accept": partial(self._accept, flipped=False),
            "notes.flip": partial(self._accept, flipped=True),
            **dict.fromkeys(("notes.thesis", "evidence.thesis"), self._choose_thesis),
            "evidence.save": self._save,
            "evidence.cancel": self._close,
        }

    def is_enabled(self, action_id: str) -> bool:
        """Whether an action can be done now; what needs a kind of note only on one of that kind."""
        note, reading, placing = self._panes.note, self._session.reading, self._session.placing
        evidence = note.annotation.evidence if note.annotation else None
        can: dict[str, object] = {
            "follow": placing and reading and placing.id in reading.anchors,
            "notes.go": not note.finding,
            "notes.edit": note.annotation,
            "notes.delete": note.annotation or note.suggestion,
            **dict.fromkeys(("notes.accept", "notes.flip"), note.suggestion),
            **dict.fromkeys(("notes.thesis", "evidence.thesis"), evidence or self._panes.bar.display),
        }
        return bool(can.get(action_id, True))

    def _tag(self, stance: Stance) -> None:
        """Ask how the passage weighs."""
        reading = self._presenter.ensure_open()
        if reading:
            evidence = evidence_at(self._workspace, reading, self._panes.article.passage, stance)
            self._ask(Remark(evidence=evidence))

    def _write_field(self, field: Field) -> None:
        """Ask for a note or for tags."""
        self._ask(Remark(), write=field)

    def _highlight(self) -> None:
        """Highlight the passage at once."""
        self._keep_at_once(Remark(), _CHOOSE_FIRST)

    def _repeat(self) -> None:
        """Say of this passage what was last said of another."""
        if self._last is None:
            self._presenter.show_status("No annotation to repeat")
        else:
            self._keep_at_once(self._last, _CHOOSE_FIRST)

    def _watch(self) -> None:
        """Ask for a question to come back to, as the passage raises it."""
        from briefreader.ui.screens.watchlist.dialog import ask_watch  # noqa: PLC0415 - on first use: it reads dates

        reading, span = self._presenter.ensure_open(), self._panes.article.passage
        if self._panes.pane == "notes" and self._panes.notes.note:
            span = self._panes.note.span
        if reading is None or span is None:
            self._presenter.show_status(_CHOOSE_FIRST)
            return
        ask_watch(self._app, self._workspace, (reading, span), self._presenter.show_status)

    def _place(self) -> None:
        """Put the note that is to be placed on the passage."""
        reading, span, note = self._session.reading, self._panes.article.passage, self._session.placing
        if reading is None or note is None:
            return
        if span is None:
            self._presenter.show_status("Select the new position first: ) sentence, v select, esc cancel")
            return
        from briefreader.workflows.reanchor import accept  # noqa: PLC0415 - on first use

        accept(self._workspace, reading, note, span)
        self._session.placing = None
        self._panes.article.clear_passage()
        self._presenter.refresh_article()
        self._presenter.show_status("Note moved to its new position (u to undo)")

    def _save(self) -> None:
        """Save what is in the bar."""
        remark = self._panes.bar.remark
        try:
            self._write(self._workspace, remark)
        except StoreLostError as lost:  # what was written stays in the bar
            self._save_elsewhere(remark, lost)
            return
        if not self._editing:
            self._last = remark
        self._close()
        self._presenter.refresh_article()
        self._presenter.show_status(f"{sentence(remark.verb)} (u to undo)")

    def _go(self) -> None:
        """Go to the passage of the note that is chosen, here or in another article."""
        note = self._panes.note
        if note.elsewhere:
            self._presenter.go_to_article(note.elsewhere.article_id, note.elsewhere.span)
        elif note.span:
            self._panes.article.go_to(note.span)
            self._panes.show_pane("article")

    def _delete(self) -> None:
        """Delete the note that is chosen, or reject the suggestion."""
        note, reading = self._panes.note, self._session.reading
        if note.annotation:
            delete(self._workspace, note.annotation)
            self._presenter.refresh_article()
            self._presenter.show_status("Note deleted (u to undo)")
        elif note.suggestion and reading:
            refuse_suggestion(self._workspace, reading, note.suggestion)
            self._presenter.refresh_article()
            self._presenter.show_status("Suggestion rejected (u to undo)")

    def _accept(self, *, flipped: bool) -> None:
        """Make evidence of the author's point that is chosen, the author's way or the other."""
        reading, suggestion = self._session.reading, self._panes.note.suggestion
        if reading and suggestion:
            evidence = take_suggestion(self._workspace, reading, suggestion, flipped=flipped).evidence
            self._presenter.refresh_article()
            if evidence:
                title = self._session.thesis_title(evidence.thesis_id)
                where = f" to {title}" if evidence.thesis_id else ""
                self._presenter.show_status(f"Added as {evidence.stance} evidence{where} (u to undo)")

    def _choose_thesis(self) -> None:
        """Offer the theses: for the remark in the bar, else for the evidence that is chosen."""
        annotation = None if self._panes.bar.display else self._panes.note.annotation

        def put(thesis: Thesis | None) -> None:
            if annotation is None:
                self._panes.bar.put_on(thesis.id if thesis else None)
                self._panes.screen.set_focus(self._panes.bar)
            else:
                put_on_thesis(self._workspace, annotation, thesis)
                self._presenter.refresh_article()
                self._presenter.show_status(f"{f'Assigned to {thesis.title}' if thesis else 'Unassigned'} (u to undo)")

        choices = [Choice(one.title, partial(put, one), one.bull) for one in theses(self._workspace.store)]
        choices.append(Choice("No thesis", partial(put, None), "Shown as unassigned"))
        choose(self._app, choices, "Which thesis?")

    def _edit(self) -> None:
        """Put the note that is chosen in the bar."""
        annotation = self._panes.note.annotation
        if annotation is None:
            return
        self._from_pane = self._panes.pane
        self._editing = annotation
        remark = Remark(evidence=annotation.evidence, note=annotation.note, tags=annotation.tags)
        about, reading = "" if annotation.span else "the whole article", self._session.reading
        self._reading = reading
        if reading:
            span = reading.place_of(annotation)
            self._panes.open_bar().ask(remark, about, partial(evidence_at, self._workspace, reading, span))

    def _save_elsewhere(self, remark: Remark, lost: StoreLostError) -> None:
        from briefreader.ui.dialogs.rescue import offer_rescue  # noqa: PLC0415 - hardly ever
        from briefreader.workflows.rescue import Unsaved  # noqa: PLC0415 - hardly ever

        unsaved = Unsaved(self._in_words(remark), lambda workspace: self._write(workspace, remark))
        offer_rescue(self._app, self._workspace, lost, unsaved, self._close)

    def _in_words(self, remark: Remark) -> str:
        """Return a remark that cannot be saved, with all that is needed to make it again."""
        from briefreader.workflows.rescue import remark_in_words  # noqa: PLC0415 - hardly ever

        if self._reading is None:
            return remark.note
        quoted = self._span.of(self._reading.document.text) if self._span else None
        if self._editing:
            quoted = self._editing.quote.exact if self._editing.quote else None
        return remark_in_words(remark, self._reading.article, quoted, self._panes.bar.thesis)

    def _write(self, workspace: Workspace, remark: Remark) -> None:
        if self._editing:
            revise(workspace, self._editing, remark)
        elif self._reading:
            annotate(workspace, self._reading, self._span, remark)

    def _ask(self, remark: Remark, write: Field | None = None) -> None:
        reading = self._presenter.ensure_open()
        if reading is None:
            return
        self._from_pane = self._panes.pane
        self._editing = None
        self._reading = reading
        self._span = self._panes.article.passage
        about = "" if self._span else "the whole article"
        propose = partial(evidence_at, self._workspace, reading, self._span)
        self._panes.open_bar().ask(remark, about, propose, write=write)

    def _keep_at_once(self, remark: Remark, otherwise: str) -> None:
        reading, span = self._presenter.ensure_open(), self._panes.article.passage
        if reading is None or span is None:
            self._presenter.show_status(otherwise)
            return
        annotate(self._workspace, reading, span, self._here(remark, reading, span))
        self._last = remark
        self._panes.article.clear_passage()
        self._presenter.refresh_article()
        self._presenter.show_status(f"{sentence(remark.verb)} (u to undo)")

    def _here(self, remark: Remark, reading: Reading, span: Span) -> Remark:
        """Return a remark that was made elsewhere, with where this passage comes from."""
        if remark.evidence is None:
            return remark
        here = evidence_at(self._workspace, reading, span, remark.evidence.stance)
        kept = replace(here, strength=remark.evidence.strength, confidence=remark.evidence.confidence)
        return replace(remark, evidence=replace(kept, thesis_id=remark.evidence.thesis_id))

    def _close(self) -> None:
        self._panes.bar.close()
        if self._panes.article.visual:
            self._panes.article.clear_passage()
        self._editing = None
        self._panes.show_pane(self._from_pane)
