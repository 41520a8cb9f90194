"""Works for LaTeX (BibLaTeX, with the fields that BibTeX knows besides)."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from briefreader.views.works import Work

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{special: f"\\{special}" for special in "$&#_%"},
    }
)
_IN_ADDRESSES = "%/:?#[]@!$&'()*+,;=~-._"


def render_bibtex(works: Iterable[Work]) -> str:
    """Return an entry for each work; what TeX would act on is escaped, so that braces always balance."""
    return "\n".join(map(_entry, works))


def escape_tex(text: str) -> str:
    """Return TeX that shows the text as it is, on one line."""
    return " ".join(text.translate(_ESCAPES).split())


def _entry(work: Work) -> str:
    kind = "online" if work.url else "misc"
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(work))
    return f"@{kind}{{{work.key},\n{fields}\n}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    ends = [work.issued.first, work.issued.last] if work.issued else []
    days = [day.isoformat() if day else "" for day in dict.fromkeys(ends)]
    author = work.author or work.publisher
    told = (
        ("author", f"{{{escape_tex(author)}}}" if author else ""),
        ("title", f"{{{escape_tex(work.name)}}}"),
        ("organization", escape_tex(work.publisher or "")),
        ("type", escape_tex(work.kind or "")),
        ("date", "/".join(days)),
        ("year", "".join(days)[:4]),
        ("url", quote(work.url or "", safe=_IN_ADDRESSES)),
        ("urldate", work.accessed_on.isoformat() if work.url and work.accessed_on else ""),
        ("keywords", escape_tex(", ".join(work.tags))),
        ("note", escape_tex(work.note)),
    )
    yield from ((name, value) for name, value in told if value)
