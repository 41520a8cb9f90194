"""Citations of every form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from briefreader.analysis.citations.attributions import find_attributions
from briefreader.analysis.citations.origin_lines import find_hearsay, find_origins, resolve_origins
from briefreader.analysis.citations.parentheses import find_in_parentheses
from briefreader.analysis.citations.references import (
    find_addresses,
    find_counted,
    find_issues,
    find_links,
    find_references,
    spans_of_entries,
)
from briefreader.analysis.citations.source_lines import find_source_lines
from briefreader.analysis.citations.wide_brackets import find_in_wide_brackets
from briefreader.analysis.dates.dates import DateContext
from briefreader.analysis.roles.roles import BlockRole, Roles
from briefreader.model.citation import Citation
from briefreader.model.span import Span


def find_citations(roles: Roles, context: DateContext) -> tuple[Citation, ...]:
    """Return the citations in order of the text, none overlapping another.

    Where two forms compete for the same words, the first wins of: origin lines, links, references, parentheses,
    hearsay, attributions. Several sources in one pair of parentheses share its span.
    """
    document = roles.document
    text = document.text
    kept = _Kept(bytearray(len(text)))
    kept.hold(_uncited(roles))
    kept.hold(spans_of_entries(roles))
    kept.add_all(find_origins(text))
    kept.add_all(find_references(roles, context))
    kept.add_all(find_counted(roles, context))
    kept.add_all(find_issues(text))
    kept.add_all(find_links(roles, context))
    kept.add_all(find_in_wide_brackets(text, context))
    kept.add_all(find_source_lines(roles, context))
    kept.add_all(find_addresses(roles, context))
    named = frozenset(
        name.lower()
        for one in kept.citations
        if one.form in ("source", "link")
        for name in (one.source, one.canonical_source)
        if name
    )
    kept.add_all(find_in_parentheses(text, context, named))
    kept.add_all(find_hearsay(text))
    kept.add_all(find_attributions(text, context, named))
    found = sorted(kept.citations, key=lambda citation: citation.span)
    return tuple(_with_chains(text, resolve_origins(_without_repeats(found))))


_NEVER_CITING: frozenset[BlockRole] = frozenset({"code", "navigation", "call", "hashtags", "contents", "template"})


def _uncited(roles: Roles) -> Iterator[Span]:
    """Yield the blocks in which nothing is cited."""
    for block, role in roles:
        if role in _NEVER_CITING and block.start < block.end:
            yield Span(block.start, block.end)


@dataclass(slots=True)
class _Kept:
    """Citations so far, and the words that they hold."""

    _held: bytearray
    """For each character whether something holds it."""
    citations: list[Citation] = field(default_factory=list)

    def hold(self, spans: Iterable[Span]) -> None:
        """Let nothing be cited at these spans."""
        for span in spans:
            self._held[span.start : span.end] = b"\1" * (span.end - span.start)

    def add_all(self, found: Iterable[Citation]) -> None:
        """Keep those whose words nothing before them holds; several may share one parenthesis."""
        for citation in found:
            span = citation.span
            last = self.citations[-1] if self.citations else None
            sibling = last is not None and last.span == span and last.form == citation.form != "narrative"
            if sibling or self._held.find(1, span.start, span.end) < 0:
                self.hold([span])
                self.citations.append(citation)


def _without_repeats(citations: list[Citation]) -> list[Citation]:
    """Leave out an outlet or its address right behind a link to it: "ships rose (Reuters)"."""
    return [
        citation
        for place, citation in enumerate(citations)
        if not (
            place
            and citation.form in ("paren", "url")
            and citations[place - 1].form == "link"
            and citation.canonical_source == citations[place - 1].canonical_source
            and citation.span.start - citations[place - 1].span.end <= _BESIDE
        )
    ]


_BESIDE = 3
_CHAIN_REACH = 60
_PASSING_ON = (" citing ", " cited ", " cites ", " quoting ", " quoted ", "cited by ")


def _with_chains(text: str, citations: list[Citation]) -> list[Citation]:
    """Note for each source that another is said to cite, who passes it on."""
    chained = list(citations)
    for place in range(1, len(citations)):
        relay, origin = citations[place - 1], citations[place]
        between = text[relay.span.end : origin.span.start + len("citing ")]
        near = len(between) <= _CHAIN_REACH and not any(stop in between for stop in ".;\n")
        if near and relay.canonical_source and any(cue in f" {between} ".lower() for cue in _PASSING_ON):
            chained[place] = replace(origin, via=relay.canonical_source)
    return chained
