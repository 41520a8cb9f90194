"""A list of entries of several lines each, with a cursor on those that can be chosen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Generic, Literal, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefreader.ui.text.marks import AnnotationKind
from briefreader.ui.text.wrapping import width_of, wrap
from briefreader.ui.widgets.scrolling import steps_of

Part = Literal["heading", "quote", "text", "hint", "gone", "come"] | AnnotationKind
Subject = TypeVar("Subject")

_NARROWEST = 8


@dataclass(frozen=True, slots=True)
class Entry(Generic[Subject]):
    """Something listed."""

    lines: tuple[tuple[Part, str], ...]
    subject: Subject | None = None
    """What it is about; None for words that keys go past."""
    hang: int = 0
    """How many columns what does not fit on a line is put in by, so that columns stay columns."""


class EntryList(ScrollView, Generic[Subject], can_focus=True):
    """Lists entries; knows which is chosen, changes nothing itself."""

    ALLOW_SELECT = False
    ON_CLICK = "screen.go"
    """What a click on the entry that is chosen does."""
    GOES_AT_ONCE = False
    """Whether the click that chooses an entry does so already."""
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"entry--{part}"
        for part in ("heading", "bull", "bear", "neutral", "note", "quote", "text", "hint", "gone", "come", "cursor")
    }

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry[Subject], ...] = ()
        self._lines: list[tuple[int, Part, str]] = []
        """Entry, style and words of each line of the screen."""
        self._cursor = -1
        self._styles: dict[str, Style] = {}

    def show_entries(self, entries: Iterable[Entry[Subject]], choose: Subject | None = None) -> None:
        """List entries; the cursor goes to ``choose``, else stays where it can."""
        self._entries = tuple(entries)
        stops = self._stops()
        wanted = [stop for stop in stops if choose is not None and self._entries[stop].subject == choose]
        if wanted:
            self._cursor = wanted[0]
        elif self._cursor not in stops:
            later = [stop for stop in stops if stop > self._cursor]
            self._cursor = (later or stops[-1:] or [-1])[0]
        self._lay_out()
        if wanted:
            self._choose(self._cursor)

    @property
    def entry(self) -> Entry[Subject] | None:
        """The entry that is chosen; None when there is none."""
        return self._entries[self._cursor] if 0 <= self._cursor < len(self._entries) else None

    def _stops(self) -> list[int]:
        return [number for number, entry in enumerate(self._entries) if entry.subject is not None]

    # Keys

    def action_move(self, direction: int) -> None:
        """Choose the next or the previous entry."""
        stops = self._stops()
        if self._cursor in stops:
            number = stops.index(self._cursor) + direction
            self._choose(stops[max(0, min(number, len(stops) - 1))])
        else:
            self.scroll_relative(y=direction, animate=False)

    def action_page(self, share: float) -> None:
        """Scroll by a screen, or a share of one."""
        self.scroll_relative(y=steps_of(share, self.size.height - 2), animate=False)

    async def on_click(self, event: events.Click) -> None:
        """Choose the entry that is clicked."""
        y = event.y + self.scroll_offset.y
        if y < len(self._lines) and self._entries[self._lines[y][0]].subject is not None:
            is_chosen = self._cursor == self._lines[y][0]
            self._choose(self._lines[y][0])
            if is_chosen or self.GOES_AT_ONCE:
                await self.run_action(self.ON_CLICK)

    def _choose(self, number: int) -> None:
        self._cursor = number
        lines = [y for y, line in enumerate(self._lines) if line[0] == number]
        self.scroll_to_region(Region(0, lines[0], 1, len(lines)), animate=False, force=True, immediate=True)
        self.refresh()

    # The screen

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - 1
        self._lines = []
        for number, entry in enumerate(self._entries):
            for part, words in entry.lines:
                indent = "" if part == "heading" else " "
                pieces = _hanging(words, max(_NARROWEST, width - 1), entry.hang)
                self._lines += [(number, part, indent + piece) for piece in pieces]
        self.virtual_size = Size(max(0, width), len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._lay_out()

    def on_focus(self) -> None:
        """Show which entry keys go to."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Paint anew after a change of theme."""
        super().notify_style_update()
        self._styles.clear()

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(f"entry--{name}")
        return self._styles[name]

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        width = self.scrollable_content_region.width
        y += self.scroll_offset.y
        if y >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        number, part, words = self._lines[y]
        here = number == self._cursor and self.has_focus
        sign = "▌" if here else " "
        style = self._style("cursor" if here else part)
        space = " " * max(0, width - 1 - width_of(words))
        return Strip([Segment(sign + words + space, style)]).adjust_cell_length(width)


def _hanging(words: str, width: int, hang: int) -> Iterator[str]:
    """Yield a text line by line, all but the first put in."""
    lines = wrap(words, 0, len(words), width)
    if not hang or len(lines) == 1:
        yield from (words[start:end] for start, end in lines)
        return
    start, end = lines[0]
    yield words[start:end]
    while end < len(words) and words[end].isspace():
        end += 1
    for first, last in wrap(words, end, len(words), max(_NARROWEST, width - hang)):
        yield " " * hang + words[first:last]
