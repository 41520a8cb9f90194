"""Lines that are nothing but names of sources: "BBC (T2), Reuters", "Reuters • 2 sources", "— The Guardian"."""

import re

from briefreader.analysis.names.gazetteer import identify
from briefreader.analysis.names.names import DOMAIN, NAME, can_be_source
from briefreader.analysis.roles import role_words as words
from briefreader.model.citation import SourceType

PUBLISHING: frozenset[SourceType] = frozenset({"wire", "publisher", "data", "analyst", "regulator", "social"})
"""Who is named alone only where they are a source."""
OUTLET_WORD = re.compile(
    r"\b(?:Journal|Times|Post|News|Daily|Weekly|Herald|Tribune|Gazette|Review|Bulletin|Observer|Chronicle|Magazine|Press"
    r"|Insider|Monitor|Digest|Telegraph|Research|Intelligence|Analytics|Institute|Bureau|Agency|Statistics|Zeitung|Wire"
    r"|Newswire|Radio|TV|Blog|Today|Standard|Independent|Globe|Star|Sun|Mirror|Dispatch|Courier|Newsletter|Substack)\b"
)
_BETWEEN = re.compile(r"[\s,;/|·•、，](?:(?<=\S)|(?:&|and|und|et|y)\s)\s*")
"""Begins with a set of characters, so that the scan skips all others; it leaves space behind a part."""
_DOMAIN = re.compile(DOMAIN)
_DIGIT = re.compile(r"\d")
_ONE = re.compile(rf"(?:[Tt]he\s)?(?:{NAME}(?:\s\d{{1,2}})?|{DOMAIN}|@\w+)(?:\s?\((?:T|Tier\s?)\d\))?")
_DAY = re.compile(r"(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?(?:\s\d{1,2})?(?:\s(?:19|20)\d\d)?|(?:19|20)\d\d")
_LONGEST_NAME = 6


def is_outlet(name: str) -> bool:
    """Tell whether a name is a known publisher's, a web site's, or has a publisher's word in it."""
    return identify(name).type in PUBLISHING or bool(OUTLET_WORD.search(name)) or bool(_DOMAIN.fullmatch(name))


def lists_outlets(text: str, *, sure: bool = False) -> bool:
    """Tell whether a line only names sources: each part is a name, and most of them are outlets, or all have a rank.

    Where ``sure``, all must be known.
    """
    has_digit = bool(_DIGIT.search(text))
    line = text.lstrip(" —–-").rstrip(" .")
    line = words.COUNTED.sub("", line) if has_digit else line
    parts = [part for part in map(str.rstrip, _BETWEEN.split(line)) if part]
    days = [part for part in parts if part[-1:].isdigit() and _DAY.fullmatch(part)]
    parts = [part for part in parts if part not in days]
    if not parts or not all(is_name(part) for part in parts):
        return False
    ranked = all(words.TIER.search(part) for part in parts)
    names = [words.TIER.sub("", part) for part in parts]
    known = sum(map(is_outlet, names))
    if sure:
        return all(identify(name).type in PUBLISHING for name in names)
    counted = (has_digit and bool(words.COUNTED.search(text))) or text[0] in "—–"
    return ranked or (counted and known > 0) or known * 2 > len(names) or (known == len(names) > 0)


def is_name(part: str) -> bool:
    """Tell whether words are a name of at most a few words, a site or a handle."""
    return (
        bool(_ONE.fullmatch(part))
        and can_be_source(part.removeprefix("The ").removeprefix("the "))
        and part.count(" ") < _LONGEST_NAME
    )
