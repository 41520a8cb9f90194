"""What feeds write against the rules into titles, names, contents and addresses, put right."""

import re
from html import unescape
from urllib.parse import quote

from briefreader.ingest.clean import clean_line

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)
_EMPTY = frozenset(["br", "hr", "img", "wbr"])
_RUN = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(r"(?:mailto:)?[\w.+%-]+@[\w.-]+\w")
_ESCAPED = re.compile(r"&lt;/?(?:p|div|br|a|span|ul|ol|li|h[1-6]|table|img|b|i|strong|em|blockquote)\b", re.IGNORECASE)
_MARKUP = re.compile(r"<(?:p|div|br|a|span|ul|ol|h[1-6]|table|img|blockquote)\b", re.IGNORECASE)
_ODD = re.compile(r"[\s\"<>\\^`{|}]")


def plain_title(title: str | None) -> str | None:
    """Return a title without tags and references; a tag that is not closed is a word in angle brackets."""
    if not title or not re.search("[<&]", title):
        return title or None
    closed = {found["name"].lower() for found in _TAG.finditer(title) if found["close"]}

    def shown(found: re.Match[str]) -> str:
        name = found["name"].lower()
        return "" if name in closed or name in _EMPTY else found[0]

    return clean_line(unescape(_TAG.sub(shown, title))) or None


def without_scripts(markup: str) -> str:
    """Return a title without what runs or styles, and nobody reads."""
    return _RUN.sub("", markup)


def name_in(author: str) -> str:
    """Return the name in an author's entry, as in ``noreply@a.example (Ann Bell)``; an address alone is the name."""
    name = clean_line(re.sub(r"[(<\[]\s*[)>\]]", "", _MAIL.sub("", author)))
    inner = re.fullmatch(r"\(([^()]+)\)", name)
    return (inner[1] if inner else name).strip(" ,;") or clean_line(author)


def unescaped_content(content: str) -> str:
    """Return a content whose tags were escaped once too often as it was meant."""
    return unescape(content) if _ESCAPED.search(content) and not _MARKUP.search(content) else content


def escaped_address(address: str) -> str:
    """Return an address with the signs escaped that browsers escape: spaces, quotes, bars, braces."""
    return _ODD.sub(lambda sign: quote(sign[0]), address.strip())
