"""The works that the reader's notes rest on: the articles they are on, and what those cite there."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefreader.model.citation import Citation
from briefreader.model.interval import Interval
from briefreader.views.annotated import cited_in
from briefreader.views.reading import Reading

_NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Something that can be listed among references."""

    key: str
    """Small letters and digits, other than those of the other works."""
    title: str | None
    """None for a work that is only known from being cited."""
    author: str | None = None
    publisher: str | None = None
    issued: Interval | None = None
    url: str | None = None
    accessed_on: date | None = None
    kind: str | None = None
    """Such as ``internal memo``; None for an article."""
    cited_in: tuple[str, ...] = ()
    """The titles of the articles that cite it where the reader has made a note."""
    tags: tuple[str, ...] = ()
    """Those of the notes on it."""

    @property
    def name(self) -> str:
        """The title; in brackets, what stands for that of a work which is only known from being cited."""
        if self.title:
            return self.title
        day = _in_words(self.issued)
        return f"[{', '.join(filter(None, (self.publisher, self.kind, day)))}]"

    @property
    def note(self) -> str:
        """Where it is cited, in words; empty for one that the reader has read."""
        return f"Cited in {'; '.join(self.cited_in)}" if self.cited_in else ""


def works_of(readings: Iterable[Reading]) -> tuple[Work, ...]:
    """Return the articles, in their order, and then what their annotated passages cite, each work once."""
    readings = list(readings)
    return (*map(_article, readings), *_cited(readings))


def _article(reading: Reading) -> Work:
    article = reading.article
    published = article.published_on
    return Work(
        key=_key(article.publisher or article.title or article.opening, published, article.id),
        title=article.name,
        author=article.byline,
        publisher=article.publisher,
        issued=Interval(published, published) if published else None,
        url=article.url,
        accessed_on=article.added_at.date(),
        tags=tuple(dict.fromkeys(tag for one in reading.annotations for tag in one.tags)),
    )


def _cited(readings: Sequence[Reading]) -> Iterator[Work]:
    citing: dict[tuple[str, str, str, str], list[tuple[Citation, str]]] = {}
    for reading in readings:
        for annotation in reading.annotations:
            for one in cited_in(reading, annotation):
                same = (one.canonical_source or "", _sortable(one.date), one.url or "", one.document or "")
                citing.setdefault(same, []).append((one, reading.article.name))
    for same in sorted(citing):
        first = citing[same][0][0]
        yield Work(
            key=_key(same[0], first.date.first if first.date else None, "\n".join(same)),
            title=None,
            author=first.person,
            publisher=first.canonical_source,
            issued=first.date,
            url=first.url,
            kind=first.document,
            cited_in=tuple(dict.fromkeys(title for _, title in citing[same])),
        )


def _key(name: str, day: date | None, identity: str) -> str:
    """Return a key that is the same whatever else is listed: name, day, and four signs made of what tells it apart."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    sign = hashlib.sha256(identity.encode()).hexdigest()[:4]
    return (_NOT_IN_KEYS.sub("", plain)[:_LONGEST_NAME] or "work") + (f"{day:%Y%m%d}" if day else "") + sign


def _sortable(interval: Interval | None) -> str:
    return f"{interval.first or ''}/{interval.last or ''}" if interval else ""


def _in_words(interval: Interval | None) -> str:
    if interval is None:
        return ""
    first, last = interval.first, interval.last
    if first == last:
        return f"{first:%d %B %Y}" if first else ""
    return " to ".join(f"{day:%d %B %Y}" for day in (first, last) if day)
