"""What waits for the reader's word, as JSON and line by line: findings, the author's case, notes in doubt.

The schemas are ``briefreader.findings/1``, ``briefreader.suggestions/1`` and ``briefreader.review/1``.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from briefreader.export.analysis_json import finding_fields
from briefreader.model.anchor import STANDING
from briefreader.model.finding import RULES
from briefreader.views.reading import Reading
from briefreader.views.reviewing import Doubt
from briefreader.views.suggestions import Suggestion


def render_findings(reading: Reading) -> str:
    """Return one JSON object: the findings that are heard, and how many are silenced."""
    found = [finding_fields(one) for one in reading.analysis.findings]
    return _dump({"schema": "briefreader.findings/1", "findings": found, "silenced": len(reading.silenced)})


def finding_lines(reading: Reading) -> Iterator[str]:
    """Yield two lines for each finding: its rule, and the words that it is about."""
    text = reading.document.text
    for one in reading.analysis.findings:
        place = one.span or one.other
        yield f"{one.rule}  {RULES[one.rule][0]}: {one.message}"
        yield f"    {_quoted(place.of(text)) if place else 'the whole article'}"


def render_suggestions(reading: Reading, suggestions: Iterable[Suggestion]) -> str:
    """Return one JSON object: the rows of the author's case that wait for an answer."""
    text = reading.document.text
    rows = [
        {"start": one.span.start, "end": one.span.end, "words": one.span.of(text), "author_stance": one.polarity}
        for one in suggestions
    ]
    return _dump({"schema": "briefreader.suggestions/1", "suggestions": rows})


def suggestion_lines(reading: Reading, suggestions: Iterable[Suggestion]) -> Iterator[str]:
    """Yield a line for each."""
    for one in suggestions:
        yield f"{one.polarity:4}  {_quoted(one.span.of(reading.document.text))}"


def render_review(doubts: Iterable[Doubt]) -> str:
    """Return one JSON object: the notes in doubt, with what they were made on and what stands there now."""
    return _dump({"schema": "briefreader.review/1", "notes": [_doubt(one) for one in doubts]})


def review_lines(doubts: Iterable[Doubt]) -> Iterator[str]:
    """Yield a few lines for each note: the start of its id, why it is in doubt, its words, and those there now."""
    for one in doubts:
        yield f"{one.annotation.id[:8]}  {STANDING[one.anchor.status].upper()}  {one.reading.article.name}"
        yield f"    {one.anchor.standing}"
        yield f"    was {_quoted(one.was)}"
        if one.place:
            yield f"    now {_quoted(one.place.of(one.reading.document.text))}"


def _doubt(one: Doubt) -> dict[str, Any]:
    place = one.place
    return {
        "id": one.annotation.id,
        "article": one.reading.article.id,
        "status": one.anchor.status,
        "standing": one.anchor.standing,
        "was": one.was,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "now": place.of(one.reading.document.text) if place else None,
    }


def _quoted(words: str) -> str:
    return f"“{' '.join(words.split())}”"


def _dump(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False)
