"""Read newsletters from mail: single messages, mailboxes and Maildir folders.

Headers are cut before anything decodes them, and parts are counted: a message can be built so that Python's reader
takes gigabytes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from briefreader.ingest.articles import article_id_of, build_article
from briefreader.ingest.clean import clean_body, clean_line, clean_url
from briefreader.ingest.decoding import decode
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.forwarded import read_forwarded
from briefreader.ingest.html import parse_html
from briefreader.ingest.labels import is_person
from briefreader.ingest.plain_text import parse_plain_text
from briefreader.ingest.readings import Head
from briefreader.ingest.redirects import undone_redirect
from briefreader.ingest.titles import is_forwarded, without_marks
from briefreader.model.article import Article
from briefreader.model.errors import UnreadableError

LARGEST_MAIL = 25_000_000
_LONGEST_HEADER = 64_000
_LONGEST_HEADER_LINE = 4_000
_MOST_PARTS = 200
_DEEPEST = 20
_FROM_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From \S+ .{0,60}\d\d:\d\d.{0,40}\d{4}", re.MULTILINE)
_VIEW = re.compile(
    r"\b(?:view|read|open|see)(?: (?:this|the|it))?(?: (?:e-?mail|newsletter|message|post|issue))?"
    r" (?:online|in (?:(?:your|a|the|my) )?(?:web )?browser|on the web|as (?:a )?web ?page)\b"
    r"|^[^\w\n]{0,10}(?:(?:view|read|open|see) )?(?:the )?web[ -]?version[^\w\n]{0,10}$",
    re.IGNORECASE,
)
_TROUBLE = re.compile(
    r"\b(?:trouble|problems|difficult(?:y|ies)) (?:with )?(?:viewing|reading|seeing|displaying)\b"
    r"|\b(?:unable to|cannot|can[’']?t) (?:view|see|read|display)\b.{0,12}\b(?:e-?mail|newsletter|message|images)\b"
    r"|\bto (?:view|read|see) this (?:e-?mail|newsletter|message) (?:online|as a web ?page|in your (?:web )?browser)\b",
    re.IGNORECASE,
)
"""What stands before a link that says no more than where to click."""
_HERE = re.compile(
    r"\W*(?:(?:please )?(?:click|tap|view|see|read|open)\b.{0,20})?\b(?:here|browser|online|web)\b", re.IGNORECASE
)
_BEFORE = 80
_VIEW_AT = re.compile(
    rf"^(?:.{{0,80}}[?|])?[^\w\n]{{0,10}}(?:{_VIEW.pattern})\W{{0,5}}(?:here|at)?\W{{0,5}}(?P<url>https?://[^\s<>()\[\]\"]+)",
    re.IGNORECASE | re.MULTILINE,
)
"""In a text: at the beginning of a line, as no sentence of the article would."""
_NAME_OF_A_MACHINE = re.compile(r"[0-9a-f]{16,}|^[\d\W]*$", re.IGNORECASE)
_FEW_LETTERS = 60
"""HTML of fewer is the frame of a picture where the text beside it has more."""


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
    drafts = _drafts(page, text)
    if not any(draft.text or draft.rows for draft in drafts):
        raise UnreadableError(place, "there is no text in this message")
    article = build_article(drafts, _head(message, drafts, text))
    known_by = clean_line(_header(message, "message-id"), 400)
    return replace(article, id=article_id_of(f"mail {known_by}")) if known_by else article


def _head(message: EmailMessage, drafts: list[DraftBlock], text: str) -> Head:
    """Return what the headers say; of a letter that somebody passes on, what its own headers say."""
    head = Head()
    subject = clean_line(_header(message, "subject"))
    name, address = _sender(message)
    forwarded = read_forwarded(drafts, head) or is_forwarded(subject)
    head.title(without_marks(subject), "mail header", 0.9)
    head.publisher(_list_name(message), "mail header", 0.9)
    head.publisher(name if "@" not in name else address, "mail header", 0.2 if forwarded else 0.75)
    head.publisher(address, "mail header", 0.2 if forwarded else 0.4)
    head.byline(_writer(name, address), "mail header", 0.2 if forwarded else 0.75)
    head.date(_day(message), "mail header", 0.45 if forwarded else 0.9)
    head.url(_online(drafts, text), "mail header", 0.9)
    return head


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


def _drafts(page: str, text: str) -> list[DraftBlock]:
    """Return the blocks, with links that lead where they say."""
    drafts = parse_html(page)
    for draft in drafts:
        for inline in draft.inlines:
            inline.target = undone_redirect(inline.target)
    letters = sum(_letters([draft.text, *(cell for row in draft.rows for cell in row)]) for draft in drafts)
    return parse_plain_text(clean_body(text)) if letters < min(_FEW_LETTERS, _letters([text])) else drafts


def _letters(texts: Iterable[str]) -> int:
    """Return how many signs texts have but spaces; words are not parted everywhere."""
    return sum(len("".join(text.split())) for text in texts)


def _online(drafts: list[DraftBlock], text: str) -> str | None:
    """Return where the message can be read in a browser, as its HTML says, else its text; None when neither does."""
    for draft in drafts:
        for link in draft.inlines:
            words, before = draft.text[link.start : link.end], draft.text[: link.start][-_BEFORE:]
            if link.target and (_VIEW.search(words) or (_HERE.match(words) and _TROUBLE.search(before))):
                return clean_url(link.target)
    view = _VIEW_AT.search(text)
    return clean_url(undone_redirect(view["url"])) if view else None


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, LookupError, AttributeError, TypeError):  # headers built to break the reader
        return ""


def _sender(message: EmailMessage) -> tuple[str, str]:
    name, address = parseaddr(_header(message, "from"))
    return clean_line(name, 200), clean_line(address, 200)


def _writer(name: str, address: str) -> str | None:
    """Return the sender's name; with the address, where that does not look like the sender's own."""
    if not name or not address or name == address:
        return None
    parts = [part for part in re.findall(r"\w{3,}", name.casefold()) if part in address.casefold()]
    return name if is_person(name) and parts else f"{name} <{address}>"


def _list_name(message: EmailMessage) -> str:
    """Return the words before the id of a ``List-Id`` (RFC 2919); empty where they are no more than another id."""
    name = clean_line(_header(message, "list-id").partition("<")[0].strip(' "'), 200)
    return "" if _NAME_OF_A_MACHINE.search(name) else name


def _day(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(_header(message, "date")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
