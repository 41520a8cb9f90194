"""A thesis with its evidence, as JSON and line by line, and what moved it; which evidence is on which thesis.

The schemas are ``briefreader.board/1`` and ``briefreader.matrix/1``.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from briefreader.model.thesis import Thesis
from briefreader.views.belief import Belief
from briefreader.views.matrix import MatrixRow
from briefreader.views.movement import Movement
from briefreader.views.thesis_board import Board, BoardItem, named

_LONGEST = 72


def render_board(made: Board, moved: Sequence[Movement] | None) -> str:
    """Return one JSON object; ``moved`` is null when nobody has asked since when."""
    told = {
        "schema": "briefreader.board/1",
        "thesis": made.thesis.title if made.thesis else None,
        "belief": _belief(made.belief),
        "evidence": [_item(item) for item in made.items],
        "missing": list(made.missing),
        "without": [{"origin": named(key, made.items), **_belief(belief)} for key, belief in made.without],
        "moved": None if moved is None else [_movement(one) for one in moved],
    }
    return json.dumps(told, ensure_ascii=False)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def board_lines(made: Board, moved: Sequence[Movement] | None) -> Iterator[str]:
    """Yield the belief, a line for each piece of evidence, what is missing, and what moved."""
    belief = made.belief
    yield made.thesis.title if made.thesis else "No thesis"
    counted = f"{_counted(belief.items, 'item')} from {_counted(belief.origins, 'origin')}"
    yield (
        f"estimate {belief.probability:.0%} ({belief.low:.0%} to {belief.high:.0%}), {counted},"
        f" effective sample {belief.effective:.1f}"
    )
    for item in made.items:
        weight = f"{item.weight:+.2f}" if item.counts else "waits"
        yield f"{item.annotation.id[:8]}  {weight:>6}  {item.evidence.stance:7}  {_words(item)}"
    yield from (f"missing: {one}" for one in made.missing)
    for one in moved or ():
        yield f"changed {one.change:+.2f}: {_words(one.item)}"


def render_matrix(theses: Sequence[Thesis], rows: Sequence[MatrixRow]) -> str:
    """Return one JSON object: each passage that is on a thesis, and what it says of each."""
    titles = {thesis.id: thesis.title for thesis in theses}
    told = [
        {
            "words": row.words,
            "origin": row.origin,
            "evidence": [
                {
                    "thesis": titles[id_],
                    "stance": cell.evidence.stance,
                    "strength": cell.evidence.strength,
                    "counts": cell.counts,
                }
                for id_, cells in row.cells.items()
                for cell in cells
            ],
        }
        for row in rows
    ]
    return json.dumps({"schema": "briefreader.matrix/1", "rows": told}, ensure_ascii=False)


def matrix_lines(theses: Sequence[Thesis], rows: Sequence[MatrixRow]) -> Iterator[str]:
    """Yield each passage with a line below it for each thesis that it is on."""
    titles = {thesis.id: thesis.title for thesis in theses}
    for row in rows:
        yield _cut(row.words)
        for id_, cells in row.cells.items():
            for cell in cells:
                waits = "" if cell.counts else "  to review"
                yield f"    {cell.evidence.stance:7} {cell.evidence.strength}/5  {titles[id_]}{waits}"


def _belief(belief: Belief) -> dict[str, Any]:
    shares = {"probability": belief.probability, "low": belief.low, "high": belief.high, "naive": belief.naive}
    counts = {"items": belief.items, "origins": belief.origins, "effective": round(belief.effective, 4)}
    return {**{name: round(share, 4) for name, share in shares.items()}, **counts}


def _item(item: BoardItem) -> dict[str, Any]:
    note, evidence = item.annotation, item.evidence
    return {
        "id": note.id,
        "article": note.article_id,
        "quote": note.quote.exact if note.quote else None,
        "stance": evidence.stance,
        "strength": evidence.strength,
        "confidence": evidence.confidence,
        "origin": evidence.origin,
        "weight": round(item.weight, 4),
        "counts": item.counts,
        "articles_of_origin": item.articles,
        "against_author": item.against_author,
    }


def _movement(one: Movement) -> dict[str, Any]:
    after, before = one.after, one.before
    return {
        "id": one.item.annotation.id,
        "before": None if before is None else round(before, 4),
        "after": None if after is None else round(after, 4),
    }


def _words(item: BoardItem) -> str:
    return _cut(" ".join((item.annotation.quote.exact if item.annotation.quote else "the whole article").split()))


def _cut(words: str) -> str:
    return f"“{words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}”"
