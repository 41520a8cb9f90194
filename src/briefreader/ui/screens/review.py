"""Notes whose article has another text: what they were made on, what stands there now, and the reader's word."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from briefreader.model.anchor import STANDING
from briefreader.ui.keys.actions import Scope, bindings_for
from briefreader.ui.screens.base import LedgerList, LedgerScreen, Place
from briefreader.ui.text.marks import kind_of
from briefreader.ui.widgets.entry_list import Entry, Part
from briefreader.views.reviewing import Doubt, doubts
from briefreader.workflows.annotate import delete
from briefreader.workflows.reanchor import accept, refuse
from briefreader.workspace import Workspace

_NOTHING = (
    "No notes to review. When an article changes, notes whose quoted words were edited or removed are listed here until"
    " you review them."
)
_LONGEST = 300
_EDGE = 50


class ReviewScreen(LedgerScreen):
    """Lists the notes that are in doubt, of all articles."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("review")]
    SCOPE: ClassVar[Scope] = "review"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._list = LedgerList[Doubt]()

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield self.title_bar
        yield self._list
        yield self.key_bar

    def on_mount(self) -> None:
        """Name the keys."""
        self.name_keys("review")
        self.set_focus(self._list)

    def show(self) -> None:
        """List the notes in doubt."""
        waiting = doubts(self.workspace.store)
        self.title_bar.left = f"Review   {len(waiting)} note{'' if len(waiting) == 1 else 's'} to review"
        self._list.show_entries(_entries(waiting))

    @property
    def _doubt(self) -> Doubt | None:
        return self._list.entry.subject if self._list.entry else None

    def action_go(self) -> None:
        """See where it may stand."""
        if doubt := self._doubt:
            self.dismiss(Place(doubt.annotation.article_id, doubt.place))

    def action_accept(self) -> None:
        """Say that the note holds where it is shown; one whose words are gone holds all the same."""
        if doubt := self._doubt:
            accept(self.workspace, doubt.reading, doubt.annotation)
            self.done(
                "Position accepted"
                if doubt.anchor.span
                else "Note kept. Its quoted words are no longer in the article."
            )

    def action_aside(self) -> None:
        """Say that the note has no place any more."""
        if doubt := self._doubt:
            refuse(self.workspace, doubt.reading, doubt.annotation)
            self.done("Note detached. It is kept but not counted.")

    def action_place(self) -> None:
        """Choose its place in the article."""
        if doubt := self._doubt:
            self.dismiss(Place(doubt.annotation.article_id, doubt.place, doubt.annotation))

    def action_remove(self) -> None:
        """Delete the note."""
        if doubt := self._doubt:
            delete(self.workspace, doubt.annotation)
            self.done("Note deleted")


def _entries(waiting: tuple[Doubt, ...]) -> Iterator[Entry[Doubt]]:
    if not waiting:
        yield Entry((("hint", _NOTHING),))
    for number, doubt in enumerate(waiting, start=1):
        yield Entry(tuple(_lines(doubt, f"{number}/{len(waiting)}")), doubt)


def _lines(doubt: Doubt, place: str) -> Iterator[tuple[Part, str]]:
    note, article = doubt.annotation, doubt.reading.article
    kind = kind_of(note)
    weight = f" {note.evidence.strength}/5" if note.evidence else ""
    yield (
        kind,
        f"{place}  {STANDING[doubt.anchor.status].upper()}  {kind.upper()}{weight}  {article.title or article.opening}",
    )
    alike = f"; {doubt.anchor.kept:.0%} of the words unchanged" if doubt.now else ""
    yield "hint", f"{doubt.anchor.standing}{alike}"
    yield "text", f"was  {_short(doubt.was)}"
    if doubt.now:
        yield "text", f"{'now ' if doubt.anchor.span else 'similar'} {' '.join(_marked(doubt))}"
    if not doubt.anchor.span and doubt.after:
        yield "hint", f"it followed “…{doubt.after}”"
    if note.note:
        yield "quote", note.note
    yield "text", ""


def _marked(doubt: Doubt) -> Iterator[str]:
    """Yield the words, those that are gone in [- -] and those that have come in [+ +]: told apart without colour.

    Long stretches that have not changed are shortened, so that every change is seen.
    """
    is_long = sum(len(words) for _, words in doubt.now) > _LONGEST
    for kind, words in doubt.now:
        shown = f"{words[:_EDGE].rstrip()} … {words[-_EDGE:].lstrip()}" if is_long and len(words) > 3 * _EDGE else words
        yield {"same": shown, "gone": f"[-{words}-]", "come": f"[+{words}+]"}[kind]


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
