"""Works for reference managers (RIS)."""

from collections.abc import Iterable, Iterator

from briefreader.views.works import Work


def render_ris(works: Iterable[Work]) -> str:
    """Return a record for each work, each value on one line; the lines end as the format has it."""
    return "".join(f"{tag}  - {value}\r\n" for work in works for tag, value in _lines(work))


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    first = work.issued.first or work.issued.last if work.issued else None
    values = [
        ("TY", "RPRT" if work.kind else "NEWS" if work.publisher else "ELEC"),
        ("ID", work.key),
        ("AU", work.author),
        ("TI", work.name),
        ("T2", work.publisher),
        ("M3", work.kind),
        ("PY", str(first.year) if first else None),
        ("DA", f"{first:%Y/%m/%d}/" if first else None),
        ("UR", work.url),
        ("Y2", f"{work.accessed_on:%Y/%m/%d}/" if work.accessed_on else None),
        *(("KW", tag) for tag in work.tags),
        ("N1", work.note),
    ]
    yield from ((tag, " ".join(value.split())) for tag, value in values if value)
    yield "ER", ""
