"""Run every extractor over a document."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from briefreader.analysis.across.statements import Sentence as Said
from briefreader.analysis.across.statements import find_statements
from briefreader.analysis.amounts.quantities import find_quantities
from briefreader.analysis.citations.citations import find_citations
from briefreader.analysis.citations.references import spans_of_entries
from briefreader.analysis.citations.support import opening_in, support_in, with_scopes
from briefreader.analysis.claims.claims import Sentence, claim_in, is_question
from briefreader.analysis.claims.stance import polarity_in
from briefreader.analysis.claims.unit_features import Unit
from briefreader.analysis.claims.unit_model import Kind, Model, shipped
from briefreader.analysis.claims.units import Facts as UnitFacts
from briefreader.analysis.claims.units import find_units
from briefreader.analysis.claims.watch_lines import find_watch_lines
from briefreader.analysis.dates.dates import DateContext, dominant_year, find_dates
from briefreader.analysis.findings.provenance import Facts, find_provenance
from briefreader.analysis.names.entities import find_entities
from briefreader.analysis.roles.roles import PROSE, Roles
from briefreader.analysis.terms import find_terms
from briefreader.analysis.text.languages import language_of
from briefreader.analysis.text.placed import InOrder, Item
from briefreader.analysis.text.sentences import find_sentences
from briefreader.analysis.text.words import Words
from briefreader.model.analysis import Analysis, Entity
from briefreader.model.citation import Citation
from briefreader.model.claim import AuthorStance, Claim, ClaimType, Polarity, Quantity
from briefreader.model.date_mention import DateMention
from briefreader.model.document import Document, Role
from briefreader.model.span import Span

_OF_SECTION: dict[Role, Polarity] = {"bull_case": "bull", "bear_case": "bear"}
_LONGEST_MARK = 8
_SHORT_LINE = 60
"""A block that is no longer may say something though it is no sentence: "Executive Order 1412"."""


def analyse(document: Document, reference_on: date, model: Model | None = None) -> Analysis:
    """Return what the extractors find; dates without a year are read against ``reference_on``.

    What is a claim is told by the model, or by the one that is shipped.
    """
    context = DateContext(reference_on, dominant_year(document.text), language_of(document.text))
    roles = Roles(document)
    citations = find_citations(roles, context)
    dates = tuple(find_dates(document.text, context))
    quantities = tuple(find_quantities(document.text))
    entities = find_entities(document)
    found = UnitFacts(InOrder(citations), InOrder(dates), InOrder(quantities), reference_on)
    units = list(find_units(roles, found))
    told = [*_find_claims(roles, units, found, model or shipped())]
    claims = with_scopes(roles, [claim for claim, _ in told], citations)
    claims = _with_stance(document, claims, [polarity for _, polarity in told], entities)
    sentences = [unit.span for unit in units if not is_question(unit.words)]
    watch_lines = tuple(find_watch_lines(roles, sentences, dates, reference_on))
    facts = Facts(
        document=document,
        citations=citations,
        claims=tuple(claims),
        dates=_outside_citations(dates, citations),
        entities=entities,
        watch_lines=watch_lines,
        reference=reference_on,
    )
    analysis = Analysis(
        citations=citations,
        claims=facts.claims,
        dates=dates,
        watch_lines=watch_lines,
        terms=tuple(find_terms(document)),
        entities=entities,
        findings=find_provenance(facts),
    )
    return replace(analysis, statements=find_statements(document, analysis, _said(roles, units, found)))


def explain(document: Document, reference_on: date) -> dict[Span, tuple[Kind, list[str], list[str], list[str]]]:
    """Return what the model says of each sentence that it takes for a claim, and why.

    The kind; what speaks for a claim, and what against it; what speaks for this kind. It takes as long as an analysis.
    """
    context = DateContext(reference_on, dominant_year(document.text), language_of(document.text))
    roles, model = Roles(document), shipped()
    found = UnitFacts(
        InOrder(find_citations(roles, context)),
        InOrder(tuple(find_dates(document.text, context))),
        InOrder(tuple(find_quantities(document.text))),
        reference_on,
    )
    return {
        unit.span: (kind, *model.reasons(unit), model.reasons_of_kind(unit, kind))
        for unit in find_units(roles, found)
        if not is_question(unit.words) and (kind := model.kind_of(unit))
    }


def _outside_citations(dates: tuple[DateMention, ...], citations: tuple[Citation, ...]) -> tuple[DateMention, ...]:
    held = {place for citation in citations for place in range(citation.span.start, citation.span.end)}
    return tuple(mention for mention in dates if mention.span.start not in held)


def _point_of(unit: Unit) -> ClaimType | None:
    """Return what an item of the author's bull or bear case is at least: a point of theirs, which a list suggests."""
    is_point = unit.role == "item" and unit.section in ("bull_case", "bear_case") and unit.words.endswith(".")
    return "opinion" if is_point else None


def _find_claims(
    roles: Roles, units: Sequence[Unit], found: UnitFacts, model: Model
) -> Iterator[tuple[Claim, Polarity | None]]:
    """Yield the claims, each with the way that its words speak."""
    seen: set[str] = set()
    text = roles.document.text
    entries = {entry.start for entry in spans_of_entries(roles)}
    for unit in units:
        span = unit.span
        if entries and not entries.isdisjoint(range(span.start, min(span.end, span.start + _LONGEST_MARK))):
            continue  # an entry of the article's list of references
        if unit.words in seen or _is_all_cited(span, found.citations.standing_in(span)):
            continue
        type_ = "question" if is_question(unit.words) else model.kind_of(unit) or _point_of(unit)
        if type_ is None:
            continue
        seen.add(unit.words)
        sentence = _sentence(unit, found)
        first = found.citations.first_in(span)
        before = opening_in(text, span, sentence.citations) if unit.number else 0
        claim = claim_in(sentence, type_, support_in(text, span, sentence.citations[before:], first + before))
        yield claim, None if type_ == "question" else polarity_in(sentence.read)


def _said(roles: Roles, units: Sequence[Unit], found: UnitFacts) -> Iterator[Said]:
    """Yield the sentences that can be held against those of other articles, in order; each once, titles included."""
    text = roles.document.text
    titles = (
        span
        for block, role in roles
        if role in ("title", "heading") or (role in PROSE and block.end - block.start <= _SHORT_LINE)
        for span in find_sentences(text, block.start, block.end)
    )
    seen: set[str] = set()
    for span in sorted({*titles, *(unit.span for unit in units)}):
        words = span.of(text)
        if words not in seen and not is_question(words):
            seen.add(words)
            yield Said(span, _counted_in(span, found))


def _is_all_cited(span: Span, cited: tuple[Citation, ...]) -> bool:
    """Tell whether a unit is nothing but its citations: "[Reuters], [BBC]" behind a sentence."""
    held = sum(
        one.span.end - one.span.start
        for one in {c.span: c for c in cited if c.form not in ("narrative", "paren")}.values()
    )
    return held * 3 >= 2 * (span.end - span.start)


def _sentence(unit: Unit, found: UnitFacts) -> Sentence:
    """Return a sentence with what stands in it; what is a citation or a date is no quantity."""
    cited = found.citations.standing_in(unit.span)
    dated = _dated_in(unit.span, found)
    counted = _counted_in(unit.span, found)
    return Sentence(unit.span, unit.words, Words.of(unit.words), cited, dated, counted, found.reference)


def _dated_in(span: Span, found: UnitFacts) -> tuple[DateMention, ...]:
    """Return the dates of a sentence that are no part of a citation."""
    return _apart_from([citation.span for citation in found.citations.standing_in(span)], found.dates.standing_in(span))


def _counted_in(span: Span, found: UnitFacts) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence that are no part of a citation in brackets or of a date."""
    counted = found.quantities.standing_in(span)
    if not counted:
        return ()
    apart = [citation.span for citation in found.citations.standing_in(span) if citation.form == "paren"]
    return _apart_from([*apart, *(mention.span for mention in _dated_in(span, found))], counted)


def _apart_from(others: list[Span], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items that share no character with the others."""
    if not others or not items:
        return items
    others = sorted(others)
    return tuple(item for item in items if not _overlaps_one(item.span, others))


def _overlaps_one(span: Span, others: list[Span]) -> bool:
    """Tell whether one of a few neighbours in order overlaps."""
    place = bisect_left(others, span)
    return any(span.overlaps(other) for other in others[max(0, place - 2) : place + 2])


def _with_stance(
    document: Document, claims: list[Claim], polarities: list[Polarity | None], entities: tuple[Entity, ...]
) -> list[Claim]:
    """Return the claims with the author's stance: what the article's own bull and bear lists say, else the words."""
    places = sorted(
        (span.start, entity.name)
        for entity in entities
        if entity.kind in ("company", "organisation", "unknown")
        for span in entity.spans
    )
    starts = [start for start, _ in places]
    main = max(entities, key=lambda entity: (entity.kind == "company", len(entity.spans)), default=None)
    found = []
    for claim, words in zip(claims, polarities, strict=True):
        block = document.block_at(claim.span.start)
        section = _OF_SECTION.get(block.role) if block else None
        polarity = section or words
        if polarity is None:
            found.append(claim)
            continue
        first = bisect_left(starts, claim.span.start)
        inside = first < len(places) and starts[first] < claim.span.end
        target = places[first][1] if inside else main.name if main and section else None
        stance = AuthorStance(target, polarity, "section" if section else "words")
        found.append(replace(claim, stance=(stance,)))
    return found
