"""The reading screen: feed, article, notes."""

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.widget import Widget

from briefreader.model.annotation import Stance
from briefreader.model.ids import ArticleId, ArticleKey
from briefreader.ui.keys.actions import Scope, bindings_for
from briefreader.ui.reading.background_jobs import Background, Told
from briefreader.ui.reading.presenter import Desk
from briefreader.ui.reading.triage_screen import TriageScreen
from briefreader.ui.reading.widgets.article_view import ArticleView
from briefreader.ui.reading.widgets.feed_list import FeedList
from briefreader.ui.reading.widgets.mouse_selection import offset_of_selection
from briefreader.ui.reading.widgets.notes_pane import Note, NotesPane
from briefreader.ui.text.marks import Target
from briefreader.ui.widgets.evidence_bar import EvidenceBar
from briefreader.ui.widgets.line_bar import LineBar
from briefreader.views.inbox import list_rows
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.screens.base import Answer

_PREVIEW_AFTER_S = 0.06
"""Holding a key down in the feed loads nothing until it rests."""
_BEGIN_AFTER_S = 0.02
_BESIDE_AFTER_S = 0.5
Pane = Literal["feed", "article", "notes"]
_PANES: tuple[Pane, ...] = ("feed", "article", "notes")


class ReadScreen(TriageScreen):
    """Lays out the panes, and hands keys and messages to the :class:`Desk`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("read")]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it for instances
        (0, "-narrow"),
        (60, "-medium"),
        (110, "-wide"),
    ]

    def __init__(self, workspace: Workspace, width: int, row: int = 0) -> None:
        """Lay out for a terminal of ``width`` columns from the start, so that it is not styled twice.

        ``row``: where the cursor begins.
        """
        fitting = [name for least, name in self.HORIZONTAL_BREAKPOINTS or () if width >= least]
        super().__init__(classes=f"on-feed {fitting[-1]}")
        self._first_row = row
        self.workspace = workspace
        """What the palette looks into."""
        self.feed = FeedList(lambda keys: list_rows(workspace.store, keys), workspace.today)
        self.article = ArticleView()
        self.notes = NotesPane()
        self._desk = Desk(self, workspace)
        self.bar = EvidenceBar(self._desk.thesis_title, lambda: workspace.settings.keys)
        self.title_bar = LineBar(id="title-bar")
        self.key_bar = LineBar(id="key-bar")
        self._background = Background(self, self._desk, workspace)

    def compose(self) -> ComposeResult:
        """Lay out the bars round the panes."""
        yield self.title_bar
        with Horizontal(id="panes"):
            yield self.feed
            yield self.article
            yield self.notes
        yield self.key_bar

    def open_bar(self) -> EvidenceBar:
        """Return the evidence bar; it comes on the screen when it is first needed, to start faster."""
        if not self.bar.is_attached:
            self.mount(self.bar, before=self.key_bar)
        return self.bar

    def on_mount(self) -> None:
        """List the top of the inbox; the rest once the first frame is on the screen."""
        self.set_focus(self.feed)
        self._desk.open_first_rows(self._first_row)
        self.set_timer(_BEGIN_AFTER_S, self._desk.begin)
        self.set_timer(_BESIDE_AFTER_S, self._background.begin)
        self._background.refresh_each(self.workspace.settings.refresh_minutes)

    def take_settings(self) -> None:
        """Name the keys as they are set now, and ask feeds as often as is set now."""
        self._background.refresh_each(self.workspace.settings.refresh_minutes)
        self._desk.show_position()
        self._desk.show_keys()

    # What goes on beside

    def on_told(self, message: Told) -> None:
        """Say how far a job is, or show what it has brought."""
        self._background.hear(message)

    def action_refresh(self) -> None:
        """Ask the feeds for what is new, or stop asking."""
        self._background.refresh(at_once=True)

    def action_fetch(self) -> None:
        """Fetch the whole text of the article from its page."""
        if reading := self._desk.catch_up():
            self._background.fetch(reading.article.id)

    def on_unmount(self) -> None:
        """Note how far was read, and stop what goes on beside; the next start goes on with it."""
        self._desk.triaging.keep_progress()
        self._background.stop()

    # Panes

    @property
    def pane(self) -> Pane:
        """The pane that keys go to."""
        return next(name for name in _PANES if self.has_class(f"on-{name}"))

    @property
    def place(self) -> Scope:
        """Where keys work now: in the bar, while choosing words, or in the pane."""
        if self.bar.display:
            return "evidence"
        return "visual" if self.article.visual and self.pane == "article" else self.pane

    def show_pane(self, name: str) -> None:
        """Put the keys in a pane, showing it where there is no room for all."""
        for other in _PANES:
            self.set_class(other == name, f"on-{other}")
        # set_focus at once: Widget.focus() comes later, and keys typed ahead would go to the old pane
        self.set_focus({"feed": self.feed, "article": self.article, "notes": self.notes}[name])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus, also when the mouse moves it."""
        panes = {self.feed: "feed", self.article: "article", self.notes: "notes"}
        name = panes.get(event.widget)  # type: ignore[call-overload]
        if name:
            for other in _PANES:
                self.set_class(other == name, f"on-{other}")
        self._desk.show_keys()

    def action_pane(self, direction: int) -> None:
        """Go to the next pane, round the end."""
        self.show_pane(_PANES[(_PANES.index(self.pane) + direction) % len(_PANES)])

    def action_side(self, direction: int) -> None:
        """Go to the pane at the left or the right, where there is one."""
        place = _PANES.index(self.pane) + direction
        self.show_pane(_PANES[max(0, min(place, len(_PANES) - 1))])

    def action_zen(self) -> None:
        """Show only the article, or all panes again."""
        self.toggle_class("zen")
        self.show_pane("article" if self.has_class("zen") else self.pane)

    def action_back(self, may_quit: bool) -> None:  # noqa: FBT001 - Textual passes it by place
        """Give up what was begun, then go to the feed, then quit."""
        if self._desk.annotating.placing:
            self._desk.annotating.give_up_placing()
        elif self.pane == "feed" and (self.feed.selected or not self._desk.listing.is_plain):
            self._leave_query()
        elif self.article.passage or self.article.visual:
            self.article.clear_passage()
        elif self.has_class("zen"):
            self.action_zen()
            self.show_pane("feed")
        elif self.pane != "feed":
            self.show_pane("article" if self.pane == "notes" else "feed")
        elif may_quit:
            self.app.exit()

    def _leave_query(self) -> None:
        """Select nothing; then list the whole list again."""
        if self.feed.selected:
            self.feed.select_none()
        else:
            self._desk.leave_query()

    # The feed

    def on_feed_list_highlighted(self) -> None:
        """Preview the article under the cursor once the cursor rests."""
        self._desk.show_position()
        self.preview_soon()

    def preview_soon(self) -> None:
        """Show the article under the cursor, unless the cursor moves on before."""
        key = self.feed.key
        self.set_timer(_PREVIEW_AFTER_S, lambda: self._preview(key))

    def _preview(self, key: ArticleKey | None) -> None:
        if self.feed.key == key:
            self._desk.show_article()

    def action_open(self) -> None:
        """Read the article: it counts as read from now on."""
        self.show_pane("article")
        self._desk.triaging.begin_reading()

    def action_step(self, rows: int) -> None:
        """Go to the next or previous article from any pane."""
        self.feed.action_move(rows)

    def on_app_focus(self) -> None:
        """Look for what another program has added while the reader was elsewhere."""
        self._desk.reload_if_changed()

    # The article

    def action_jump(self, target: Target, direction: int) -> None:
        """Go to the next or previous claim, citation, sentence or annotation."""
        self._desk.catch_up()
        if self.article.jump(target, direction):
            self.show_pane("article")
            self._desk.show_keys()  # at once, so that one frame shows all
        else:
            none = f"No {target} in this article"
            self._desk.say(self._desk.searching.why_none() if target == "match" else none)

    def action_visual(self) -> None:
        """Choose words, or stop choosing."""
        self._desk.catch_up()
        if self.article.visual:
            self.article.clear_passage()
        else:
            self.article.start_visual()
            self.show_pane("article")
        self._desk.show_keys()

    def action_furniture(self) -> None:
        """Show or fold the page's furniture."""
        self._desk.catch_up()
        self.article.toggle_furniture()

    def on_article_view_moved(self) -> None:
        """Say what the active passage is."""
        self._desk.show_keys()

    def action_follow(self) -> None:
        """Show what the citation or link at the active passage points at."""
        self._desk.follow(self.article.offset_here)

    def action_browse(self) -> None:
        """Open the article in the browser."""
        self._desk.browse()

    def action_copy(self, what: str) -> None:
        """Copy the quote with its citation, or the link."""
        self._desk.copy(what)

    def action_export(self) -> None:
        """Write the notes on this article to a file."""
        self._desk.export()

    # Annotations

    def action_tag(self, stance: Stance) -> None:
        """Ask how the passage weighs; without one, how the whole article does."""
        self._desk.annotating.tag(stance)

    def action_highlight(self) -> None:
        """Highlight the passage."""
        self._desk.annotating.highlight()

    def action_note(self) -> None:
        """Write a note on the passage, or on the whole article."""
        self._desk.annotating.write("note")

    def action_tags(self) -> None:
        """Write tags for the passage, or for the whole article."""
        self._desk.annotating.write("tags")

    def action_repeat(self) -> None:
        """Say of this passage what was last said of another."""
        self._desk.annotating.repeat()

    def action_entry(self, wish: Literal["go", "edit", "delete"]) -> None:
        """Go to a note's passage, change the note, or delete it."""
        note = self.notes.note
        if note and note.elsewhere:
            self.open_article(note.elsewhere.article_id, note.elsewhere.span)
        elif note:
            self._desk.annotating.on_note(note, wish)

    def action_suggestion(self, flipped: bool) -> None:  # noqa: FBT001 - Textual passes it by place
        """Take the author's point for evidence, the author's way or the other."""
        if self.notes.note and self.notes.note.suggestion:
            self._desk.annotating.take(self.notes.note.suggestion, flipped=flipped)

    def action_across(self, wish: Literal["claim", "matter", "story", "term"]) -> None:
        """Ask the archive who else says this, what is on the matter or the event, or where a name is."""
        from briefreader.ui.reading.actions.related import Across  # noqa: PLC0415 - on first use

        asks = Across(self, self._desk, self.workspace)
        {"claim": asks.who_else_says, "matter": asks.related, "story": asks.story, "term": asks.this_term}[wish]()

    def action_texts(self) -> None:
        """Show a text that the article had before."""
        from briefreader.ui.reading.actions.revisions import show_earlier  # noqa: PLC0415 - on first use

        if reading := self._desk.catch_up():
            show_earlier(self.app, self.workspace, reading, self._desk.say)

    def action_watch(self) -> None:
        """Watch for what the passage says."""
        self._desk.annotating.watch()

    def come_back(self, answer: "Answer") -> None:
        """Show again what may have changed on another screen, and go on where its answer says."""
        self._desk.come_back(answer)

    def action_thesis(self) -> None:
        """Choose the thesis of the remark in the bar, or of the evidence that is chosen."""
        if self.bar.display:
            self._desk.annotating.choose_thesis(None)
        elif self.notes.note and self.notes.note.annotation:
            self._desk.annotating.choose_thesis(self.notes.note.annotation)

    def action_silence(self, everywhere: bool) -> None:  # noqa: FBT001 - Textual passes it by place
        """Hear no more of the rule of the finding that is chosen."""
        if self.notes.note and self.notes.note.finding:
            self._desk.checking.silence(self.notes.note.finding, everywhere=everywhere)

    def action_hear_again(self) -> None:
        """Hear silenced findings again."""
        self._desk.checking.hear_again()

    def action_correct_claim(self) -> None:
        """Say that a claim is none, or that a passage is one."""
        self._desk.checking.correct_claim()

    def action_correct_citation(self) -> None:
        """Say who is cited."""
        self._desk.checking.correct_citation()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Do nothing else while a remark is being made; leave the keys of editing to the screen without a note."""
        if self._desk.searching.line and action != "end_line":
            return False
        if self.bar.display and action not in ("save_remark", "cancel_remark", "end_line", "thesis"):
            return False
        note = self.notes.note or Note()
        evidence = note.annotation.evidence if note.annotation else None
        can: dict[tuple[str, tuple[object, ...]], object] = {
            ("silence", (True,)): note.finding,
            ("suggestion", (False,)): note.suggestion,
            ("suggestion", (True,)): note.suggestion,
            ("entry", ("edit",)): note.annotation,
            ("entry", ("delete",)): note.annotation or note.finding or note.suggestion,
            ("thesis", ()): evidence or self.bar.display,
        }
        if (action, parameters) in can:
            return bool(can[action, parameters])
        return super().check_action(action, parameters)

    def action_save_remark(self) -> None:
        """Keep what was said."""
        self._desk.annotating.save(self.bar.remark)

    def action_cancel_remark(self) -> None:
        """Keep nothing."""
        self._desk.annotating.cancel()

    async def action_end_line(self, keep: bool) -> None:  # noqa: FBT001 - Textual passes it by place
        """Take over what was written in the line, or leave what was."""
        if not self._desk.searching.line:
            await self.bar.end_line(keep=keep)
        elif keep:
            self._desk.searching.keep()
        else:
            self._desk.searching.give_up()

    @property
    def article_id(self) -> ArticleId | None:
        """The article that is open; None for none."""
        return self._desk.reading.article.id if self._desk.reading else None

    def say(self, words: str) -> None:
        """Tell the reader what happened, until the next key."""
        self._desk.say(words)

    def hush(self) -> None:
        """Stop saying what happened: the reader has gone on."""
        self._desk.hush()

    # Textual's selection, made exact for the article

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Say which character of the article is at a cell; a drag that began there stays there."""
        exact = offset_of_selection(self, self.article, x, y)
        return exact or super().get_widget_and_offset_at(x, y)
