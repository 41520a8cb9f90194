"""Words whose change turns what a passage says: numbers, negations, directions."""

import re
from collections import Counter
from collections.abc import Iterable

from briefreader.analysis.folding import fold
from briefreader.model.anchor import Change

_NUMBER = re.compile(
    r"[$€£¥]?\d[\d.,]*(?:st|nd|rd|th)?\s?(?:%|(?:percent|per cent|bn|b|m|k|x|million|billion|trillion)\b)?"
)
_NUMBER_WORDS = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
    dozen half halved third quarter double doubled triple tripled twice first second""".split()
)
_NEGATIONS = frozenset(
    """not no never without cannot neither nor none nobody nothing denies denied deny unlikely fails failed refuses
    refused rejects rejected false untrue""".split()
)
_DIRECTIONS = {
    **dict.fromkeys("rise rises rose risen rising grow grows grew grown growing gain gains gained up".split(), "up"),
    **dict.fromkeys("increase increases increased increasing higher above more expand expands expanded".split(), "up"),
    **dict.fromkeys("fall falls fell fallen falling drop drops dropped decline declines declined down".split(), "down"),
    **dict.fromkeys(
        "decrease decreases decreased cut cuts lower below less fewer shrink shrinks shrank".split(), "down"
    ),
    **dict.fromkeys("may might could would should can".split(), "maybe"),
    **dict.fromkeys("will shall must is are was were has have had".split(), "surely"),
    **dict.fromkeys("win wins won beat beats buy buys bought".split(), "win"),
    **dict.fromkeys("lose loses lost miss misses missed sell sells sold".split(), "lose"),
}
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def find_changes(old: str, new: str) -> tuple[Change, ...]:
    """Return in which ways words that turn the sense differ between two wordings of a passage.

    A direction counts only where it is turned (``rose`` to ``fell``, ``may`` to ``will``), not where a word is lost.

    Measured on the edits of numbers of the mutation benchmark: see ``docs/evidence.md``.
    """
    before, after = fold(old).text, fold(new).text
    words_before, words_after = _WORD.findall(before), _WORD.findall(after)
    changes: list[Change] = []
    if _numbers(before, words_before) != _numbers(after, words_after):
        changes.append("number")
    if _negations(words_before) != _negations(words_after):
        changes.append("negation")
    if _is_turned(words_before, words_after):
        changes.append("direction")
    return tuple(changes)


def _numbers(text: str, words: Iterable[str]) -> Counter[str]:
    figures = (match.group().strip(" .,").replace(" ", "") for match in _NUMBER.finditer(text))
    return Counter(figures) + Counter(word for word in words if word in _NUMBER_WORDS)


def _negations(words: Iterable[str]) -> int:
    return sum(word in _NEGATIONS or word.endswith("n't") for word in words)


def _is_turned(before: Iterable[str], after: Iterable[str]) -> bool:
    old = Counter(_DIRECTIONS[word] for word in before if word in _DIRECTIONS)
    new = Counter(_DIRECTIONS[word] for word in after if word in _DIRECTIONS)
    pairs = (("up", "down"), ("maybe", "surely"), ("win", "lose"))
    return any(
        (old[one] > new[one] and old[other] < new[other]) or (old[one] < new[one] and old[other] > new[other])
        for one, other in pairs
    )
