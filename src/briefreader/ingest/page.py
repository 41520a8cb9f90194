"""The tree of a web page, and what its links count from."""

import re
from typing import Any
from urllib.parse import urljoin

from lxml import html

from briefreader.ingest.clean import clean_body
from briefreader.ingest.open_elements import kept_open, restore_names
from briefreader.model.errors import UnreadableError

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[a-z][\w:-]*[\s/][^<>]{50000,}", re.IGNORECASE)
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_MOST_ATTRIBUTES = 2_000


def parse_page(text: str) -> Any:  # noqa: ANN401 - lxml ships no types
    """Return the tree of a page, cleaned; an empty page is one empty paragraph.

    Raises:
        UnreadableError: an element has so many attributes that lxml, which compares each with all, would take minutes.

    """
    source = _DECLARATION.sub("", clean_body(text))  # lxml takes no text that declares an encoding
    if any(len(_VALUE.sub("", tag[0]).split()) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(source)):
        raise UnreadableError("", f"an element has more than {_MOST_ATTRIBUTES:,} attributes")
    page = html.fromstring(kept_open(source) or "<p></p>", parser=html.HTMLParser(huge_tree=True))
    restore_names(page)
    return page


def base_of(page: Any, base: str) -> str:  # noqa: ANN401 - lxml ships no types
    """Return what links of a page count from: its own base where that is an address of the web."""
    try:
        own = urljoin(base, next(iter(page.xpath("//base/@href")), ""))
    except ValueError:
        return base
    return own if own.startswith(("http://", "https://")) else base
