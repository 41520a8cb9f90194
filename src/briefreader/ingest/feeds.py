"""Read RSS, Atom, RDF and CDF (through feedparser) and JSON Feed."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import struct_time
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from briefreader.ingest.clean import LONGEST_URL, clean_body, clean_line
from briefreader.ingest.dates import parse_moment
from briefreader.ingest.decoding import charset_declared, charset_said
from briefreader.ingest.feed_words import escaped_address, name_in, plain_title, unescaped_content, without_scripts
from briefreader.ingest.json_feed import is_json, parse_json_feed
from briefreader.ingest.redirects import undone_redirect
from briefreader.model.addresses import address_key
from briefreader.model.errors import UnreadableError
from briefreader.model.feed import Enclosure, Entry, FeedDocument

LARGEST_FEED = 20_000_000
MOST_ENTRIES = 2_000
MOST_TAGS = 64
DEEPEST = 1_000
_ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>/]", re.IGNORECASE)
_ENTRY_END = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
_HOUSE = re.compile(r"\d|\b(?:radio|tv|television|news|media|podcasts?|network|studios?)\b", re.IGNORECASE)
"""In the author of all entries of a feed: it names who broadcasts, and not who wrote an entry."""
_UTF7 = re.compile(rb"(\A\s*<\?xml[^>]{1,200}?encoding=[\"'])utf-?7", re.IGNORECASE)
"""In which plain letters can mean a tag; nobody writes feeds in it but to hide one."""
_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_GUESSED = re.compile(r"\s*(?:\d{4}[/.年]|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})")
_LONGEST_REST = timedelta(days=31)
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->).)*-->\s*|<!DOCTYPE[^>\[]*>\s*)*"
    rb"<(?:rss|feed|channel|(?:\w+:)?RDF)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_JSON_FEED = b"jsonfeed.org/version"


def is_feed(data: bytes) -> bool:
    """Tell a feed from other files by how it begins."""
    begin = data[:8_000].replace(b"\0", b"")  # of UTF-16 too
    return _ROOT.match(begin) is not None or (is_json(data) and _JSON_FEED in data)


def parse_feed(data: bytes, place: str, *, content_type: str = "") -> FeedDocument:
    """Return what a feed says; ``place`` is its address, against which others are resolved.

    Raises:
        UnreadableError: it is too large, or no feed.

    """
    if len(data) > LARGEST_FEED:
        raise UnreadableError(place, f"larger than {LARGEST_FEED // 1_000_000} MB")
    if is_json(data):
        return parse_json_feed(data, place, MOST_ENTRIES)
    if _is_deeper_than(DEEPEST, data):
        raise UnreadableError(place, f"its elements are nested more than {DEEPEST:,} deep")
    import feedparser  # noqa: PLC0415 - 50 ms to load

    kept, notes = _capped(_UTF7.sub(rb"\1utf-8", data, count=1))
    headers = {"content-location": place}
    if content_type:
        headers["content-type"] = content_type
    parsed = feedparser.parse(
        io.BytesIO(kept), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    feed = parsed.get("feed", {})
    if not parsed.entries and not parsed.get("version") and not feed.get("title"):
        raise UnreadableError(place, "not a feed. To find a page's feed, add the page's address.")
    writers = _people(feed) if parsed.get("version", "").startswith("atom") else None
    named = {_people(entry) for entry in parsed.entries}
    house = next((one for one in named if len(named) == 1 and one and _HOUSE.search(one)), None)
    notes += _mended(parsed, charset_said(content_type) or charset_declared(kept) or "utf-8")
    return FeedDocument(
        title=plain_title(clean_line(without_scripts(feed.get("title") or ""))),
        url=feed.get("link") or None,
        entries=_distinct([_entry(entry, place, writers, house) for entry in parsed.entries[:MOST_ENTRIES]]),
        rests=_rests(feed),
        skip_hours=frozenset(_hours(kept)),
        skip_days=frozenset(_days(kept)),
        notes=tuple(notes),
    )


def _is_deeper_than(most: int, data: bytes) -> bool:
    """Whether elements stand in each other more than ``most`` deep, as far as the feed is well formed.

    feedparser takes 5 s and more over 200,000 of them, which expat counts in a tenth of one.
    """
    parser, depth = ParserCreate(), 0

    def opened(_name: str, _attributes: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > most:
            raise RecursionError

    def closed(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    try:
        parser.Parse(data, True)  # noqa: FBT003 - what it is called has no name
    except RecursionError:
        return True
    except (ExpatError, ValueError, LookupError):
        pass  # feedparser reads more than what is well formed
    return False


def _capped(data: bytes) -> tuple[bytes, list[str]]:
    """Return the feed with no more entries than are taken."""
    beyond = next((match for number, match in enumerate(_ENTRY.finditer(data)) if number == MOST_ENTRIES), None)
    if beyond is None:
        return data, []
    last_end = max((match.end() for match in _ENTRY_END.finditer(data, beyond.start())), default=len(data))
    return data[: beyond.start()] + data[last_end:], [f"only the first {MOST_ENTRIES:,} entries were read"]


def _mended(parsed: Any, charset: str) -> Iterator[str]:  # noqa: ANN401 - feedparser ships no types
    """Yield what feedparser had to mend, in words; to it XML sent as text without a charset is of ASCII (RFC 3023)."""
    wrong = parsed.get("bozo_exception")
    name = type(wrong).__name__
    if name == "CharacterEncodingOverride":
        encoding = clean_line(parsed.get("encoding") or "unknown", 40)
        if encoding != charset.lower():
            yield f"decoded as {encoding}, not as declared"
    elif wrong and name != "NonXMLContentType":
        yield f"not well formed, read as far as possible: {clean_line(str(wrong), 120)}"


def _entry(entry: Mapping[str, Any], place: str, writers: str | None, house: str | None) -> Entry:
    content, detail, is_summary = _content(entry)
    is_text = detail.get("type") == "text/plain"
    moment = _moment(entry, "published") or _moment(entry, "updated")
    return Entry(
        guid=_kept(entry.get("id")),
        url=_address(entry),
        title=clean_line(without_scripts(entry.get("title") or "")) or None,
        title_type="text" if (entry.get("title_detail") or {}).get("type") == "text/plain" else "html",
        byline=people if (people := _people(entry) or writers) != house else None,
        publisher=plain_title(clean_line((entry.get("source") or {}).get("title") or "")),
        published_at=moment,
        published_on=moment and moment.date(),
        content=clean_body(content if is_text else unescaped_content(content)),
        content_type="text" if is_text else "html",
        base=_kept(detail.get("base")) if detail.get("base") != place else None,
        is_summary=is_summary,
        tags=tuple(filter(None, (clean_line(tag.get("term") or "", 100) for tag in entry.get("tags", [])[:MOST_TAGS]))),
        enclosures=tuple(_enclosures(entry)),
    )


def _address(entry: Mapping[str, Any]) -> str | None:
    """Return where an entry is, also where its link goes by way of somebody who counts clicks."""
    address = _kept(entry.get("feedburner_origlink")) or _kept(entry.get("link"))
    return undone_redirect(escaped_address(address)) if address else None


def _distinct(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries with an id of its own for each that shares one with an entry of another page."""
    pages: dict[str | None, set[str | None]] = {}
    for entry in entries:
        pages.setdefault(entry.guid or address_key(entry.url or ""), set()).add(entry.url)
    return tuple(
        replace(entry, guid=f"{entry.guid or ''} {entry.url}".strip())
        if entry.url and len(pages[entry.guid or address_key(entry.url)]) > 1
        else entry
        for entry in entries
    )


def _kept(value: str | None) -> str | None:
    """Return an id or an address as the feed has it, without what cannot be written or would act on a terminal."""
    return clean_line(value or "", LONGEST_URL) or None


def _content(entry: Mapping[str, Any]) -> tuple[str, Mapping[str, Any], bool]:
    """Return the longest text that the entry gives, what is said of it, and whether it is no more than a summary."""
    contents = [one for one in entry.get("content", []) if one.get("value")]
    summary = entry.get("summary") or ""
    if contents:
        best = max(contents, key=lambda one: len(one["value"]))
        if len(best["value"]) >= len(summary):
            return best["value"], best, False
    return summary, entry.get("summary_detail") or {}, True


def _moment(entry: Mapping[str, Any], name: str) -> datetime | None:
    """Return the moment in the zone in which it is written, so that its day is the one that the feed says.

    What only feedparser can read is in UTC, but never numbers that it would take for a day of its own choice.
    """
    parsed: struct_time | None = _own(entry, f"{name}_parsed")
    written: str = _own(entry, name) or ""
    moment = parse_moment(written)
    if moment or parsed is None or _GUESSED.match(written):
        return moment
    try:
        return datetime(*parsed[:6], tzinfo=UTC)
    except ValueError:
        return None


def _people(entry: Mapping[str, Any]) -> str | None:
    """Return the authors of an entry or a feed, each once."""
    authors = [one.get("name") or one.get("email") or "" for one in entry.get("authors", [])[:MOST_TAGS]]
    if len(authors) <= 1:  # of which feedparser tells the name and the address apart only for short domains
        authors = [entry.get("author") or ""]
    names = [name_in(author) for author in authors if author]
    return clean_line(", ".join(dict.fromkeys(filter(None, names))), 200) or None


def _own(entry: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - feedparser ships no types
    """Return what an entry says itself; feedparser would put another date in the place of a missing one, and warn."""
    return entry[name] if name in entry.keys() else None  # noqa: SIM118 - its ``in`` is not that of its keys


def _enclosures(entry: Mapping[str, Any]) -> Iterator[Enclosure]:
    for one in entry.get("enclosures", [])[:MOST_TAGS]:
        length = str(one.get("length") or "")
        if one.get("href"):
            known = int(length) if re.fullmatch(r"\d{1,15}", length, re.ASCII) else None
            yield Enclosure(clean_line(one["href"], 8192), clean_line(one.get("type") or "", 100), known)


def _rests(feed: Mapping[str, Any]) -> timedelta | None:
    """Return the longer of RSS' ttl, in minutes, and the syndication module's period over its frequency."""
    rests = []
    if re.fullmatch(r"\d{1,6}", feed.get("ttl") or "", re.ASCII):
        rests.append(timedelta(minutes=int(feed["ttl"])))
    period = _PERIODS.get((feed.get("sy_updateperiod") or "").strip().lower())
    if period:
        often = (feed.get("sy_updatefrequency") or "1").strip()
        rests.append(period / max(1, int(often) if re.fullmatch(r"\d{1,4}", often, re.ASCII) else 1))
    return min(max(rests), _LONGEST_REST) if rests else None


def _hours(data: bytes) -> Iterator[int]:
    for inner in _inside(data, rb"skipHours"):
        yield from (int(hour) % 24 for hour in re.findall(rb"<hour>\s*(\d{1,2})\s*</hour>", inner, re.IGNORECASE))


def _days(data: bytes) -> Iterator[int]:
    for inner in _inside(data, rb"skipDays"):
        for day in re.findall(rb"<day>\s*(\w{6,9})\s*</day>", inner, re.IGNORECASE):
            if day.decode("ascii", "ignore").lower() in _DAYS:
                yield _DAYS.index(day.decode("ascii").lower())


def _inside(data: bytes, name: bytes) -> list[bytes]:
    """Return what stands in an element that feedparser does not read, in the head of a feed."""
    return re.findall(rb"<" + name + rb">(.{0,3000}?)</" + name + rb">", data[:100_000], re.IGNORECASE | re.DOTALL)
