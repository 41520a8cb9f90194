"""Read the query language.

::

    query  = either
    either = both { "or" both }
    both   = part { [ "and" ] part }
    part   = ( "not" | "-" ) part | "(" either ")" | field | words
    field  = NAME ":" [ "<" | "<=" | ">" | ">=" | "=" ] ( bare | quoted )
    words  = ( bare | quoted ) [ "*" ]

A quoted word is a phrase; ``and``, ``or`` and ``not`` are words again inside quotes. Nothing else has a meaning.
"""

import re
from dataclasses import dataclass
from datetime import date

from briefreader.model.query import (
    EVERYTHING,
    FIELDS,
    Both,
    Either,
    FieldRule,
    FieldTest,
    Query,
    QueryProblem,
    Range,
    Without,
    Words,
)
from briefreader.model.query_values import date_range, number_range

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<open>\() | (?P<close>\)) | (?P<minus>-(?=[\w"(]))
        | (?P<empty>[A-Za-z]+) : (?:[<>]=?|=)? (?=[\s()]|$)
        | (?: (?P<field>[A-Za-z]+) : (?P<sign>[<>]=?|=)? )?
          (?: "(?P<quoted>[^"]*)(?P<end>"|$) | (?P<bare>[^\s()"]+) ) (?P<star>\*?)
    )""",
    re.VERBOSE,
)
_TYPOGRAPHIC = str.maketrans("“”„", '"""')
_MOST_PARTS = 64
_DEEPEST = 16
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    at: int
    text: str = ""
    field: str = ""
    sign: str = ""
    is_prefix: bool = False
    value_at: int = 0
    """Where what follows the field's colon and sign begins."""


class _ProblemError(Exception):
    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.problem = QueryProblem(at, message)


def parse_query(text: str, today: date) -> Query | QueryProblem:
    """Return what a text asks for; ``today`` is what ``30d`` and ``today`` count from.

    Nothing at all asks for every article. Whatever is typed, the outcome is a query or a problem with its place.
    """
    text = text.translate(_TYPOGRAPHIC).replace("\0", " ").encode("utf-8", "replace").decode()
    if len(text) > _LONGEST:
        return QueryProblem(_LONGEST, f"a query can have at most {_LONGEST:,} characters")
    try:
        tokens = _tokens(text)
        if sum(token.kind == "words" for token in tokens) > _MOST_PARTS:
            return QueryProblem(tokens[-1].at, f"a query can have at most {_MOST_PARTS} parts")
        return _Parser(tokens, len(text), today).query()
    except _ProblemError as error:
        return error.problem


def _tokens(text: str) -> list[_Token]:
    tokens = []
    place = 0
    while match := _TOKEN.match(text, place):
        at = place + len(match[0]) - len(match[0].lstrip())
        place = match.end()
        kind = match.lastgroup or ""
        if kind in ("open", "close", "minus"):
            tokens.append(_Token(kind, at))
        elif kind == "empty":
            if match["empty"].lower() in FIELDS:
                raise _ProblemError(place, f"missing value after {match[0].strip()}")
            raise _no_field(match["empty"], at)
        elif match["quoted"] is not None and not match["end"]:
            raise _ProblemError(at, 'missing closing " for this phrase')
        else:
            tokens.append(_token(match, at))
    return tokens


def _token(match: re.Match[str], at: int) -> _Token:
    field, sign = (match["field"] or "").lower(), match["sign"] or ""
    if match["quoted"] is not None:
        value_at = match.start("quoted") - 1
        return _Token("words", at, match["quoted"], field, sign, bool(match["star"]), value_at)
    said = match["bare"].rstrip("*")
    if said.lower() in ("and", "or", "not") and not field and said == match["bare"]:
        return _Token(said.lower(), at, said)
    return _Token("words", at, said, field, sign, said != match["bare"], match.start("bare"))


def _no_field(name: str, at: int) -> _ProblemError:
    return _ProblemError(at, f"unknown field {name}. Put it in quotes to search for it. Fields: {' '.join(FIELDS)}.")


class _Parser:
    def __init__(self, tokens: list[_Token], end: int, today: date) -> None:
        self._tokens = tokens
        self._end = end
        self._today = today
        self._place = 0

    def query(self) -> Query:
        if not self._tokens:
            return EVERYTHING
        found = self._either(0)
        if token := self._next():
            raise _ProblemError(token.at, "unmatched )")
        return found

    def _next(self) -> _Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _take(self, kind: str) -> bool:
        token = self._next()
        if token is None or token.kind != kind:
            return False
        self._place += 1
        return True

    def _either(self, depth: int) -> Query:
        parts = [self._both(depth)]
        while self._take("or"):
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _both(self, depth: int) -> Query:
        parts = [self._part(depth)]
        while (token := self._next()) and token.kind not in ("or", "close"):
            self._take("and")
            parts.append(self._part(depth))
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def _part(self, depth: int) -> Query:
        token = self._next()
        if token is None:
            raise _ProblemError(self._end, "expected a word, a field or ( here")
        if depth > _DEEPEST:
            raise _ProblemError(token.at, f"too many levels of ( ) and not (at most {_DEEPEST})")
        self._place += 1
        if token.kind in ("not", "minus"):
            return Without(self._part(depth + 1))
        if token.kind == "open":
            inner = self._either(depth + 1)
            if not self._take("close"):
                raise _ProblemError(token.at, "missing ) for this (")
            return inner
        if token.kind != "words":
            raise _ProblemError(token.at, f"expected a word, a field or ( instead of {token.text or ')'}")
        return self._field(token) if token.field else _words(token)

    def _field(self, token: _Token) -> Query:
        rule = FIELDS.get(token.field)
        if rule is None:
            raise _no_field(token.field, token.at)
        if token.is_prefix and not rule.may_go_on:
            raise _ProblemError(token.value_at, f"{token.field}: does not accept *")
        if rule.kind == "date":
            value = date_range(token.text, token.sign, self._today, is_ahead=rule.is_ahead)
            return _test(token, value, "a day (2026-05-03, 2026-05, 2026, today) or an age (30d, 2w, 6m, 1y)")
        if rule.kind == "number" or (rule.kind == "name or number" and token.sign):
            return _test(token, number_range(token.text, token.sign), "a number")
        if token.sign:
            raise _ProblemError(token.value_at - len(token.sign), f"{token.field}: does not accept {token.sign}")
        return _named(token, rule)


def _named(token: _Token, rule: FieldRule) -> Query:
    if rule.kind == "choice":
        value = token.text.lower().replace("_", "-")
        return _test(token, value if value in rule.choices else None, f"one of {' '.join(rule.choices)}")
    if not any(map(str.isalnum, token.text)):
        raise _ProblemError(token.value_at, f"{token.field}: needs a letter or digit")
    return FieldTest(token.field, token.text, token.is_prefix)


def _test(token: _Token, value: str | Range | None, expected: str) -> Query:
    if value is None:
        raise _ProblemError(token.value_at, f"{token.field}: expects {expected}")
    return FieldTest(token.field, value)


def _words(token: _Token) -> Query:
    if not any(map(str.isalnum, token.text)):
        raise _ProblemError(token.at, f"a letter or digit is missing in {token.text or 'an empty phrase'}")
    return Words(token.text, token.is_prefix)


def open_ended(text: str) -> str:
    """Return a query that is not finished as one that is: its last word may go on, an open phrase ends here.

    Words of one or two letters are taken as they are, because too much begins with them.
    """
    if text.translate(_TYPOGRAPHIC).count('"') % 2:
        return text + '"'
    last = re.search(r"(?:^|[\s(-]|title:)(\w{3,})$", text, re.IGNORECASE)
    goes_on = last is not None and last[1].lower() not in ("and", "not")
    return f"{text}*" if goes_on else text
