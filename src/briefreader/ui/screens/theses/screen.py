"""The theses: for each, what speaks for the bull and what for the bear."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import ClassVar, Literal

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from briefreader.model.annotation import Annotation, Evidence, Stance
from briefreader.model.days import evening_of
from briefreader.model.ids import ThesisId
from briefreader.model.thesis import Thesis
from briefreader.model.typed_days import in_words
from briefreader.model.watch import Due
from briefreader.ui.dialogs.pager import TableScreen
from briefreader.ui.dialogs.prompt import ask_days
from briefreader.ui.keys.actions import Scope, bindings_for
from briefreader.ui.keys.hints import clickable, view_tabs
from briefreader.ui.screens.base import LedgerList, LedgerScreen, Place
from briefreader.ui.screens.theses.editor import ThesisEditor
from briefreader.ui.screens.theses.lines import (
    fit,
    foot_lines,
    head_lines,
    item_entry,
    matrix_lines,
    moved_line,
    movement_lines,
    without_lines,
)
from briefreader.ui.text.wrapping import wrap
from briefreader.ui.widgets.entry_list import Entry
from briefreader.ui.widgets.evidence_bar import EvidenceBar
from briefreader.views.matrix import matrix
from briefreader.views.theses import theses, unfiled
from briefreader.views.thesis_board import Board, BoardItem, board
from briefreader.workflows.annotate import Remark, delete, revise
from briefreader.workspace import Workspace

Side = Literal["bull", "bear"]

_ENDLESS = 10_000
_TITLE_LEAVES = 62
_CHANGES = frozenset("write delete_thesis reviewed edit thesis origin remove watch_premortem undo redo".split())


class BoardScreen(LedgerScreen):
    """Shows one thesis at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("board")]
    SCOPE: ClassVar[Scope] = "board"

    def __init__(self, workspace: Workspace, number: int = 0) -> None:
        super().__init__(workspace)
        self._number = number
        """Which thesis is shown; behind the last, what is on none."""
        self._until: datetime | None = None
        self._shown_side: Side = "bull"
        self.board = board(workspace.store, None, workspace.today())
        self._head = Static(markup=False, id="head")
        self._foot = Static(markup=False, id="foot")
        self._sides: dict[Side, LedgerList[BoardItem]] = {"bull": LedgerList(), "bear": LedgerList()}
        self.bar = EvidenceBar(self.title_of, lambda: workspace.settings.keys)
        self._edited: Annotation | None = None
        """What the bar changes, also when the mouse has chosen another meanwhile."""
        self._editor = ThesisEditor(self, self._show_last)

    def compose(self) -> ComposeResult:
        """Lay out the two sides between what is said of both."""
        yield self.title_bar
        yield self._head
        with Horizontal(id="sides"):
            yield from self._sides.values()
        yield self._foot
        yield self.bar
        yield self.key_bar

    def on_mount(self) -> None:
        """Begin with the first thesis."""
        self.name_keys("theses")
        self.set_focus(self._sides["bull"])

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the lines to the new width."""
        self.show()

    # What is shown

    def show(self) -> None:
        """Show the thesis and its evidence."""
        known = theses(self.workspace.store)
        loose = unfiled(self.workspace.store)
        self._number = min(self._number, len(known) - (0 if loose else 1)) if known else 0
        thesis = known[self._number] if self._number < len(known) else None
        today = self.workspace.today()
        shown = board(self.workspace.store, thesis.id if thesis else None, today, self._until)
        self.board = shown
        width = self.app.size.width - 2
        if not known and not loose:
            self._show_nothing()
            return
        nothing = f"This thesis did not exist on {self._until:%d %b %Y}." if self._until and thesis else ""
        lines = list(head_lines(shown, width, nothing))
        if self._until:
            now = board(self.workspace.store, thesis.id if thesis else None, today)
            lines[-1] = moved_line(shown, now, self._until)
        self._head.update(Content("\n".join(lines)))
        self._foot.update(Content("\n".join(foot_lines(shown, width))))
        self._sides["bull"].show_entries(_listed("+ BULL", [*shown.side("bull"), *shown.side("neutral")]))
        self._sides["bear"].show_entries(_listed("- BEAR", shown.side("bear")))
        place = f"thesis {self._number + 1}/{len(known)}" if thesis else "no thesis"
        self._show_tabs(len(known), thesis.title if thesis else "Unassigned")
        step = clickable("board.next", self.workspace.settings.keys, place)
        self.title_bar.right = Content.assemble(f"{loose} unassigned  " if loose else "", step)

    def _show_nothing(self) -> None:
        self._show_tabs(0)
        self.title_bar.right = ""
        self._head.update("No theses yet.\n\nPress a to write one: a bull case and a bear case, each falsifiable.")
        self._foot.update("")
        for side in self._sides.values():
            side.show_entries(())

    def _show_tabs(self, count: int, title: str = "") -> None:
        keys, room = self.workspace.settings.keys, self.app.size.width - _TITLE_LEAVES
        self.title_bar.left = Content.assemble(view_tabs("theses", count, keys), "   ", fit(title, max(12, room)))

    def title_of(self, thesis_id: ThesisId | None) -> str:
        """Return a thesis' title; for none, how that is called."""
        return next((one.title for one in theses(self.workspace.store) if one.id == thesis_id), "none")

    @property
    def place(self) -> Scope:
        """Where keys work now: in the bar, or on the board."""
        return "evidence" if self.bar.display else super().place

    @property
    def is_writing(self) -> bool:
        """Whether evidence is being edited."""
        return self.bar.display

    @property
    def side(self) -> LedgerList[BoardItem]:
        """The side that keys go to."""
        return self._sides[self._shown_side]

    @property
    def item(self) -> BoardItem | None:
        """The evidence that is chosen; None when there is none."""
        return self.side.entry.subject if self.side.entry else None

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus, also when the mouse moves it."""
        for name, side in self._sides.items():
            if event.widget is side:
                self._shown_side = name

    def _show_last(self) -> None:
        """Show the thesis that was written last."""
        self._number = len(theses(self.workspace.store)) - 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Do nothing else while evidence is being changed; change nothing on a board of another day."""
        if self.bar.display and action not in ("do", "end_line", "thesis"):
            return False
        if self._until and action in _CHANGES:
            return False
        return super().check_action(action, parameters)

    # Keys

    def action_other_side(self) -> None:
        """Go to the other side."""
        self.set_focus(self._sides["bear" if self._shown_side == "bull" else "bull"])

    def action_step(self, by: int) -> None:
        """Show the next or the previous thesis; keys go to a side that has something."""
        self._number = max(0, self._number + by)
        self.show()
        if self.side.entry is None:
            self.action_other_side()

    def action_go(self) -> None:
        """Go to the passage."""
        if item := self.item:
            place = item.anchor.span if item.anchor else item.annotation.span
            self.dismiss(Place(item.annotation.article_id, place))

    def action_back(self) -> None:
        """Go back to today's board, then to reading."""
        if self._until:
            self._until = None
            self.show()
        else:
            self.dismiss(None)

    def action_write(self, change: bool) -> None:  # noqa: FBT001 - Textual passes it by place
        """Write a thesis, or change the one shown."""
        self._editor.write(self.board.thesis if change else None, change=change)

    def action_delete_thesis(self) -> None:
        """Take the thesis away."""
        self._editor.delete_thesis(self.board.thesis)

    def action_reviewed(self) -> None:
        """Say that the thesis was looked at, and ask when to look again."""
        self._editor.review(self.board.thesis)

    def action_watch_premortem(self) -> None:
        """Offer the reasons to fail; the chosen one is watched for."""
        self._editor.watch_premortem(self.board.thesis)

    def action_edit(self) -> None:
        """Change the evidence that is chosen."""
        if self.item:
            note = self._edited = self.item.annotation
            self.bar.ask(Remark(evidence=note.evidence, note=note.note, tags=note.tags), "", self._turned)

    def _turned(self, stance: Stance) -> Evidence:
        return replace(self.bar.remark.evidence or Evidence(stance=stance), stance=stance)

    def action_do(self, action_id: str) -> None:
        """Do an action of the bar, by its id."""
        acts = {
            "evidence.save": self._save_remark,
            "evidence.cancel": self._close_bar,
            "evidence.thesis": self.action_thesis,
        }
        acts[action_id]()

    def _save_remark(self) -> None:
        if self._edited:
            revise(self.workspace, self._edited, self.bar.remark)
        self._close_bar()
        self.done("Evidence saved")

    def _close_bar(self) -> None:
        self.bar.close()
        self.set_focus(self.side)

    async def action_end_line(self, keep: bool) -> None:  # noqa: FBT001 - Textual passes it by place
        """Take over what was written in the bar's field, or leave what was."""
        await self.bar.end_line(keep=keep)

    def action_thesis(self) -> None:
        """Offer the theses."""
        if self.bar.display:
            self._editor.choose_thesis(self._put_remark_on)
        else:
            self._editor.assign(self.item)

    def _put_remark_on(self, thesis: Thesis | None) -> None:
        self.bar.put_on(thesis.id if thesis else None)
        self.set_focus(self.bar)

    def action_origin(self) -> None:
        """Ask who first reported it."""
        self._editor.ask_origin(self.item)

    def action_remove(self) -> None:
        """Delete the evidence."""
        if self.item:
            delete(self.workspace, self.item.annotation)
            self.done("Evidence deleted")

    # Other ways to look

    def action_as_of(self) -> None:
        """Ask for a day, and show the board as it stood in its evening."""

        def go(due: Due) -> None:
            self._until = evening_of(due.last)
            self.show()

        ask_days(self.app, "Show as of which date?", go, today=self.workspace.today(), direction="back")

    def action_all(self) -> None:
        """Show what stands above and below the sides, with nothing cut off."""
        width, title = self.app.size.width - 8, self.board.thesis.title if self.board.thesis else "Unassigned"
        said = [*head_lines(self.board, _ENDLESS), "", *foot_lines(self.board, _ENDLESS)]
        lines = [words[start:end] for words in said for start, end in wrap(words, 0, len(words), width) or [(0, 0)]]
        self.app.push_screen(TableScreen(title, lines))

    def action_moved(self) -> None:
        """Ask for one or two days, and show what moved since or between."""
        today = self.workspace.today()

        def go(due: Due) -> None:
            first, last = due.first, today if due.precision == "day" else due.last
            then, now = self._board_on(first), self._board_on(last)
            title = f"Changes from {first:%d %b %Y} to {last:%d %b %Y}"
            self.app.push_screen(TableScreen(title, list(movement_lines(then, now))))

        def wrong(due: Due) -> str | None:
            return None if due.first < today else f"{in_words(due, today)}: not a past date"

        question = "Show changes since which date, or from one to another?"
        ask_days(self.app, question, go, wrong, today=today, direction="back")

    def _board_on(self, day: date) -> Board:
        thesis = self.board.thesis
        until = evening_of(day)
        return board(self.workspace.store, thesis.id if thesis else None, day, until)

    def action_without(self) -> None:
        """Show the belief without each origin."""
        self.app.push_screen(TableScreen("Result without each origin", list(without_lines(self.board))))

    def action_matrix(self) -> None:
        """Show which evidence speaks for what, over all theses."""
        lines = list(matrix_lines(*matrix(self.workspace.store), self.app.size.width - 8))
        self.app.push_screen(TableScreen("Evidence matrix", lines))


def _listed(heading: str, items: Iterable[BoardItem]) -> Iterator[Entry[BoardItem]]:
    """Yield a side's entries under its heading."""
    entries = [item_entry(item) for item in items]
    yield Entry((("heading", f"{heading} {len(entries) or ''}".rstrip()), ("text", "")))
    yield from entries
    if not entries:
        yield Entry(
            (("hint", "No evidence yet. While reading, press + or - to tag a passage, then p to choose the thesis."),)
        )
