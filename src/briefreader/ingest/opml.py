"""Lists of feeds as other readers write them (OPML 2.0)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from briefreader.ingest.clean import clean_line
from briefreader.ingest.private import is_written_private
from briefreader.model.addresses import safe_address
from briefreader.model.errors import UnreadableError

LARGEST_LIST = 5_000_000
"""Bytes of a list."""
_DEEPEST = 10
"""Folders inside one another; the feeds in deeper ones are in the last of these."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed in a list."""

    url: str
    title: str
    folder: str
    """Folders inside folders are joined by ``/``."""


def parse_opml(data: bytes, place: str) -> tuple[list[Outline], list[UnreadableError]]:
    """Return the feeds of a list, each once, and those that are refused, by name: only http and https are fetched.

    Raises:
        UnreadableError: it is too large, or no OPML.

    """
    if len(data) > LARGEST_LIST:
        raise UnreadableError(place, f"larger than {LARGEST_LIST // 1_000_000} MB")
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(place, "this is no OPML") from error
    body = root.find("body") if root is not None and root.tag == "opml" else None
    if body is None:
        raise UnreadableError(place, "this is no OPML")
    feeds: dict[str, Outline] = {}
    refused: list[UnreadableError] = []
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        refused.append(UnreadableError(place, "nested too deeply. The feeds in the deepest folders are missing."))
    for address, title, folder in _outlines(body, "", 0):
        url = safe_address(address)
        if url is None:
            refused.append(UnreadableError(place, f"{clean_line(address, 100)} is refused: not http or https"))
        elif is_written_private(urlsplit(url).hostname or ""):
            refused.append(UnreadableError(place, f"{clean_line(address, 100)} is refused: on your own network"))
        else:
            feeds.setdefault(url, Outline(url, title or url, folder))
    return list(feeds.values()), refused


def _outlines(node: Any, folder: str, depth: int) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401 - lxml has no types
    for child in node.findall("outline"):
        names = {name.lower(): value for name, value in child.attrib.items()}
        title = clean_line(names.get("title") or names.get("text") or "", 200)
        if address := names.get("xmlurl", "").strip():
            yield address, title, folder
        inner = "/".join(filter(None, (folder, title))) if depth < _DEEPEST else folder
        yield from _outlines(child, inner, depth + 1)
