"""Say something about a passage: the bar that asks, and what becomes of the answer."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from briefreader.model.annotation import Annotation, Stance
from briefreader.model.errors import StoreLostError
from briefreader.model.finding import Finding
from briefreader.model.span import Span
from briefreader.model.thesis import Thesis
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.reading.widgets.notes_pane import Note
from briefreader.ui.text.phrases import sentence
from briefreader.ui.widgets.evidence_bar import Field
from briefreader.views.reading import Reading
from briefreader.views.suggestions import Suggestion
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

if TYPE_CHECKING:
    from briefreader.ui.reading.presenter import Desk
    from briefreader.ui.reading.screen import ReadScreen

_CHOOSE_FIRST = "Select a passage first: ] claim, ) sentence, v text"


class Annotating:
    """Knows what the remark in the bar is about: a passage, the whole article, or a note to change."""

    def __init__(self, screen: "ReadScreen", desk: "Desk", workspace: Workspace) -> None:
        self._screen = screen
        self._desk = desk
        self._workspace = workspace
        self._reading: Reading | None = None
        """What is annotated, also when the mouse has gone to another article meanwhile."""
        self._span: Span | None = None
        self._editing: Annotation | None = None
        self._last: Remark | None = None
        self._from_pane = "feed"
        self.placing: Annotation | None = None
        """A note in doubt whose place is to be chosen."""

    def tag(self, stance: Stance) -> None:
        """Ask how the passage weighs."""
        reading = self._desk.catch_up()
        if reading:
            evidence = evidence_at(self._workspace, reading, self._screen.article.passage, stance)
            self._ask(Remark(evidence=evidence))

    def write(self, field: Field) -> None:
        """Ask for a note or for tags."""
        self._ask(Remark(), write=field)

    def highlight(self) -> None:
        """Highlight the passage at once."""
        self._keep_at_once(Remark(), _CHOOSE_FIRST)

    def repeat(self) -> None:
        """Say of this passage what was last said of another."""
        if self._last is None:
            self._desk.say("No annotation to repeat")
        else:
            self._keep_at_once(self._last, _CHOOSE_FIRST)

    def watch(self) -> None:
        """Ask for a question to come back to, as the passage raises it."""
        from briefreader.ui.screens.watchlist.dialog import ask_watch  # noqa: PLC0415 - on first use: it reads dates

        reading, span, note = self._desk.catch_up(), self._screen.article.passage, self._screen.notes.note
        if self._screen.pane == "notes" and note:
            span = note.span
        if reading is None or span is None:
            self._desk.say(_CHOOSE_FIRST)
            return
        ask_watch(self._screen.app, self._workspace, (reading, span), self._desk.say)

    def place(self) -> bool:
        """Put the note that is to be placed on the passage; False when there is none."""
        reading, span, note = self._desk.reading, self._screen.article.passage, self.placing
        if note is None:
            return False
        if reading is None or note.id not in reading.anchors:
            self.give_up_placing()
            return False
        if span is None:
            self._desk.say("Select the new position first: ) sentence, v select, esc cancel")
            return True
        from briefreader.workflows.reanchor import accept  # noqa: PLC0415 - on first use

        accept(self._workspace, reading, note, span)
        self.placing = None
        self._screen.article.clear_passage()
        self._desk.refresh_article()
        self._desk.say("Note moved to its new position (u to undo)")
        return True

    def give_up_placing(self) -> None:
        """Leave the note that was to be placed where it is."""
        self.placing = None
        self._screen.article.clear_passage()
        self._desk.say("Position unchanged (R to review)")

    def save(self, remark: Remark) -> None:
        """Keep what the bar was told."""
        try:
            self._write(self._workspace, remark)
        except StoreLostError as lost:  # what was written stays in the bar
            self._save_elsewhere(remark, lost)
            return
        if not self._editing:
            self._last = remark
        self._close()
        self._desk.refresh_article()
        self._desk.say(f"{sentence(remark.verb)} (u to undo)")

    def cancel(self) -> None:
        """Keep nothing."""
        self._close()

    def on_note(self, note: Note, wish: Literal["go", "edit", "delete"]) -> None:
        """Go to a note's passage, change the note, or delete it; explain or silence a finding; refuse a suggestion."""
        if note.finding:
            self._on_finding(note.finding, wish)
        elif wish == "go":
            if note.span:
                self._screen.article.go_to(note.span)
                self._screen.show_pane("article")
        elif note.annotation and wish == "edit":
            self._edit(note.annotation)
        elif note.annotation:
            delete(self._workspace, note.annotation)
            self._desk.refresh_article()
            self._desk.say("Note deleted (u to undo)")
        elif note.suggestion and self._desk.reading:
            refuse_suggestion(self._workspace, self._desk.reading, note.suggestion)
            self._desk.refresh_article()
            self._desk.say("Suggestion rejected (u to undo)")

    def take(self, suggestion: Suggestion, *, flipped: bool) -> None:
        """Make evidence of a row of the author's case, the author's way or the other."""
        if self._desk.reading:
            evidence = take_suggestion(self._workspace, self._desk.reading, suggestion, flipped=flipped).evidence
            self._desk.refresh_article()
            if evidence:
                title = self._desk.thesis_title(evidence.thesis_id)
                where = f" to {title}" if evidence.thesis_id else ""
                self._desk.say(f"Added as {evidence.stance} evidence{where} (u to undo)")

    def choose_thesis(self, annotation: Annotation | None) -> None:
        """Offer the theses: for a piece of evidence, else for the remark in the bar."""

        def put(thesis: Thesis | None) -> None:
            if annotation is None:
                self._screen.bar.put_on(thesis.id if thesis else None)
                self._screen.set_focus(self._screen.bar)
            else:
                put_on_thesis(self._workspace, annotation, thesis)
                self._desk.refresh_article()
                self._desk.say(f"{f'Assigned to {thesis.title}' if thesis else 'Unassigned'} (u to undo)")

        choices = [Choice(one.title, partial(put, one), one.bull) for one in theses(self._workspace.store)]
        choices.append(Choice("No thesis", partial(put, None), "Shown as unassigned"))
        choose(self._screen.app, choices, "Which thesis?")

    def _on_finding(self, finding: Finding, wish: Literal["go", "edit", "delete"]) -> None:
        if wish == "go":
            self._desk.checking.explain(finding)
        elif wish == "delete":
            self._desk.checking.silence(finding, everywhere=False)

    def _edit(self, annotation: Annotation) -> None:
        self._from_pane = self._screen.pane
        self._editing = annotation
        remark = Remark(evidence=annotation.evidence, note=annotation.note, tags=annotation.tags)
        about, reading = "" if annotation.span else "the whole article", self._desk.reading
        self._reading = reading
        if reading:
            span = reading.place_of(annotation)
            self._screen.open_bar().ask(remark, about, partial(evidence_at, self._workspace, reading, span))

    def _save_elsewhere(self, remark: Remark, lost: StoreLostError) -> None:
        from briefreader.ui.dialogs.rescue import offer_rescue  # noqa: PLC0415 - hardly ever
        from briefreader.workflows.rescue import Unsaved  # noqa: PLC0415 - hardly ever

        unsaved = Unsaved(self._in_words(remark), lambda workspace: self._write(workspace, remark))
        offer_rescue(self._screen.app, self._workspace, lost, unsaved, self._close)

    def _in_words(self, remark: Remark) -> str:
        """Return a remark that cannot be saved, with all that is needed to make it again."""
        from briefreader.workflows.rescue import remark_in_words  # noqa: PLC0415 - hardly ever

        if self._reading is None:
            return remark.note
        quoted = self._span.of(self._reading.document.text) if self._span else None
        if self._editing:
            quoted = self._editing.quote.exact if self._editing.quote else None
        return remark_in_words(remark, self._reading.article, quoted, self._screen.bar.thesis)

    def _write(self, workspace: Workspace, remark: Remark) -> None:
        if self._editing:
            revise(workspace, self._editing, remark)
        elif self._reading:
            annotate(workspace, self._reading, self._span, remark)

    def _ask(self, remark: Remark, write: Field | None = None) -> None:
        reading = self._desk.catch_up()
        if reading is None:
            return
        self._from_pane = self._screen.pane
        self._editing = None
        self._reading = reading
        self._span = self._screen.article.passage
        about = "" if self._span else "the whole article"
        propose = partial(evidence_at, self._workspace, reading, self._span)
        self._screen.open_bar().ask(remark, about, propose, write=write)

    def _keep_at_once(self, remark: Remark, otherwise: str) -> None:
        reading, span = self._desk.catch_up(), self._screen.article.passage
        if reading is None or span is None:
            self._desk.say(otherwise)
            return
        annotate(self._workspace, reading, span, self._here(remark, reading, span))
        self._last = remark
        self._screen.article.clear_passage()
        self._desk.refresh_article()
        self._desk.say(f"{sentence(remark.verb)} (u to undo)")

    def _here(self, remark: Remark, reading: Reading, span: Span) -> Remark:
        """Return a remark that was made elsewhere, with where this passage comes from."""
        if remark.evidence is None:
            return remark
        here = evidence_at(self._workspace, reading, span, remark.evidence.stance)
        kept = replace(here, strength=remark.evidence.strength, confidence=remark.evidence.confidence)
        return replace(remark, evidence=replace(kept, thesis_id=remark.evidence.thesis_id))

    def _close(self) -> None:
        self._screen.bar.close()
        if self._screen.article.visual:
            self._screen.article.clear_passage()
        self._editing = None
        self._screen.show_pane(self._from_pane)
