"""What the reader has noted on an article, what its checks have found, and what it says to know and to watch."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefreader.model.annotation import Annotation
from briefreader.model.finding import RULES, SEVERITIES, Finding
from briefreader.model.ids import ArticleId
from briefreader.model.span import Span
from briefreader.ui.actions import bindings_for
from briefreader.ui.marks import FINDING_SIGNS, AnnotationKind, kind_of
from briefreader.ui.wrapping import width_of, wrap
from briefreader.views.reading import Reading

Part = Literal["heading", "quote", "text", "hint"] | AnnotationKind

_SIGNS: dict[AnnotationKind, str] = {"bull": "+ BULL", "bear": "- BEAR", "neutral": "= NEUTRAL", "note": "* "}
_LONGEST_QUOTE = 160
_NARROWEST = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """Something listed: an annotation, or a place in the text, or only words to read."""

    lines: tuple[tuple[Part, str], ...]
    annotation: Annotation | None = None
    span: Span | None = None
    finding: Finding | None = None

    @property
    def can_be_chosen(self) -> bool:
        """Whether keys stop at it."""
        return self.annotation is not None or self.span is not None or self.finding is not None


class NotesPane(ScrollView, can_focus=True):
    """Lists entries; knows which is chosen, changes nothing itself."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"notes--{part}"
        for part in (
            "heading",
            "bull",
            "bear",
            "neutral",
            "note",
            "quote",
            "text",
            "hint",
            "cursor",
        )
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("notes")]

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._lines: list[tuple[int, Part, str]] = []
        """Entry, style and words of each line of the screen."""
        self._cursor = -1
        self._about: ArticleId | None = None
        self._styles: dict[str, Style] = {}

    def show(self, reading: Reading | None) -> None:
        """List what there is to say about an article; the cursor stays where it can."""
        before, self._about = self._about, reading.article.id if reading else None
        known = {entry.annotation.id for entry in self._entries if entry.annotation}
        self._entries = tuple(entries_of(reading)) if reading else ()
        stops = self._stops()
        come = [n for n in stops if (one := self._entries[n].annotation) and one.id not in known]
        if come and before == self._about:
            self._cursor = come[0]  # a note just made, or brought back
        if self._cursor not in stops:
            later = [stop for stop in stops if stop > self._cursor]
            self._cursor = (later or stops or [-1])[0]
        self._lay_out()

    @property
    def entry(self) -> Entry | None:
        """The entry that is chosen; None when there is none."""
        return self._entries[self._cursor] if 0 <= self._cursor < len(self._entries) else None

    def _stops(self) -> list[int]:
        return [number for number, entry in enumerate(self._entries) if entry.can_be_chosen]

    # Keys

    def action_move(self, direction: int) -> None:
        """Choose the next or the previous entry."""
        stops = self._stops()
        if self._cursor in stops:
            number = stops.index(self._cursor) + direction
            self._choose(stops[max(0, min(number, len(stops) - 1))])
        else:
            self.scroll_relative(y=direction, animate=False)

    def action_page(self, direction: int) -> None:
        """Scroll by a screen."""
        self.scroll_relative(y=direction * max(1, self.size.height - 2), animate=False)

    async def on_click(self, event: events.Click) -> None:
        """Choose the entry that is clicked, and go to its passage."""
        y = event.y + self.scroll_offset.y
        if y < len(self._lines) and self._entries[self._lines[y][0]].can_be_chosen:
            self._choose(self._lines[y][0])
            await self.run_action("screen.entry('go')")

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
                indent = "" if part in ("heading", "hint") else " "
                for start, end in wrap(words, 0, len(words), max(_NARROWEST, width - 1)):
                    self._lines.append((number, part, indent + words[start:end]))
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
            self._styles[name] = self.get_component_rich_style(f"notes--{name}")
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


def entries_of(reading: Reading) -> Iterator[Entry]:
    """Yield what is listed for an article: its source, notes, findings, what to watch, key terms."""
    yield Entry((("heading", "SOURCE"), *(("hint", words) for words in _source(reading)), ("text", "")))
    yield Entry((("heading", f"NOTES {len(reading.annotations) or ''}".rstrip()),))
    for annotation in reading.annotations:
        yield _note_entry(reading, annotation)
    if not reading.annotations:
        yield Entry((("hint", "None yet. ] goes to a claim, + or - tags it bull or bear."), ("text", "")))
    yield from _finding_entries(reading)
    analysis, text = reading.analysis, reading.document.text
    if analysis.watch_lines:
        yield Entry((("heading", "TO WATCH"),))
    for line in analysis.watch_lines:
        due = f" (by {line.due.last:%d %b %Y})" if line.due and line.due.last else ""
        yield Entry((("text", _short(line.span.of(text)) + due), ("text", "")), span=line.span)
    if analysis.terms:
        yield Entry((("heading", "KEY TERMS"),))
    for term in analysis.terms:
        yield Entry((("text", f"{term.term}: {term.meaning}"), ("text", "")), span=term.span)


def _finding_entries(reading: Reading) -> Iterator[Entry]:
    findings = sorted(reading.analysis.findings, key=lambda finding: (SEVERITIES.index(finding.severity), finding.rule))
    if findings:
        yield Entry((("heading", f"FINDINGS {len(findings)}"),))
    for place, finding in enumerate(findings):
        lines: list[tuple[Part, str]] = [("quote", finding.message)]
        if place == 0 or findings[place - 1].rule != finding.rule:
            lines.insert(0, ("text", f"{FINDING_SIGNS[finding.severity]} {RULES[finding.rule][0]}"))
        if place + 1 == len(findings) or findings[place + 1].rule != finding.rule:
            lines.append(("text", ""))
        yield Entry(tuple(lines), span=finding.span, finding=finding)
    if reading.silenced:
        yield Entry((("hint", f"{reading.silenced} more silenced. U hears them again."), ("text", "")))


def _source(reading: Reading) -> Iterator[str]:
    article = reading.article
    day = f"{article.published_on:%d %b %Y}" if article.published_on else "no date"
    yield f"{article.publisher or 'no publisher'} · {day}"
    if article.byline:
        yield f"by {article.byline}"
    if article.origin:
        yield f"after {article.origin.name}, as it says"
    if article.url:
        yield article.url


def _note_entry(reading: Reading, annotation: Annotation) -> Entry:
    evidence = annotation.evidence
    kind = kind_of(annotation)
    head = _SIGNS[kind]
    if evidence:
        head += f"  {evidence.strength}/5  {evidence.confidence:.0%}"
    elif annotation.kind == "highlight":
        head += "highlight"
    else:
        head += "note"
    quote = f"“{_short(annotation.quote.exact)}”" if annotation.quote else "the whole article"
    lines: list[tuple[Part, str]] = [(kind, head), ("quote", quote)]
    if anchor := reading.anchors.get(annotation.id):
        lines.append(("hint", f"{'? ' if anchor.is_to_review else ''}{anchor.standing}"))
    if annotation.note:
        lines.append(("text", annotation.note))
    if annotation.tags:
        lines.append(("hint", " ".join(f"#{tag}" for tag in annotation.tags)))
    return Entry((*lines, ("text", "")), annotation=annotation, span=reading.place_of(annotation))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + "…"
