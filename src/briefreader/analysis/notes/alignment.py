"""Which words of a later text are the words of an earlier one.

Method: sentences that stand once in each text, verbatim, are fixed first (patience diff: their longest increasing
sequence, then those that have moved); difflib aligns the words between them. Its work grows with the cube of words that
repeat, so it gets a budget in proportion to both texts: a stretch that costs more is cut at pairs of words that stand
once in each text, and what still costs too much is left without a counterpart. Edited articles need a twentieth of it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import accumulate, pairwise

from briefreader.analysis.text.folding import fold
from briefreader.model.span import Span

_WORD = re.compile(r"\w+(?:[.,]\d+)*%?|[^\w\s]")
_SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]+|[^.!?\n]+$")
_FEWEST_WORDS_OF_A_SENTENCE = 3
_SURE_RUN = 2
"""Fewer equal words in a row count only between others that are aligned."""
_NEAR = 6
_WORK_PER_WORD = 200
"""Comparisons; two different articles of 18,000 words need about as many, edited ones ten at most."""
_MOST_CUTS = 3
"""How often a costly stretch is cut into smaller ones."""

Run = tuple[int, int, int]
"""So many words from this one of the old text are those from that one of the new text."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, folded, and where they stand."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Words":
        """Take a text apart; a sign is a word of its own."""
        found = list(_WORD.finditer(text))
        return cls(
            tuple(fold(match.group()).text for match in found),
            tuple(match.start() for match in found),
            tuple(match.end() for match in found),
        )

    def within(self, span: Span) -> range:
        """Return the places of the words that a span touches."""
        low = bisect_left(self.starts, span.start)
        if low and self.ends[low - 1] > span.start:
            low -= 1
        return range(low, bisect_left(self.starts, span.end))


class Alignment:
    """The words of an old text in a new one; each word has at most one counterpart."""

    def __init__(self, old: str, new: str) -> None:
        self.old = Words.of(old)
        self.new = Words.of(new)
        self.to_new: dict[int, int] = {}
        """From the place of a word in the old text to its place in the new one."""
        self.to_old: dict[int, int] = {}
        self._work = _WORK_PER_WORD * (len(self.old.words) + len(self.new.words))
        same = _sentences_in_both(old, self.old, new, self.new)
        fixed = _longest_increasing(same)
        self._pair(fixed)
        self._pair(same)
        ends = (len(self.old.words), len(self.new.words), 0)
        self._align_among([(0, 0, 0), *fixed, ends], _MOST_CUTS)

    def _pair(self, runs: Iterable[Run]) -> None:
        for old, new, count in runs:
            for step in range(count):
                if old + step not in self.to_new and new + step not in self.to_old:
                    self.to_new[old + step] = new + step
                    self.to_old[new + step] = old + step

    def _align_among(self, fixed: Iterable[Run], cuts: int) -> None:
        for before, after in pairwise(fixed):
            old = [place for place in range(before[0] + before[2], after[0]) if place not in self.to_new]
            new = [place for place in range(before[1] + before[2], after[1]) if place not in self.to_old]
            if old and new:
                self._align_loose(old, new, cuts)

    def _align_loose(self, old: Sequence[int], new: Sequence[int], cuts: int) -> None:
        """Align the words at these places, which have no counterparts yet."""
        old_words, new_words = [self.old.words[place] for place in old], [self.new.words[place] for place in new]
        matcher = _Frugal(old_words, new_words, self._work)
        if cuts and matcher.is_too_much(0, len(old)):
            certain = [(old[run[0]], new[run[1]], 1) for run in _certain(old_words, new_words)]
            self._pair(certain)
            if certain:
                self._align_among([(old[0], new[0], 0), *certain, (old[-1] + 1, new[-1] + 1, 0)], cuts - 1)
            return
        runs = matcher.get_matching_blocks()
        self._work = matcher.work
        ends = [(0, 0, 0), *runs]  # difflib ends with an empty run behind the last words
        sure = [
            run
            for last, run, following in zip(ends, runs, runs[1:], strict=False)
            if run.size >= _SURE_RUN or (_is_near(last, run) and _is_near(run, following))
        ]
        self._pair((old[run.a + step], new[run.b + step], 1) for run in sure for step in range(run.size))


class _Frugal(SequenceMatcher[str]):
    """difflib with an end: it looks no further where that would cost more than the work that is left."""

    def __init__(self, old: Sequence[str], new: Sequence[str], work: int) -> None:
        super().__init__(None, old, new, autojunk=False)
        self.work = work
        counts = Counter(new)
        self._costs = [0, *accumulate(1 + counts[word] for word in old)]

    def is_too_much(self, start: int, end: int) -> bool:
        """Tell whether a look at these words of the old text costs more than is left."""
        return self._costs[end] - self._costs[start] > self.work

    def find_longest_match(
        self, start: int = 0, end: int | None = None, new_start: int = 0, new_end: int | None = None
    ) -> Match:
        """Return the longest run of equal words; an empty one where looking costs too much."""
        end = len(self._costs) - 1 if end is None else end
        if self.is_too_much(start, end):
            return Match(start, new_start, 0)
        self.work -= self._costs[end] - self._costs[start]
        return super().find_longest_match(start, end, new_start, new_end)


def _certain(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """Return equal words, in order in both: at the beginning, at the end, and in pairs that stand once in each."""
    most = min(len(old), len(new))
    first = next((place for place in range(most) if old[place] != new[place]), most)
    last = next((place for place in range(most - first) if old[-1 - place] != new[-1 - place]), most - first)
    low, old_end, new_end = first, len(old) - last, len(new) - last
    ours, theirs = (_pairs_said_once(words, low, end) for words, end in ((old, old_end), (new, new_end)))
    once = _longest_increasing([(place, theirs[pair], 1) for pair, place in ours.items() if pair in theirs])
    both = dict.fromkeys((old_at + step, new_at + step, 1) for old_at, new_at, _ in once for step in (0, 1))
    return [
        *((place, place, 1) for place in range(first)),
        *both,
        *((old_end + place, new_end + place, 1) for place in range(last)),
    ]


def _pairs_said_once(words: Sequence[str], low: int, high: int) -> dict[tuple[str, str], int]:
    """Return where the pairs of neighbours begin that stand once among these words, in their order."""
    pairs = [(words[place], words[place + 1]) for place in range(low, high - 1)]
    counts = Counter(pairs)
    return {pair: place for place, pair in enumerate(pairs, start=low) if counts[pair] == 1}


def _is_near(one: Run, other: Run) -> bool:
    return max(other[0] - one[0], other[1] - one[1]) - one[2] <= _NEAR


def _sentences_in_both(old: str, old_words: Words, new: str, new_words: Words) -> list[Run]:
    """Return the sentences that stand once in each text, in the order of the old one."""
    ours, theirs = list(_sentences(old, old_words)), list(_sentences(new, new_words))
    once = {words for words, count in Counter(words for words, _ in ours).items() if count == 1}
    there = Counter(words for words, _ in theirs)
    place = dict(theirs)
    return [
        (start, place[words], len(words))
        for words, start in ours
        if words in once and there[words] == 1 and len(words) >= _FEWEST_WORDS_OF_A_SENTENCE
    ]


def _sentences(text: str, words: Words) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the words of each sentence, and the place of the first."""
    for match in _SENTENCE.finditer(text):
        low, high = bisect_left(words.starts, match.start()), bisect_left(words.starts, match.end())
        if high > low:
            yield words.words[low:high], low


def _longest_increasing(runs: Sequence[Run]) -> list[Run]:
    """Return the longest sequence that is in order in both texts, of runs in the order of the old one."""
    last_of: list[int] = []
    """For each length, the run that ends the sequence of this length, as early in the new text as can be."""
    before: list[int] = []
    for number, (_, new, _) in enumerate(runs):
        length = bisect_left(last_of, new, key=lambda place: runs[place][1])
        before.append(last_of[length - 1] if length else -1)
        last_of[length : length + 1] = [number]
    sequence = []
    number = last_of[-1] if last_of else -1
    while number >= 0:
        sequence.append(runs[number])
        number = before[number]
    return sequence[::-1]
