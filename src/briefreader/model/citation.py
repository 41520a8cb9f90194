"""Places in an article that point at a work."""

from dataclasses import dataclass
from typing import Literal

from briefreader.model.interval import Interval
from briefreader.model.span import Span

CitationForm = Literal["paren", "narrative", "origin", "hearsay", "link", "url", "ref"]
SourceType = Literal["wire", "publisher", "analyst", "data", "company", "regulator", "social", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A place that points at a work."""

    span: Span
    form: CitationForm
    source: str | None
    """As the article has it; None when nobody is named (hearsay, "read original")."""
    canonical_source: str | None
    """The source's usual name; equal to ``source`` for one that is not known."""
    source_type: SourceType
    document: str | None = None
    """The kind of work, such as ``internal memo``."""
    date: Interval | None = None
    url: str | None = None
