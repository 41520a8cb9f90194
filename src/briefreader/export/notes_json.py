"""Notes as JSON, schema ``briefreader.notes/1``, and as lines."""

import json
from collections.abc import Iterable, Iterator

from briefreader.export.notes_csv import cited
from briefreader.views.annotated import Annotated

SCHEMA = "briefreader.notes/1"
_LONGEST = 72


def render_notes_json(annotated: Iterable[Annotated]) -> str:
    """Return one JSON object with all notes, in the order given."""
    return json.dumps({"schema": SCHEMA, "notes": [_note(one) for one in annotated]}, ensure_ascii=False)


def note_lines(annotated: Iterable[Annotated]) -> Iterator[str]:
    """Yield a line for each note: the start of its id, its weight, its words."""
    for one in annotated:
        evidence = one.annotation.evidence
        weight = f"{evidence.stance.upper()} {evidence.strength}/5" if evidence else one.annotation.kind.upper()
        words = " ".join((one.annotation.quote.exact if one.annotation.quote else "the whole article").split())
        yield f"{one.annotation.id[:8]:8}  {weight:11}  “{words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}”"


def _note(one: Annotated) -> dict[str, object]:
    annotation, article = one.annotation, one.article
    span, quote = annotation.span, annotation.quote
    return {
        "id": annotation.id,
        "kind": annotation.kind,
        "article": article.id,
        "title": article.name,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "quote": quote.exact if quote else None,
        "standing": one.anchor.status if one.anchor else "exact",
        **_weight(one),
        "cited": cited(one.citations),
        "note": annotation.note,
        "is_foreign": annotation.is_foreign,
        "tags": list(annotation.tags),
        "created": annotation.created_at.isoformat(),
        "modified": annotation.modified_at.isoformat(),
    }


def _weight(one: Annotated) -> dict[str, object]:
    evidence = one.annotation.evidence
    return {
        "stance": evidence.stance if evidence else None,
        "strength": evidence.strength if evidence else None,
        "confidence": evidence.confidence if evidence else None,
        "thesis": one.thesis_title,
        "origin": evidence.origin if evidence else None,
        "author_stance": evidence.author if evidence else None,
    }
