"""Which part of a web page is its article.

Method: trafilatura tells which paragraphs are the article's (F1 0.960 on the article-extraction-benchmark, 0.926 on its
own multilingual pages, measured by others with its own text); the smallest element that holds nearly all of them is
taken whole, because trafilatura's own text loses numbers of lists, quotes and captions. Without any paragraph of its,
the page's ``article``, ``main`` or ``body`` element is taken.
"""

import logging
import re
from collections import Counter
from typing import Any
from urllib.parse import urljoin

from lxml import html

from briefreader.ingest.clean import clean_body
from briefreader.model.errors import UnreadableError

_CONTAINERS = ("//article", "//main", "//*[@role='main']", "//body")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[a-z][\w:-]*[\s/][^<>]{50000,}", re.IGNORECASE)
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_MOST_ATTRIBUTES = 2_000
_NEARLY_ALL = 0.85
_LITTLE = 1.3
"""What the page itself marks as the article may hold so much more: its heading, captions, a by-line."""
_SHORTEST = 20
_BLOCKS = "p h1 h2 h3 h4 h5 h6 li blockquote td th pre dd dt figcaption div span".split()


def parse_page(text: str) -> Any:  # noqa: ANN401 - lxml ships no types
    """Return the tree of a page, cleaned; an empty page is one empty paragraph.

    Raises:
        UnreadableError: an element has so many attributes that lxml, which compares each with all, would take minutes.

    """
    source = _DECLARATION.sub("", clean_body(text))  # lxml takes no text that declares an encoding
    if any(len(_VALUE.sub("", tag[0]).split()) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(source)):
        raise UnreadableError("", f"an element has more than {_MOST_ATTRIBUTES:,} attributes")
    return html.fromstring(source or "<p></p>", parser=html.HTMLParser(huge_tree=True))


def base_of(page: Any, base: str) -> str:  # noqa: ANN401 - lxml ships no types
    """Return what links of a page count from: its own base where that is an address of the web."""
    try:
        own = urljoin(base, next(iter(page.xpath("//base/@href")), ""))
    except ValueError:
        return base
    return own if own.startswith(("http://", "https://")) else base


def article_node(page: Any) -> Any:  # noqa: ANN401 - lxml ships no types
    """Return the element of a page that holds its article."""
    chosen = _holding(page, _paragraphs(page))
    if chosen is None:
        return next((found[0] for path in _CONTAINERS if (found := page.xpath(path))), page)
    length = len(_plain(chosen.text_content()))
    marked = [
        node for node in chosen.iterancestors("article", "main") if len(_plain(node.text_content())) <= _LITTLE * length
    ]
    return marked[-1] if marked else chosen


def _paragraphs(page: Any) -> list[str]:  # noqa: ANN401 - lxml ships no types
    """Return the paragraphs that trafilatura takes for the article's."""
    import trafilatura  # noqa: PLC0415 - 150 ms to load

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    source = html.tostring(page, encoding="unicode")
    found = trafilatura.bare_extraction(source, include_comments=False, with_metadata=False, fast=True)
    body = getattr(found, "body", None)
    if body is None:
        return []
    texts = (_plain("".join(node.itertext())) for node in body.iter("p", "head", "item", "quote", "cell"))
    return [text for text in texts if len(text) >= _SHORTEST]


def _holding(page: Any, paragraphs: list[str]) -> Any | None:  # noqa: ANN401 - lxml ships no types
    """Return the smallest element that holds nearly all of the text that was found; None when nothing was."""
    nodes: dict[str, Any] = {}
    for node in page.iter(*_BLOCKS):
        nodes.setdefault(_plain(node.text_content()), node)
    held: Counter[Any] = Counter()
    total = 0
    for text in paragraphs:
        node = nodes.get(text)
        if node is not None:
            total += len(text)
            for holder in (node, *node.iterancestors()):
                held[holder] += len(text)
    holding = [node for node, length in held.items() if length >= _NEARLY_ALL * total]
    return max(holding, key=lambda node: sum(1 for _ in node.iterancestors()), default=None)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
