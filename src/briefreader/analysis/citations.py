"""Citations of every form."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from briefreader.analysis.attributions import find_attributions
from briefreader.analysis.dates import DateContext
from briefreader.analysis.origin_lines import find_hearsay, find_origins, resolve_origins
from briefreader.analysis.parentheses import find_in_parentheses
from briefreader.analysis.references import find_links, find_references, spans_of_entries
from briefreader.model.citation import Citation
from briefreader.model.document import Document
from briefreader.model.span import Span


def find_citations(document: Document, context: DateContext) -> tuple[Citation, ...]:
    """Return the citations in order of the text, none overlapping another.

    Where two forms compete for the same words, the first wins of: origin lines, links, references, parentheses,
    hearsay, attributions. Several sources in one pair of parentheses share its span.
    """
    text = document.text
    kept = _Kept(spans_of_entries(document))
    kept.add_all(find_origins(text, context))
    kept.add_all(find_references(document, context))
    kept.add_all(find_links(document, context))
    kept.add_all(find_in_parentheses(text, context))
    kept.add_all(find_hearsay(text))
    kept.add_all(find_attributions(text, context))
    found = sorted(kept.citations, key=lambda citation: citation.span)
    return tuple(_with_chains(text, resolve_origins(found)))


@dataclass(slots=True)
class _Kept:
    """Citations so far, and the words that they hold."""

    _entries: list[Span]
    citations: list[Citation] = field(default_factory=list)
    _held: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for span in self._entries:
            self._held.update(range(span.start, span.end))

    def add_all(self, found: Iterable[Citation]) -> None:
        """Keep those whose words nothing before them holds; several may share one parenthesis."""
        for citation in found:
            words = range(citation.span.start, citation.span.end)
            last = self.citations[-1] if self.citations else None
            sibling = last is not None and last.span == citation.span and last.form == citation.form != "narrative"
            if sibling or self._held.isdisjoint(words):
                self._held.update(words)
                self.citations.append(citation)


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
