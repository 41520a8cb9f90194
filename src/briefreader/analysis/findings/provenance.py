"""Checks of where a claim comes from: what one article can decide about its own sources.

A false alarm is worse than a silence, so a rule of severity ``error`` asks for every sign that it can see. The reasons
stand rule by rule in docs/analysis.md.
"""

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import takewhile

from briefreader.analysis.findings import provenance_words as words
from briefreader.analysis.findings.consistency import find_inconsistencies
from briefreader.analysis.findings.uncited import find_uncited
from briefreader.analysis.names.gazetteer import family_of, identify
from briefreader.analysis.text.languages import language_of
from briefreader.analysis.text.placed import standing_in
from briefreader.model.analysis import Entity, WatchLine
from briefreader.model.citation import Citation
from briefreader.model.claim import Claim, Quantity
from briefreader.model.date_mention import DateMention
from briefreader.model.document import Document
from briefreader.model.finding import SEVERITIES, Finding, Rule, Severity
from briefreader.model.interval import Interval
from briefreader.model.span import Span


@dataclass(slots=True, kw_only=True)
class Facts:
    """What the other extractors have found in a document."""

    document: Document
    citations: tuple[Citation, ...]
    claims: tuple[Claim, ...]
    dates: tuple[DateMention, ...]
    """In order, without those inside citations."""
    entities: tuple[Entity, ...]
    watch_lines: tuple[WatchLine, ...]
    reference: date
    _named: list[tuple[int, int, Entity]] = field(init=False)
    """Every place where an entity is named, in order."""
    _watched: list[int] = field(init=False)
    """Where the lines to watch begin, in order."""

    def __post_init__(self) -> None:
        self._watched = [line.span.start for line in self.watch_lines]
        places = ((span.start, span.end, entity) for entity in self.entities for span in entity.spans)
        self._named = sorted(places, key=lambda place: place[:2])

    def named_in(self, span: Span) -> list[tuple[Span, Entity]]:
        """Return what is named inside a span, in order, with its place."""
        first = bisect_left(self._named, span.start, key=lambda place: place[0])
        inside = takewhile(lambda place: place[1] <= span.end, self._named[first : first + words.MOST_NAMES])
        return [(Span(start, end), entity) for start, end, entity in inside]

    def is_watched(self, span: Span) -> bool:
        """Tell whether a span shares words with a line to watch."""
        place = bisect_left(self._watched, span.end)
        return place > 0 and self.watch_lines[place - 1].span.overlaps(span)

    @property
    def last_day(self) -> date | None:
        """The latest single day, not after the day of reading, that the article cites or speaks of; None for none."""
        days = [c.date.last for c in self.citations if c.date and c.date.last and c.date.first == c.date.last]
        days += [m.interval.last for m in self.dates if m.kind == "day" and m.basis != "reference" and m.interval.last]
        return max((day for day in days if day <= self.reference), default=None)


def find_provenance(facts: Facts) -> tuple[Finding, ...]:
    """Return all findings: those on the whole article first, then in order of the text, the gravest first."""
    found = [*_on_document(facts)]
    for claim in facts.claims:
        found += _on_support(facts, claim)
        found += _on_claim(facts, claim)
    if all(finding.rule != "NO_SOURCES" for finding in found):
        found += find_uncited(facts.document, facts.claims, facts.citations)
    found += find_inconsistencies(facts.document, facts.claims, facts.citations, facts.dates)
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[int, int, str]:
    return (finding.span.start if finding.span else -1, SEVERITIES.index(finding.severity), finding.rule)


def _day(day: date | None) -> str:
    return f"{day.day} {day:%b %Y}" if day else "an open end"


def _days(interval: Interval) -> str:
    first, last = _day(interval.first), _day(interval.last)
    return first if first == last else f"{first} to {last}"


# The whole article


def _on_document(facts: Facts) -> Iterator[Finding]:
    text = facts.document.text
    named = [citation for citation in facts.citations if citation.form != "hearsay"]
    claims = [claim for claim in facts.claims if claim.checkable]
    if not named and len(claims) >= words.FEWEST_CLAIMS and not _is_own_source(facts):
        yield _whole("NO_SOURCES", "warn", f"{len(claims)} checkable claims, but no source is named")
    for block in facts.document.blocks:
        if block.role == "title":
            title = Span(block.start, block.end)
            yield from _hearsay(text, title, standing_in(facts.citations, title))
    origin = next((one for one in facts.citations if one.form == "origin" and _is_of_whole(text, one.span)), None)
    derivative = words.search_near(words.DERIVATIVE, words.DERIVATIVE_SIGNS, text)
    if origin and not words.is_source_list(origin.span.of(text)):
        whose = origin.canonical_source or "another publisher"
        yield _whole("DERIVED_DOCUMENT", "info", f"is based on an article by {whose}", origin.span)
    elif derivative:
        yield _whole("DERIVED_DOCUMENT", "info", "says that it is based on other articles", Span(*derivative.span()))
    machine = words.search_near(words.AI_GENERATED, words.AI_SIGNS, text)
    if machine and not words.NOT_GENERATED.search(text[max(0, machine.start() - 40) : machine.end()]):
        yield _whole("AI_GENERATED", "info", "says that a language model wrote it", Span(*machine.span()))
    yield from _stale_watch_lines(facts)


def _is_own_source(facts: Facts) -> bool:
    """Tell whether an article speaks in the first person."""
    own = sum(bool(words.FIRST_PERSON.search(claim.span.of(facts.document.text))) for claim in facts.claims)
    return own >= words.FIRST_PERSON_SHARE * len(facts.claims)


def _is_of_whole(text: str, span: Span) -> bool:
    """Tell "This article was originally published in X" from a work or a single item that was, and from thanks."""
    return not words.THANKS.match(span.of(text)) and bool(
        words.OF_WHOLE.search(text[max(0, span.start - words.LEAD_REACH * 2) : span.start])
    )


def _whole(rule: Rule, severity: Severity, message: str, other: Span | None = None) -> Finding:
    return Finding(rule=rule, severity=severity, message=message, span=None, other=other)


def _stale_watch_lines(facts: Facts) -> Iterator[Finding]:
    last = facts.last_day if facts.watch_lines else None
    for line in facts.watch_lines:
        due = line.due.last if line.due else None
        if due and last and due < last:
            message = f"due by {_day(due)}, but the article mentions {_day(last)}, which is later"
            yield Finding(rule="STALE_WATCH_ITEM", severity="warn", message=message, span=line.span)
        elif due and due < facts.reference and line.due and line.due.first != facts.reference:
            message = f"was due by {_day(due)}, which has passed"
            yield Finding(rule="FORECAST_DUE", severity="warn", message=message, span=line.span)


# A claim and what it cites


def _on_support(facts: Facts, claim: Claim) -> Iterator[Finding]:
    for support in claim.own_support[: words.MOST_CITATIONS]:
        citation = facts.citations[support.citation]
        if citation.form == "paren":
            yield from _before_event(facts, claim, citation, support.scope)
            yield from _not_a_party(facts, claim, citation)
            yield from _of_period(facts, claim, citation)
        if citation.document and words.PRIVATE.search(citation.document):
            message = f"{citation.document}: not publicly available"
            yield _about(claim, citation, "NON_PUBLIC_DOCUMENT", "warn", message)
        yield from _self(facts, claim, citation)


def _about(claim: Claim, citation: Citation, rule: Rule, severity: Severity, message: str) -> Finding:
    return Finding(rule=rule, severity=severity, message=message, span=claim.span, other=citation.span)


def _before_event(facts: Facts, claim: Claim, citation: Citation, scope: Span) -> Iterator[Finding]:
    """Yield sources that are older than what they are cited for."""
    last = citation.date.last if citation.date else None
    if last is None or claim.horizon or claim.type in ("forecast", "question", "opinion"):
        return
    text = facts.document.text
    if _is_period(citation.date):
        return
    year_is_said = bool(words.YEAR.search(citation.span.of(text)))
    if not year_is_said and (facts.reference - last).days >= words.YEAR_DAYS:
        return  # it may be of the year after the one that is guessed
    for mention in standing_in(facts.dates, scope):
        first = mention.interval.first
        before = text[max(scope.start, mention.span.start - words.LEAD_REACH) : mention.span.start]
        if first is None or first <= last or mention.basis != "absolute" or words.AHEAD.search(before):
            continue
        if words.FUTURE.search(scope.of(text)) or not words.PAST.search(scope.of(text)):
            continue
        is_sure = year_is_said or bool(words.YEAR.search(mention.span.of(text)))
        if not is_sure and not (mention.interval.last and mention.interval.last < facts.reference):
            continue  # told as past and not over yet: it is of another year than the article's
        message = f"reports what happened on {_days(mention.interval)}, but the source is dated {_day(last)}"
        yield _about(claim, citation, "CITED_BEFORE_EVENT", "error" if is_sure else "warn", message)
        return


def _not_a_party(facts: Facts, claim: Claim, citation: Citation) -> Iterator[Finding]:
    """Yield companies cited for the amounts of another, which the article names nowhere else."""
    if citation.source_type != "company" or citation.document or not claim.quantities or not citation.source:
        return
    family = set(family_of(citation.canonical_source or citation.source))
    here = [(span, entity) for span, entity in facts.named_in(claim.span) if not family & set(family_of(entity.name))]
    subject = [entity for span, entity in here if span.start == claim.span.start and _is_possessive(facts, span)]
    parties = [
        entity for _, entity in here if entity.kind == "company" and not _is_cited(facts, claim, entity)
    ] or subject
    if parties and not any(
        not citation.span.contains(span)
        for entity in facts.entities
        if family & set(family_of(entity.name))
        for span in entity.spans
    ):
        message = f"{citation.canonical_source} is cited for {parties[0].name} but plays no part in this article"
        yield _about(claim, citation, "SOURCE_NOT_A_PARTY", "error", message)


def _is_possessive(facts: Facts, span: Span) -> bool:
    return facts.document.text[span.end : span.end + 2] in ("’s", "'s")


def _is_cited(facts: Facts, claim: Claim, entity: Entity) -> bool:
    return any(citation.canonical_source == entity.name for citation in _cited_by(facts, claim))


def _cited_by(facts: Facts, claim: Claim) -> list[Citation]:
    return [facts.citations[support.citation] for support in claim.own_support[: words.MOST_CITATIONS]]


def _is_period(interval: Interval | None) -> bool:
    """Tell whether an interval is a whole quarter, half or year."""
    if not interval or not interval.first or not interval.last:
        return False
    months = 12 * (interval.last.year - interval.first.year) + interval.last.month - interval.first.month + 1
    whole = interval.first.day == 1 and interval.last.day == monthrange(interval.last.year, interval.last.month)[1]
    return whole and months in (3, 6, 12)


def _of_period(facts: Facts, claim: Claim, citation: Citation) -> Iterator[Finding]:
    interval = citation.date
    if not interval or not interval.first or not interval.last:
        return
    if _is_period(interval) and not citation.document:
        message = f"{citation.source}, {_days(interval)}: a period, not a document or a date"
        yield _about(claim, citation, "PERIOD_ONLY_SOURCE", "info", message)
    read = f"{_day(facts.reference)}, the date of the article or of reading it"
    if interval.first > facts.reference:
        far = interval.first - facts.reference > timedelta(days=words.GUESS_AHEAD_DAYS)
        message = f"the source is dated {_days(interval)}, after {read}"
        yield _about(claim, citation, "FUTURE_SOURCE", "error" if far else "warn", message)
    elif interval.last > facts.reference and _is_period(interval):
        message = f"the source's period ends on {_day(interval.last)}, after {read}"
        yield _about(claim, citation, "PERIOD_NOT_OVER", "warn", message)


def _self(facts: Facts, claim: Claim, citation: Citation) -> Iterator[Finding]:
    """Yield sources that speak of their own affairs."""
    name = citation.canonical_source
    if not name or citation.form not in ("paren", "narrative"):
        return
    named = facts.named_in(claim.span)
    kinds = {entity.name: entity.kind for _, entity in named}
    if citation.source_type != "company" and not (citation.source_type == "unknown" and kinds.get(name) == "company"):
        return
    if citation.form == "narrative" and (citation.person or _is_cited_again(facts, claim, citation)):
        return
    family = set(family_of(name))
    about = any(family & set(family_of(entity.name)) for span, entity in named if not citation.span.contains(span))
    if about or (citation.form == "narrative" and _speaks_for_itself(facts, claim, citation)):
        private = bool(citation.document and words.PRIVATE.search(citation.document))
        message = f"{name} speaks about its own affairs"
        yield _about(claim, citation, "SELF_CITATION", "warn" if private else "info", message)


def _speaks_for_itself(facts: Facts, claim: Claim, citation: Citation) -> bool:
    """Tell whether a company in running text speaks of its own: a known one does; of others, "its" must tell."""
    if identify(citation.canonical_source or "").type == "company":
        return True
    text = facts.document.text
    is_subject = citation.span.of(text).startswith(citation.source or "")  # not "Analysts at Orrin Partners"
    return is_subject and bool(words.OWN.search(text, citation.span.end, claim.span.end))


def _is_cited_again(facts: Facts, claim: Claim, citation: Citation) -> bool:
    """Tell whether the same source stands in parentheses too: once is enough."""
    return any(
        other.form == "paren" and other.canonical_source == citation.canonical_source
        for other in _cited_by(facts, claim)
    )


# A claim alone


def _on_claim(facts: Facts, claim: Claim) -> Iterator[Finding]:
    text = facts.document.text
    cited = claim.citations
    named = [c for c in cited if facts.citations[c].form != "hearsay"]
    amounts = [q for q in claim.quantities if q.kind != "duration" or words.EXACT_TIME.match(q.span.of(text))]
    yield from _hearsay(facts.document.text, claim.span, [facts.citations[place] for place in cited])
    if claim.type in ("forecast", "quote") and not claim.horizon and (foretold := _foretold(facts, claim, amounts)):
        message = f"{foretold.span.of(text)}: no deadline given"
        yield Finding(rule="FORECAST_WITHOUT_HORIZON", severity="info", message=message, span=claim.span)
    yield from _unattributed(facts, claim, named)
    yield from _due(facts, claim)


def _hearsay(text: str, span: Span, cited: Sequence[Citation]) -> Iterator[Finding]:
    """Yield where a claim or a title rests on nobody with a name."""
    cue = cited[0].span if cited and all(one.form == "hearsay" for one in cited) else None
    if cue and not words.NO_HEARSAY.search(text[max(span.start, cue.start - words.LEAD_REACH) : cue.end]):
        message = f"“{cue.of(text)}”: no name is given"
        yield Finding(rule="HEARSAY_ONLY", severity="warn", message=message, span=span, other=cue)


def _foretold(facts: Facts, claim: Claim, amounts: list[Quantity]) -> Quantity | None:
    """Return the amount that is forecast; None where the sentence names a day or a condition, or only mentions one."""
    if claim.conditional or any(mention.kind != "past" for mention in standing_in(facts.dates, claim.span)):
        return None
    text = facts.document.text
    for amount in amounts:
        before = text[max(claim.span.start, amount.span.start - words.FORETOLD_REACH) : amount.span.start]
        if words.FORETOLD.search(before):
            return amount
    return None


def _unattributed(facts: Facts, claim: Claim, named: list[int]) -> Iterator[Finding]:
    text = facts.document.text
    sentence = claim.span.of(text)
    if named or not ("“" in sentence or "‘" in sentence or '"' in sentence or "'" in sentence):
        return
    quotation = words.QUOTATION.search(sentence)
    if quotation is None:
        return
    around = text[max(0, claim.span.start - words.SPOKEN_REACH) : claim.span.end + words.SPOKEN_REACH]
    said = quotation["double"] or quotation["single"] or quotation["plain"]
    if len(said.split()) < words.FEWEST_QUOTED or words.SPOKEN.search(around):
        return
    if language_of(text) not in ("en", ""):  # five of five were false: speakers follow in other words
        return
    span = Span(claim.span.start + quotation.start(), claim.span.start + quotation.end())
    message = f"{quotation[0]}: no speaker is named"
    yield Finding(rule="UNATTRIBUTED_QUOTATION", severity="warn", message=message, span=claim.span, other=span)


def _due(facts: Facts, claim: Claim) -> Iterator[Finding]:
    due = claim.horizon.last if claim.horizon else None
    if due and due < facts.reference and not facts.is_watched(claim.span):
        message = f"was due by {_day(due)}, which has passed"
        yield Finding(rule="FORECAST_DUE", severity="warn", message=message, span=claim.span)
