"""Whether two figures of one thing are the same, or cannot both be right."""

from collections.abc import Iterator, Sequence
from datetime import date

from briefreader.analysis.amounts.binding_words import (
    ADDITIONAL,
    ASKED,
    BEHIND,
    BY_A_COURT,
    FIRM_CLASSES,
    NUMBER_OF,
    ON_DAY,
    OVERTAKING,
    SAME_WORDS,
    SCORE_OF,
    TOTAL,
    UNKNOWN,
)
from briefreader.model.crosscheck import Said

_ROUNDED, _OPEN = 0.02, 0.1
"""How far rounded values are from one another at most, and a value from the end of an open range."""
_FARTHEST, _FARTHEST_TIMES = 2.0, 4.0
"""Figures that are more times one another than this are of different things; durations are told less exactly."""
_IN_HOURS, _IN_YEAR = " in hour", " in year"
_OF_ANYTHING = ("size in ", "growth in ")
_EXACT, _NEARLY, _MEASURED = 10_000, 0.01, (" in km", " in mph", " in kg")
_AROUND = 1
"""Days so near to an article's own are named by each article of the day."""
_FEWEST, _FEW = 5, 100
"""Fewer things than this tell nothing; fewer than this are compared only where the class of the thing is known."""


def tells(said: Said) -> bool:
    """Tell whether a figure is large enough, or known well enough, to be of the same by its class alone."""
    statement = said.statement
    if statement.family.startswith(ON_DAY):
        return abs((date.fromisoformat(statement.family.removeprefix(ON_DAY)) - said.day).days) > _AROUND
    return " in " in statement.family or statement.family in FIRM_CLASSES or middle(said) >= _FEWEST or is_name(said)


def is_name(said: Said) -> bool:
    """Tell whether something is named and has no value: a version, a moment, a day, the words of a copy."""
    return said.statement.family.startswith(("version ", "at ", BEHIND, BY_A_COURT, ON_DAY, SAME_WORDS))


def is_single(said: Sequence[Said]) -> bool:
    """Tell whether an article gives one value alone."""
    return all(are_equal(said[0], one) for one in said)


def opposed_in(said: Sequence[Said], others: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Yield where one article has as the total what another has as a part of it, or ends with another year."""
    return (
        (one, other)
        for one in said
        for other in others
        if (are_equal(one, other) and is_opposed(one, other)) or _ends_with_another_year(one, other)
    )


def _ends_with_another_year(one: Said, other: Said) -> bool:
    first, second = one.statement, other.statement
    is_open = first.family.endswith(_IN_YEAR) and first.low is None and second.low is None
    return is_open and first.high != second.high


def overtaken_in(said: Sequence[Said], others: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Yield where one has exactly what the other has nearly as exactly, or knows what the other does not."""
    return (
        (one, other)
        for one in said
        for other in others
        if _is_nearly_as_exact(one, other) or _is_open_in_one(one, other)
    )


def _is_open_in_one(one: Said, other: Said) -> bool:
    """Tell whether one says what the other does not know yet, or only asks for."""
    return any((open_ in _kinds(one)) != (open_ in _kinds(other)) for open_ in (UNKNOWN, ASKED))


def overtakes(said: Said) -> bool:
    """Tell whether a statement says itself that it overtakes an earlier one."""
    return OVERTAKING.search(said.quote) is not None


def _is_nearly_as_exact(one: Said, other: Said) -> bool:
    """Tell whether two exact figures, none of money, are so near to one another that they are of the same thing."""
    first, second = middle(one), middle(other)
    is_exact = all(value / _step(value) >= _EXACT for value in (first, second) if value)
    is_near = 0 < abs(first - second) <= _NEARLY * max(first, second)
    return is_exact and is_near and differ(one, other) and one.statement.family.endswith(_MEASURED)


def is_opposed(one: Said, other: Said) -> bool:
    """Tell whether one is said to be the total, and the other to come on top."""
    return any(ADDITIONAL in _kinds(a) and TOTAL in _kinds(b) for a, b in ((one, other), (other, one)))


def middle(said: Said) -> float:
    """Return the middle of a value, without its sign; its one end where it has one; 0 where it has none."""
    ends = [end for end in (said.statement.low, said.statement.high) if end is not None]
    return abs(sum(ends) / len(ends)) if ends else 0.0


def are_equal(one: Said, other: Said) -> bool:
    """Tell whether two figures are the same as far as each is exact, and of the same years."""
    if one.statement.family in (BEHIND, BY_A_COURT):
        return False
    if one.statement.family.endswith(_IN_YEAR):
        return (one.statement.low, one.statement.high) == (other.statement.low, other.statement.high)
    if _years(one) != _years(other) or _lie_apart(one, other):
        return _years(one) == _years(other) and _are_rounded(one, other)
    first, second = middle(one), middle(other)
    is_open = None in (one.statement.low, one.statement.high, other.statement.low, other.statement.high)
    return abs(first - second) <= (_OPEN if is_open else 2 * _ROUNDED) * max(first, second)


def _are_rounded(one: Said, other: Said) -> bool:
    """Tell whether one figure is the other rounded: 60 for 59.8, and never 252,756 for 252,799."""
    first, second = middle(one), middle(other)
    far = abs(first - second)
    step = max(_step(first), _step(second))
    return _is_exact(one) and _is_exact(other) and far <= _ROUNDED * max(first, second) and far <= step / 2


def _is_exact(said: Said) -> bool:
    return said.statement.low == said.statement.high


def _step(value: float) -> float:
    """Return the unit of the last digit of a value that is not 0."""
    digits = f"{value:.6f}".rstrip("0").rstrip(".")
    if "." in digits:
        return float(10.0 ** -len(digits.partition(".")[2]))
    return float(10.0 ** (len(digits) - len(digits.rstrip("0"))))


def _lie_apart(one: Said, other: Said) -> bool:
    first, second = one.statement, other.statement
    return any(
        low.high is not None and high.low is not None and low.high < high.low
        for low, high in ((first, second), (second, first))
    )


def _are_both_open(one: Said, other: Said) -> bool:
    """Tell whether both give the same end alone: over 83 and over 100 million are not the same."""
    first, second = one.statement, other.statement
    return (
        (first.low is None) == (second.low is None)
        and (first.high is None) == (second.high is None)
        and None
        in (
            first.low,
            first.high,
        )
    )


def differ(one: Said, other: Said) -> bool:
    """Tell whether two figures of the same cannot both be right."""
    family = one.statement.family
    if are_equal(one, other) or not (_lie_apart(one, other) or _are_both_open(one, other)) or is_name(one):
        return False
    if family.startswith(_OF_ANYTHING):
        return False
    low, high = sorted((middle(one), middle(other)))
    is_known = " in " in family or family in FIRM_CLASSES or family.startswith((NUMBER_OF, SCORE_OF))
    is_near = high <= (_FARTHEST_TIMES if family.endswith(_IN_HOURS) else _FARTHEST) * low and (is_known or low >= _FEW)
    named = _words_named(one), _words_named(other)
    is_of_others = bool(named[0] and named[1] and not named[0] & named[1])
    return is_near and not is_of_others and _kinds(one) == _kinds(other) and _years(one) == _years(other)


def _words_named(said: Said) -> set[str]:
    """Return the words of the names in a statement: one article has more of a name than the next."""
    return {word for name in said.statement.receivers for word in name.split()}


def _years(said: Said) -> set[str]:
    """Return the years that stand by a figure, other than that of the article."""
    return {kind for kind in said.statement.kinds if kind.isdigit()} - {str(said.day.year)}


def _kinds(said: Said) -> set[str]:
    return {kind for kind in said.statement.kinds if not kind.isdigit()}
