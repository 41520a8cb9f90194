"""Read plain text, such as an article pasted from its page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from briefreader.ingest.clean import clean_body
from briefreader.ingest.drafts import DraftBlock

_REFERENCE = re.compile(
    r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|bull|middot|euro|pound);"
)
_FEWEST_REFERENCES = 3
_RULE = re.compile(r"\s*([-–—=_*~#+.─━═])\1{3,}\s*")
_BULLET = re.compile(r"^\s*(?:[•*▪◦‣·]\s+|[-–—]\s+(?!\d+[A-Z]))")
_NUMBERED = re.compile(r"^\s*(?:(\d{1,2})[.)]\s+|[-–—]\s+(\d{1,2})(?=[A-Z]))")
_HASHES = re.compile(r"^(#{1,6})\s+(?=\S)")
_BULL_AND_BEAR = re.compile(r"(Bulls?(?:\s?Case| View)?)\s?(Bears?(?:\s?Case| View)?)\s*", re.IGNORECASE)
_JOINT = re.compile(r"(?<=[a-z0-9%)”’])[.!?](?=[A-Z])")
_FIGURE_AFTER_LABEL = re.compile(r":\s\S{0,4}\d[\d.,]*\S{0,3}$")
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’)]*$")
_LONGEST_HEADING_WORDS = 14
_SHORT_HEADING_WORDS = 4
_LONGEST_HEADING = 100
_TITLE_CASE_SHARE = 0.6
_WRAPPED_AT = (55, 100)
_FEWEST_WRAPPED = 4


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    after_blank: bool
    before_blank: bool

    @property
    def is_rule(self) -> bool:
        """Whether it only parts what is above and below."""
        return _RULE.fullmatch(self.text) is not None


def parse_plain_text(text: str) -> list[DraftBlock]:
    """Return headings, paragraphs and list items; a glued "Bull CaseBear Case" table becomes two lists.

    Each line is a paragraph, unless the text was broken at a fixed width: then lines are joined.
    """
    lines = _unwrapped(list(_lines(clean_body(_without_references(text)))))
    drafts: list[DraftBlock] = []
    number = 0
    while number < len(lines):
        glued = _BULL_AND_BEAR.fullmatch(lines[number].text)
        if glued:
            rows = _glued_rows(lines[number + 1 :])
            drafts += _two_lists(glued, rows)
            number += 1 + len(rows)
        else:
            drafts.append(_draft(lines[number]))
            number += 1
    return drafts


def _without_references(text: str) -> str:
    """Return a text copied from a page's source with its characters in place of references; one alone is a topic."""
    found = _REFERENCE.findall(text)
    return _REFERENCE.sub(lambda one: unescape(one[0]), text) if len(found) >= _FEWEST_REFERENCES else text


def _lines(text: str) -> Iterator[_Line]:
    lines = text.expandtabs().split("\n")
    for number, line in enumerate(lines):
        if line.strip():
            before = number == 0 or _is_blank(lines[number - 1])
            after = number + 1 == len(lines) or _is_blank(lines[number + 1])
            yield _Line(line.rstrip(), before, after)


def _is_blank(line: str) -> bool:
    return not line.strip() or _RULE.fullmatch(line) is not None


def _unwrapped(lines: list[_Line]) -> list[_Line]:
    """Join the lines of paragraphs that were broken at a fixed width, as in mail."""
    if max((len(line.text) for line in lines if " " in line.text.strip()), default=0) > _WRAPPED_AT[1]:
        return lines
    full = [line for line in lines if len(line.text) >= _WRAPPED_AT[0] and not line.before_blank and not line.is_rule]
    if len(full) < _FEWEST_WRAPPED:
        return lines
    joined: list[_Line] = []
    for line in lines:
        if line.after_blank or line.is_rule or _is_marked(line.text) or len(joined[-1].text) < _WRAPPED_AT[0]:
            joined.append(line)
        else:
            joined[-1] = _Line(f"{joined[-1].text} {line.text.strip()}", joined[-1].after_blank, line.before_blank)
    return joined


def _is_marked(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBERED.match(line) or _HASHES.match(line))


def _draft(line: _Line) -> DraftBlock:
    if line.is_rule:
        return DraftBlock(kind="rule")
    if hashes := _HASHES.match(line.text):
        words = line.text[hashes.end() :].strip()
        return DraftBlock(kind="heading", text=words, level=len(hashes[1]))
    if numbered := _NUMBERED.match(line.text):
        marker = f"{numbered[1] or numbered[2]}."
        return DraftBlock(kind="item", text=line.text[numbered.end() :].strip(), marker=marker)
    if bullet := _BULLET.match(line.text):
        return DraftBlock(kind="item", text=line.text[bullet.end() :].strip(), marker="•")
    words = line.text.strip()
    if _is_heading(words):
        return DraftBlock(kind="heading", text=words, level=2)
    return DraftBlock(kind="paragraph", text=words)


def _is_heading(words: str) -> bool:
    """Tell a heading from a short sentence: no stop at its end, few words, most of them capitalised."""
    parts = words.split()
    if len(words) > _LONGEST_HEADING or len(parts) > _LONGEST_HEADING_WORDS or _SENTENCE_END.search(words):
        return False
    if _FIGURE_AFTER_LABEL.search(words):
        return False
    if not words[0].isupper() and not re.match(r"[a-z]{1,3}[A-Z]", words):
        return False
    long = [part for part in parts if len(part) >= _SHORT_HEADING_WORDS]
    capitals = sum(part[0].isupper() or not part[0].isalpha() for part in long)
    return len(parts) < _SHORT_HEADING_WORDS or (bool(long) and capitals / len(long) >= _TITLE_CASE_SHARE)


def _glued_rows(lines: list[_Line]) -> list[tuple[str, str]]:
    """Return the cells of the lines under a glued heading: two sentences joined without a space."""
    rows = []
    for line in lines:
        joints = list(_JOINT.finditer(line.text))
        if not joints:
            break
        middle = min(joints, key=lambda joint: abs(joint.end() - len(line.text) / 2)).end()
        rows.append((line.text[:middle].strip(), line.text[middle:].strip()))
    return rows


def _two_lists(heading: re.Match[str], rows: list[tuple[str, str]]) -> Iterator[DraftBlock]:
    for column in (0, 1):
        words = heading[column + 1].strip()
        yield DraftBlock(kind="heading", text=words, level=3)
        for row in rows:
            yield DraftBlock(kind="item", text=row[column], marker="•")
