"""Who says what a web address leads to.

A site that passes on what others say is not the source: on a code host the owner of the repository speaks, on a social
network the account, behind an aggregator or a redirect the publisher that the link's words name.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from briefreader.analysis.names.gazetteer import KnownSource, identify, publisher_of
from briefreader.analysis.names.names import DOMAIN

ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[^/\s?#:]+)(?P<path>/[^\s?#]*)?", re.IGNORECASE)
_CODE_HOSTS = re.compile(r"(?:github|gitlab|codeberg|bitbucket)\.(?:com|org)|huggingface\.co")
_ACCOUNT_HOSTS = re.compile(r"(?:mobile\.)?(?:x|twitter|nitter|threads|instagram|tiktok)\.(?:com|net)|t\.me")
_RELAYS = re.compile(
    r"news\.google\.[a-z.]+|google\.[a-z.]+|(?:[a-z0-9-]+\.)*(?:cloud|scholar|feedproxy|docs|drive|sites)\.google\.com"
    r"|msn\.com|(?:[a-z]+\.)?news\.yahoo\.com|apple\.news|flip\.it|feeds?\.[a-z0-9.-]+|t\.co|bit\.ly|lnkd\.in|ow\.ly"
    r"|tinyurl\.com|buff\.ly|dlvr\.it|trib\.al|smartnews\.com|newsbreak\.com|ground\.news|allsides\.com|feedly\.com"
    r"|flipboard\.com|biztoc\.com|techmeme\.com|archive\.(?:is|ph|today)|12ft\.io|links?\.[a-z0-9.-]+"
    r"|[a-z0-9-]+\.safelinks\.protection\.outlook\.com|urldefense\.com"
)
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/[^/]+/(?P<inner>\S+)", re.IGNORECASE)
_PATHS_OF_HOSTS = frozenset(
    "orgs topics features settings marketplace search notifications about trending i status explore hashtag"
    " share intent"
    " datasets models spaces papers docs blog enterprise customer-terms".split()
)
_TITLE_END = re.compile(rf"(?:\s[-–—|]\s|\s\()(?P<name>[A-Z@][\w.&’' -]{{1,40}}|{DOMAIN})\)?$")


class Speaker(NamedTuple):
    """Who is behind an address."""

    source: KnownSource
    is_relay: bool
    """Whether the site only passes on: words near the link may name the source better."""


@lru_cache(maxsize=256)
def speaker_of(url: str, words: str = "") -> Speaker:
    """Return who says what an address leads to; ``words`` are those of the link, which may name the publisher."""
    archived = _ARCHIVED.match(url)
    if archived:
        return speaker_of(archived["inner"], words)
    address = ADDRESS.match(url)
    host = address["host"].lower() if address else url
    path = [part for part in (address["path"] or "").split("/") if part] if address else []
    named = path and path[0].lower() not in _PATHS_OF_HOSTS
    if named and _CODE_HOSTS.fullmatch(host):
        return Speaker(KnownSource("/".join(path[:2]), "social"), is_relay=False)
    if named and _ACCOUNT_HOSTS.fullmatch(host):
        return Speaker(KnownSource(f"@{path[0].lstrip('@')}", "social"), is_relay=False)
    if _RELAYS.fullmatch(host):
        return Speaker(_named_in(words) or KnownSource(host, "unknown"), is_relay=True)
    return Speaker(publisher_of(host), is_relay=False)


def _named_in(words: str) -> KnownSource | None:
    """Return the publisher in the words of a link: "Ships rise - Reuters", "reuters.com"."""
    if re.fullmatch(DOMAIN, words):
        return publisher_of(words)
    end = _TITLE_END.search(words)
    if not end:
        return None
    name = end["name"].strip()
    return publisher_of(name) if re.fullmatch(DOMAIN, name) else identify(name)
