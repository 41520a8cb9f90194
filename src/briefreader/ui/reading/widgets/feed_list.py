"""The list of articles: two lines each, as many as the store holds."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefreader.model.article import ArticleRow
from briefreader.model.ids import ArticleKey
from briefreader.model.query import Snippet
from briefreader.model.span import Span
from briefreader.ui.keys.actions import bindings_for
from briefreader.ui.reading.listing import ListPosition, Scores
from briefreader.ui.text.feed_lines import ROW_LINES, StoryLine, fit, meta_line, title_line
from briefreader.ui.widgets.scrolling import steps_of

PAGE = 64
"""Rows fetched at a time."""
SNIPPETS = 16
"""Snippets fetched at a time."""
_KEPT_PAGES = 64
_KEPT_STRIPS = 512

Snippets = Callable[[Sequence[int]], Mapping[ArticleKey, Snippet]]
FindStories = Callable[[Sequence[int]], Mapping[ArticleKey, StoryLine]]
FindMatches = Callable[[str], Sequence[Span]]
Fetch = Callable[[Sequence[int]], Mapping[ArticleKey, ArticleRow]]


class FeedList(ScrollView, can_focus=True):
    """Shows the articles under its keys, a page of rows at a time; changes nothing itself."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "feed--title",
        "feed--unread",
        "feed--meta",
        "feed--cursor",
        "feed--cursor-blurred",
        "feed--empty",
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("feed")]

    cursor: reactive[int] = reactive(0, repaint=False)

    class Highlighted(Message):
        """Another article is under the cursor."""

        def __init__(self, key: ArticleKey) -> None:
            super().__init__()
            self.key = key

    class Selected(Message):
        """More or fewer articles are selected."""

    def __init__(self, fetch: Fetch, today: Callable[[], date]) -> None:
        super().__init__()
        self._fetch = fetch
        self._today = today
        self._keys: array[int] = array("q")
        self._pages: LRUCache[int, list[ArticleRow | None]] = LRUCache(_KEPT_PAGES)
        self._strips: LRUCache[tuple[int, int, int, int], Strip] = LRUCache(_KEPT_STRIPS)
        self._styles: dict[str, Style] = {}
        self._empty = ""
        self._find_snippets: Snippets | None = None
        self._find_matches: FindMatches | None = None
        self._find_scores: Scores | None = None
        self._scores: dict[ArticleKey, float] = {}
        self._stories: dict[ArticleKey, StoryLine] = {}
        self._snippets: LRUCache[int, Mapping[ArticleKey, Snippet]] = LRUCache(_KEPT_PAGES)
        self.rest: Callable[[], None] | None = None
        """Lists the rest; None when all is listed."""
        self.location_label: Callable[[ArticleRow], str] = lambda _: ""
        """Says where an article is, before its publisher; empty where that goes without saying."""
        self.find_stories: FindStories = lambda _: {}
        """Says which rows stand for a story, or are listed below one that does."""
        self.selected: set[int] = set()
        """The keys that the reader has selected."""
        self._anchor: int | None = None

    # What is listed

    def list_keys(self, keys: "array[int]", *, position: ListPosition | None = None, empty: str = "") -> None:
        """List other articles; the cursor goes to the first, or to a position: its article, else its row.

        ``empty`` says what to do when there are none.
        """
        self._keys, self._empty, self.rest = keys, empty, None
        selected = self.selected if position is None else position.selected
        self.selected = {*selected & set(keys)} if selected else set()
        if position is None:
            self._changed(0)
        else:
            row = keys.index(position.key) if position.key is not None and position.key in keys else position.row
            self._anchor = position.anchor
            self._changed(row, position.scrolled)

    @property
    def position(self) -> ListPosition:
        """Where the reader is, to come back to."""
        return ListPosition(self.key, self.cursor, self.scroll_offset.y, frozenset(self.selected), self._anchor)

    def story_line(self, key: ArticleKey | None) -> StoryLine | None:
        """Return how a row stands to the others of its story; None when it has none in what is listed."""
        return self.find_stories([key]).get(key) if key is not None else None

    def set_matches(self, find_snippets: Snippets, find_matches: FindMatches) -> None:
        """Show under each title the words round a match, and mark what ``find_matches`` finds in the titles."""
        self._find_snippets, self._find_matches = find_snippets, find_matches

    def set_scores(self, find: Scores | None) -> None:
        """Show the score of each article; None for none."""
        self._find_scores = find

    def drop(self, key: ArticleKey) -> None:
        """Take an article off the list; the cursor stays at its row, so on the next article."""
        if key in self._keys:
            del self._keys[self._keys.index(key)]
            self._changed(self.cursor)

    def put(self, key: ArticleKey, row: int) -> None:
        """Put an article on the list, and the cursor on it."""
        if key in self._keys:
            del self._keys[self._keys.index(key)]
        self._keys.insert(row, key)
        self._changed(row)

    def insert(self, key: ArticleKey, row: int) -> None:
        """List an article, unless it is; the cursor stays on its own, or goes to this one at its row."""
        if key not in self._keys:
            self._keys.insert(row, key)
            self._changed(self.cursor + (row < self.cursor))

    def rows_of(self, keys: Iterable[int]) -> set[int]:
        """Return which of these articles have a row of their own."""
        return set(keys) & set(self._keys)

    @property
    def below(self) -> "array[int]":
        """The keys below the cursor."""
        self.complete()
        return self._keys[self.cursor + 1 :]

    def complete(self) -> None:
        """List the rest, if only the first were listed."""
        if self.rest:
            self.rest()

    def select_none(self) -> None:
        """Select nothing."""
        self.selected.clear()
        self._anchor = None
        self._show_selected()

    def action_select(self) -> None:
        """Select the article under the cursor, or no more, and go on to the next."""
        if self.key is not None:
            self.selected ^= {self.key}
            self._anchor = self.key
            self._show_selected()
            self.action_move(1)

    def action_select_range(self) -> None:
        """Select all between the last that :meth:`action_select` was on, or the first, and the cursor."""
        begun = self._keys.index(self._anchor) if self._anchor is not None and self._anchor in self._keys else 0
        first, last = sorted((begun, self.cursor))
        self.selected |= set(self._keys[first : last + 1])
        self._show_selected()

    def _show_selected(self) -> None:
        self._strips.clear()
        self.refresh()
        self.post_message(self.Selected())

    def go_to_first(self, keys: set[int]) -> bool:
        """Put the cursor on the first of these articles that is listed; False when none is."""
        row = next((row for row, key in enumerate(self._keys) if key in keys), None)
        if row is not None:
            self.cursor = row
        return row is not None

    def go_on_to(self, keys: set[int], direction: int) -> bool:
        """Put the cursor on the next of these articles below or above it; False when there is none."""
        self.complete()
        rows = range(self.cursor + 1, len(self)) if direction > 0 else range(self.cursor - 1, -1, -1)
        row = next((row for row in rows if self._keys[row] in keys), None)
        if row is not None:
            self.cursor = row
        return row is not None

    def refresh_article(self, key: ArticleKey) -> None:
        """Fetch one article's row anew."""
        if key in self._keys:
            row = self._keys.index(key)
            self._pages.discard(row // PAGE)
            self._strips.clear()
            self.refresh_lines(row * ROW_LINES, ROW_LINES)

    def refresh_all(self) -> None:
        """Fetch every row anew; the cursor and the list stay."""
        self._pages.clear()
        self._strips.clear()
        self.refresh()

    @property
    def key(self) -> ArticleKey | None:
        """The article under the cursor; None in an empty list."""
        return ArticleKey(self._keys[self.cursor]) if self._keys else None

    def __len__(self) -> int:
        return len(self._keys)

    def __bool__(self) -> bool:
        return True  # an empty list is still a widget

    def _changed(self, row: int, scrolled: int | None = None) -> None:
        self._pages.clear()
        self._scores.clear()
        self._stories.clear()
        self._snippets.clear()
        self._strips.clear()
        self._measure()
        self.set_reactive(FeedList.cursor, self.validate_cursor(row))
        if scrolled is not None:
            self.scroll_to(y=scrolled, animate=False, force=True, immediate=True)
        self._reveal()
        self.refresh()

    def _row(self, number: int) -> ArticleRow | None:
        page = self._pages.get(number // PAGE)
        if page is None:
            first = number // PAGE * PAGE
            keys = self._keys[first : first + PAGE]
            found = self._fetch(keys)
            self._stories |= self.find_stories(keys)
            self._scores |= self._find_scores(keys) if self._find_scores else {}
            page = self._pages[number // PAGE] = [found.get(ArticleKey(key)) for key in keys]
        return page[number % PAGE]

    # The cursor

    def validate_cursor(self, row: int) -> int:
        """Keep the cursor on the list."""
        return max(0, min(row, len(self._keys) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Show the cursor at its new row."""
        before = self.scroll_offset
        self._reveal()
        if self.scroll_offset == before:  # otherwise everything is painted anyway
            self.refresh_lines(old * ROW_LINES, ROW_LINES)
            self.refresh_lines(new * ROW_LINES, ROW_LINES)
        if key := self.key:
            self.post_message(self.Highlighted(key))

    def _reveal(self) -> None:
        region = Region(0, self.cursor * ROW_LINES, 1, ROW_LINES)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.cursor += rows

    def action_page(self, share: float) -> None:
        """Move the cursor by a screen, or a share of one."""
        self.cursor += steps_of(share, self.size.height // ROW_LINES - 1)

    def action_first(self) -> None:
        """Go to the first article."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last article."""
        self.complete()
        self.cursor = len(self._keys) - 1

    async def on_click(self, event: events.Click) -> None:
        """Go to the article that is clicked; a second click opens it."""
        row = (self.scroll_offset.y + event.y) // ROW_LINES
        if row < len(self._keys):
            self.cursor = row
            if event.chain > 1:
                await self.run_action("screen.do('feed.open')")

    # The screen

    def _measure(self) -> None:
        size = Size(self.size.width, len(self._keys) * ROW_LINES)
        if min(size.height, self.virtual_size.height) > self.size.height:
            # the scrollbar stays: lay nothing out anew, which would cost 15 ms a key
            self.set_reactive(ScrollView.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        else:
            self.virtual_size = size

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._measure()
        self._reveal()

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.refresh_lines(self.cursor * ROW_LINES, ROW_LINES)

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh_lines(self.cursor * ROW_LINES, ROW_LINES)

    def notify_style_update(self) -> None:
        """Paint anew after a change of theme."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(f"feed--{name}")
        return self._styles[name]

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        width = self.scrollable_content_region.width
        if not self._keys:
            return self._empty_line(y, width)
        row, part = divmod(y + self.scroll_offset.y, ROW_LINES)
        if row >= len(self._keys):
            return Strip.blank(width, self.rich_style)
        mode = 0 if row != self.cursor else 2 if self.has_focus else 1
        strip = self._strips.get((row, part, width, mode))
        if strip is None:
            article = self._row(row)
            snippet = self._snippet(row) if part and article else None
            if snippet and article:
                strip = _snippet_line(
                    self.location_label(article),
                    snippet,
                    width,
                    self._style(("meta", "cursor-blurred", "cursor")[mode]),
                )
            else:
                strip = self._paint(article, part, width, mode) if article else Strip.blank(width, self.rich_style)
            self._strips[row, part, width, mode] = strip
        return strip

    def _empty_line(self, y: int, width: int) -> Strip:
        text = dict(enumerate(self._empty.split("\n"), start=1)).get(y, "")
        return Strip([Segment(fit(f"  {text}", width), self._style("empty"))], width)

    def _paint(self, article: ArticleRow, part: int, width: int, mode: int) -> Strip:
        kind = "meta" if part else "title" if article.is_read else "unread"
        style = self._style((kind, "cursor-blurred", "cursor")[mode])
        key, story = article.key, self._stories.get(article.key)
        if part:
            meta = meta_line(article, width, self._today(), self.location_label(article), self._scores.get(key), story)
            return Strip([Segment(meta, style)], width)
        line = title_line(article, width, story, here=mode > 0, is_selected=key in self.selected)
        marks = [(one.start, one.end) for one in self._find_matches(line)] if self._find_matches else []
        return Strip(list(_marked(line, marks, style)), width)

    def _snippet(self, row: int) -> Snippet | None:
        if self._find_snippets is None:
            return None
        page = row // SNIPPETS
        if page not in self._snippets:
            self._snippets[page] = self._find_snippets(self._keys[page * SNIPPETS : (page + 1) * SNIPPETS])
        return self._snippets[page].get(ArticleKey(self._keys[row]))


def _snippet_line(listed: str, snippet: Snippet, width: int, style: Style) -> Strip:
    """Return the words round a match after the list that the article is on where it is named."""
    before = Segment(f"   {listed} · " if listed else "   ", style)
    return Strip([before, *_marked(snippet.text, snippet.marks, style)]).adjust_cell_length(width, style)


def _marked(text: str, marks: Iterable[tuple[int, int]], style: Style) -> Iterator[Segment]:
    """Yield a text with what is looked for bold; of marks that overlap, the first."""
    place = 0
    for start, end in marks:
        if start >= place:
            yield Segment(text[place:start], style)
            yield Segment(text[start:end], style + Style(bold=True, underline=True))
            place = end
    yield Segment(text[place:], style)
