"""Find who wrote an article where no label says so: a name alone by a day or a post, a share line, a signature."""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefreader.ingest.dates import days_in, parse_date
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.labels import WORK, is_person, is_post, writer_in
from briefreader.ingest.readings import Head

_APART = 4
_LONGEST_LINE = 160
_LAST_LINES = 12
_HOUR = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?[A-Z]{2,4})?")
_SHARE_LINE = re.compile(
    r"(?:\d+ (?:minutes?|hours?|days?) ago |share |save |copy link |bookmark |add as preferred on google |listen "
    r"|comments? |print |email ){2,}",
    re.IGNORECASE,
)
_NAME = r"[A-ZÀ-ÞŁŚŻČŠŽ][\w.'’-]+(?: [A-ZÀ-ÞŁŚŻČŠŽ][\w.'’-]+){1,2}?"
_WRITER = re.compile(rf"(?:and )?(?P<name>{_NAME}) ?,? (?:[A-Z][\w&-]+ ){{0,3}}(?i:{WORK})s?\b ?,? ?")
_PLACE_OF_PERSON = re.compile(r"@[\w.]+|[\w.+-]+@[\w.-]+|(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,12}(?:/[@\w.-]+)?/?")
_WORD, _WORDS = re.compile(r"\w"), re.compile(r"\w.*\w|\w")
_BY = re.compile(r"by|von|par|por|door|av", re.IGNORECASE)
_SIGNATURE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-Z]\.){1,2} [A-ZÀ-Þ][A-ZÀ-Þ'’-]+,?")


def lines_of(draft: DraftBlock) -> list[str]:
    """Return the lines of a block that hold a letter or a digit; of a table, one line that says nothing."""
    if draft.kind == "table":
        return ["—"]
    return [line.strip() for line in draft.text.split("\n") if _WORD.search(line)]


def read_share_line(text: str, head: Head) -> None:
    """Note the writers who stand with their posts behind the words of a share line, as in ``Share Save Ann Bell …``."""
    shared = _SHARE_LINE.match(" ".join(text.split()))
    if not shared:
        return
    rest, names = shared.string[shared.end() :], list[str]()
    while writer := _WRITER.match(rest):
        names.append(writer["name"])
        rest = rest[writer.end() :]
    head.byline(" and ".join(names), "first lines", 0.65)


def read_signature(drafts: Sequence[DraftBlock], head: Head) -> None:
    """Note who has signed an article: a name with an initial, in capitals and alone in one of the last lines."""
    lines = [line for draft in drafts for line in lines_of(draft)]
    signed = {line.strip(" ,") for line in lines[-_LAST_LINES:] if _SIGNATURE.fullmatch(line)}
    head.byline(signed.pop().title() if len(signed) == 1 else None, "last lines", 0.55)


def read_name(before: Sequence[str], lines: Sequence[str], head: Head) -> bool:
    """Note the writer whose name stands alone by a day, or before what they do; return whether it does.

    ``before`` are the lines above the name, which is the first of ``lines``.
    """
    words, following = (_bare(line) for line in (*lines[:2], "", "")[:2])
    if _BY.fullmatch(words):
        head.byline(following if is_person(following) else None, "first lines", 0.8)
        return is_person(following)
    name, bar, place = words.partition(" | ")
    words = name if bar and _PLACE_OF_PERSON.fullmatch(place) else words
    if is_person(words) and (bar or _begins_with_day(lines[1:4]) or is_post(following)):
        head.byline(words, "first lines", 0.65)
        return True
    if is_person(words) and _is_under_a_day(before):
        head.byline(words, "first lines", 0.55)
        return True
    return False


def _bare(line: str) -> str:
    """Return a line without the signs before its first and behind its last word."""
    found = _WORDS.search(line)
    return found[0] if found else ""


def _is_under_a_day(before: Sequence[str]) -> bool:
    """Tell whether the line above is a day, or an hour under a day."""
    last = [line for line in before[-2:] if not _HOUR.fullmatch(line)]
    return bool(last) and parse_date(last[-1]) is not None


def read_writers(drafts: Sequence[DraftBlock], head: Head) -> None:
    """Note whom the article introduces as its writers, with what they do, under their names or in a sentence."""
    lines = [line for draft in drafts if draft.role != "title" for line in lines_of(draft)]
    found: dict[str, int] = {}
    for number, (line, following) in enumerate(pairwise([*lines, ""])):
        words = _bare(line) if len(line) <= _LONGEST_LINE else ""
        is_named = is_person(words) and (is_post(following) or writer_in(f"{words} {following}"))
        name = words if is_named else writer_in(line)
        if name and number - next(reversed(found.values()), number) <= _APART:
            found.setdefault(name, number)
    head.byline((" and " if len(found) == len("ab") else ", ").join(found), "last lines", 0.55)


def _begins_with_day(lines: Sequence[str]) -> bool:
    begin = len("| Published on Wednesday, ")
    return any(day.start <= begin for line in lines if len(line) <= _LONGEST_LINE for day in days_in(line))
