"""Which sentences assert something, of what kind, and what supports them.

Method: the first rule that applies, of question, forecast, quote, comparison, number, event, state; opinion
otherwise. Checkable sentences: lenient F1 0.96 on five labelled briefings, 0.85 on 80 sentences labelled before
the rules were run. See docs/analysis.md for the rules by example.
"""

import re
from dataclasses import dataclass

from briefreader.model.date_mention import DateMention
from briefreader.model.citation import Citation
from briefreader.model.claim import CHECKABLE, Claim, ClaimType, Quantity, Worth
from briefreader.model.interval import Interval
from briefreader.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with the facts that stand in it, each kind in order."""

    span: Span
    words: str
    citations: tuple[Citation, ...]
    dates: tuple[DateMention, ...]
    """Without those inside a citation in parentheses."""
    quantities: tuple[Quantity, ...]
    """Without those inside a citation in parentheses or a date."""

    @property
    def core(self) -> str:
        """The words without citations in parentheses."""
        core = self.words
        for citation in reversed(self.citations):
            if citation.form == "paren":
                start = citation.span.start - self.span.start
                core = core[:start] + core[citation.span.end - self.span.start :]
        return core


_WORD = re.compile(r"[A-Za-z][\w’'\u2010\u2011-]*|\d[\d.,]*%?")
_FUTURE = frozenset(
    """forecast forecasts projected projects predicts predicted anticipates anticipate anticipated expects
        expect plans intends aims guidance outlook pegged envisions slated poised""".split()
)
_MODAL = frozenset(["could", "may", "might", "would", "potentially", "possibly", "perhaps", "potential"])
_DUTY = frozenset(["should", "must", "ought"])
_COMPARING = frozenset(
    """versus outperform outperformed outperforms underperform underperformed lagged lags ranked exceed
        exceeds exceeding surpass surpassed surpasses compared""".split()
)
_JUDGING = frozenset(
    """signal signals signaling signaled suggests suggest suggesting reflects reflect underscores underscore
        highlights highlight marks represents represent reveals indicates indicate signifies crystallizes
        captures appears appear seems essentially arguably clearly unambiguously dramatic dramatically
        strategic strange stark rational desperate equally fundamental credible attractive favorable lucrative
        pragmatic lesson concession beneficiary beneficiaries leverage moat narrative calculation uncertain
        unanswered substantial dilemma compresses erodes eroded undermines accelerates solves addresses
        transforms reshapes redefine opens reduces lowering critical turbulent inverts forfeited broader
        pattern primary advantage reputations benefit benefits implications significance""".split()
)
_HAPPENING = frozenset(
    """has have had been left built cut led rose fell grew sold bought made took went began shrank gave lost
        won met spent paid hit""".split()
)
_HEADLINE_VERBS = frozenset(
    """uses rents leases dissolves restructures launches buys acquires raises cuts signs secures exits
        announces files sues hires unveils releases joins sells wins loses opens closes""".split()
)
_BEING = frozenset("is are has have possesses maintains operates operate includes faces owns holds remains".split())
_TELLING = frozenset("announced announces said says told described describes wrote writes stated painted".split())
_QUESTION = re.compile(r"The (?:next|real|open|key|big) question is\b")
_COMMITTED = re.compile(
    r"\bwill\b(?! (?:of|power)\b)"
    r"|\b(?:is|are|be|was|were)\s(?:\w+\s)?(?:expected|projected|forecast|set|likely|unlikely|on track|planned|due"
    r"|scheduled|estimated)\sto\b|likely to\b|on track to\b|going to\b|expected (?:to|\d)|^Watch (?:whether|for|if)\b"
)
_EXPECTATION_MET = re.compile(r"\b(?:than|as|was|were|had been|better-than-|worse-than-|the) ?expected\b")
_SCHEDULED = re.compile(r"^[^.]{3,60}\((?:by\s)?[^()]*\d{4}\)\s[—–-]")
_DEADLINE = re.compile(r"\b(?:by|before|until)\s(?:the\s)?$", re.IGNORECASE)
_FUTURE_DEADLINE = re.compile(r"\bby (?:late|early|mid|the end|20\d\d|Q[1-4])")
_RANKED = re.compile(
    r"\bone of the \w+est\b|\bthe (?:largest|biggest|smallest|fastest|highest|lowest)\b|struggled to gain"
    r"|lagged behind|ahead of"
)
_MERE_THAN = re.compile(r"\b(?:rather|other|so much) (?:\w+ ){0,3}?than\b", re.IGNORECASE)
_ABSTRACT = re.compile(
    r"^(?:This|That|These|It|The)\s(?:\w+\s){0,2}?(?:move|deal|shift|development|transition|arrangement|action|reversal"
    r"|broader|economics|implications|dynamic|pattern|approach|decision|influx|migration|story|era|answer|significance"
    r"|questions?)\b"
)
_DEADLINE_REACH = 14
_QUOTE_REACH = 45
_HEADLINE_WORDS = 26


def claim_in(sentence: Sentence, citations: tuple[int, ...]) -> Claim:
    """Return what a sentence asserts; ``citations`` are the places of its citations in the analysis."""
    type_, horizon = _classify(sentence)
    named = any(citation.form != "hearsay" for citation in sentence.citations)
    words = set(sentence.words.lower().split())
    return Claim(
        span=sentence.span,
        type=type_,
        worth=_worth(type_, sentence, horizon),
        attributed=named,
        hedged=bool(words & _MODAL) or any(c.form == "hearsay" for c in sentence.citations),
        citations=citations,
        quantities=sentence.quantities,
        horizon=horizon,
    )


def _worth(type_: ClaimType, sentence: Sentence, horizon: Interval | None) -> Worth:
    if type_ not in CHECKABLE:
        return 0
    return 2 if sentence.quantities or sentence.citations or horizon else 1


def _classify(sentence: Sentence) -> tuple[ClaimType, Interval | None]:
    core = sentence.core
    if sentence.words.rstrip('"”’)').endswith("?") or _QUESTION.match(sentence.words):
        return "question", _horizon(sentence)
    words = _Words.of(core)
    horizon = _horizon(sentence)
    if horizon and not (words.any_of(_FUTURE | _MODAL) or _COMMITTED.search(core)):
        horizon = horizon if _FUTURE_DEADLINE.search(core) else None
    if _is_committed(core, words):
        return "forecast", horizon
    if words.any_of(_MODAL) and (horizon or _has_amount(sentence)):
        return "forecast", horizon
    if _SCHEDULED.match(sentence.words) and (scheduled := _scheduled(sentence)):
        return "forecast", horizon or scheduled
    if words.any_of(_MODAL) or (words.any_of(_DUTY) and not sentence.quantities):
        return "opinion", None
    return _present_or_past(sentence, core, words), None


def _present_or_past(sentence: Sentence, core: str, words: "_Words") -> ClaimType:
    if _is_telling(sentence):
        return "quote"
    if _is_comparison(core, words):
        return "comparison"
    if sentence.quantities:
        return "number"
    if words.any_of(_JUDGING) or _ABSTRACT.match(core):
        return "opinion"
    return _about_names(words)


def _about_names(words: "_Words") -> ClaimType:
    """Tell what a sentence without amount and judgement says of the names in it."""
    if words.any_of(_HEADLINE_VERBS) and words.count < _HEADLINE_WORDS:
        return "event"
    if words.names > 1 and (words.any_of(_HAPPENING) or words.has_past):
        return "event"
    return "state" if words.names > 1 and words.any_of(_BEING) else "opinion"


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a sentence, and what can be told from their looks."""

    lower: frozenset[str]
    count: int
    names: int
    has_past: bool

    @classmethod
    def of(cls, core: str) -> "_Words":
        words = set(_WORD.findall(core))
        lower = {word.lower() for word in words}
        if "May" in words and "may" not in words and not core.startswith("May "):
            lower.discard("may")  # the month
        return cls(
            frozenset(lower),
            len(words),
            sum(map(_looks_like_a_name, words)),
            any(word.endswith("ed") for word in lower),
        )

    def any_of(self, others: frozenset[str]) -> bool:
        return not self.lower.isdisjoint(others)


def _looks_like_a_name(word: str) -> bool:
    return (word[0].isupper() and len(word) > 1) or (word[0].islower() and any(letter.isupper() for letter in word))


def _horizon(sentence: Sentence) -> Interval | None:
    """Return when the sentence's own deadline or stretch of time ends; None when it has none."""
    for date in sentence.dates:
        if date.kind == "horizon":
            return date.interval
        at = date.span.start - sentence.span.start
        if _DEADLINE.search(sentence.words[max(0, at - _DEADLINE_REACH) : at]):
            return Interval(None, date.interval.last)
    return None


def _scheduled(sentence: Sentence) -> Interval | None:
    kinds = ("day", "month", "quarter")
    return next((date.interval for date in sentence.dates if date.kind in kinds), None)


def _is_committed(core: str, words: _Words) -> bool:
    return bool(_COMMITTED.search(core)) or (words.any_of(_FUTURE) and not _EXPECTATION_MET.search(core))


def _has_amount(sentence: Sentence) -> bool:
    return any(quantity.kind in ("percent", "money", "rate") for quantity in sentence.quantities)


def _is_telling(sentence: Sentence) -> bool:
    for citation in sentence.citations:
        if citation.form == "narrative" and citation.span.start - sentence.span.start < _QUOTE_REACH:
            after = sentence.words[citation.span.end - sentence.span.start :]
            return not _TELLING.isdisjoint(after.split()[:8])
    return False


def _is_comparison(core: str, words: _Words) -> bool:
    if words.any_of(_COMPARING) or _RANKED.search(core):
        return True
    return "than" in words.lower and not _MERE_THAN.search(core)
