"""The feeds that a page names."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urljoin

from briefreader.ingest.clean import clean_line
from briefreader.ingest.decoding import charset_said, decode
from briefreader.ingest.page import base_of, parse_page
from briefreader.model.addresses import safe_address

_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})
_LINK = re.compile(r"<([^<>]{1,2000})>\s*((?:;[^,<>]{0,500})*)")
_COMMENTS = re.compile("[ck]omment", re.IGNORECASE)
_MOST = 20


class FoundFeed(NamedTuple):
    """A feed that a page names."""

    url: str
    title: str


def find_feeds(data: bytes, url: str, headers: Mapping[str, str]) -> list[FoundFeed]:
    """Return the feeds that a page at an address names, in its head or its ``Link`` header, in order, each once.

    Those of comments come last. No address is guessed.
    """
    found: dict[str, FoundFeed] = {}
    for target, parameters in _LINK.findall(headers.get("link", "")):
        told = parameters.lower()
        if "alternate" in told and any(kind in told for kind in _TYPES):
            _put(found, url, target, "")
    page = parse_page(decode(data, charset_said(headers.get("content-type", ""))))
    base = base_of(page, url)
    for link in page.iter("link"):
        rels = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        if "alternate" in rels and kind in _TYPES:
            _put(found, base, link.get("href") or "", clean_line(link.get("title") or ""))
    return sorted(found.values(), key=lambda one: _COMMENTS.search(f"{one.title} {one.url}") is not None)[:_MOST]


def _put(found: dict[str, FoundFeed], base: str, target: str, title: str) -> None:
    try:
        address = safe_address(urljoin(base, target.strip()))
    except ValueError:
        return
    if address and address not in found:
        found[address] = FoundFeed(address, title)
