"""The feeds that a page names."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urljoin

from briefreader.ingest.clean import clean_line
from briefreader.ingest.decoding import charset_said, decode
from briefreader.ingest.page import parse_page
from briefreader.model.addresses import safe_address

_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"})
_LINK = re.compile(r"<([^<>]{1,2000})>\s*((?:;[^,<>]{0,500})*)")
_MOST = 20


class FoundFeed(NamedTuple):
    """A feed that a page names."""

    url: str
    title: str


def find_feeds(data: bytes, url: str, headers: Mapping[str, str]) -> list[FoundFeed]:
    """Return the feeds that a page at an address names, in its head or its ``Link`` header, in order, each once.

    No address is guessed.
    """
    found: dict[str, FoundFeed] = {}
    for target, parameters in _LINK.findall(headers.get("link", "")):
        told = parameters.lower()
        if "alternate" in told and any(kind in told for kind in _TYPES):
            _put(found, url, target, "")
    for link in parse_page(decode(data, charset_said(headers.get("content-type", "")))).iter("link"):
        rels = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        if "alternate" in rels and kind in _TYPES:
            _put(found, url, link.get("href") or "", clean_line(link.get("title") or ""))
    return list(found.values())[:_MOST]


def _put(found: dict[str, FoundFeed], base: str, target: str, title: str) -> None:
    try:
        address = safe_address(urljoin(base, target.strip()))
    except ValueError:
        return
    if address and address not in found:
        found[address] = FoundFeed(address, title)
