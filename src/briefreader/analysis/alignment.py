"""Which words of a later text are the words of an earlier one.

Method: sentences that stand once in each text, verbatim, are fixed first (patience diff: their longest increasing
sequence, then those that have moved); difflib aligns the words between them.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from briefreader.analysis.folding import fold
from briefreader.model.span import Span

_WORD = re.compile(r"\w+(?:[.,]\d+)*%?|[^\w\s]")
_SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]+|[^.!?\n]+$")
_FEWEST_WORDS_OF_A_SENTENCE = 3
_SURE_RUN = 2
"""Fewer equal words in a row count only between others that are aligned."""
_NEAR = 6

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
        same = _sentences_in_both(old, self.old, new, self.new)
        fixed = _longest_increasing(same)
        self._pair(fixed)
        self._pair(run for run in same if run not in set(fixed))
        ends = (len(self.old.words), len(self.new.words), 0)
        for before, after in pairwise([(0, 0, 0), *fixed, ends]):
            self._align_between(before, after)

    def _pair(self, runs: Iterable[Run]) -> None:
        for old, new, count in runs:
            for step in range(count):
                if old + step not in self.to_new and new + step not in self.to_old:
                    self.to_new[old + step] = new + step
                    self.to_old[new + step] = old + step

    def _align_between(self, before: Run, after: Run) -> None:
        old = [place for place in range(before[0] + before[2], after[0]) if place not in self.to_new]
        new = [place for place in range(before[1] + before[2], after[1]) if place not in self.to_old]
        if not old or not new:
            return
        old_words, new_words = [self.old.words[place] for place in old], [self.new.words[place] for place in new]
        runs = SequenceMatcher(None, old_words, new_words, autojunk=False).get_matching_blocks()
        ends = [(0, 0, 0), *runs]  # difflib ends with an empty run behind the last words
        sure = [
            run
            for last, run, following in zip(ends, runs, runs[1:], strict=False)
            if run.size >= _SURE_RUN or (_is_near(last, run) and _is_near(run, following))
        ]
        self._pair((old[run.a + step], new[run.b + step], 1) for run in sure for step in range(run.size))


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
