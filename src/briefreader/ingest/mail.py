"""Read newsletters from mail: single messages, mailboxes and Maildir folders.

Headers are cut before anything decodes them, and parts are counted: a message can be built so that Python's reader
takes gigabytes.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from urllib.parse import parse_qsl, urlsplit

from briefreader.ingest.articles import article_id_of, build_article
from briefreader.ingest.clean import clean_body, clean_line, clean_url
from briefreader.ingest.decoding import decode
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.head import Head
from briefreader.ingest.html import parse_html
from briefreader.ingest.plain_text import parse_plain_text
from briefreader.model.article import Article
from briefreader.model.errors import UnreadableError

LARGEST_MAIL = 25_000_000
_LONGEST_HEADER = 64_000
_LONGEST_HEADER_LINE = 4_000
_MOST_PARTS = 200
_DEEPEST = 20
_FROM_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From \S+ .{0,60}\d\d:\d\d.{0,40}\d{4}", re.MULTILINE)
_VIEW = re.compile(
    r"\b(?:view|read|open)(?: (?:this|the|it))?(?: (?:e-?mail|newsletter|message|post|issue))?"
    r" (?:online|in (?:your|a|the|my) (?:web )?browser|on the web)\b|\bview (?:online|in browser)\b",
    re.IGNORECASE,
)
_TARGETS = ("url", "u", "redirect", "target", "to", "link", "r")


def split_mailbox(data: bytes) -> Iterator[bytes]:
    """Yield the messages of an mbox file; what stands before the first one belongs to none."""
    starts = [match.start() for match in _FROM_LINE.finditer(data)]
    if not starts:
        yield data
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(data)
        _, _, message = data[start:end].partition(b"\n")
        yield re.sub(rb"^>(>*From )", rb"\1", message, flags=re.MULTILINE)


def parse_mail(data: bytes, place: str) -> Article:
    """Return the article in a message: its HTML, else its text; its publisher is the list, else the sender.

    Raises:
        UnreadableError: it is too large, or holds no text.

    """
    if len(data) > LARGEST_MAIL:
        raise UnreadableError(place, f"larger than {LARGEST_MAIL // 1_000_000} MB")
    message = message_from_bytes(_with_short_headers(data), policy=policy.default)
    page, text = _bodies(message)
    drafts, links = _drafts(page, text)
    if not any(draft.text or draft.rows for draft in drafts):
        raise UnreadableError(place, "there is no text in this message")
    name, address = _sender(message)
    head = Head(
        title=clean_line(_header(message, "subject")) or None,
        publisher=_list_name(message) or name or address or None,
        byline=f"{name} <{address}>" if name and address and name != address else None,
        url=_online(links),
        published_on=_day(message),
    )
    article = build_article(drafts, head)
    known_by = clean_line(_header(message, "message-id"), 400)
    return replace(article, id=article_id_of(f"mail {known_by}")) if known_by else article


def undone_redirect(url: str) -> str:
    """Return where a tracking link leads, when it says so itself; nobody is asked."""
    for _ in range(3):
        try:
            inner = dict(parse_qsl(urlsplit(url).query))
        except ValueError:
            return url
        target = next((clean_url(inner[name]) for name in _TARGETS if clean_url(inner.get(name, ""))), None)
        if target is None:
            return url
        url = target
    return url


def _with_short_headers(data: bytes) -> bytes:
    end = re.search(rb"\r?\n\r?\n|\Z", data)
    head, rest = (data[: end.start()], data[end.start() :]) if end else (data, b"")
    lines = [line[:_LONGEST_HEADER_LINE] for line in head[:_LONGEST_HEADER].split(b"\n")]
    return b"\n".join(lines) + rest


def _bodies(message: EmailMessage) -> tuple[str, str]:
    """Return the first HTML and the first plain text of a message; attachments are left alone."""
    found: dict[str, str] = {}
    for part in _parts(message, 0):
        kind = part.get_content_type()
        if kind in ("text/html", "text/plain") and kind not in found and not part.is_attachment():
            found[kind] = _text_of(part)
    return found.get("text/html", ""), found.get("text/plain", "")


def _parts(part: MIMEPart, depth: int) -> Iterator[MIMEPart]:
    if not part.is_multipart():
        yield part
    elif depth < _DEEPEST:
        for inner in list(part.iter_parts())[:_MOST_PARTS]:
            if isinstance(inner, MIMEPart):
                yield from _parts(inner, depth + 1)


def _text_of(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    return decode(data, part.get_content_charset())


def _drafts(page: str, text: str) -> tuple[list[DraftBlock], list[tuple[str, str]]]:
    """Return the blocks, with links that lead where they say, and each link with its words."""
    if not page:
        return parse_plain_text(clean_body(text)), []
    drafts = parse_html(page)
    links = []
    for draft in drafts:
        for inline in draft.inlines:
            if inline.target:
                inline.target = undone_redirect(inline.target)
                links.append((draft.text[inline.start : inline.end], inline.target))
    return drafts, links


def _online(links: list[tuple[str, str]]) -> str | None:
    """Return where the message can be read in a browser; None when it does not say."""
    return next((clean_url(target) for words, target in links if _VIEW.search(words)), None)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, LookupError, AttributeError, TypeError):  # headers built to break the reader
        return ""


def _sender(message: EmailMessage) -> tuple[str, str]:
    name, address = parseaddr(_header(message, "from"))
    return clean_line(name, 200), clean_line(address, 200)


def _list_name(message: EmailMessage) -> str:
    """Return the words before the id of a ``List-Id`` (RFC 2919)."""
    return clean_line(_header(message, "list-id").partition("<")[0].strip(' "'), 200)


def _day(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(_header(message, "date")).astimezone(UTC).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
