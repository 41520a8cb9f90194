"""Words whose change turns what a passage says: numbers with their units and days, negations, directions."""

import re
from collections import Counter
from collections.abc import Iterable

from briefreader.analysis.text.folding import fold
from briefreader.model.anchor import Change

_NUMBER = re.compile(
    r"(?:(?<![\w.,])[+-](?=[$€£¥]?\d))?[$€£¥]?\d[\d.,]*(?:st|nd|rd|th)?"
    r"\s?(?:%|(?:percent|per cent|bn|b|m|k|x|million|billion|trillion)\b)?"
)
_NUMBER_WORDS = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
    hundreds thousands millions billions trillions dozen dozens half halves halved third thirds quarter quarters fourth
    fifth fifths sixth sixths tenth tenths double doubled triple tripled twice first second usd eur gbp chf jpy cny sek
    nok dollars euros pounds yen yuan january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_NEGATIONS = frozenset(
    """not no never without cannot neither nor none nobody nothing denies denied deny unlikely fails failed refuses
    refused rejects rejected false untrue""".split()
)
_OPPOSITES = (
    (
        """rise rises rose risen rising grow grows grew grown growing growth gain gains gained up increase increases
        increased increasing higher above over more most expand expands expanded surge surges surged soar soars soared
        jump jumps jumped climb climbs climbed widen widens widened win wins won beat profit profits profitable""",
        """fall falls fell fallen falling drop drops dropped decline declines declined down decrease decreases decreased
        cut cuts lower below under less least fewer shrink shrinks shrank plunge plunges plunged slump slumps slumped
        tumble tumbles tumbled sink sinks sank narrow narrows narrowed lose loses lost miss misses missed loss losses
        unprofitable""",
    ),
    ("may might could would should can", "will shall must is are was were has have had"),
    ("buy buys bought hire hires hired open opens opened", "sell sells sold fire fires fired close closes closed"),
    (
        "approve approves approved allow allows allowed accept accepts accepted clear cleared confirm confirmed",
        "block blocks blocked ban bans banned halt halts halted suspend suspends suspended reject rejects rejected",
    ),
)
_SIDES = {
    word: (pair, side) for pair, sides in enumerate(_OPPOSITES) for side in (0, 1) for word in sides[side].split()
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
    figures = (match.group().strip(" .,").replace(" ", "").removeprefix("+") for match in _NUMBER.finditer(text))
    return Counter(figures) + Counter(word for word in words if word in _NUMBER_WORDS or word.endswith("fold"))


def _negations(words: Iterable[str]) -> int:
    return sum(word in _NEGATIONS or word.endswith("n't") for word in words)


def _is_turned(before: Iterable[str], after: Iterable[str]) -> bool:
    """Tell whether words of one side of a pair have become words of the other."""
    old = Counter(_SIDES[word] for word in before if word in _SIDES)
    new = Counter(_SIDES[word] for word in after if word in _SIDES)
    changed = [[new[pair, side] - old[pair, side] for side in (0, 1)] for pair in range(len(_OPPOSITES))]
    return any(one * other < 0 for one, other in changed)
