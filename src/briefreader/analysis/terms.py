"""Words that the article itself explains: in a section of terms, or in running text.

Method of the glosses: an abbreviation whose letters begin the words beside it in brackets, "X is short for …",
"X, which means …", "X, i.e. …". For measured precision see docs/analysis.md.
"""

import re
from collections.abc import Iterator

from briefreader.model.analysis import Term
from briefreader.model.document import Document
from briefreader.model.span import Span

_ENTRY = re.compile(r"(?P<term>[^\n—–:]{1,80}?)\s*(?:\s[—–-]\s|:\s)(?P<meaning>\S[^\n]*)")
_SHORT = r"[A-Z][A-Za-z&]{0,6}[A-Z]s?"
_NAME = (
    r"(?P<term>[A-Z][\w&/-]{0,40}(?: \([A-Z][\w&-]{1,9}\))?|[“\"][^”\"\n]{2,40}[”\"]"
    r"|[\w-]{1,30}(?: [\w-]{1,30}){0,2} \([A-Z][\w&-]{1,9}\))"
)
_MEANING = r"(?P<meaning>[^.;\n()]{8,200})"
_GLOSS = re.compile(
    rf"(?<!\w){_NAME},? (?:is short for|stands for|is an acronym for|is an abbreviation (?:of|for)|is defined as"
    rf"|refers to|is the term for|is jargon for) {_MEANING}"
    rf"|(?<!\w){_NAME.replace('term>', 'term2>')},? \(?(?:i\.e\.,?|which means|which is short for"
    rf"|which stands for|meaning(?! that)|short for) {_MEANING.replace('meaning>', 'meaning2>')}"
)
_SIGNS = ("short for", "stands for", "acronym for", "i.e.", "which means", "meaning ", "defined as", "refers to",
          "the term for", "jargon for", "abbreviation")  # fmt: skip
_SHORT_FIRST = re.compile(
    r"(?P<short>[A-Z](?<=\b.)[A-Za-z&]{0,6}[A-Z]s?) "
    r"\((?P<long>[A-Za-z][a-z]{1,30}(?:[ -][a-z]{1,30}){1,6})(?P<more>[^()\n]{0,120})\)"
)
_LONG_FIRST = re.compile(rf"(?P<long>\b[A-Za-z][\w’-]{{0,30}}(?: [\w’-]{{1,30}}){{1,6}}) \((?P<short>{_SHORT})\)")
_SHORT_BEHIND = re.compile(rf" \({_SHORT}\)")
"""Stands in each match of the pattern above, and is found much faster."""
_ARTICLE = re.compile(r"^(?:The|An?) ")
_PRONOUNS = frozenset("this that it which these those he she they we you i there what".split())
_SMALL = frozenset("of the and for in on to a an by".split())


def find_terms(document: Document) -> Iterator[Term]:
    """Yield what is explained, in the order of the text, each term once."""
    seen: set[str] = set()
    found = sorted([*_entries(document), *_glosses(document)], key=lambda term: term.span)
    for term in found:
        if term.term.casefold() not in seen:
            seen.add(term.term.casefold())
            yield term


def _entries(document: Document) -> Iterator[Term]:
    """Yield the entries of the key-terms sections: "Moat — an advantage …", "Moat: an advantage …"."""
    for block in document.blocks:
        if block.role != "key_terms" or block.kind not in ("item", "paragraph"):
            continue
        if entry := _ENTRY.match(document.text, block.start, block.end):
            yield Term(entry["term"], entry["meaning"], Span(block.start, block.end))


def _glosses(document: Document) -> Iterator[Term]:
    text = document.text
    for block in document.blocks:
        if block.kind not in ("item", "paragraph") or block.role in ("furniture", "key_terms"):
            continue
        words = text[block.start : block.end]
        if "(" in words:
            yield from _abbreviations(words, block.start)
        if any(map(words.__contains__, _SIGNS)):
            yield from _explained(words, block.start)


def _abbreviations(words: str, start: int) -> Iterator[Term]:
    for match in _SHORT_FIRST.finditer(words):
        if _stands_for(match["short"], match["long"]) == match["long"]:
            yield Term(match["short"], match["long"] + match["more"], _span(match, start))
    for match in _LONG_FIRST.finditer(words) if _SHORT_BEHIND.search(words) else ():
        long = _stands_for(match["short"], match["long"])
        if long and long[1:].islower():  # else it is a name
            span = Span(start + match.end("long") - len(long), start + match.end())
            yield Term(match["short"], long, span)


def _span(match: re.Match[str], start: int) -> Span:
    return Span(start + match.start(), start + match.end())


def _stands_for(short: str, long: str) -> str | None:
    """Return the last words whose first letters make an abbreviation; None when they do not."""
    letters = [letter.lower() for letter in short.removesuffix("s") if letter.isalpha()]
    words = re.findall(r"[\w’]+", long)
    for count in range(len(letters), len(words) + 1):
        last = words[len(words) - count :]
        firsts = [word[0].lower() for word in last if word.lower() not in _SMALL or len(last) == len(letters)]
        if firsts == letters and last[0].lower() not in _SMALL:
            return long[long.rfind(last[0], 0, len(long) - sum(map(len, last[1:]))) :]
    return None


def _explained(words: str, start: int) -> Iterator[Term]:
    for match in _GLOSS.finditer(words):
        term = _ARTICLE.sub("", match["term"] or match["term2"]).strip('“”"')
        meaning = (match["meaning"] or match["meaning2"]).strip(' ,”"')
        if term.lower() not in _PRONOUNS:
            yield Term(term, meaning, _span(match, start))
