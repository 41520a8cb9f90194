"""What is said of a claim beside its kind: who says it, how surely, and when it can be judged."""

import re
from datetime import date
from typing import NamedTuple

from briefreader.analysis.claims import claim_words as words
from briefreader.analysis.dates.horizons import horizon_of
from briefreader.analysis.text.words import Words
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


_AHEAD = words.IN_COMMITTED | words.FUTURE | words.MODAL | words.DUTY
"""Without any of these, and without a day to come, nothing is foretold."""
_MAY = re.compile(r"\bmay\b")
_CLOSING = '"”’)]*_'


def is_question(words: str) -> bool:
    """Tell whether a sentence asks, and asserts nothing."""
    return words.rstrip(_CLOSING).endswith(("?", "？"))


def claim_in(sentence: Sentence, type_: ClaimType, support: tuple[Support, ...]) -> Claim:
    """Return what a sentence of a kind asserts, on the support that it has."""
    core = sentence.core
    read = _without_months(sentence.read if core is sentence.words else Words.of(core), core)
    horizon = _horizon_in(sentence) if type_ == "forecast" or _commits(type_, core, read) else None
    if horizon:
        type_ = "quote" if type_ == "quote" else "forecast"
    elif type_ == "forecast" and not read.any_of(_AHEAD):
        type_ = "number" if sentence.quantities else "event"
    elif type_ in ("event", "number") and _compares(core, read):
        type_ = "comparison"
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


def _compares(core: str, read: Words) -> bool:
    if read.any_of(words.COMPARING) or (read.any_of(words.IN_RANKS) and words.RANKED.search(core)):
        return True
    return "than" in read.found and bool(words.COMPARED.search(core)) and not words.MERE_THAN.search(core)


def _commits(type_: ClaimType, core: str, read: Words) -> bool:
    """Tell whether a sentence says what is to come: with a day to come it is a forecast, or a quote of one."""
    return type_ != "question" and read.any_of(words.IN_COMMITTED) and bool(words.COMMITTED.search(core))


def _worth(type_: ClaimType, sentence: Sentence, horizon: Interval | None) -> Worth:
    if type_ not in CHECKABLE:
        return 0
    return 2 if sentence.quantities or sentence.citations or horizon else 1


def _without_months(read: Words, core: str) -> Words:
    """Leave out May where it is the month alone."""
    if "may" not in read.found or _MAY.search(core) or core.startswith("May "):
        return read
    return read._replace(found=read.found - {"may"})


def _horizon_in(sentence: Sentence) -> Interval | None:
    return horizon_of(sentence.words, sentence.span, sentence.dates, sentence.reference) or _scheduled(sentence)


def _scheduled(sentence: Sentence) -> Interval | None:
    if "(" not in sentence.words or not words.SCHEDULED.match(sentence.words):
        return None
    kinds = ("day", "month", "quarter")
    return next((date.interval for date in sentence.dates if date.kind in kinds), None)
