"""How names of sources and kinds of works look: the parts that the citation grammars share."""

import re

_MONTH_OR_DAY = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
        august september october november december""".split()
)
_NEVER_A_SOURCE = _MONTH_OR_DAY | frozenset(
    """a an the he she they it we you i this that these those there here what who which one some many most several
        both all each now then today yesterday meanwhile however but and so yet still if when while as after
        before since though although because early first second next last more silence nothing everyone no not
        yes whatever republicans democrats americans""".split()
)

CAPITALISED = r"(?:[A-Z](?:[\w&’'\u2010\u2011-]|\.(?=\w))*|[a-z]{1,3}[A-Z]\w*|\d+[A-Z]\w*)"
NAME = rf"{CAPITALISED}(?:\s(?:(?:of|for|and|&|de|du|on|the|at)\s){{0,2}}{CAPITALISED}){{0,5}}"
DOMAIN = r"(?:[a-z0-9-]+\.)+(?:com|org|net|io|ai|co|gov|edu|news|dev|eu|uk|de)(?:\.[a-z]{2})?"
WORK = (
    r"(?:internal\s)?(?:memo|report|study|survey|filing|S-1(?:\sfiling)?|10-[KQ]|8-K|interview|blog(?:\spost)?|post"
    r"|tweet|analysis|note|press\srelease|statement|earnings\scall|transcript|white\s?paper|paper|letter|data"
    r"|estimates?|forecast|index|poll|podcast|court\sfiling|lawsuit|complaint|dataset|newsletter|testimony|speech"
    r"|spokes(?:man|woman|person)|CEO|CFO|president|analysts?|editors?|researchers?|officials?)"
)

_TRAILING = re.compile(r"[’']s$|[.,;:]+$")
_LEADING = re.compile(
    r"^(?:[Tt]he|[Aa]n?|its|his|her|their|On|In|At|By|But|And|While|When|As|For|From|Meanwhile|However|Although"
    r"|Though|Because|If|So|Yet|Still|Also|Instead)\s"
)


def bare(name: str) -> str:
    """Return a name without its article, its opening conjunction, its possessive and its stop."""
    return _LEADING.sub("", _TRAILING.sub("", name.strip()))


def can_be_source(name: str) -> bool:
    """Tell whether a capitalised run can be a source: no pronoun, weekday, month or opening word."""
    first = name.split(" ", maxsplit=1)[0].rstrip(".").lower()
    return bool(first) and first not in _NEVER_A_SOURCE
