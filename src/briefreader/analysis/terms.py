"""Words that the article itself explains."""

import re
from collections.abc import Iterator

from briefreader.model.analysis import Term
from briefreader.model.document import Document
from briefreader.model.span import Span

_ENTRY = re.compile(r"(?P<term>[^\n—–:]{1,80}?)\s*(?:\s[—–-]\s|:\s)(?P<meaning>\S[^\n]*)")


def find_terms(document: Document) -> Iterator[Term]:
    """Yield the entries of the key-terms sections: "Moat — an advantage …", "Moat: an advantage …"."""
    for block in document.blocks:
        if block.role != "key_terms" or block.kind not in ("item", "paragraph"):
            continue
        if entry := _ENTRY.match(document.text, block.start, block.end):
            yield Term(entry["term"], entry["meaning"], Span(block.start, block.end))
