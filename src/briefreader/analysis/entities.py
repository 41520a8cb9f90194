"""Who and what is named: companies, people, products, authorities.

Method: runs of capitalised words, of which the gazetteer knows the usual name and kind; the rest are told by their
words ("Holdings", "Commission"), their role ("chief executive Jane Doe") or stay unknown. A word that is capitalised
only because it begins a sentence is none. A surname or an acronym alone stands for the full name said before.
"""

import re
from collections.abc import Iterator

from briefreader.analysis.claim_words import OPENERS
from briefreader.analysis.gazetteer import ENTITIES
from briefreader.analysis.names import can_be_source
from briefreader.model.analysis import Entity, EntityKind
from briefreader.model.document import Document
from briefreader.model.span import Span

_WORD = r"(?:[A-Z][\w&’'\u2010\u2011+-]*(?:\.(?=[A-Za-z])[\w’']+)*|[a-z]{1,3}[A-Z]\w*)"
_RUN = re.compile(
    rf"{_WORD}(?:[ \u00a0](?:(?:of|for|and|&|de|du|van|von|der|of the|for the|\d+)[ ])?(?:{_WORD}|\d+[A-Z]\w*))*"
)
_ACRONYM = re.compile(r"\s?\((?P<short>[A-Z][A-Za-z&-]{1,9})\)")
_COMPANY = re.compile(
    r"\b(?:Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|plc|AG|SE|SA|S\.A|NV|N\.V|GmbH|Group|Holdings?|Partners"
    r"|Capital|Ventures|Labs?|AI|Bank"
    r"|Technologies|Technology|Systems|Energy|Motors?|Airlines?|Pharma|Pharmaceuticals|Therapeutics"
    r"|Biosciences?|Compute|Robotics|Shipping"
    r"|Industries|Foods|Steel|Mining|Resources|Petroleum|Oil|Gas|Power|Electric|Semiconductor|Software"
    r"|Media|Insurance|Securities|Research"
    r"|Advisors|Logistics|Retail|Brands|Networks|Telecom|Chemicals|Materials|Health|Healthcare|Bio|Cloud|Data)\b\.?$"
)
_AUTHORITY = re.compile(
    r"\b(?:Commission|Agency|Authority|Ministry|Department|Court|Parliament|Senate|Congress|Council"
    r"|Committee|Administration|Bureau|Board of"
    r"|Federal|Reserve|Treasury|Office of|Government)\b"
)
_OUTLET = re.compile(
    r"\b(?:Journal|Times|Post|News|Daily|Weekly|Herald|Tribune|Gazette|Chronicle|Magazine|Telegraph|Wire)$"
)
_ROLE_BEFORE = re.compile(
    r"(?:chief executive|CEO|CFO|COO|CTO|chair(?:man|woman)?|president|founder|co-founder|minister|senator"
    r"|governor|analyst|economist|strategist"
    r"|director|head|spokes(?:man|woman|person)|led by|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Prof\.?|Sir|Judge|said|says)\s$"
)
_ROLE_AFTER = re.compile(
    r",? (?:the |an? |its )?(?:\w+ ){0,3}(?:chief executive|CEO|CFO|chair|president|founder|analyst"
    r"|economist|minister|director|head|who|spokes)"
)
_NOT_NAMES = frozenset(
    """ai gpu gpus tpu cpu ceo cfo coo cto ipo usd eur gdp cpi ppi pmi eps ebitda api apis llm llms us eu
        uk r&d q1 q2 q3 q4 h1 h2 fy capex opex key bull bear case the a an in on at by for with from source
        sources photo image figure table read subscribe monday tuesday wednesday thursday friday saturday
        sunday january february march april may june july august september october november december mr ms
        mrs dr new old no yes i phase series section""".split()
)
_TOKEN = re.compile(r"\S+")
_TRAILING = re.compile(r"[’']s$|[’'.,-]+$")
_ROLE_REACH, _AFTER_REACH = 24, 48


def find_entities(document: Document) -> tuple[Entity, ...]:
    """Return what is named, in the order of first mention, with every place."""
    text = document.text
    places: dict[str, list[Span]] = {}
    kinds: dict[str, EntityKind] = {}
    shorts: dict[str, str] = {}
    for run, known in _runs(text):
        words = _bare(run.of(text))
        if not words:
            continue
        span = Span(run.start, run.start + len(words))
        name, kind = known or _named(text, span, words, shorts, kinds)
        if not name:
            continue
        places.setdefault(name, []).append(span)
        kinds.setdefault(name, kind)
        if known is None or kind == "person":
            _remember(text, span, name, kind, shorts)
    return tuple(Entity(name, kinds[name], tuple(spans)) for name, spans in places.items())


def _runs(text: str) -> Iterator[tuple[Span, tuple[str, EntityKind] | None]]:
    """Yield capitalised runs, cut where the gazetteer knows a part of them."""
    for match in _RUN.finditer(text):
        words = match[0]
        if words[-2:] in ("’s", "'s"):
            words = words[:-2]
        known = ENTITIES.get(words)
        if known or " " not in words:
            if known or words.lower() not in _NOT_NAMES:
                yield Span(match.start(), match.start() + len(words)), known
        else:
            yield from _parts(match.start(), match[0])


def _parts(start: int, run: str) -> Iterator[tuple[Span, tuple[str, EntityKind] | None]]:
    """Yield the longest known names in a run, and what is left between them."""
    tokens = [(found.start(), found[0]) for found in _TOKEN.finditer(run)]
    rest: int | None = None
    place = 0
    while place < len(tokens):
        size, known = _longest(tokens, place)
        if known is None:
            rest = place if rest is None else rest
            place += 1
            continue
        if rest is not None:
            yield from _unknown(start, tokens[rest:place])
            rest = None
        low = tokens[place][0]
        last = tokens[place + size - 1]
        end = last[0] + len(_bare(last[1]))
        yield Span(start + low, start + end), known
        place += size
    if rest is not None:
        yield from _unknown(start, tokens[rest:])


def _longest(tokens: list[tuple[int, str]], place: int) -> tuple[int, tuple[str, EntityKind] | None]:
    for size in range(min(4, len(tokens) - place), 0, -1):
        words = " ".join(word for _, word in tokens[place : place + size])
        known = ENTITIES.get(words) or (ENTITIES.get(words[:-2]) if words[-2:] in ("’s", "'s") else None)
        if known:
            return size, known
    return 1, None


def _unknown(start: int, tokens: list[tuple[int, str]]) -> Iterator[tuple[Span, None]]:
    """Yield what no list knows: two names joined by "and" are two, common words round them are left out."""
    group: list[tuple[int, str]] = []
    for token in [*tokens, (0, "and")]:
        if token[1] != "and":
            group.append(token)
            continue
        while group and _is_common(group[0][1]):
            group.pop(0)
        while group and (_is_common(group[-1][1]) or group[-1][1].isdigit()):
            group.pop()
        if group:
            yield Span(start + group[0][0], start + group[-1][0] + len(group[-1][1])), None
        group = []


def _is_common(word: str) -> bool:
    return word.islower() or word.lower() in OPENERS or word.lower() in _NOT_NAMES


def _bare(words: str) -> str:
    return _TRAILING.sub("", words) if words[-1] in "s’'.,-" else words


def _named(
    text: str, span: Span, words: str, shorts: dict[str, str], kinds: dict[str, EntityKind]
) -> tuple[str, EntityKind]:
    """Return the full name and kind of an unknown run; an empty name for none."""
    if words in shorts:
        return shorts[words], kinds[shorts[words]]
    if words in kinds:
        return words, kinds[words]
    single = " " not in words
    if words.lower() in _NOT_NAMES or not can_be_source(words) or len(words) < 2:  # noqa: PLR2004 - an initial
        return "", "unknown"
    if single and (_begins_sentence(text, span.start) and not any(letter.isupper() for letter in words[1:])):
        return "", "unknown"
    return words, _kind(text, span, words)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" “\"‘'(")
    return not before or before[-1] in ".!?:\n•—–|;" or start == 0 or text[start - 1] == "\n"


def _kind(text: str, span: Span, words: str) -> EntityKind:
    if _AUTHORITY.search(words):
        return "regulator"
    if _OUTLET.search(words):
        return "publisher"
    if _COMPANY.search(words):
        return "company"
    before = text[max(0, span.start - _ROLE_REACH) : span.start]
    after = text[span.end : span.end + _AFTER_REACH]
    plain = 2 <= len(words.split()) <= 3 and words.replace(" ", "").replace("-", "").isalpha()  # noqa: PLR2004 - given and family names
    if plain and (_ROLE_BEFORE.search(before) or _ROLE_AFTER.match(after)):
        return "person"
    return "organisation" if words.isupper() else "unknown"


def _remember(text: str, span: Span, name: str, kind: EntityKind, shorts: dict[str, str]) -> None:
    """Let an acronym in parentheses, and a person's family name, stand for the name from here on."""
    acronym = _ACRONYM.match(text, span.end)
    if acronym and acronym["short"][0] == name[0]:
        shorts[acronym["short"]] = name
    if kind == "person" and " " in name:
        shorts.setdefault(name.rsplit(" ", 1)[1], name)
