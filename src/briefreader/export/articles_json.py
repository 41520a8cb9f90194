"""Articles as JSON, schemas ``briefreader.list/1``, ``briefreader.article/1`` and ``briefreader.related/1``."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from briefreader.export.analysis_json import render_analysis
from briefreader.model.annotation import Annotation
from briefreader.model.article import Article, ArticleRow
from briefreader.model.span import Span
from briefreader.views.passages import Why
from briefreader.views.reading import Reading
from briefreader.views.related import Related

LIST_SCHEMA = "briefreader.list/1"
RELATED_SCHEMA = "briefreader.related/1"
ARTICLE_SCHEMA = "briefreader.article/1"


def render_list(rows: Iterable[ArticleRow]) -> str:
    """Return one JSON object; articles in the order given."""
    return _dump({"schema": LIST_SCHEMA, "articles": [_row(row) for row in rows]})


def render_reading(reading: Reading, why: Mapping[Span, Why] | None = None) -> str:
    """Return one article with its text, its analysis, the reasons of its claims if given, and the annotations."""
    analysis = json.loads(render_analysis("", _article(reading), reading.analysis))
    pairs = zip(analysis["claims"], reading.analysis.claims, strict=True)
    if why is not None:
        for fields, claim in pairs:
            fields["why"] = told._asdict() if (told := why.get(claim.span)) else None
    for key in ("schema", "file", "title", "publisher", "published", "origin"):
        del analysis[key]
    return _dump(
        {
            "schema": ARTICLE_SCHEMA,
            **_row(reading.article),
            "evidence": {
                one.field: {
                    "read_in": one.place,
                    "confidence": one.confidence,
                    "how_sure": one.sureness,
                    "guess": one.is_guess,
                }
                for one in reading.article.evidence
            },
            **analysis,
            "annotations": [_annotation(reading, one) for one in reading.annotations],
        }
    )


def render_related(found: Iterable[Related]) -> str:
    """Return what is related to an article, the closest first, with why."""
    rows = [{**_row(one.article), "score": round(one.score, 4), "shared_words": list(one.words)} for one in found]
    return _dump({"schema": RELATED_SCHEMA, "articles": rows})


def _article(reading: Reading) -> Article:
    row = reading.article
    return Article(id=row.id, title=row.title, opening=row.opening, document=reading.document)


def _row(row: ArticleRow) -> dict[str, Any]:
    origin = row.origin
    return {
        "id": row.id,
        "title": row.title,
        "opening": row.opening,
        "publisher": row.publisher,
        "byline": row.byline,
        "origin": {"name": origin.name, "url": origin.url} if origin else None,
        "url": row.url,
        "published": row.published_on.isoformat() if row.published_on else None,
        "added": row.added_at.isoformat(),
        "state": row.state,
        "read": row.is_read,
        "words": row.words,
        "checkable_claims": row.claims,
        "progress": row.progress,
        "notes": row.notes,
    }


def _annotation(reading: Reading, annotation: Annotation) -> dict[str, Any]:
    evidence, span, quote = annotation.evidence, annotation.span, annotation.quote
    return {
        "id": annotation.id,
        "kind": annotation.kind,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "quote": quote.exact if quote else None,
        "on_this_text": annotation.revision_id == reading.revision_id,
        "standing": anchor.status if (anchor := reading.anchors.get(annotation.id)) else None,
        "stance": evidence.stance if evidence else None,
        "strength": evidence.strength if evidence else None,
        "confidence": evidence.confidence if evidence else None,
        "note": annotation.note,
        "tags": list(annotation.tags),
        "created": annotation.created_at.isoformat(),
        "modified": annotation.modified_at.isoformat(),
    }


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
