"""The parts of a letter as blocks: of alternatives the best one, of all others each in its place."""

import re
from collections.abc import Iterable, Sequence
from email.message import EmailMessage, MIMEPart
from itertools import islice
from typing import NamedTuple

from briefreader.ingest.clean import clean_body, clean_line
from briefreader.ingest.decoding import decode
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.html import parse_html
from briefreader.ingest.plain_text import parse_plain_text
from briefreader.ingest.redirects import undone_redirect

_MOST_PARTS = 200
_DEEPEST = 20
_FEW_LETTERS = 60
"""HTML of fewer is the frame of a picture where the text beside it has more."""
_READ = ("text/html", "text/plain")
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
_LONGEST_NAME = 80


class ReadParts(NamedTuple):
    """What a letter, or a part of one, holds."""

    drafts: list[DraftBlock]
    letters: tuple[EmailMessage, ...] = ()
    """The letters that are in it as they are, such as one that was forwarded, or those of a digest."""


def read_parts(part: MIMEPart, depth: int = 0) -> ReadParts:
    """Return the blocks of a part and of those in it; attachments are left alone."""
    if part.get_content_type() == "message/rfc822":
        inner = next(iter(part.iter_parts()), None)
        return _letter(inner, depth) if isinstance(inner, EmailMessage) and depth < _DEEPEST else ReadParts([])
    if not part.is_multipart():
        is_read = part.get_content_type() in _READ and not part.is_attachment()
        return ReadParts(_blocks(part) if is_read else [])
    if depth >= _DEEPEST:
        return ReadParts([])
    inner_parts = list(part.iter_parts())[:_MOST_PARTS]
    read = [read_parts(one, depth + 1) for one in inner_parts]
    if part.get_content_type() == "multipart/alternative":
        return _best(inner_parts, read)
    kept = _without_copies(read)
    return ReadParts(
        [draft for one in kept for draft in one.drafts], tuple(inner for one in kept for inner in one.letters)
    )


def not_read_of(message: EmailMessage) -> tuple[str, ...]:
    """Return what :func:`read_parts` leaves alone, in words: attachments and encrypted parts."""
    parts = list(islice(message.walk(), _MOST_PARTS))
    if any(part.get_content_type() in _ENCRYPTED for part in parts):
        return ("the encrypted part",)
    attached = (part for part in parts if part.is_attachment())
    names = (clean_line(part.get_filename() or "", _LONGEST_NAME) for part in attached)
    return tuple(f"the attachment {name or 'without a name'}" for name in names)


def letters_of(drafts: Iterable[DraftBlock]) -> str:
    """Return the letters and figures that can be seen, without what parts them; words are not parted everywhere."""
    seen = (draft for draft in drafts if not draft.is_hidden)
    texts = (text for draft in seen for text in (draft.text, *(cell for row in draft.rows for cell in row)))
    return re.sub(r"\W+", "", "".join(texts))


def _letter(letter: EmailMessage, depth: int) -> ReadParts:
    subject = clean_line(str(letter.get("subject", "")))
    heading = [DraftBlock(kind="heading", level=2, text=subject)] if subject else []
    read = read_parts(letter, depth + 1)
    return ReadParts([*heading, *read.drafts], (letter, *read.letters))


def _blocks(part: MIMEPart) -> list[DraftBlock]:
    """Return the blocks of a text, with links that lead where they say."""
    payload = part.get_payload(decode=True)
    text = decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
    if part.get_content_type() == "text/plain":
        is_flowed = str(part.get_param("format") or "").lower() == "flowed"
        return parse_plain_text(clean_body(_reflowed(text) if is_flowed else text))
    drafts = [draft for draft in parse_html(text) if draft.kind != "table" or letters_of([draft])]
    for draft in drafts:
        begin = len(draft.text) - len(draft.text.lstrip("\n"))
        draft.text = draft.text[begin:]
        for inline in draft.inlines:
            inline.start, inline.end = max(0, inline.start - begin), max(0, inline.end - begin)
            inline.target = undone_redirect(inline.target)
    return drafts


def _reflowed(text: str) -> str:
    """Return a text whose lines go on where they end with a space (format=flowed, RFC 3676)."""
    lines: list[str] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        words = line.removeprefix(" ")
        if goes_on and words.strip():
            lines[-1] += words
        else:
            lines.append(words)
        goes_on = words.endswith(" ") and words != "-- "
    return "\n".join(lines)


def _best(parts: Sequence[MIMEPart], read: Sequence[ReadParts]) -> ReadParts:
    """Return the last alternative that is no frame: a letter puts the richest last (RFC 2046, 5.1.4)."""
    lengths = [len(letters_of(one.drafts)) for one in read]
    enough = min(_FEW_LETTERS, max(lengths, default=0))
    known = [
        one
        for part, one, length in zip(parts, read, lengths, strict=True)
        if length >= enough and part.get_content_type() in (*_READ, "multipart/related", "multipart/mixed")
    ]
    rich = [
        one for part, one in zip(parts, read, strict=True) if one in known and part.get_content_type() != "text/plain"
    ]
    return (rich or known or [ReadParts([])])[-1]


def _without_copies(read: Sequence[ReadParts]) -> list[ReadParts]:
    """Return the parts without those whose words another one has too, as some programs send a text and its HTML."""
    letters = [letters_of(one.drafts) for one in read]
    return [
        one
        for number, (one, own) in enumerate(zip(read, letters, strict=True))
        if own
        and not any(own in other and (own != other or number > at) for at, other in enumerate(letters) if at != number)
    ]
