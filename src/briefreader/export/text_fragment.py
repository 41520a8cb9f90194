"""Links to a passage of a page (URL fragment text directives, WICG)."""

from urllib.parse import quote

from briefreader.model.addresses import safe_address
from briefreader.model.span import TextQuote

_MOST_WORDS = 12
_ENDS = 5


def link_to(address: str | None, words: TextQuote | None) -> str | None:
    """Return a link that browsers scroll to the passage with; None without an address that is plain http or https.

    Of a long passage the first and the last words are given, as the directive has it.
    """
    safe = safe_address(address) if address else None
    if safe is None or words is None or not words.exact.split():
        return safe
    said = words.exact.split()
    parts = [said] if len(said) <= _MOST_WORDS else [said[:_ENDS], said[-_ENDS:]]
    directive = ",".join(_quoted(" ".join(part)) for part in parts)
    return f"{safe}{'' if '#' in safe else '#'}:~:text={directive}"


def _quoted(words: str) -> str:
    """Return words in which nothing is syntax; a dash would be."""
    return quote(words, safe="").replace("-", "%2D")
