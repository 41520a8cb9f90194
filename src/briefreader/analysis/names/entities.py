"""Who and what is named: companies, people, products, authorities.

Method: runs of capitalised words, of which the gazetteer knows the usual name and kind; the rest are told by their
words ("Holdings", "Commission"), their role ("chief executive Jane Doe") or stay unknown. A word that is capitalised
only because it begins a sentence is none, and neither is one that the text has in small letters as well. A surname or
an acronym alone stands for the full name said before.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from briefreader.analysis.names.gazetteer import ENTITIES
from briefreader.analysis.names.names import can_be_source
from briefreader.model.analysis import Entity, EntityKind
from briefreader.model.document import Document
from briefreader.model.span import Span

_REST = r"[\w&’'\u2010\u2011+-]*(?:\.(?=[A-Za-z])[\w’']+)*"
_MOST_SMALL = 3
"""How many small letters a brand begins with: "xAI", "iPhone"."""
_RUN = re.compile(
    rf"[A-Z](?:(?<![a-z].){_REST}|(?<=[a-z].)\w*)"
    r"(?:[ \u00a0](?:(?:of|for|and|&|de|du|van|von|der|of the|for the|\d+)[ ])?"
    rf"(?:[A-Z]{_REST}|[a-z]{{1,{_MOST_SMALL}}}[A-Z]\w*|\d+[A-Z]\w*))*"
)
"""Begins at the first capital, so that the scan skips all other letters; see :func:`_start`."""
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
        mrs dr new old no yes i phase series section pdf html json xml rss faq url https http csv etf etfs iranian
        american british chinese russian ukrainian israeli german french japanese indian european asian african
        canadian mexican korean italian spanish turkish saudi arab latin western eastern kb mb gb tb ram ssd usb utc gmt
        est edt cst pst pdt bst cet png jpg svg mp3 mp4 docx xlsx zip newsletter""".split()
)
_BODIES = frozenset("Ministry Agency Authority Department Court Council Committee Administration Government".split())
"""Alone they stand for a body that was named before, and name none."""
_NO_OUTLET = re.compile(
    r"^(?:(?:Breaking|Top|Trending|Local|World|Latest|Major|Security|Premarket|Market|Business|Sports|Good|Bad|Fake|More"
    r"|Google|Other|Related|Today’s|Today's|Take) )?(?:News|Weekly|Daily|Post|Wire|Times|Journal|Magazine)$"
)
_NO_PERSON = re.compile(
    r"\b(?:University|Raised|Ventures|Partners|Security|Command|Auditorium|Manager|Farms|Capital|Coming|Ethics|BSc|VCs"
    r"|Editorial|College|Institute|Center|Centre|School|Hospital|Police|Team|Spider|based)\b|Runner$"
)
_SENTENCE = re.compile(r"\b(?:Your|Our|You|We|It|Is|Are|Check|Shouldn[’']t|Don[’']t|How|Why|What)\b")
_ACTS = re.compile(
    r"\s(?:said|says|warned|warns|reported|reports|announced|issued|published|ruled|sued|filed|confirmed|estimates"
    r"|estimated|forecasts|approved|fined|told|argues|argued|investigates)\b"
)
_TOKEN = re.compile(r"\S+")
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_TRAILING = re.compile(r"[’']s$|[’'.,-]+$")
_ROLE_REACH, _AFTER_REACH = 24, 48


def find_entities(document: Document) -> tuple[Entity, ...]:
    """Return what is named, in the order of first mention, with every place."""
    text = document.text
    small = frozenset(_SMALL.findall(text))
    places: dict[str, list[Span]] = {}
    kinds: dict[str, EntityKind] = {}
    shorts: dict[str, str] = {}
    for start, end, known in _runs(text):
        words = _bare(text[start:end])
        if not words:
            continue
        name, kind = known or _named(text, start, words, shorts, kinds)
        if not name or (known is None and kind == "unknown" and words.lower() in small and words[1:].islower()):
            continue
        span = Span(start, start + len(words))
        places.setdefault(name, []).append(span)
        kinds.setdefault(name, kind)
        if known is None or kind == "person":
            _remember(text, span, name, kind, shorts)
    return tuple(Entity(name, kinds[name], tuple(spans)) for name, spans in places.items())


_Run = tuple[int, int, tuple[str, EntityKind] | None]
"""Where a run begins and ends, and what the gazetteer knows of it."""
_POSSESSIVE = ("’s", "'s")


def _runs(text: str) -> Iterator[_Run]:
    """Yield capitalised runs, cut where the gazetteer knows a part of them."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        if start and text[start - 1].islower():
            start = _start(text, start)
        run = text[start:end]
        words = run[:-2] if run.endswith(_POSSESSIVE) else run
        known = ENTITIES.get(words)
        if known or " " not in words:
            if known or words.lower() not in _NOT_NAMES:
                yield start, start + len(words), known
        else:
            yield from _parts(start, run)


def _start(text: str, at: int) -> int:
    """Return where the word begins whose first capital is at ``at``: with the small letters before it."""
    low = max(0, at - _MOST_SMALL)
    while at > low and "a" <= text[at - 1] <= "z":
        at -= 1
    return at


def _parts(start: int, run: str) -> Iterator[_Run]:
    """Yield the longest known names in a run, and what is left between them."""
    words = run.split()
    starts = [*accumulate((len(word) + 1 for word in words), initial=start)]  # one character stands between two
    rest = place = 0
    while place < len(words):
        size, known = _longest(words, place)
        if known:
            yield from _unknown(words[rest:place], starts[rest:place])
            last = place + size - 1
            yield starts[place], starts[last] + len(_bare(words[last])), known
            rest = place + size
        place += size
    yield from _unknown(words[rest:], starts[rest:])


def _longest(words: list[str], place: int) -> tuple[int, tuple[str, EntityKind] | None]:
    """Return how many words from ``place`` on are a known name, and what it is; one of none."""
    if words[place].removesuffix("’s").removesuffix("'s") not in _FIRST_WORDS:
        return 1, None
    for size in range(min(4, len(words) - place), 0, -1):
        name = " ".join(words[place : place + size])
        known = ENTITIES.get(name) or (ENTITIES.get(name[:-2]) if name.endswith(_POSSESSIVE) else None)
        if known:
            return size, known
    return 1, None


_FIRST_WORDS = frozenset(name.split(" ", 1)[0].removesuffix("'s") for name in ENTITIES)
"""The first words of known names, without their possessive."""


def _unknown(words: list[str], starts: list[int]) -> Iterator[_Run]:
    """Yield what no list knows: two names joined by "and" are two, common words round them are left out."""
    first = 0
    for place in range(len(words) + 1):
        if place < len(words) and words[place] != "and":
            continue
        last = place
        while first < last and _is_common(words[first]):
            first += 1
        while first < last and (_is_common(words[last - 1]) or words[last - 1].isdigit()):
            last -= 1
        if first < last:
            yield starts[first], starts[last - 1] + len(words[last - 1]), None
        first = place + 1


def _is_common(word: str) -> bool:
    return word.islower() or word.lower() in _COMMON


_OPENERS = frozenset(
    """the a an this that these those it its their his her our my we you they he she i in on at by for from
        with without as if when while after before since until though although because but and or so yet
        however meanwhile historically additionally conversely also instead now then here there what who how
        why which where some many most several both all each every no not only even just other another more
        less first second one two three four five next last today yesterday later earlier recently
        separately overall finally overnight longer-term investors companies analysts""".split()
)
_COMMON = _OPENERS | _NOT_NAMES


def _bare(words: str) -> str:
    return _TRAILING.sub("", words) if words[-1] in "s’'.,-" else words


def _named(
    text: str, start: int, words: str, shorts: dict[str, str], kinds: dict[str, EntityKind]
) -> tuple[str, EntityKind]:
    """Return the full name and kind of an unknown run; an empty name for none."""
    if words in shorts:
        return shorts[words], kinds[shorts[words]]
    if words in kinds:
        return words, kinds[words]
    single = " " not in words
    if words.lower() in _NOT_NAMES or words in _BODIES or not can_be_source(words) or len(words) <= 1:
        return "", "unknown"
    if single and (_begins_sentence(text, start) and not any(letter.isupper() for letter in words[1:])):
        return "", "unknown"
    return words, _kind(text, start, words)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" “\"‘'(")
    return not before or before[-1] in ".!?:\n•—–|;" or start == 0 or text[start - 1] == "\n"


def _kind(text: str, start: int, words: str) -> EntityKind:
    if _AUTHORITY.search(words):
        return "regulator"
    if _OUTLET.search(words) and not _NO_OUTLET.match(words):
        return "publisher"
    if " " in words and _COMPANY.search(words) and not _SENTENCE.search(words):
        return "company"
    before = text[max(0, start - _ROLE_REACH) : start]
    end = start + len(words)
    after = text[end : end + _AFTER_REACH]
    plain = 2 <= len(words.split()) <= 3 and words.replace(" ", "").replace("-", "").isalpha()  # noqa: PLR2004 - given and family names
    if plain and not _NO_PERSON.search(words) and (_ROLE_BEFORE.search(before) or _ROLE_AFTER.match(after)):
        return "person"
    return "organisation" if words.isupper() and words.isalpha() and _ACTS.match(after) else "unknown"


def _remember(text: str, span: Span, name: str, kind: EntityKind, shorts: dict[str, str]) -> None:
    """Let an acronym in parentheses, and a person's family name, stand for the name from here on."""
    acronym = _ACRONYM.match(text, span.end) if "(" in text[span.end : span.end + 2] else None
    if acronym and acronym["short"][0] == name[0]:
        shorts[acronym["short"]] = name
    if kind == "person" and " " in name:
        shorts.setdefault(name.rsplit(" ", 1)[1], name)
