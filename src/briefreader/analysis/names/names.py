"""How names of sources and kinds of works look: the parts that the citation grammars share."""

import re

from briefreader.analysis.names.gazetteer import is_known
from briefreader.analysis.text.patterns import one_of

_NEVER_A_SOURCE = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
        august september october november december a an the he she they it we you i this that these those
        there here what who which one two three four five six seven eight nine ten some many most several
        both all each now then today yesterday meanwhile however but and so yet still if when while as after
        before since though although because early first second next last more silence nothing everyone no
        not yes whatever republicans democrats americans other another any such its their his her our my
        your whether why how where even just also only perhaps maybe instead overall finally unconfirmed
        critics observers experts people officials analysts investors consumers shares stocks prices nobody
        everybody research evidence reporting
        somebody anybody anyone someone sales profits revenues markets bulls bears""".split()
)
CAPITALISED = r"(?:(?:[A-Z]\.){2,}|[A-ZÀ-ÖØ-Þ](?:[\w&’'\u2010\u2011-]|\.(?=\w))*|[a-z]{1,3}[A-Z]\w*|\d+[A-Z]\w*)"
_LINK = r"(?:of\sthe|for\sthe|on|of|for|and|&|de\sla|de|du|del|des|von|van|der|in)"
NAME = rf"{CAPITALISED}(?:\s(?:{_LINK}\s)?{CAPITALISED}){{0,6}}"
DOMAIN = (
    r"(?:[a-z0-9-]+\.)+(?:com|org|net|io|ai|co|gov|edu|news|dev|eu|uk|de|fr|es|ch|at|it|jp|cn|in|info|tv"
    r"|app)(?:\.[a-z]{2})?"
)

_WORKS = """memo|memos|report|reports|study|studies|survey|surveys|filing|filings|interview|blog post|blog|post|tweet
    |analysis|note|notes|press release|release|statement|statements|earnings call|call transcript|transcript
    |white paper|paper|letter|data|estimate|estimates|forecast|forecasts|index|poll|polls|podcast|lawsuit
    |complaint|dataset|newsletter|testimony|speech|figures|prospectus|presentation|documents|document
    |minutes|review|outlook|bulletin|research|model|audit|tracker|chart|briefing|opinion|thread|emails|email
    |messages|recording|checks|article|story|column|editorial|investigation|ruling|order|proposal|draft
    |guidance|update|announcement|slides|accounts|10-K|10-Q|8-K|20-F|S-1|F-1|6-K|DEF 14A"""
_ROLES = """spokesman|spokeswoman|spokesperson|spokespeople|CEO|CFO|COO|CTO|president|chairman|chairwoman|chair|analyst
    |analysts|editor|editors|researcher|researchers|official|officials|economist|economists|strategist
    |strategists|executive|executives|reviewers|staff|lawyers|engineers|regulators|investigators|lawmakers
    |scientists|chief executive|chief financial officer|chief operating officer|chief technology officer
    |chief economist|managing director|finance chief|chief|director|minister|governor|secretary|commissioner
    |founder|co-founder|head|boss|reporter|correspondent|columnist|author|managers|management|representative
    |representatives|board|team|counsel|prosecutors|judges|judge|partner|partners"""


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


WORKS, ROLES = _phrases(_WORKS), _phrases(_ROLES)
"""Kinds of works, and what people are called by what they do."""
WORK = (
    rf"(?:(?:internal|leaked|confidential|court|regulatory|securities|research|annual"
    rf"|quarterly)\s){{0,2}}{one_of(WORKS)}(?:\sfilings?)?(?!\w)"
)
ROLE = rf"{one_of(ROLES)}(?!\w)"

_TRAILING = re.compile(r"[’']s$|[.,;:]+$")
_LEADING = re.compile(
    r"^(?:[Tt]he|[Aa]n?|its|his|her|their|In|At|On|By|But|And|While|When|As|For|From|Meanwhile|However|Although"
    r"|Though|Because|If|So|Yet|Still|Also|Instead|Since|Until|After|Before|That|Overnight|Separately)\s"
)
_TITLES = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Senator|Sen|Rep|President|Governor|Judge|Justice)\.?\s")


def bare(name: str) -> str:
    """Return a name without its article, its opening conjunction, its possessive and its stop."""
    name = _LEADING.sub("", name.strip())
    return name if is_known(name) else _TRAILING.sub("", name)


def without_title(name: str) -> str:
    """Return a person's name without "Mr", "Senator" and the like."""
    return _TITLES.sub("", name)


def can_be_source(name: str) -> bool:
    """Tell whether a capitalised run can be a source: no pronoun, weekday, month or opening word."""
    first = name.split(" ", maxsplit=1)[0].rstrip(".").lower()
    return bool(first) and first not in _NEVER_A_SOURCE
