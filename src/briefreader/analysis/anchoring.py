"""Where annotated passages of an old text stand in a new one.

Method: the old text is aligned with the new one before anything is searched, so that a place that stood elsewhere in
the old text can never become the new home of a note, however much it looks like it. Measured in ``docs/evidence.md``.
The work for one passage is bounded by the length of the texts: fewer places of a long passage are looked at, and one of
more than :data:`LONGEST_PATTERN` characters is found by its aligned words or verbatim, but not in other words.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefreader.analysis.notes.alignment import Alignment
from briefreader.analysis.notes.critical_words import find_changes
from briefreader.analysis.text.folding import fold
from briefreader.analysis.text.similarity import LONGEST_PATTERN, find_nearly, likeness
from briefreader.model.anchor import Anchor, AnchorStatus
from briefreader.model.span import Span

_CONTEXT = 64
_VERBATIM = 0.999
_LIKE_IN_PLACE = 0.45
"""Fewer like characters are another passage, even in the old place."""
_LIKE_MOVED = 0.72
_LIKE_MOVED_ALONE = 0.85
"""As much for a long quote that stands among other words."""
_LONG = 24
_SHORTEST_UNIQUE = 6
_DOUBTFUL = 0.6
_MOSTLY = 0.5
_PARTLY = 0.3
_PRECISE = 0.35
"""A lesser share of own words makes a place another passage with some of the words."""
_OTHERWISE_WORDED = 0.8
_ALIKE_AROUND = 0.7
_SAME_AROUND = 0.9
_MOST_PLACES = 200
_MOST_CHARACTERS = 100_000
"""In all places of one passage together."""
_LONGEST_WORD = 100
_AS_LIKELY = 0.02


def reanchor(old: str, new: str, spans: Sequence[Span]) -> tuple[Anchor, ...]:
    """Return an anchor in ``new`` for each span of ``old``, in the same order."""
    if old == new:
        return tuple(Anchor(status="exact", span=span) for span in spans)
    texts = _Texts(old, new)
    return tuple(_Search(texts, span).anchor() for span in spans)


def kept_share(old: str, new: str) -> float:
    """Return the share of an old text's words that are words of the new one, 0 to 1."""
    alignment = Alignment(old, new)
    return len(alignment.to_new) / max(1, len(alignment.old.words))


class _Texts:
    """Two texts of an article, aligned."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self.old_folded = fold(old)
        self.new_folded = fold(new)
        self.alignment = Alignment(old, new)
        self.kept = sorted(self.alignment.to_new)
        """The places of the words of the old text that stand in the new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A place in the new text that a passage may stand at now."""

    span: Span
    like: float
    """How alike the words are."""
    before: float
    """How alike what stands before is."""
    after: float
    own: float
    """The share of the passage's words that are aligned with words here."""
    precision: float
    """The share of the words here that are the passage's own."""
    elsewhere: float
    """The share of the words here that stood elsewhere in the old text."""

    @property
    def rank(self) -> float:
        return (
            0.6 * self.like + 0.15 * (self.before + self.after) + self.own + 0.6 * self.precision - 0.5 * self.elsewhere
        )


class _Search:
    """Looks for one passage."""

    def __init__(self, texts: _Texts, span: Span) -> None:
        self._texts = texts
        self._span = span
        start, end = texts.old_folded.range_of(span)
        folded = texts.old_folded.text
        self._quote = folded[start:end].strip()
        self._before = folded[max(0, start - _CONTEXT) : start]
        self._after = folded[end : end + _CONTEXT]
        self._words = texts.alignment.old.within(span)

    def anchor(self) -> Anchor:
        """Return where the passage stands now."""
        if not self._quote:
            return Anchor(status="orphan", span=None, kept=0.0, hint=self._hint())
        spans = {*self._verbatim(), *self._projected()}
        places = self._accepted(spans)
        if not places:
            nearly = {*self._nearly()}
            places = self._accepted(spans | nearly)
            spans |= nearly
        if not places:
            return self._orphan(spans)
        (best, status), others = places[0], places[1:]
        status = self._doubted(best, status, [place for place, _ in others if not place.span.overlaps(best.span)])
        if status == "orphan":
            return self._orphan({best.span})
        changes = find_changes(self._span.of(self._texts.old), best.span.of(self._texts.new))
        return Anchor(status=status, span=best.span, changes=changes, kept=round(best.like, 4))

    # Where it may stand

    def _verbatim(self) -> Iterator[Span]:
        folded = self._texts.new_folded
        start = folded.text.find(self._quote)
        for _ in range(min(_MOST_PLACES, 1 + _MOST_CHARACTERS // len(self._quote))):
            if start < 0:
                return
            yield folded.span_of(start, start + len(self._quote))
            start = folded.text.find(self._quote, start + 1)

    def _projected(self) -> Iterator[Span]:
        """Yield the place of the passage's aligned words, with changed words at its edges."""
        alignment = self._texts.alignment
        places = sorted(alignment.to_new[word] for word in self._words if word in alignment.to_new)
        if not places:
            return
        middle, reach = places[len(places) // 2], 2 * len(self._words) + 10
        near = [place for place in places if abs(place - middle) <= reach]
        first, last = self._widened(near[0], near[-1])
        yield Span(alignment.new.starts[first], alignment.new.ends[last])

    def _widened(self, first: int, last: int) -> tuple[int, int]:
        """Take in new words at the edges that stand for changed ones, as far as the neighbours stay aligned."""
        to_new, to_old = self._texts.alignment.to_new, self._texts.alignment.to_old
        low, high = self._words.start, self._words.stop
        changed = to_old[first] - low
        left = to_new.get(low - 1)
        if changed > 0 and left is not None and 0 < first - left <= changed + 3:
            first = left + 1
        changed = high - 1 - to_old[last]
        right = to_new.get(high)
        if changed > 0 and right is not None and 0 < right - last <= changed + 3:
            last = right - 1
        return first, last

    def _nearly(self) -> Iterator[Span]:
        folded, quote = self._texts.new_folded, self._quote
        if len(quote) > LONGEST_PATTERN:
            return
        for match in find_nearly(quote, folded.text, max(1, int(len(quote) * (1 - _LIKE_IN_PLACE)))):
            if match.end > match.start:
                yield _on_words(self._texts.new, folded.span_of(match.start, match.end))

    # Whether it does

    def _accepted(self, spans: set[Span]) -> list[tuple[_Place, AnchorStatus]]:
        """Return the places that may be the passage's, the likeliest first."""
        judged = [(place, self._status(place)) for place in map(self._judged, sorted(spans))]
        kept = [(place, status) for place, status in judged if status]
        return sorted(kept, key=lambda one: (-one[0].rank, abs(one[0].span.start - self._span.start)))

    def _judged(self, span: Span) -> _Place:
        folded, alignment = self._texts.new_folded, self._texts.alignment
        start, end = folded.range_of(span)
        here = alignment.new.within(span)
        from_old = [alignment.to_old[word] for word in here if word in alignment.to_old]
        own = sum(word in self._words for word in from_old)
        return _Place(
            span=span,
            like=likeness(self._quote, folded.text[start:end].strip()),
            before=_like_before(self._before, folded.text[max(0, start - _CONTEXT) : start]),
            after=_like_after(self._after, folded.text[end : end + _CONTEXT]),
            own=own / max(1, len(self._words)),
            precision=own / max(1, len(here)),
            elsewhere=(len(from_old) - own) / max(1, len(here)),
        )

    def _status(self, place: _Place) -> AnchorStatus | None:
        context = max(place.before, place.after)
        if place.elsewhere >= _MOSTLY and place.own < _MOSTLY:
            return None  # this place was another passage of the old text
        if place.own >= _MOSTLY and place.precision >= _PRECISE:
            return "exact" if place.like >= _VERBATIM else "edited"
        if place.own >= _PARTLY and place.like >= _DOUBTFUL and context >= _DOUBTFUL:
            return "edited"
        is_said_alone = len(self._quote) >= _LONG or context >= _DOUBTFUL
        if place.own < _MOSTLY and place.like >= _VERBATIM and self._is_unique() and is_said_alone:
            return "moved"
        alone = len(self._quote) >= _LONG and place.like >= _LIKE_MOVED_ALONE
        if place.own < _MOSTLY and place.like >= _LIKE_MOVED and (alone or context >= _DOUBTFUL):
            return "moved"
        return None

    def _is_unique(self) -> bool:
        quote = self._quote
        once = self._texts.old_folded.text.count(quote) == self._texts.new_folded.text.count(quote) == 1
        return once and len(quote) >= _SHORTEST_UNIQUE

    def _doubted(self, best: _Place, status: AnchorStatus, others: list[_Place]) -> AnchorStatus:
        """Return a lesser status where the reader should look."""
        if status == "moved" and others and best.rank - others[0].rank < _AS_LIKELY:
            return "ambiguous"
        if status in ("exact", "edited") and self._may_be_a_twin(best, status):
            return "suspect"
        if status == "edited" and self._was_elsewhere(best):
            return "suspect"
        if status == "moved" and best.like < _VERBATIM and self._quote in self._texts.new_folded.text:
            return "suspect"  # its very words stand where others stood before
        is_framed = best.own >= _MOSTLY and min(best.before, best.after) >= _SAME_AROUND
        if status in ("edited", "moved") and not is_framed and max(best.like, 0.85 * best.own) < _DOUBTFUL:
            return "suspect" if best.like >= _LIKE_IN_PLACE else "orphan"
        return status

    def _was_elsewhere(self, best: _Place) -> bool:
        """Tell whether the words here, and as often as they stand now, stood elsewhere in the old text already."""
        start, end = self._texts.new_folded.range_of(best.span)
        words = self._texts.new_folded.text[start:end].strip()
        elsewhere = self._texts.old_folded.text.count(words) - self._quote.count(words)
        return len(words) >= _LONG and self._texts.new_folded.text.count(words) <= elsewhere

    def _may_be_a_twin(self, best: _Place, status: AnchorStatus) -> bool:
        """Tell whether the same words stood elsewhere too, and what stands around does not say which these are."""
        around = min(best.before, best.after)
        if around >= _ALIKE_AROUND:
            return False
        before = self._texts.old_folded.text.count(self._quote)
        now = self._texts.new_folded.text.count(self._quote)
        if 1 < before > now:
            return True
        is_other = best.like < _OTHERWISE_WORDED if status == "edited" else len(self._quote) >= _LONG
        return is_other and around < _PARTLY and max(before, now) > 1

    def _orphan(self, spans: set[Span]) -> Anchor:
        best = max(map(self._judged, sorted(spans)), key=lambda place: place.like, default=None)
        return Anchor(
            status="orphan",
            span=None,
            kept=round(best.like, 4) if best else 0.0,
            candidate=best.span if best else None,
            hint=self._hint(),
        )

    def _hint(self) -> int:
        """Return the end of the nearest word before the passage that still stands."""
        alignment, kept = self._texts.alignment, self._texts.kept
        place = bisect_left(kept, self._words.start)
        return alignment.new.ends[alignment.to_new[kept[place - 1]]] if place else 0


def _like_before(old: str, new: str) -> float:
    old, new = old.lstrip(), new.lstrip()
    return likeness(old, new[-len(old) :]) if old else 1.0


def _like_after(old: str, new: str) -> float:
    old, new = old.strip(), new.strip()
    return likeness(old, new[: len(old)]) if old else 1.0


def _on_words(text: str, span: Span) -> Span:
    """Return the span without white space at its edges, and with whole words."""
    start, end = span.start, span.end
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    first, last = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while start > first and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < last and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return replace(span, start=start, end=end)
