"""Read newsletters from mail: single messages, mailboxes and Maildir folders.

Headers are cut before anything decodes them, and parts are counted: a message can be built so that Python's reader
takes gigabytes.
"""

import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice

from briefreader.ingest.articles import article_id_of, build_article
from briefreader.ingest.clean import clean_line, clean_url
from briefreader.ingest.decoding import decode
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.forwarded import read_forwarded
from briefreader.ingest.html import parse_html_page
from briefreader.ingest.labels import is_person
from briefreader.ingest.mail_parts import ReadParts, letters_of, not_read_of, read_parts
from briefreader.ingest.readings import Head
from briefreader.ingest.redirects import undone_redirect
from briefreader.ingest.titles import is_forwarded, without_marks
from briefreader.model.article import Article
from briefreader.model.errors import UnreadableError

LARGEST_MAIL = 25_000_000
_LONGEST_HEADER = 64_000
_LONGEST_HEADER_LINE = 4_000
_VIEW = re.compile(
    r"\b(?:view|read|open|see)(?: (?:this|the|it))?(?: (?:e-?mail|newsletter|message|post|issue|story))?"
    r"(?: in (?:the )?app or)?"
    r" (?:online|in (?:(?:your|a|the|my) )?(?:web )?browser|on (?:the|our) (?:web|website|blog)|as (?:a )?web ?page)\b"
    r"|^[^\w\n]{0,10}(?:(?:view|read|open|see) )?(?:the )?(?:web|online|browser)[ -]?version[^\w\n]{0,10}$"
    r"|^[^\w\n]{0,10}(?:read|view|open) on [A-Z]\S{1,30}[^\w\n]{0,10}$|^\W*(?:online|view online)\W*$"
    r"|\b(?:im|in ihrem) (?:web)?browser (?:ansehen|anzeigen|öffnen|lesen)\b|\bonline-version\b"
    r"|\b(?:lire|voir|afficher|consulter)\b.{0,40}\b(?:en ligne|(?:dans|sur) (?:votre |le )?navigateur)\b"
    r"|\bversion en ligne\b"
    r"|\b(?:ver|leer|abrir|ler|visualizar)\b.{0,40}\b(?:en línea|online)\b"
    r"|\b(?:ver|leer|abrir|ler|visualizar)\b.{0,40}\b(?:en|no) (?:el |su |seu )?naveg\w+\b"
    r"|\b(?:visualizza|leggi|apri)\b.{0,40}\b(?:online|nel (?:tuo )?browser)\b"
    r"|\b(?:bekijk|lees|open)\b.{0,40}\b(?:online|in (?:je |uw )?browser)\b"
    r"|\b(?:läs|öppna|åpne|les|vis)\b.{0,30}\bi (?:\w+ )?(?:webbläsare\w*|nettleser\w*)\b",
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
_MOST_LINES = 40
_LONGEST_VIEW_LINE = 120
_MOST_PARTS = 200
_VIEW_AT = re.compile(
    rf"^(?:.{{0,80}}[?|])?[^\w\n]{{0,10}}(?:{_VIEW.pattern})\W{{0,5}}(?:here|at)?\W{{0,5}}(?P<url>https?://[^\s<>()\[\]\"]+)",
    re.IGNORECASE | re.MULTILINE,
)
"""In a text: at the beginning of a line, as no sentence of the article would."""
_NAME_OF_A_MACHINE = re.compile(r"[0-9a-f]{16,}|^[\d\W]*$", re.IGNORECASE)
_PLIST = re.compile(rb"<\?xml[^>]{1,100}\?>\s*(?:<!DOCTYPE plist[^>]{1,200}>\s*)?<plist\b.{0,20000}\Z", re.DOTALL)
_BEGIN = re.compile(rb"(?:\xef\xbb\xbf|\s)*(?:(?P<count>\d{1,9})[ \t]*\r?\n)?(?=[\w-]{1,60}:)")
"""What stands before the headers: a byte-order mark, blank lines, or the length of the letter (Apple Mail's .emlx)."""


def parse_mail(data: bytes, place: str) -> Article:
    """Return the article in a message: its HTML, else its text; its publisher is the list, else the sender.

    Raises:
        UnreadableError: it is too large, or holds no text.

    """
    if len(data) > LARGEST_MAIL:
        raise UnreadableError(place, f"larger than {LARGEST_MAIL // 1_000_000} MB")
    message = message_from_bytes(_with_short_headers(_letter_in(data)), policy=policy.default)
    if address := clean_url(_header(message, "snapshot-content-location")):
        return _saved_page(message, address, place)
    read = read_parts(message)
    not_read = not_read_of(message)
    if not letters_of(read.drafts):
        beside = f" (not read: {', '.join(not_read)})" if not_read else ""
        raise UnreadableError(place, f"there is no text in this message{beside}")
    article = replace(build_article(read.drafts, _head(message, read)), not_read=not_read)
    known_by = clean_line(_header(message, "message-id"), 400)
    return replace(article, id=article_id_of(f"mail {known_by}")) if known_by else article


def _letter_in(data: bytes) -> bytes:
    """Return a letter without what its program wrote before and after it."""
    begin = _BEGIN.match(data)
    if begin is None:
        return data
    letter = data[begin.end() :]
    return _PLIST.sub(b"", letter[: int(begin["count"]) + 1]) if begin["count"] else letter


def _saved_page(message: EmailMessage, address: str, place: str) -> Article:
    """Return the page that a browser saved as one file (MHTML).

    Raises:
        UnreadableError: there is no page in it.

    """
    for part in islice(message.walk(), _MOST_PARTS):
        payload = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(payload, bytes):
            drafts, head = parse_html_page(decode(payload, part.get_content_charset()), address)
            head.url(address, "page metadata", 0.9)
            return build_article(drafts, head)
    raise UnreadableError(place, "there is no page in this file")


def _head(message: EmailMessage, read: ReadParts) -> Head:
    """Return what the headers say; of a letter that somebody passes on, what its own headers say."""
    head = Head()
    subject = clean_line(_header(message, "subject"))
    name, address = _sender(message)
    forwarded = read_forwarded(read.drafts, head) or is_forwarded(subject)
    if forwarded and len(read.letters) == 1:
        _read_original(read.letters[0], head)
    head.title(without_marks(subject), "mail header", 0.9)
    head.publisher(_list_name(message), "mail header", 0.9)
    head.publisher(name if "@" not in name else address, "mail header", 0.2 if forwarded else 0.75)
    head.publisher(address, "mail header", 0.2 if forwarded else 0.4)
    head.byline(_writer(name, address), "mail header", 0.2 if forwarded else 0.75)
    head.date(_day(message), "mail header", 0.45 if forwarded else 0.9)
    head.url(_online(read.drafts), "mail header", 0.9)
    return head


def _read_original(letter: EmailMessage, head: Head) -> None:
    """Note the headers of the letter that somebody attached to pass it on."""
    name, address = _sender(letter)
    head.title(without_marks(clean_line(_header(letter, "subject"))), "forwarded header", 0.95)
    head.publisher(_list_name(letter) or (name if "@" not in name else address), "forwarded header", 0.9)
    head.byline(_writer(name, address), "forwarded header", 0.7)
    head.date(_day(letter), "forwarded header", 0.9)


def _with_short_headers(data: bytes) -> bytes:
    end = re.search(rb"\r?\n\r?\n|\Z", data)
    head, rest = (data[: end.start()], data[end.start() :]) if end else (data, b"")
    lines = [line[:_LONGEST_HEADER_LINE] for line in head[:_LONGEST_HEADER].split(b"\n")]
    return b"\n".join(lines) + rest


def _online(drafts: list[DraftBlock]) -> str | None:
    """Return where the message can be read in a browser, as a link or a line of it says; None when none does."""
    for draft in drafts:
        if draft.is_hidden:
            continue
        text = draft.text or "\n".join("\t".join(row) for row in draft.rows)
        for link in draft.inlines:
            words, before = text[link.start : link.end], text[: link.start][-_BEFORE:]
            if link.target and (_VIEW.search(words) or (_HERE.match(words) and _TROUBLE.search(before))):
                draft.role = "furniture" if len(text) <= _LONGEST_VIEW_LINE else draft.role
                return clean_url(link.target)
    view = _VIEW_AT.search("\n".join(draft.text for draft in drafts[:_MOST_LINES]))
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
