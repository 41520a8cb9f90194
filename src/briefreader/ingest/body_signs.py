"""What speaks for and against a block of a page being part of its article.

A sign is a name such as ``words:5`` or ``near:related``; what each weighs is in ``body_weights.json``. The words of
``class`` and other attributes are read as groups, never as such, so that no site is known by its own names.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from briefreader.ingest.drafts import DraftBlock

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CJK_PER_WORD = 2
_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_MARK = re.compile(r"[,;:.!?、。\uff0c]")
_DAY = re.compile(r"\b\d{1,2}[:./-]\d{2}\b|\b(?:19|20)\d\d\b")
_BYLINE = re.compile(r"(?:by|von|par|por|di|od|door|af|av|text|autor|author|written by)\b:?\s", re.IGNORECASE)
_ASKING = re.compile(
    r"\b(?:subscribe|newsletter|sign up|log ?in|click here|read more|cookies?|share|follow us|advertisement|copyright"
    r"|comments?|related|download|privacy|terms|rights reserved|e-?mail|facebook|twitter|whatsapp)\b|©",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\b(?:photo|image|foto|credit|getty|reuters|picture|source|illustration)s?\b", re.IGNORECASE)
_READ = 200
"""So much of a block is looked through for words."""
_SHORT = 25
_NEAR = 3
"""So many elements above are near."""
_FEWEST_OF_A_SENTENCE = 8
_NAMING = ("class", "id", "itemprop", "role", "data-testid", "data-component")
_LONGEST_NAMES = 300
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
BESIDE = frozenset("comment social signup nav ad chrome".split())
"""The groups of names of what stands beside a text."""
_FRAME_SHARE = 0.6
_ROOTS = frozenset(["html", "body"])
_REGIONS = frozenset(
    "article main aside nav footer header form table li figure blockquote section ul ol button dl noscript".split()
)
_GROUPS = {
    "body": """articlebody articletext articlecontent bodytext bodycopy storybody storytext storycontent postbody
        postcontent posttext entrycontent entrytext maintext contentbody textbody richtext prose markdown newstext
        blogpost hentry""",
    "article": "article story post entry blog news",
    "content": "content main body text copy page paragraph para",
    "related": """related relate recommend recommended recommendation recirc recirculation popular trend trending latest
        teaser mostread mostviewed readmore morestory morestorie morefrom moreon seealso alsoread outbrain taboola
        upnext nextup nextarticle similar suggest suggested suggestion promo card headlinelist linklist
        carousel onward""",
    "social": """share shared sharing social follow facebook twitter tweet whatsapp linkedin pinterest addthis
        sharedaddy addtoany like jetpacklike""",
    "comment": "comment commented disqus respond reply replie discussion livefyre coral",
    "signup": """newsletter signup subscribe subscription subscriber paywall register registration login cta donate
        donation membership email form optin""",
    "nav": "nav navigation navbar menu breadcrumb crumb pagination pager paging skip toc tab tabbed prev next",
    "ad": """ad ads advert advertisement advertising sponsor sponsored banner dfp adsense commercial promo promoted
        partner affiliate""",
    "chrome": """footer foot masthead sidebar side rail aside widget cookie consent gdpr modal popup overlay dialog
        toolbar utility tool colophon copyright legal disclaimer bottom secondary complementary banner search""",
    "header": "header head hero topbar top",
    "meta": """author byline bio date dated time timestamp datetime dateline publish published meta metadata metabar
        info posted who when contributor writer profile""",
    "tag": "tag category categorie topic keyword label",
    "caption": """caption captiontext credit figure image img photo picture gallery media video player slideshow infobox
        legend""",
    "hidden": "hidden sronly visuallyhidden screenreader print noprint hide invisible offscreen",
    "lead": "lead lede intro summary standfirst excerpt dek deck subtitle subhead subheadline abstract description",
    "title": "title headline heading",
    "note": "note footnote reference cite citation biblio correction edit editsection",
    "quote": "quote quoted pullquote blockquote",
    "list": "list item grid row listing feed archive",
}
_GROUPS_OF: dict[str, set[str]] = {}
for _group, _words in _GROUPS.items():
    for _word in _words.split():
        _GROUPS_OF.setdefault(_word, set()).add(_group)


@dataclass(frozen=True, slots=True)
class Signs:
    """What one block shows."""

    text: tuple[str, ...]
    place: tuple[str, ...]
    """Of the element that it stands in: the same object for all blocks of one element."""
    words: int


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """What an element and those above it are called: one for all elements of which the same is known."""

    tag: str
    groups: frozenset[str]
    above: tuple["_Place", ...]
    """The nearest first."""
    far: frozenset[str]
    regions: frozenset[str]
    """Which tags it and all above are."""


def signs_of(drafts: Sequence[DraftBlock], places: Sequence[Any], title: str) -> Iterator[Signs]:
    """Yield what each block shows, in their order; ``places`` are the elements that they stand in."""
    texts = [draft.text or " ".join(cell for row in draft.rows for cell in row) for draft in drafts]
    sizes = [count_words(text) for text in texts]
    seen = Counter(texts)
    total, before = sum(sizes) or 1, 0
    title_at = title_place(drafts, title)
    surroundings = _Surroundings(_frames(places, sizes))
    looks = [_look(draft, text, words) for draft, text, words in zip(drafts, texts, sizes, strict=True)]
    for number, (draft, place, text, words) in enumerate(zip(drafts, places, texts, sizes, strict=True)):
        signs = _text_signs(draft, text, words)
        signs.append(f"at:{min(9, 10 * before // total)}")
        signs.append("no title" if title_at is None else "above title" if number < title_at else "under title")
        signs.append(f"after {looks[number - 1] if number else 'nothing'}")
        signs.append(f"before {looks[number + 1] if number + 1 < len(looks) else 'nothing'}")
        if seen[text] > 1:
            signs.append("repeated")
        before += words
        says = words >= _FEWEST_OF_A_SENTENCE and "ends a sentence" in signs
        yield Signs(tuple(signs), surroundings.signs(place, says_something=says) if place is not None else (), words)


def _frames(places: Sequence[Any], sizes: Sequence[int]) -> frozenset[Any]:
    """Return the elements that hold most of the page's words: what they are called makes them no box beside a text.

    A letter that was saved as a page stands in an "email" or a "newsletter", and is no sign-up box.
    """
    held = Counter[Any]()
    for place, size in zip(places, sizes, strict=True):
        if place is not None:
            held[place] += size
    for place, size in list(held.items()):
        for above in place.iterancestors():
            held[above] += size
    return frozenset(node for node, words in held.items() if words > _FRAME_SHARE * sum(sizes))


def title_place(drafts: Sequence[DraftBlock], title: str) -> int | None:
    """Return which block is the heading of the page, else its first of the highest level."""
    wanted = title.casefold().split()
    found: int | None = None
    for number, draft in enumerate(drafts):
        if draft.kind == "heading" and draft.level <= 2:  # noqa: PLR2004 - the title of a page is an h1 or h2
            words = draft.text.casefold().split()
            if words == wanted or (len(words) > 2 and words == wanted[: len(words)]):  # noqa: PLR2004 - no single name
                return number
            found = number if found is None and draft.level == 1 else found
    return found


def count_words(text: str) -> int:
    """Return how many words a text has; where no space parts them, so many as its signs stand for."""
    return len(text.split()) + (0 if text.isascii() else len(_CJK.findall(text)) // _CJK_PER_WORD)


def _text_signs(draft: DraftBlock, text: str, words: int) -> list[str]:
    size = bisect_right((2, 4, 7, 11, 16, 25, 40, 70, 120), words)
    kind = f"h{draft.level}" if draft.kind == "heading" else "caption" if draft.role == "caption" else draft.kind
    linked = sum(inline.end - inline.start for inline in draft.inlines if inline.style == "link")
    strong = sum(inline.end - inline.start for inline in draft.inlines if inline.style == "strong")
    share = bisect_right((0.001, 0.1, 0.25, 0.5, 0.8, 0.97), linked / (len(text) or 1))
    opening = text[:_READ]
    told = {
        "ends a sentence": _END.search(text, max(0, len(text) - 9)),
        "quote": draft.quote,
        "day": _DAY.search(opening),
        "byline": _BYLINE.match(text),
        "asking": _ASKING.search(opening),
        "picture": _PICTURE.search(opening),
        "capitals": text.isupper(),
        "bold": strong and strong >= len(text) - 1,
    }
    length = "short" if words < _SHORT else "long"
    return [
        "base",
        f"words:{size}",
        f"kind:{kind}",
        f"kind:{kind} words:{size // 2}",
        f"linked:{share}",
        f"linked:{share} words:{size // 3}",
        f"marks:{bisect_right((1, 2, 4, 8), len(_MARK.findall(opening)))}",
        *(sign for sign, shown in told.items() if shown),
        *(f"{sign} {length}" for sign, shown in told.items() if shown),
    ]


def _look(draft: DraftBlock, text: str, words: int) -> str:
    """Return what a block looks like from beside it."""
    linked = sum(inline.end - inline.start for inline in draft.inlines if inline.style == "link")
    return f"{draft.kind} {bisect_right((1, 4, 12, 30), words)} {'link' if 2 * linked > len(text) else 'text'}"


class _Surroundings:
    """What the elements of one page are called, each looked at once."""

    def __init__(self, frames: Container[Any]) -> None:
        self._frames = frames
        self._places: dict[Any, _Place] = {}
        self._known: dict[tuple[_Place | None, str, frozenset[str]], _Place] = {}
        self._signs: dict[tuple[_Place, frozenset[str], bool], tuple[str, ...]] = {}

    def signs(self, node: Any, *, says_something: bool) -> tuple[str, ...]:  # noqa: ANN401 - lxml ships no types
        """Return what an element shows by its tag, its names and those of what it is in."""
        place = self._place(node)
        own = place.groups.union(*map(_groups, _only_children(node)))
        key = (place, own, says_something)
        if key not in self._signs:
            self._signs[key] = tuple(_place_signs(place, own, "sentence" if says_something else "words"))
        return self._signs[key]

    def _place(self, node: Any) -> _Place:  # noqa: ANN401 - lxml ships no types
        """Return what is known of an element: its names, those of three above, and those of all others above."""
        if node in self._places:
            return self._places[node]
        parent = node.getparent()
        over = None if parent is None else self._place(parent)
        groups = frozenset[str]() if node.tag in _ROOTS else _groups(node)
        groups = groups - BESIDE if node in self._frames else groups
        key = (over, node.tag, groups)
        if key not in self._known:
            self._known[key] = _under(over, node.tag, groups)
        self._places[node] = self._known[key]
        return self._known[key]


def _under(over: _Place | None, tag: str, groups: frozenset[str]) -> _Place:
    regions = frozenset([tag]) & _REGIONS
    if over is None:
        return _Place(tag, groups, (), frozenset(), regions)
    far = over.far | over.above[-1].groups if len(over.above) == _NEAR else over.far
    return _Place(tag, groups, (over, *over.above[: _NEAR - 1]), far, over.regions | regions)


def _place_signs(place: _Place, own: frozenset[str], what: str) -> Iterator[str]:
    near = frozenset[str]().union(*(above.groups for above in place.above)) - own
    far = place.far - near - own
    yield f"tag:{place.tag}"
    if place.above and place.above[0].tag not in _ROOTS:
        yield f"parent:{place.above[0].tag}"
        yield from (f"in:{tag}" for tag in sorted(place.above[0].regions))
    for where, groups in (("own", own), ("near", near), ("far", far), ("any", own | near | far)):
        yield from (f"{where}:{group}" for group in sorted(groups))
    yield from (f"{what}:{group}" for group in sorted(own | near))


def _only_children(node: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml ships no types
    """Yield the elements inside which hold all that the element holds."""
    while len(node) == 1 and isinstance(node[0].tag, str) and not ((node.text or "") + (node[0].tail or "")).strip():
        node = node[0]
        yield node


def _groups(node: Any) -> frozenset[str]:  # noqa: ANN401 - lxml ships no types
    said = " ".join(filter(None, map(node.get, _NAMING)))
    return _groups_of(said[:_LONGEST_NAMES]) if said else frozenset()


@lru_cache(maxsize=10_000)
def _groups_of(said: str) -> frozenset[str]:
    """Return what the words of some names stand for, alone and two by two."""
    parts = [part.lower() for part in _NAME_PART.findall(said)]
    words = [*parts, *(one + two for one, two in pairwise(parts))]
    found = (_GROUPS_OF.get(word) or _GROUPS_OF.get(word.removesuffix("s")) or () for word in words)
    return frozenset[str]().union(*found)
