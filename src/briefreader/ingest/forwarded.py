"""The headers of the original in a letter that somebody forwarded, in the words of their mail program."""

import re
from collections.abc import Sequence
from email.utils import parseaddr

from briefreader.ingest.clean import clean_line
from briefreader.ingest.dates import days_in, parse_date
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.labels import is_person
from briefreader.ingest.readings import Head
from briefreader.ingest.titles import without_marks

_HEADERS = {
    "from": "from von de da van från fra od от 发件人 差出人".split(),
    "date": """date sent datum gesendet envoyé enviado fecha data inviato verzonden skickat sendt дата 发送时间
        日期""".split(),
    "subject": "subject betreff objet asunto assunto oggetto onderwerp ämne emne тема 主题 件名".split(),
    "to": "to an à para a aan till til cc kopie reply-to antwort кому 收件人 宛先".split(),
}
_NAMES = {word: name for name, words in _HEADERS.items() for word in words}
_HEADER = re.compile(r"[>\s*_]*(?P<name>[^\W\d_][\w-]{0,14})[*_]*\s?[:\uff1a][*_]*\s*(?P<value>.*)$")
_MARK = re.compile(
    r"[\s>]*(?:-{2,}|_{2,}|begin).{0,50}(?:forwarded|original|weitergeleitete|transféré|reenviado|inoltrato|转发).{0,40}|-{5,}\s*",
    re.IGNORECASE,
)
_MOST_BLOCKS = 30
_FEWEST = 3


def read_forwarded(drafts: Sequence[DraftBlock], head: Head) -> bool:
    """Note what the original's headers say and fold them; False where the letter has none of these."""
    for start in range(min(len(drafts), _MOST_BLOCKS)):
        found, end = _headers(drafts, start)
        if len(found) >= _FEWEST and "from" in found:
            _note(found, head)
            before = drafts[start - 1 : start] if start and _MARK.fullmatch(drafts[start - 1].text) else []
            for draft in [*before, *drafts[start:end]]:
                draft.role, draft.kind = "furniture", "paragraph"
            return True
    return False


def _headers(drafts: Sequence[DraftBlock], start: int) -> tuple[dict[str, str], int]:
    """Return the headers in the blocks from ``start`` on, and the place behind them."""
    found: dict[str, str] = {}
    for number in range(start, min(start + 2 * len(_HEADERS), len(drafts))):
        for line in drafts[number].text.split("\n"):
            header = _HEADER.match(line)
            name = _NAMES.get(header["name"].lower()) if header else None
            if name is None and not _MARK.fullmatch(line) and line.strip():
                return found, number
            if header and name:
                found.setdefault(name, header["value"].strip())
    return found, min(start + 2 * len(_HEADERS), len(drafts))


def _note(found: dict[str, str], head: Head) -> None:
    name, address = parseaddr(re.sub(r"\[mailto:([^\]]+)\]", r"<\1>", found["from"]))
    name = clean_line(name or found["from"], 200)
    head.publisher(name if "@" not in name else address, "forwarded header", 0.85)
    head.byline(name if is_person(name) else None, "forwarded header", 0.7)
    head.title(without_marks(found.get("subject", "")), "forwarded header", 0.95)
    day = found.get("date", "")
    head.date(parse_date(day) or next((one.day for one in days_in(day)), None), "forwarded header", 0.9)
