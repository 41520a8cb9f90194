"""Queries as SQL: one condition on a row of ``articles``, with everything that was typed in parameters."""

from dataclasses import dataclass, field
from datetime import date

from briefreader.model.article import STATES
from briefreader.model.finding import QUIET
from briefreader.model.query import Both, Either, FieldTest, Query, Range, Without, Words

_WITH_WORDS = "articles.key IN (SELECT rowid FROM article_words WHERE article_words MATCH {0})"
_QUIET = ", ".join(f"'{rule}'" for rule in sorted(QUIET))
_ANYWHERE = """articles.key IN (
    SELECT rowid FROM article_words WHERE article_words MATCH {0}
    UNION ALL
    SELECT noted.key FROM articles AS noted WHERE noted.id IN (SELECT article_id FROM note_keys) AND {1}
)"""
"""All words in the text, or spread over text and notes; a set of its own, made once and not for each row."""
_IN_TEXT = "EXISTS (SELECT 1 FROM article_words WHERE article_words MATCH {0} AND article_words.rowid = noted.key)"
_IN_NOTES = """noted.id IN (
    SELECT article_id FROM note_words JOIN note_keys ON note_keys.key = note_words.rowid WHERE note_words MATCH {0}
)"""
_HAS_NOTES = "articles.id IN (SELECT article_id FROM note_keys)"
_ON_IT = "EXISTS (SELECT 1 FROM annotations WHERE annotations.article_id = articles.id AND {0})"
_THESIS = "thesis_id IN (SELECT id FROM theses WHERE {0})"
_NAMES = {
    "source": """EXISTS (
        SELECT 1 FROM entries JOIN feeds ON feeds.id = entries.feed_id
        WHERE entries.article_id = articles.id AND (folded_in({0}, feeds.title) OR folded_in({0}, feeds.folder))
    )""",
    "publisher": "folded_in({0}, publisher)",
    "origin": f"(folded_in({{0}}, origin_name) OR {_ON_IT.format('folded_in({0}, annotations.origin)')})",
    "tag": _ON_IT.format("EXISTS (SELECT 1 FROM json_each(tags) WHERE folded({0}) = folded(value))"),
    "thesis": _ON_IT.format(_THESIS.format("folded_in({0}, title)")),
    "bull": _ON_IT.format(f"stance = 'bull' AND {_THESIS.format('folded_in({0}, title)')}"),
    "bear": _ON_IT.format(f"stance = 'bear' AND {_THESIS.format('folded_in({0}, title)')}"),
}
_RANGES = {
    "bull": _ON_IT.format("stance = 'bull' AND strength BETWEEN {0} AND {1}"),
    "bear": _ON_IT.format("stance = 'bear' AND strength BETWEEN {0} AND {1}"),
    "strength": _ON_IT.format("strength BETWEEN {0} AND {1}"),
    "published": "published_on BETWEEN {0} AND {1}",
    "added": "substr(added_at, 1, 10) BETWEEN {0} AND {1}",
    "due": """EXISTS (
        SELECT 1 FROM watch_items WHERE watch_items.article_id = articles.id AND outcome IS NULL
        AND due_last >= {0} AND due_first <= {1}
    )""",
    "words": "words BETWEEN {0} AND {1}",
    "progress": "round(progress * 100) BETWEEN {0} AND {1}",
    "claims": "claims BETWEEN {0} AND {1}",
    "notes": "(SELECT count(*) FROM annotations WHERE annotations.article_id = articles.id) BETWEEN {0} AND {1}",
}
_HAS = {
    "notes": _HAS_NOTES,
    "highlight": _ON_IT.format("kind = 'highlight'"),
    "evidence": _ON_IT.format("kind = 'evidence'"),
    "bull": _ON_IT.format("stance = 'bull'"),
    "bear": _ON_IT.format("stance = 'bear'"),
    "neutral": _ON_IT.format("stance = 'neutral'"),
    "tag": _ON_IT.format("tags <> '[]'"),
    "thesis": _ON_IT.format("thesis_id IS NOT NULL"),
    "claim": "claims > 0",
    "finding": """EXISTS (
        SELECT 1 FROM found_rules WHERE found_rules.revision_id = articles.revision_id AND EXISTS (
            SELECT 1 FROM silences WHERE silences.rule = found_rules.rule
            AND (silences.article_id IS NULL OR silences.article_id = articles.id)
        ) = (found_rules.rule IN (@quiet))
    )""".replace("@quiet", _QUIET),
    "watch": "articles.id IN (SELECT article_id FROM watch_items WHERE outcome IS NULL)",
    "doubt": """EXISTS (
        SELECT 1 FROM anchors JOIN annotations ON annotations.id = anchors.annotation_id
        WHERE annotations.article_id = articles.id AND anchors.revision_id = articles.revision_id
        AND anchors.decision = 'open' AND anchors.status IN ('suspect', 'ambiguous', 'orphan')
    )""",
    "url": "url IS NOT NULL",
    "date": "published_on IS NOT NULL",
}
_FINDING = """articles.revision_id IN (SELECT revision_id FROM found_rules WHERE rule = {0}) AND EXISTS (
    SELECT 1 FROM silences WHERE rule = {0} AND (article_id IS NULL OR article_id = articles.id)
) = ({0} IN (@quiet))""".replace("@quiet", _QUIET)
_CITED = "coalesce((SELECT cited FROM cited_claims WHERE cited_claims.revision_id = articles.revision_id), 0) > 0"
_FIRST, _LAST = "", "~"
"""Below and above every day as ISO text."""


@dataclass(slots=True)
class Condition:
    """A condition on a row of ``articles``, with its parameters."""

    today: date
    parameters: dict[str, object] = field(default_factory=dict)

    def of(self, query: Query) -> str:
        """Return a query as SQL."""
        match query:
            case Words():
                return self._words((query,))
            case Both(parts):
                return self._both(parts)
            case Either(parts):
                return f"({' OR '.join(map(self.of, parts))})"
            case Without(part):
                return f"NOT coalesce({self.of(part)}, 0)"
            case FieldTest(name, Range() as wanted):
                low = wanted.low if wanted.low is not None else _lowest(wanted)
                high = wanted.high if wanted.high is not None else _highest(wanted)
                return _RANGES[name].format(self._put(low), self._put(high))
            case FieldTest():
                return self._test(query)

    def _both(self, parts: tuple[Query, ...]) -> str:
        """Ask the index for all words at once, which is much faster than one after another."""
        words = tuple(part for part in parts if isinstance(part, Words))
        rest = [self.of(part) for part in parts if not isinstance(part, Words)]
        return f"({' AND '.join([*([self._words(words)] if words else []), *rest] or ['1'])})"

    def _words(self, words: tuple[Words, ...]) -> str:
        each = [self._put(phrase_of(one)) for one in words]
        spread = " AND ".join(f"({_IN_TEXT.format(one)} OR {_IN_NOTES.format(one)})" for one in each)
        return _ANYWHERE.format(self._put(all_of(words)), spread)

    def _test(self, test: FieldTest) -> str:
        wanted = str(test.value)
        match test.field:
            case "title":
                return _WITH_WORDS.format(self._put(f"title : {phrase_of(Words(wanted, test.is_prefix))}"))
            case "is":
                return self.in_list(wanted)
            case "has":
                return _HAS[wanted]
            case "cited":
                return _CITED if wanted == "yes" else f"(NOT {_CITED})"
            case "finding":
                return f"({_FINDING.format(self._put(wanted.upper().replace('-', '_')))})"
            case _:
                return _NAMES[test.field].format(self._put(wanted))

    def in_list(self, name: str) -> str:
        """Return the condition of a list, or of being read."""
        if name in ("read", "unread"):
            return f"is_read = {int(name == 'read')}"
        if name not in ("inbox", "snoozed"):
            return f"state = {self._put(name)}" if name in STATES else "0"
        is_later = f"coalesce(snoozed_until, '') > {self._put(self.today.isoformat())}"
        return f"(state = 'inbox' AND {'' if name == 'snoozed' else 'NOT '}{is_later})"

    def _put(self, value: object) -> str:
        name = f"q{len(self.parameters)}"
        self.parameters[name] = value
        return f":{name}"


def phrase_of(words: Words) -> str:
    """Return words as a phrase of FTS5, in which nothing but letters and digits counts."""
    return '"' + words.words.replace('"', " ") + '"' + ("*" if words.is_prefix else "")


def all_of(words: tuple[Words, ...]) -> str:
    """Return an FTS5 expression for all of the words."""
    return " AND ".join(map(phrase_of, words))


def _lowest(wanted: Range) -> object:
    return _FIRST if isinstance(wanted.high, str) else -1


def _highest(wanted: Range) -> object:
    return _LAST if isinstance(wanted.low, str) else 1 << 62
