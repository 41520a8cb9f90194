"""Make citations of names."""

from briefreader.analysis.names.gazetteer import KnownSource, identify
from briefreader.analysis.names.hosts import ADDRESS, speaker_of
from briefreader.model.citation import Citation, CitationForm, Resolution
from briefreader.model.interval import Interval
from briefreader.model.span import Span


def cite(
    span: Span,
    form: CitationForm,
    source: str | None,
    *,
    document: str | None = None,
    person: str | None = None,
    date: Interval | None = None,
) -> Citation:
    """Return a citation of a source by its name, or of nobody."""
    known = identify(source) if source else None
    resolution: Resolution = "unnamed" if known is None else "named" if known.type == "unknown" else "known"
    return Citation(
        span=span,
        form=form,
        source=source,
        canonical_source=_usual(known) if known else None,
        source_type=known.type if known else "unknown",
        resolution=resolution,
        document=document,
        person=person,
        date=date,
    )


def _usual(known: KnownSource) -> str:
    return known.name if known.type != "unknown" else known.name.removeprefix("The ")


def cite_site(span: Span, form: CitationForm, url: str, words: str = "", *, date: Interval | None = None) -> Citation:
    """Return a citation of who says what an address leads to; ``words`` are those of its link."""
    speaker = speaker_of(url, words).source
    address = ADDRESS.match(url)
    return Citation(
        span=span,
        form=form,
        source=address["host"].removeprefix("www.") if address else url,
        canonical_source=speaker.name,
        source_type=speaker.type,
        resolution="domain",
        url=url,
        date=date,
    )
