"""Choose each field of an article's metadata from all that was read.

Readings that agree support each other: the chance that all are wrong is the product of theirs. The likeliest value is
taken, the first of equals; below :data:`ENOUGH` none is.
"""

import math
import re
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from briefreader.ingest.hosts import agrees, day_in_address, is_outlet, publisher_of
from briefreader.ingest.readings import Head, Reading, Value
from briefreader.ingest.titles import days_at_end, parse_title, series_of
from briefreader.model.article import Origin
from briefreader.model.evidence import Evidence, Field

ENOUGH = 0.3
"""What is said with less confidence is not said."""
_MOST_CERTAIN = 0.99
_LIKELY = 0.5
_SHORT_TITLE_WORDS = 3
_TAIL = re.compile(r"\s+[–—|·:-]\s+((?:[A-Z][\w&.'’-]*|of|the|and|&)(?:\s(?:[A-Z][\w&.'’-]*|of|the|and|&)){0,4})")
_NOBODY = re.compile(
    r"(?:the |our )?(?:[\w&.]+ ){0,3}(?:admin(?:istrator)?|anonymous|contributors?|correspondent|desk|editors?"
    r"|editorial(?: (?:team|board|staff))?|newsroom|redaktion|rédaction|redacción|redazione"
    r"|staff(?: writers?| reporter)?|team|unknown|webmaster|writers?|user|guest(?: author)?"
    r"|communications|media relations|press office|research)|(?:la|die|de|the) [\w-]+|n/?a|none|null|[\w.-]+@[\w.-]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """An article's metadata; None where nothing says it."""

    title: str | None
    publisher: str | None
    byline: str | None
    published_on: date | None
    origin: Origin | None
    url: str | None
    evidence: tuple[Evidence, ...]


def choose(head: Head, words: str) -> Chosen:
    """Return the likeliest metadata; ``words`` are the article's, in which the names of hosts are looked up."""
    url = _best(head.urls)
    address = url.value if url else None
    publishers = [*head.publishers, *_publisher_at(address, head, words)]
    titles, sites = _headlines(head.titles, address, publishers, words)
    title = _fuller(_best(titles, _folded), titles)
    publishers += [*sites, *_series(title)]
    publisher = _best([one for one in publishers if not _is_day(one.value)], _folded)
    byline = _best([one for one in head.bylines if not _is_house(one.value, publisher, address)], _folded)
    day = _best([*head.dates, *_days_of(title, address)])
    origin = _best(head.origins, lambda one: _folded(one.name))
    return Chosen(
        title=title.value if title else None,
        publisher=publisher.value if publisher else None,
        byline=byline.value if byline else None,
        published_on=day.value if day else None,
        origin=origin.value if origin else None,
        url=address,
        evidence=(
            *_evidence("title", title),
            *_evidence("publisher", publisher),
            *_evidence("byline", byline),
            *_evidence("date", day),
            *_evidence("origin", origin),
            *_evidence("url", url),
        ),
    )


def _evidence(name: Field, chosen: Reading[Value] | None) -> tuple[Evidence, ...]:
    return (Evidence(name, chosen.place, round(chosen.confidence, 2)),) if chosen else ()


def headline(head: Head) -> str | None:
    """Return the likeliest headline so far, without the site's name; to know it in the text."""
    titles, _ = _headlines(head.titles, head.address, head.publishers, "")
    best = _best(titles, _folded)
    return best.value if best else None


def _best(readings: Iterable[Reading[Value]], key: Callable[[Value], Hashable] | None = None) -> Reading[Value] | None:
    """Return the likeliest reading, as sure as all that agree with it; None when none is sure enough."""
    groups: dict[Hashable, list[Reading[Value]]] = {}
    for one in readings:
        groups.setdefault(key(one.value) if key else one.value, []).append(one)
    summed = [
        replace(
            max(group, key=lambda one: one.confidence),
            confidence=min(_MOST_CERTAIN, 1 - math.prod(1 - one.confidence for one in group)),
        )
        for group in groups.values()
    ]
    best = max(summed, key=lambda one: one.confidence, default=None)
    return best if best and best.confidence >= ENOUGH else None


def _publisher_at(address: str | None, head: Head, words: str) -> list[Reading[str]]:
    if address is None:
        return []
    named = publisher_of(address, "\n".join([*(one.value for one in head.titles), words]))
    return [Reading(named.publisher, "address", named.confidence)] if named else []


def _headlines(
    titles: Collection[Reading[str]], address: str | None, publishers: Iterable[Reading[str]], words: str
) -> tuple[list[Reading[str]], list[Reading[str]]]:
    """Return the titles without the names of sites, and these names.

    What one title has behind another one is a name too where the article's ``words`` have it.
    """
    known = [one.value for one in publishers if one.confidence >= _LIKELY]
    known += [tail for one in titles if (tail := _rest(one.value, titles)) and tail in words]
    headlines, sites = [], []
    for one in titles:
        parsed = parse_title(one.value, address, known)
        headlines.append(replace(one, value=parsed.headline))
        if parsed.site:
            sites.append(Reading(parsed.site, "title", 0.8 if parsed.sure else _LIKELY))
    return headlines, sites


def _rest(title: str, titles: Iterable[Reading[str]]) -> str | None:
    """Return what a title has behind another one and a dash; None where that cannot be a name."""
    for one in titles:
        rest = title.removeprefix(one.value)
        tail = _TAIL.fullmatch(rest) if rest != title else None
        if tail and not _is_day(tail[1]):
            return tail[1]
    return None


def _fuller(best: Reading[str] | None, titles: Iterable[Reading[str]]) -> Reading[str] | None:
    """Return the longest title that begins with the best one, where that is short."""
    if best is None or len(best.value.split()) > _SHORT_TITLE_WORDS:
        return best
    return max(
        (one for one in titles if _folded(one.value).startswith(_folded(best.value))),
        key=lambda one: len(one.value),
        default=best,
    )


def _series(title: Reading[str] | None) -> list[Reading[str]]:
    name = series_of(title.value) if title else None
    return [Reading(name, "title", 0.55)] if name else []


def _days_of(title: Reading[str] | None, address: str | None) -> list[Reading[date]]:
    in_title = days_at_end(title.value) if title else None
    in_address = day_in_address(address) if address else None
    readings = ((in_title, "title", 0.75), (in_address, "address", 0.8))
    return [Reading(day, "title" if place == "title" else "address", sure) for day, place, sure in readings if day]


def _is_house(byline: str, publisher: Reading[str] | None, address: str | None) -> bool:
    """Tell whether a by-line names no person but who publishes the article."""
    is_publisher = publisher is not None and _folded(byline) == _folded(publisher.value)
    return (
        is_publisher
        or _NOBODY.fullmatch(byline) is not None
        or is_outlet(byline)
        or bool(address and " " not in byline and agrees(byline, address))
    )


def _is_day(name: str) -> bool:
    return not re.search(r"[^\W\d_]", name) or days_at_end(name) is not None


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
