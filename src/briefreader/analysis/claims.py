"""Which sentences assert something, of what kind, and when they can be judged.

Method: the first rule that applies, of question, forecast, quote, comparison, number; then event or state where a
concrete subject does or is something and no word judges; opinion otherwise. See docs/analysis.md for the accuracy.
"""

import re
from datetime import date
from typing import NamedTuple

from briefreader.analysis import claim_words as words
from briefreader.analysis.horizons import horizon_of
from briefreader.analysis.words import Words
from briefreader.model.citation import Citation
from briefreader.model.claim import CHECKABLE, Claim, ClaimType, Quantity, Support, Worth
from briefreader.model.date_mention import DateMention
from briefreader.model.interval import Interval
from briefreader.model.span import Span


class Sentence(NamedTuple):
    """A sentence with the facts that stand in it, each kind in order."""

    span: Span
    words: str
    read: Words
    citations: tuple[Citation, ...]
    dates: tuple[DateMention, ...]
    """Without those inside a citation."""
    quantities: tuple[Quantity, ...]
    """Without those inside a citation in parentheses or a date."""
    reference: date
    """The day of reading."""

    @property
    def core(self) -> str:
        """The words without citations in parentheses."""
        pieces = []
        past = 0
        for citation in self.citations:
            if citation.form == "paren" and citation.span.end - self.span.start > past:
                pieces.append(self.words[past : citation.span.start - self.span.start].rstrip())
                past = citation.span.end - self.span.start
        return "".join([*pieces, self.words[past:]]) if pieces else self.words


_LOWER = re.compile(r"[a-z]+")
_MAY = re.compile(r"\bmay\b")
_EXPECTING = words.FUTURE - {"targets"}
_OPEN = words.MODAL | words.DUTY
_ACTED = words.HAPPENING - {"has", "have", "had", "been", "set", "cut", "put", "hit"}
_QUOTE_REACH = 60
_HEADLINE_WORDS = 26


def claim_in(sentence: Sentence, support: tuple[Support, ...]) -> Claim:
    """Return what a sentence asserts, on the support that it has."""
    core = sentence.core
    read = _without_months(sentence.read if core is sentence.words else Words.of(core), core)
    type_, horizon = _classify(sentence, core, read)
    hearsay = any(citation.form == "hearsay" for citation in sentence.citations)
    return Claim(
        span=sentence.span,
        type=type_,
        worth=_worth(type_, sentence, horizon),
        attributed=any(citation.form != "hearsay" for citation in sentence.citations) or read.any_of(words.ATTRIBUTING),
        hedged=hearsay or read.any_of(words.HEDGES),
        conditional=read.any_of(words.IN_CONDITIONS) and bool(words.CONDITIONAL.search(core)),
        support=support,
        quantities=sentence.quantities,
        horizon=horizon,
    )


def _worth(type_: ClaimType, sentence: Sentence, horizon: Interval | None) -> Worth:
    if type_ not in CHECKABLE:
        return 0
    return 2 if sentence.quantities or sentence.citations or horizon else 1


def _without_months(read: Words, core: str) -> Words:
    """Leave out May where it is the month alone."""
    if "may" not in read.found or _MAY.search(core) or core.startswith("May "):
        return read
    return read._replace(found=read.found - {"may"})


def _classify(sentence: Sentence, core: str, read: Words) -> tuple[ClaimType, Interval | None]:
    if sentence.words.rstrip('"”’)').endswith("?") or ("question is" in core and words.QUESTION.match(core)):
        return "question", None
    horizon = horizon_of(sentence.words, sentence.span, sentence.dates, sentence.reference)
    if _is_forecast(sentence, core, read, horizon):
        return "forecast", horizon or _scheduled(sentence)
    if _is_advice(core, read) or (read.any_of(words.MODAL) and not _has_past_with_amount(sentence, core)):
        return "opinion", None
    if read.any_of(words.DUTY) and not sentence.quantities:
        return "opinion", None
    return _present_or_past(sentence, core, read), None


def _is_advice(core: str, read: Words) -> bool:
    return read.any_of(words.IN_ADVICE) and bool(words.ADVICE.search(core))


def _is_forecast(sentence: Sentence, core: str, read: Words, horizon: Interval | None) -> bool:
    conditional = read.any_of(words.IN_CONDITIONS) and bool(words.CONDITIONAL.match(core))
    if "will" not in read.found and "to" in read.found and words.NARRATED.search(core):
        return False
    if read.any_of(words.IN_COMMITTED) and words.COMMITTED.search(core):
        return not (conditional and horizon is None and not sentence.quantities)
    targets = "targets" in read.found and words.TARGETING.search(core)
    expects = read.any_of(_EXPECTING) and not words.EXPECTATION_MET.search(core)
    amount = _has_amount(sentence) and not _is_advice(core, read)
    if targets or expects or _scheduled(sentence) or (read.any_of(_OPEN) and (horizon or amount)):
        return True
    counted = horizon is not None and horizon.first == sentence.reference
    return horizon is not None and not counted and _is_ahead(sentence, horizon) and not words.PAST.search(core)


def _is_ahead(sentence: Sentence, horizon: Interval) -> bool:
    """Tell whether a stretch of days lies ahead of the day of reading."""
    return (horizon.last is None and horizon.first is not None) or (
        horizon.last is not None and horizon.last > sentence.reference
    )


def _has_past_with_amount(sentence: Sentence, core: str) -> bool:
    return bool(sentence.quantities) and bool(words.PAST.search(core)) and not _has_amount(sentence)


def _present_or_past(sentence: Sentence, core: str, read: Words) -> ClaimType:
    if _is_telling(sentence, core, read):
        return "quote"
    abstract = bool(words.ABSTRACT.match(core))
    main = _main_clause(core)
    if _is_comparison(main, read) and not (abstract and not sentence.quantities):
        return "comparison"
    if sentence.quantities:
        return "number"
    if "first" in read.found and words.FIRST_TIME.search(core):
        return "event"
    read = read if main is core else _without_months(Words.of(main), main)
    dated = any(date.interval.last and date.interval.last < sentence.reference for date in sentence.dates)
    if abstract or (read.any_of(words.JUDGING) and not (dated and _has_past(main, read))):
        return "opinion"
    return _about_things(main, read)


def _main_clause(core: str) -> str:
    """Return what stands before a participle, a relative clause or an explanation, if that is a clause itself.

    Where a colon announces what somebody by name does, that is the main clause: "One detail stands out: xAI sells …".
    """
    announced = words.ANNOUNCED.search(core) if ":" in core else None
    if announced:
        core = core[announced.end() :]
    for match in words.ASIDE.finditer(core):
        if match.start() > _SHORTEST_CLAUSE:
            return core[: match.start()]
    return core


_SHORTEST_CLAUSE = 30


def _about_things(core: str, read: Words) -> ClaimType:
    """Tell what a clause without amount and judgement says of the names and things in it."""
    first, _, rest = core.partition(" ")
    subject = first.lower() not in words.OPENERS and _is_finite(rest)
    about = bool(words.CONCRETE.match(core)) or subject or bool(words.NAMES.search(core))
    acts = subject and rest.split(" ", 1)[0].lower() in words.HEADLINE_VERBS
    if acts or first.lower() in words.HEADLINE_VERBS:
        return "event"
    if about and read.any_of(words.HEADLINE_VERBS) and read.number < _HEADLINE_WORDS and not core.endswith("."):
        return "event"
    if (about and _has_past(core, read)) or words.PASSIVE.search(core):
        return "event"
    if not read.any_of(words.BEING):
        return "opinion"
    return "state" if about or not words.GENERAL.match(core) else "opinion"


def _is_finite(rest: str) -> bool:
    """Tell whether the word after a sentence's first is its verb: "Vietnam devalued", "Carmaker recalls"."""
    verb = rest.split(" ", 1)[0].lower()
    return verb in _FINITE or (verb.endswith("ed") and not verb.endswith("eed"))


_FINITE = words.HAPPENING | words.HEADLINE_VERBS | words.BEING


def _has_past(core: str, read: Words) -> bool:
    if read.any_of(words.IN_PERFECT) and words.PAST.search(core):
        return True
    return bool(words.REGULAR_PAST.search(core)) or read.any_of(_ACTED)


def _scheduled(sentence: Sentence) -> Interval | None:
    if "(" not in sentence.words or not words.SCHEDULED.match(sentence.words):
        return None
    kinds = ("day", "month", "quarter")
    return next((date.interval for date in sentence.dates if date.kind in kinds), None)


def _has_amount(sentence: Sentence) -> bool:
    return any(quantity.kind in ("percent", "money", "rate") for quantity in sentence.quantities)


def _is_telling(sentence: Sentence, core: str, read: Words) -> bool:
    """Tell whether the main clause is what somebody says."""
    for citation in sentence.citations:
        if citation.form == "narrative" and citation.span.start - sentence.span.start < _QUOTE_REACH:
            after = sentence.words[citation.span.start - sentence.span.start :]
            return not words.TELLING.isdisjoint(after.split()[:16])
    if not read.any_of(words.TELLING):
        return False
    for match in _LOWER.finditer(core, 0, 2 * _QUOTE_REACH):
        if match[0] in words.TELLING:
            return bool(words.SPEAKER.search(core[: match.start()])) or core[0] in '“"‘'
    return False


def _is_comparison(core: str, read: Words) -> bool:
    if read.any_of(words.COMPARING) or (read.any_of(words.IN_RANKS) and words.RANKED.search(core)):
        return True
    return "than" in read.found and bool(words.COMPARED.search(core)) and not words.MERE_THAN.search(core)
