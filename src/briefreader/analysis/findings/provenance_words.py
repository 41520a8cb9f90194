"""Words by which provenance checks decide."""

import re
from collections.abc import Iterator

from briefreader.analysis.claims.claim_words import HAPPENING, REGULAR_PAST
from briefreader.analysis.claims.claim_words import PAST as PERFECT
from briefreader.analysis.text.patterns import one_of

AI_GENERATED = re.compile(
    r"\b(?:[Tt]his|[Tt]hese) (?:\w+ ){0,3}?(?:is|was|were|are|has been) (?:\w+ )?(?:generated|written"
    r"|produced|created|drafted|compiled|summari[sz]ed)"
    r" (?:\w+ ){0,3}?(?:by|with|using) [^.\n]{0,50}?(?:AI\b|artificial intelligence|language model|LLM|GPT"
    r"|Claude|machine|editorial layer|automated)"
    r"|\b[Ww]e use (?:\w+ )?(?:large )?language models|(?:^|\n|\b(?:[Tt]his|[Tt]hese|[Ii]s|[Aa]re)(?: an?)? )"
    r"AI-(?:generated|written|assisted) (?:summary|article|text|analysis|content|briefing|digest)"
    r"|\b(?:mit|durch) (?:Hilfe von )?(?:KI|künstlicher Intelligenz) (?:erstellt|generiert|verfasst)"
    r"|par (?:une )?intelligence artificielle\b[^.]{0,20}généré"
)
NOT_GENERATED = re.compile(r"(?i)\b(?:not|never|no)\b[^.]{0,30}$|\bno (?:part|AI)\b|\bnot (?:generated|written)")
DERIVATIVE = re.compile(
    r"not a substitute for the original|[Ww]e (?:don[’']t|do not) republish"
    r"|summari[sz]es,? (?:we )?(?:don[’']t|do not) republish"
    r"|curates? (?:\w+ )?news from|(?:is|are) (?:independently written|based entirely on reporting)"
    r"|does not represent the views of the original"
)
NO_HEARSAY = re.compile(
    r"(?i)\b(?:(?:alleged|supposed)ly|news reports|(?:citing|amid)\s(?:\w+\s){0,2}(?:sources?|rumou?rs?(?:\s\w+)?))$"
)
"""What is charged or doubted, where a text has its data from, whom a named outlet cites: nobody else says so."""
FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|my|[Mm]yself)\b(?![.’'])")
FIRST_PERSON_SHARE = 0.2
"""An article is its own source, a firm's bulletin or an order, from this share of claims in the first person on."""
OF_WHOLE = re.compile(
    r"(?:^|[.!?|\n])[\W_]*(?:(?:This|The|An?) (?:\w+ ){0,3}?(?:was |is |were |has been |originally |first )*)?$"
)
THANKS = re.compile(r"(?i)h/t|hat tip|via|read")
FORETOLD_REACH = 90
FORETOLD = re.compile(
    r"\b(?:will|would|could|should|expected to|likely to|set to|projected to|forecast to|potentially|see)\b"
    r"[^.;:—]{0,40}?"
    r"\b(?:reach|hit|ris|fall|grow|climb|drop|declin|increas|decreas|contribut|exceed|surpass|gain|shrink|expand|average"
    r"|add|cut|jump|revisit|requir|delay)(?:e|ing)?\b[^.;:—]{0,40}$"
    r"|\b(?:expected|expects|forecasts?|forecasting|projects|projected|projecting|predicts|predicted|anticipates)\b"
    r"(?! to\b)[^.;:—]{0,16}$"
)
OWN = re.compile(r"\b(?:its|their|our|own)\b")
PRIVATE = re.compile(r"\b(?:internal|leaked|private|unpublished)\b|\bmemos?\b")
FEWEST_CLAIMS = 3
FEWEST_QUOTED = 6
SPOKEN_REACH = 240
MOST_NAMES = 60
MOST_CITATIONS = 20
"""More names and citations than a sentence holds: limits on work for hostile texts."""
LEAD_REACH = 26
GUESS_AHEAD_DAYS = 45
YEAR_DAYS = 365
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
AHEAD = re.compile(
    r"\b(?:until|till|through|for|due|expir\w+|matur\w+|from|starting|beginning|before|ahead of|next"
    r"|scheduled|planned|set|deadline|target|since|after"
    r"|guidance|forecast|of the|to|into|towards?)\s(?:the\s|in\s|on\s|by\s|end\s|of\s|at\s)*$",
    re.IGNORECASE,
)
FUTURE = re.compile(
    r"\b(?:will|would|won[’']t|shall|could|may|might|expects?|expected|plans?|planned|due|scheduled|set to"
    r"|until|upcoming|next|target(?:s|ed|ing)?"
    r"|deadline|matur\w+|expir\w+|guid(?:es|ed|ance)|forecasts?|project(?:s|ed|ions?)|aims?|intend\w*"
    r"|propos\w+|agreed to|promised|pledged|committed"
    r"|to be|going to|ahead of|outlook|delay(?:ed)?|postponed|extend(?:s|ed)?|start(?:s|ing)?|effective"
    r"|take effect|run through)\b"
)
PAST = re.compile(
    rf"(?:{PERFECT.pattern})|(?:{REGULAR_PAST.pattern})|\b{one_of(HAPPENING - {'has', 'have', 'had', 'been'})}\b"
)
EXACT_TIME = re.compile(r"\D*\d+(?:\s?[-\u2010-\u2015]\s?\d+)? [a-z]")
"""A length of time in digits that is no part of a name: "12-18 months", not "two years" or "a 1-year deal"."""
QUOTATION = re.compile(
    r"“(?P<double>[^“”]{12,300})”"
    r"|(?<![\w’'])[‘'](?P<single>(?!\d)[^‘\"\n]{12,200}?)(?<=[\w.,!?])[’'](?=[\s.,;:)]|$)"
    r"|\"(?P<plain>[^\"\n]{12,300})\""
)
SPOKEN = re.compile(
    r"(?:said|says|wrote|warns)(?![a-z])|\b[Tt]o [A-Z]\w+ [A-Z]\w+"
    r"|\b(?:quip|deadpan|insist|ask|rage|state|argue|claim|acknowledge|note|muse|joke|complain|observe|conclude|comment"
    r"|respond|reply|tell|cite|describe|allege|suggest|explain|declare|confirm|write|add|warn|announce|dub|call"
    r"|title|entitle|headline|testif|name)(?:s|d|ed|ing|ied|ies)\b"
    r"|\b(?:comments?|quotes?|per|told|wrote|according to|tweeted|posted|replied|put it|known as|so-called|reads|read"
    r"|motto|slogan)\b"
)
_SOURCE_LIST = re.compile(r"(?:Sources?|SOURCES?|Outlets?|Publication|Quellen?|Fuentes?|Credit)\s?:")


AI_SIGNS = (
    *("AI-", "language model", "KI ", "künstlich", "intelligence artificielle"),
    *("generated ", "written ", "produced ", "created ", "drafted ", "compiled ", "summarized by", "summarised by"),
)
DERIVATIVE_SIGNS = (
    "not a substitute", "epublish", "curate", "independently written", "based entirely", "does not represent",
)  # fmt: skip
_NEAR_BEFORE, _NEAR_AFTER = 140, 170


def search_near(pattern: re.Pattern[str], signs: tuple[str, ...], text: str) -> re.Match[str] | None:
    """Return the first match near a sign: words that a scan finds quickly, one of which stands in every match."""
    for at in sorted(place for sign in signs if sign in text for place in _places_of(sign, text)):
        match = pattern.search(text, max(0, at - _NEAR_BEFORE), min(len(text), at + _NEAR_AFTER))
        if match:
            return match
    return None


def _places_of(sign: str, text: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def is_source_list(words: str) -> bool:
    """Tell a list of sources ("Sources: A; B") from a line that names where the whole comes from."""
    return bool(_SOURCE_LIST.match(words))
