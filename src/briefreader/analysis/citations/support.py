"""Which citations support which claim, and how much of it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal

from briefreader.analysis.roles.role_words import LIST_HEADING, SOURCE_LABEL, SOURCE_LINE
from briefreader.analysis.roles.roles import EVIDENCE, PROSE, Roles
from briefreader.model.citation import Citation, CitationForm
from briefreader.model.claim import Claim, Support, SupportBasis
from briefreader.model.document import Block
from briefreader.model.span import Span

_SAME_BRACKETS = 2
"""Between two sources in one pair of brackets: "(Reuters; Bloomberg)"."""
_MOST_SUPPORT = 64
"""As many citations are kept for a claim from outside its sentence."""
_LINKED = ("ref", "link", "url")
_JOINS = ("and", "but", "while", "whereas", "although", "which", "with")


def opening_in(text: str, span: Span, citations: Sequence[Citation]) -> int:
    """Return how many citations in brackets open a sentence that another one precedes, and so support that one."""
    count, end = 0, span.start
    for citation in citations:
        if citation.form != "paren" or any(map(str.isalnum, text[end : citation.span.start])):
            break
        count, end = count + 1, citation.span.end
    return count


def support_in(text: str, span: Span, citations: Sequence[Citation], first: int) -> tuple[Support, ...]:
    """Return the support in one sentence; ``first`` is the place of its first citation in the analysis.

    A citation in parentheses covers the words back to the one before it; one in running text those up to the next.
    """
    spans = list(dict.fromkeys(citation.span for citation in citations))
    if len(spans) < 2:  # noqa: PLR2004 - the only one covers all
        return tuple(Support(first + place, span) for place in range(len(citations)))
    forms = {citation.span: citation.form for citation in citations}
    firsts = _firsts(spans)
    scopes = {cited: _scope(text, span, spans, place, firsts, forms[cited]) for place, cited in enumerate(spans)}
    return tuple(Support(first + place, scopes[citation.span]) for place, citation in enumerate(citations))


def _firsts(spans: Sequence[Span]) -> list[int]:
    """Return for each citation the place of the first one in the same brackets."""
    firsts: list[int] = []
    for place, cited in enumerate(spans):
        is_next = place and cited.start - spans[place - 1].end <= _SAME_BRACKETS
        firsts.append(firsts[-1] if is_next else place)
    return firsts


def _scope(text: str, span: Span, spans: list[Span], place: int, firsts: Sequence[int], form: CitationForm) -> Span:
    if form in ("narrative", "hearsay"):
        start = spans[place].start
        end = spans[place + 1].start if place + 1 < len(spans) else span.end
    else:
        first = firsts[place]
        start = spans[first - 1].end if first else span.start
        end = spans[first].start
    start, end = _trimmed(text, start, end - (text[end - 1 : end] in ("(", "[")))
    return Span(start, end) if start < end else span


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the space, the commas and the joining word at the ends of a clause."""
    while start < end and text[start] in " ,;—–-":
        start += 1
    while end > start and text[end - 1] in " ,;":
        end -= 1
    first = text[start : min(end, start + len("although "))].split(" ", 1)[0]
    return (start + len(first) + 1 if first.lower() in _JOINS else start), end


class _Open:
    """A claim that may get more support."""

    def __init__(self, claim: Claim, citations: Sequence[Citation]) -> None:
        self.claim = claim
        self.is_marked = any(citations[support.citation].form in ("paren", *_LINKED) for support in claim.support)
        """Whether its own sentence has a mark, a link or a source in brackets."""
        self.more: dict[int, SupportBasis] = {}

    def add(self, places: Sequence[int], basis: SupportBasis) -> None:
        for place in places[: _MOST_SUPPORT - len(self.more)]:
            self.more.setdefault(place, basis)

    def closed(self) -> Claim:
        if not self.more:
            return self.claim
        own = {support.citation for support in self.claim.support}
        added = [Support(place, self.claim.span, basis) for place, basis in self.more.items() if place not in own]
        return replace(self.claim, support=(*self.claim.support, *added))


def with_scopes(roles: Roles, claims: Sequence[Claim], citations: Sequence[Citation]) -> list[Claim]:
    """Return the claims with what supports them from outside their own sentence.

    A source line supports its story: the text back to the source line or heading before, or, right under a heading,
    the text down to the next one. A citation beside the sentences of a block supports those before it, or all if it
    comes first; a cell of a source column supports its row. A list of sources under a heading of its own supports the
    article and no single claim.
    """
    found = [_Open(claim, citations) for claim in claims]
    apart = _apart(claims, citations)
    _in_blocks(roles, found, citations, apart)
    _in_stories(roles, found, citations, apart)
    _trailing(roles, found, citations)
    _announced(roles, found, citations)
    return [one.closed() for one in found]


def _trailing(roles: Roles, claims: list[_Open], citations: Sequence[Citation]) -> None:
    """Let what the next cited sentence of a block cites support those before it that cite nothing themselves."""
    following: list[int] = []
    block = -1
    for one in reversed(claims):
        place = roles.place_at(one.claim.span.start)
        is_last = place != block
        if is_last:
            block, following = place, []
        marks = [c for c in one.claim.citations if citations[c].form in _LINKED]
        if marks:
            following = marks
        elif not one.claim.support and roles.roles[place] != "table":
            one.add(following, "paragraph")


def _announced(roles: Roles, claims: list[_Open], citations: Sequence[Citation]) -> None:
    """Let what a block that ends in a colon cites support the list that it announces."""
    cited: dict[int, list[int]] = {}
    for place, one in enumerate(citations):
        if one.form not in ("origin", "hearsay"):
            cited.setdefault(roles.place_at(one.span.start), []).append(place)
    listed: dict[int, list[int]] = {}
    announced: list[int] = []
    for place, (block, role) in enumerate(roles):
        if role == "item" and announced and not roles.document.words_of(block).endswith(":"):
            listed[place] = announced
        else:
            ends = roles.document.words_of(block).rstrip(" *_").endswith((":", "："))
            announced = cited.get(place, []) if ends and role in PROSE else []
    for claim in claims if listed else ():
        claim.add(listed.get(roles.place_at(claim.claim.span.start), ()), "story")


def _apart(claims: Sequence[Claim], citations: Sequence[Citation]) -> list[bool]:
    """Tell for each citation whether it stands beside all claims."""
    held = {support.citation for claim in claims for support in claim.support}
    return [place not in held for place in range(len(citations))]


_LABEL_LEVEL = 7
"""Below all headings."""
_Event = tuple[int, int, int]
"""Where something stands, what (0 a citation, 1 a claim), and its place among its like."""


def _in_blocks(roles: Roles, claims: list[_Open], citations: Sequence[Citation], apart: list[bool]) -> None:
    """Add what stands beside the sentences of a claim's own block, and in its row."""
    events = _events(claims, citations, apart)
    for block_place, group in groupby(events, key=lambda event: roles.place_at(event[0])):
        role = roles.roles[block_place]
        inside = list(group)
        if role == "table":
            _in_rows(roles.document.blocks[block_place], inside, claims)
        elif role in PROSE or role == "title":
            _beside(roles.document.text, inside, claims, citations)


def _events(claims: list[_Open], citations: Sequence[Citation], apart: list[bool]) -> list[_Event]:
    cited = [
        (one.span.start, 0, place)
        for place, one in enumerate(citations)
        if apart[place] and one.form not in ("origin", "hearsay")
    ]
    claimed = [(one.claim.span.start, 1, place) for place, one in enumerate(claims)]
    return sorted([*cited, *claimed])


def _beside(text: str, events: list[_Event], claims: list[_Open], citations: Sequence[Citation]) -> None:
    """Let a citation behind a sentence support its block up to there, and one before all sentences all of them."""
    waiting: list[_Open] = []
    first: list[int] = []
    behind: list[int] = []
    end, near = events[0][0], True
    for start, kind, place in events:
        if kind:
            if not waiting and _STOP.search(text, end, start):
                first = []
            if behind:
                _support_all(waiting, behind)
                waiting, behind = [], []
            waiting.append(claims[place])
            claims[place].add(first, "paragraph")
            end, near = claims[place].claim.span.end, False
            continue
        gap = _LABEL.sub("", text[end:start]) if start - end <= _WIDEST_GAP else text[end:start]
        near = bool(_AFTER_STOP.search(text, max(end - 2, start - _NEAR), start)) or (
            near and len(gap) <= _NEAR and not any(map(str.isalpha, gap))
        )
        if not waiting:
            first.append(place)
        elif near:
            behind.append(place)
        end = citations[place].span.end
    _support_all(waiting, behind)


def _support_all(claims: list[_Open], cited: list[int]) -> None:
    for claim in claims:
        claim.add(cited, "paragraph")


_NEAR = 24
_WIDEST_GAP = 60
_STOP = re.compile(r"[.!?。]\s")
_LABEL = re.compile(SOURCE_LABEL)
_AFTER_STOP = re.compile(rf"[.!?。…:]\W*(?:{SOURCE_LABEL})?:?\W*$")


def _in_rows(block: Block, events: list[_Event], claims: list[_Open]) -> None:
    starts = [row[0][0] for row in block.rows if row]
    for _, group in groupby(events, key=lambda event: bisect_right(starts, event[0])):
        inside = list(group)
        cited = [place for _, kind, place in inside if not kind]
        for _, kind, place in inside:
            if kind:
                claims[place].add(cited, "row")


def _in_stories(roles: Roles, claims: list[_Open], citations: Sequence[Citation], apart: list[bool]) -> None:
    """Add what source lines say of the stories above or below them."""
    placed: dict[int, list[_Event]] = {}
    for event in _events(claims, citations, apart):
        placed.setdefault(roles.place_at(event[0]), []).append(event)
    story = _Story()
    for place, (block, role) in enumerate(roles):
        events = placed.get(place, [])
        cited = [one for _, kind, one in events if not kind]
        claimed = [claims[one] for _, kind, one in events if kind]
        if role in ("rule", "title"):
            story = _Story(cited)
        elif role == "heading" or (role == "label" and not events):
            level = block.level if role == "heading" else _LABEL_LEVEL
            is_list = role == "heading" and bool(LIST_HEADING.fullmatch(roles.document.words_of(block)))
            story.begin(level, cited, is_list=is_list)
        elif role in EVIDENCE:
            _read_evidence(roles, place, story, cited)
        else:
            story.take(claimed, block)
            _read_prose(roles.document.text, block, story, claimed, [(one, citations[one]) for one in cited])


def _read_evidence(roles: Roles, place: int, story: "_Story", cited: list[int]) -> None:
    block, role = roles.document.blocks[place], roles.roles[place]
    if role == "source_line":
        labelled = bool(SOURCE_LINE.match(roles.document.words_of(block)))
        closes = roles.roles[place + 1 : place + 2] == ("rule",)
        story.cite(cited, block, reach="all" if closes else "story" if labelled else "part")
        story.is_labelled = not cited
    elif role == "source_list" and story.is_labelled:
        story.cite(cited, block, reach="story")


def _read_prose(
    text: str, block: Block, story: "_Story", claimed: list[_Open], cited: list[tuple[int, Citation]]
) -> None:
    """Read marks that head what follows, sources alone in a block, and those that close one."""
    if claimed:
        story.cite(_closing(text, claimed[-1].claim.span.end, cited), block, reach="part")
        return
    marks = [place for place, one in cited if one.form == "ref"]
    if marks:
        story.begin(_LABEL_LEVEL - 1, marks, is_list=False)
    else:
        story.cite([place for place, one in cited if one.form in _ALONE], block, reach="part")


_ALONE = ("source", "url")


def _closing(text: str, end: int, cited: list[tuple[int, Citation]]) -> list[int]:
    """Return what is cited behind a block's last claim if it is called a source: "… rose. [Source: Reuters, BBC]"."""
    behind = [(place, one) for place, one in cited if one.span.start >= end]
    if behind and (SOURCE_LINE.match(text, behind[0][1].span.start) or SOURCE_LINE.match(text, end)):
        return [place for place, _ in behind]
    return []


_Reach = Literal["all", "story", "part"]
"""How far back a source line reaches: all that was not yet supported, since the highest heading, since any heading."""


class _Story:
    """The claims since the last source line, with the headings among them, and the sources right under the last."""

    def __init__(self, top: Sequence[int] = ()) -> None:
        self.is_labelled = False
        """Whether a label such as "Source:" was read, with its list to come."""
        self._is_list = False
        self._claims: list[tuple[int, _Open]] = []
        """Each with the depth of its item; -1 outside of lists."""
        self._headings: list[tuple[int, int]] = []
        """The level of each heading, and how many claims stood before it."""
        self._top = list(top)
        self._closed: list[_Open] = []
        """What the source line just read supports; one right behind it supports the same."""

    def begin(self, level: int, cited: list[int], *, is_list: bool) -> None:
        """Go on under a heading or a label, which may itself name the source."""
        if level < _LABEL_LEVEL:
            self._is_list, self.is_labelled = is_list, False
            self._top = cited
        self._closed = []
        self._headings.append((level, len(self._claims)))

    def take(self, claims: list[_Open], block: Block) -> None:
        """Add the claims of a block."""
        depth = block.level if block.kind == "item" else -1
        if claims:
            self._closed = []
        for claim in claims:
            claim.add(self._top, "story")
            self._claims.append((depth, claim))

    def cite(self, cited: list[int], block: Block, *, reach: _Reach) -> None:
        """Let a source line support the story; one in an item of a list within a list supports the item above."""
        if not cited or self._is_list:
            return
        story = self._reached(reach)
        if story:
            depth = block.level if block.kind == "item" else -1
            self._closed = [claim for _, claim in (_of_item(story, depth) if depth > 0 else story)]
            self._claims, self._headings = [], []
        for claim in self._closed:
            if reach != "part" or not claim.is_marked:
                claim.add(cited, "story")
        if not self._closed:
            self._top += cited

    def _reached(self, reach: _Reach) -> list[tuple[int, _Open]]:
        headings = [
            (level, before) for level, before in self._headings if level < _LABEL_LEVEL or before < len(self._claims)
        ]
        if not headings or (reach == "all" and headings[-1][1] < len(self._claims)):
            return self._claims
        if headings[-1][1] == len(self._claims):
            return []
        highest = min(level for level, _ in headings)
        return self._claims[max(before for level, before in headings if reach == "part" or level == highest) :]


def _of_item(story: list[tuple[int, _Open]], depth: int) -> list[tuple[int, _Open]]:
    """Return the claims back to the item that holds the list of this depth."""
    first = len(story) - 1
    while first > 0 and story[first][0] >= depth:
        first -= 1
    return story[first:]
