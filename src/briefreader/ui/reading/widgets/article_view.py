"""The article: its text with what is marked in it, and the passage that is chosen."""

import re
from bisect import bisect_left, bisect_right
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from briefreader.model.document import Block, Document
from briefreader.model.span import Span
from briefreader.ui.keys.actions import bindings_for
from briefreader.ui.reading.widgets.article_layout import Layout
from briefreader.ui.reading.widgets.article_strips import GUTTER, ArticleStrips
from briefreader.ui.reading.widgets.article_styles import COMPONENTS
from briefreader.ui.text.marks import ANNOTATION_KINDS, Mark, Target
from briefreader.ui.widgets.scrolling import steps_of
from briefreader.views.sentences import sentences_of

_WORD = re.compile(r"\W*\w+")
_WORD_BACK = re.compile(r"\b\w")
_LONGEST_WORD = 80
_DOUBLE, _TRIPLE = 2, 3
_NOTHING = (
    "The selected article appears here with its claims and citations marked. In the margin: ○ claim, ● claim with a"
    " source, ! ? · findings."
)


class ArticleView(ScrollView, can_focus=True):
    """Shows a document on the Line API; knows the active mark and the selection, changes nothing itself."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("visual"), *bindings_for("article")]

    active: reactive[Span | None] = reactive(None, repaint=False)
    """The claim, citation, sentence or annotation that keys have gone to."""

    class Moved(Message):
        """The active passage or the selection has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._document = Document("", ())
        self._marks: tuple[Mark, ...] = ()
        self._head = ""
        self._layout_of_text: Layout | None = None
        self._strips = ArticleStrips(self)
        self._selected: Span | None = None
        self._anchor = self._point = 0
        self._sentences: list[Span] | None = None
        self._unfolded = False
        self._top = 0
        """The character that the reader has scrolled to the top; kept where a larger screen shows all."""
        self._laid_out_for = Size(0, 0)
        self.visual = False

    # What is shown

    def show(self, document: Document, marks: tuple[Mark, ...], head: str = "") -> None:
        """Show another document, from its top, under its head."""
        self._leave_passage()
        self._document, self._marks, self._head, self._sentences = document, marks, head, None
        self._unfolded = False
        self._point = 0
        self._top = 0
        self._lay_out(top=0)

    def show_nothing(self) -> None:
        """Show what will be here."""
        self.show(Document(_NOTHING, (Block(kind="paragraph", start=0, end=len(_NOTHING)),)), ())

    def change_head(self, head: str) -> None:
        """Show another head over the same document; the top text stays."""
        if head != self._head:
            self._head = head
            self._lay_out(top=self._top)

    def mark(self, marks: tuple[Mark, ...]) -> None:
        """Show other marks in the same document; nothing moves."""
        changed = set(marks) ^ set(self._marks)
        self._marks = marks
        self._strips.index(self._document, marks)
        for mark in changed:
            self._repaint(Span(mark.start, mark.end))

    @property
    def unfolded(self) -> bool:
        """Whether the page's furniture is shown."""
        return self._unfolded

    def toggle_furniture(self) -> None:
        """Show or fold what belongs to the page and not to the article; the top text stays."""
        self._unfolded = not self._unfolded
        self._lay_out(top=self._top)

    @property
    def passage(self) -> Span | None:
        """The characters chosen: the selection, else the active mark; None for neither."""
        return self._selected or self.active

    @property
    def offset_here(self) -> int:
        """The character at which keys go on: the active passage's, else the first on the screen."""
        return self.active.start if self.active else self._top

    # Moving

    def jump(self, target: Target, direction: int) -> bool:
        """Go to the next or previous claim, citation, sentence or annotation, round the end; False for none."""
        if self.visual and target == "sentence":
            self.action_extend("sentence", direction)
            return True
        spans = self._spans_of(target)
        if not spans:
            return False
        starts = [span.start for span in spans]
        if self.active in spans:
            number = spans.index(self.active) + direction
        elif direction > 0:
            number = bisect_right(starts, self.active.start) if self.active else self._first_below(starts)
        else:
            number = bisect_left(starts, self.offset_here) - 1
        self.clear_passage()
        self.active = spans[number % len(spans)]
        return True

    def go_to(self, span: Span) -> None:
        """Make a passage the active one."""
        self.clear_passage()
        self.active = span

    def clear_passage(self) -> None:
        """Choose nothing."""
        self.screen.clear_selection()
        self._leave_passage()

    def _leave_passage(self) -> None:
        self.visual = False
        self.active = None
        self._selected = None

    def _first_below(self, starts: list[int]) -> int:
        return bisect_left(starts, self._top)

    def _spans_of(self, target: Target) -> list[Span]:
        if target == "sentence":
            return self._all_sentences()
        kinds = ANNOTATION_KINDS if target == "annotation" else {target}
        return sorted({Span(mark.start, mark.end) for mark in self._marks if mark.kind in kinds})

    def _all_sentences(self) -> list[Span]:
        if self._sentences is None:
            self._sentences = sentences_of(self._document)
        return self._sentences

    def _sentence_at(self, offset: int) -> int:
        starts = [span.start for span in self._all_sentences()]
        return max(0, bisect_right(starts, offset) - 1)

    def watch_active(self, old: Span | None, new: Span | None) -> None:
        """Repaint what was and is active, and bring it into view."""
        self._strips.active = new
        for span in (old, new):
            if span:
                self._repaint(span)
        if new:
            self._reveal(new)
        self.post_message(self.Moved())

    def _reveal(self, span: Span) -> None:
        if not self._layout_of_text:
            return
        lines = self._layout_of_text.lines_of(span.start, span.end)
        top, height = self.scroll_offset.y, self.size.height
        if lines.start < top + 1 or lines.stop > top + height - 1:
            self.scroll_to(y=max(0, lines.start - height // 3), animate=False, force=True, immediate=True)

    # Choosing words

    def start_visual(self) -> None:
        """Begin to choose words at the active passage, or at the first sentence on the screen."""
        if not self._all_sentences():
            return
        start = self._selected or self.active
        if start is None:
            start = self._all_sentences()[self._sentence_at(self._top)]
        self.active = None
        self._anchor, self._point = start.start, start.end
        self.visual = True
        self.select(start)

    def select(self, span: Span) -> None:
        """Select characters; the screen's own selection is the one that counts."""
        self.screen.selections = {self: Selection(Offset(span.start, 0), Offset(span.end, 0))}

    def action_extend(self, unit: str, direction: int) -> None:
        """Move the free end of the selection by a word or a sentence."""
        self._point = self._beyond(unit, direction)
        low, high = sorted((self._anchor, self._point))
        if low < high:
            self.select(Span(low, high))
        self._reveal(Span(min(self._point, len(self._document.text) - 1), self._point + 1))

    def _beyond(self, unit: str, direction: int) -> int:
        text, point = self._document.text, self._point
        if unit == "sentence":
            sentences = self._all_sentences()
            ends = [s.end if point >= self._anchor else s.start for s in sentences]
            number = bisect_right(ends, point) if direction > 0 else bisect_left(ends, point) - 1
            return ends[max(0, min(number, len(ends) - 1))]
        if direction > 0:
            match = _WORD.match(text, point)
            return match.end() if match else len(text)
        low = max(0, point - _LONGEST_WORD)
        return low + max((m.start() for m in _WORD_BACK.finditer(text[low:point])), default=0)

    def action_other_end(self) -> None:
        """Let the next keys move the other end of the selection."""
        self._anchor, self._point = self._point, self._anchor

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of choosing words to others while none are chosen."""
        if action in ("extend", "other_end"):
            return self.visual
        return super().check_action(action, parameters)

    def selection_updated(self, selection: Selection | None) -> None:
        """Take over what Textual says is selected, by keys or by the mouse."""
        old = self._selected
        self._selected = self._span_of(selection) if selection else None
        self._strips.selected = self._selected
        if old == self._selected:
            return
        for span in (old, self._selected):
            if span:
                self._repaint(span)
        self.visual = self.visual and self._selected is not None
        self.post_message(self.Moved().set_sender(self))

    def _span_of(self, selection: Selection) -> Span | None:
        length = len(self._document.text)
        start = selection.start.x if selection.start else 0
        end = min(selection.end.x if selection.end else length, length)
        return Span(start, end) if start < end else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the words selected, for copying."""
        span = self._span_of(selection)
        return (span.of(self._document.text), "\n") if span else None

    # The mouse

    def offset_at_screen(self, x: int, y: int) -> int:
        """Return the character at a cell of the screen; beside the text, the nearest of its line."""
        if not self._layout_of_text:
            return 0
        region = self.content_region
        return self._layout_of_text.offset_at(x - region.x - GUTTER, y - region.y + self.scroll_offset.y)

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()  # Textual would select the whole widget
        offset = self.offset_at_screen(event.screen_x, event.screen_y)
        if event.chain == _DOUBLE:
            self._select_word(offset)
        elif event.chain == _TRIPLE and self._all_sentences():
            self.select(self._all_sentences()[self._sentence_at(offset)])
        elif not self._selected:
            hits = [mark for mark in self._marks if mark.start <= offset < mark.end]
            if hits:
                mark = min(hits, key=lambda mark: mark.end - mark.start)
                self.active = Span(mark.start, mark.end)
            else:
                self.active = None

    def _select_word(self, offset: int) -> None:
        for match in re.finditer(r"\w+", self._document.text[max(0, offset - _LONGEST_WORD) :]):
            start = match.start() + max(0, offset - _LONGEST_WORD)
            if start > offset:
                return
            if offset < start + len(match[0]):
                self.select(Span(start, start + len(match[0])))
                return

    # The screen

    def _lay_out(self, top: int) -> None:
        width = self.scrollable_content_region.width - GUTTER
        if width <= 0:
            return
        self._layout_of_text = Layout(self._document, width, head=self._head, unfolded=self._unfolded)
        self._strips.lay_out(self._layout_of_text)
        self._strips.index(self._document, self._marks)
        self.virtual_size = Size(width + GUTTER, len(self._layout_of_text.lines))
        y = self._layout_of_text.line_of(top) if top else 0
        self.scroll_to(y=y, animate=False, force=True, immediate=True)
        self.refresh()

    def on_resize(self) -> None:
        """Keep the text at the top where it is, whatever the width."""
        width = self.scrollable_content_region.width - GUTTER
        if self._layout_of_text is None or self._layout_of_text.width != width:
            self._lay_out(top=self._top)
        self._laid_out_for = self.size

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember what is at the top, unless it is a change of size that moves the text."""
        super().watch_scroll_y(old_value, new_value)
        if self._layout_of_text and self.size == self._laid_out_for:
            y = round(new_value)
            self._top = self._layout_of_text.offset_at(0, y) if y else 0

    @property
    def progress(self) -> float:
        """How much of the text has come on the screen by where it is scrolled to now, 0 to 1."""
        layout = self._layout_of_text
        last = self.scroll_offset.y + self._laid_out_for.height
        if layout is None or last >= len(layout.lines):
            return 1.0
        return layout.offset_at(0, last) / len(self._document.text)

    def go_on_from(self, progress: float) -> None:
        """Show the last lines that were on the screen at such a progress; all read, or nothing, changes nothing."""
        if self._layout_of_text and 0 < progress < 1:
            last = self._layout_of_text.line_of(round(progress * len(self._document.text)))
            self.scroll_to(y=max(0, last - self._laid_out_for.height), animate=False, force=True, immediate=True)

    def _repaint(self, span: Span) -> None:
        if self._layout_of_text:
            lines = self._layout_of_text.lines_of(span.start, span.end)
            self._strips.forget_lines(lines)
            self.refresh_lines(lines.start, len(lines))

    def notify_style_update(self) -> None:
        """Paint anew after a change of theme."""
        super().notify_style_update()
        self._strips.forget_styles()

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        return self._strips.line(y + self.scroll_offset.y, self.scrollable_content_region.width)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.scroll_relative(y=lines, animate=False, immediate=True)

    def action_page(self, share: float) -> None:
        """Scroll by a screen, less two lines that stay, or by a share of one."""
        self.scroll_relative(y=steps_of(share, self.size.height - 2), animate=False, immediate=True)

    def action_top(self) -> None:
        """Go to the top."""
        self.scroll_to(y=0, animate=False, immediate=True)

    def action_bottom(self) -> None:
        """Go to the end."""
        self.scroll_to(y=self.max_scroll_y, animate=False, immediate=True)
