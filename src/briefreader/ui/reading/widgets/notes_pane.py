"""What the reader has noted on an article, what its checks have found, and what it says to know and to watch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType

from briefreader.export.crosscheck import origins_in_words
from briefreader.model.analysis import WatchLine
from briefreader.model.annotation import Annotation
from briefreader.model.crosscheck import ClaimRow, Said
from briefreader.model.finding import RULES, SEVERITIES, Finding
from briefreader.model.ids import ArticleId
from briefreader.model.span import Span
from briefreader.ui.keys.actions import bindings_for
from briefreader.ui.screens.claims.lines import heading_of
from briefreader.ui.text.marks import FINDING_SIGNS, AnnotationKind, kind_of
from briefreader.ui.widgets.entry_list import Entry, EntryList, Part
from briefreader.views.reading import Reading
from briefreader.views.suggestions import Suggestion, suggestions_of

_SIGNS: dict[AnnotationKind, str] = {"bull": "+ BULL", "bear": "- BEAR", "neutral": "= NEUTRAL", "note": "* "}
_LONGEST_QUOTE = 160


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation, or a finding, or a row of the author's case, or a line to watch; with where it stands."""

    annotation: Annotation | None = None
    span: Span | None = None
    finding: Finding | None = None
    suggestion: Suggestion | None = None
    watch_line: WatchLine | None = None
    elsewhere: Said | None = None
    """What another article says."""


_NOTHING: tuple[Entry[Note], ...] = (
    Entry((("hint", "Your notes on the article, suggestions, findings, key terms and what to watch."),)),
)


class NotesPane(EntryList[Note]):
    """Lists what there is to say about an article."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("notes")]
    ON_CLICK = "screen.do('notes.go')"
    GOES_AT_ONCE = True

    def __init__(self) -> None:
        super().__init__()
        self._about: ArticleId | None = None

    def show(self, reading: Reading | None) -> None:
        """List what there is to say about an article; the cursor goes to a note just made, or stays where it can."""
        before, self._about = self._about, reading.article.id if reading else None
        entries = tuple(entries_of(reading)) if reading else _NOTHING
        known = {one.subject.annotation.id for one in self._entries if one.subject and one.subject.annotation}
        come = [one.subject for one in entries if one.subject and (a := one.subject.annotation) and a.id not in known]
        self.show_entries(entries, come[0] if come and before == self._about else None)

    def show_others(self, reading: Reading, rows: Sequence[ClaimRow]) -> None:
        """List who else says a passage of the article, before all else that there is to say about it."""
        others = tuple(_other_entries(reading, rows))
        self.show_entries((*others, *entries_of(reading)), next((one.subject for one in others if one.subject), None))

    @property
    def note(self) -> Note | None:
        """What is chosen; None when nothing is."""
        return self.entry.subject if self.entry else None


def entries_of(reading: Reading) -> Iterator[Entry[Note]]:
    """Yield what is listed for an article: its source, notes, findings, what to watch, key terms."""
    yield Entry((("heading", "SOURCE"), *(("hint", words) for words in _source(reading)), ("text", "")))
    yield Entry((("heading", f"NOTES {len(reading.annotations) or ''}".rstrip()),))
    for annotation in reading.annotations:
        yield _note_entry(reading, annotation)
    if not reading.annotations:
        yield Entry((("hint", "No notes yet. Press ] to go to a claim, then + or - to tag it."), ("text", "")))
    yield from _author_entries(reading)
    yield from _finding_entries(reading)
    analysis, text = reading.analysis, reading.document.text
    if analysis.watch_lines:
        yield Entry((("heading", "WHAT TO WATCH"),))
    for line in analysis.watch_lines:
        due = f" (by {line.due.last:%d %b %Y})" if line.due and line.due.last else ""
        yield Entry((("text", _short(line.span.of(text)) + due), ("text", "")), Note(span=line.span, watch_line=line))
    if analysis.terms:
        yield Entry((("heading", "KEY TERMS"),))
    for term in analysis.terms:
        yield Entry((("text", f"{term.term}: {term.meaning}"), ("text", "")), Note(span=term.span))


def _other_entries(reading: Reading, rows: Sequence[ClaimRow]) -> Iterator[Entry[Note]]:
    """Yield what other articles say of a passage, the oldest first, with their quotations."""
    yield Entry((("heading", "IN OTHER ARTICLES"),))
    for row in rows:
        others = [one for one in (*row.said, *row.more) if one.article_id != reading.article.id]
        if others:
            yield Entry((("text", heading_of(row)), ("hint", origins_in_words(row)), ("hint", row.why)))
        for one in sorted(others, key=lambda said: (said.day, said.article_id)):
            head = f"{one.outlet} · {one.on_day}"
            yield Entry((("text", head), ("quote", _short(f"“{one.quote}”"))), Note(elsewhere=one))
    yield Entry((("text", ""),))


def _finding_entries(reading: Reading) -> Iterator[Entry[Note]]:
    findings = sorted(reading.analysis.findings, key=lambda finding: (SEVERITIES.index(finding.severity), finding.rule))
    if findings:
        yield Entry((("heading", f"FINDINGS {len(findings)}"),))
    for place, finding in enumerate(findings):
        lines: list[tuple[Part, str]] = [("quote", finding.message)]
        if place == 0 or findings[place - 1].rule != finding.rule:
            lines.insert(0, ("text", f"{FINDING_SIGNS[finding.severity]} {RULES[finding.rule][0]}"))
        if place + 1 == len(findings) or findings[place + 1].rule != finding.rule:
            lines.append(("text", ""))
        yield Entry(tuple(lines), Note(span=finding.span, finding=finding))
    if hidden := len(reading.silenced):
        words = f"{hidden} finding{'s' * (hidden > 1)} hidden (U to show)"
        yield Entry((("hint", words), ("text", "")))


def _author_entries(reading: Reading) -> Iterator[Entry[Note]]:
    """Yield the author's own bull and bear case, as long as the reader has said nothing of it."""
    suggestions = suggestions_of(reading)
    if suggestions:
        yield Entry((("heading", "SUGGESTIONS FROM THE AUTHOR"), ("hint", "a accept  ~ flip  d reject")))
    for suggestion in suggestions:
        words = f"{_SIGNS[suggestion.polarity]}? {_short(suggestion.span.of(reading.document.text))}"
        yield Entry((("text", words),), Note(span=suggestion.span, suggestion=suggestion))
    if suggestions:
        yield Entry((("text", ""),))


def _source(reading: Reading) -> Iterator[str]:
    article = reading.article
    day = f"{article.published_on:%d %b %Y}" if article.published_on else "no date"
    yield f"{article.publisher or 'no publisher'} · {day}"
    if article.byline:
        yield f"by {article.byline}"
    if article.origin:
        yield f"based on {article.origin.name}, according to the article"
    if article.url:
        yield article.url


def _note_entry(reading: Reading, annotation: Annotation) -> Entry[Note]:
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
    return Entry((*lines, ("text", "")), Note(annotation, reading.place_of(annotation)))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + "…"
