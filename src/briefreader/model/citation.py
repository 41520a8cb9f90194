"""Places in an article that point at a work."""

from dataclasses import dataclass
from typing import Literal

from briefreader.model.interval import Interval
from briefreader.model.span import Span

CitationForm = Literal["paren", "narrative", "origin", "source", "hearsay", "link", "url", "ref"]
"""``origin``: for the whole article. ``source``: in a line or list of sources, or beside the text it supports."""
SourceType = Literal["wire", "publisher", "analyst", "data", "company", "regulator", "social", "unknown"]
Resolution = Literal["known", "named", "domain", "reference", "origin", "reader", "unnamed"]
"""How the source was told: a name that is known, a name as it stands, a web address, the article's reference list,
the article's other origin lines, the reader; or nobody is named."""


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
    resolution: Resolution
    document: str | None = None
    """The kind of work, such as ``internal memo``."""
    person: str | None = None
    """Who speaks for the source, where it is another name."""
    via: str | None = None
    """Who passes it on, in a chain: "Bloomberg, citing people familiar", "Reuters via Yahoo"."""
    date: Interval | None = None
    url: str | None = None
    target: Span | None = None
    """For a reference, the entry of the article's own list that it points at."""
