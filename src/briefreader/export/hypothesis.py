"""Annotations as the Hypothesis client exports them and its API has them."""

import base64
import json
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from briefreader.export.readwise import tags_of
from briefreader.views.annotated import Annotated

_USER = "acct:reader@briefreader.example"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://briefreader.example/hypothesis")


def render_hypothesis(annotated: Sequence[Annotated]) -> str:
    """Return an export file; the same annotations, the same bytes: it is dated by the last change in it."""
    changed = max((one.annotation.modified_at for one in annotated), default=datetime(1970, 1, 1, tzinfo=UTC))
    exported = {
        "export_date": _time(changed),
        "export_userid": _USER,
        "client_version": "briefreader",
        "annotations": [_annotation(one) for one in annotated],
    }
    return json.dumps(exported, ensure_ascii=False, indent=1) + "\n"


def _annotation(one: Annotated) -> dict[str, Any]:
    annotation, article = one.annotation, one.article
    target: dict[str, Any] = {"source": article.address}
    if annotation.span and annotation.quote:
        quote = annotation.quote
        target["selector"] = [
            {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
            {"type": "TextPositionSelector", "start": annotation.span.start, "end": annotation.span.end},
        ]
    thesis = [f"thesis: {one.thesis_title}"] if one.thesis_title else []
    return {
        "id": _id(annotation.id),
        "created": _time(annotation.created_at),
        "updated": _time(annotation.modified_at),
        "user": _USER,
        "uri": article.address,
        "text": annotation.note,
        "tags": [*tags_of(one), *thesis],
        "group": "__world__",
        "permissions": {"read": [_USER], "admin": [_USER], "update": [_USER], "delete": [_USER]},
        "target": [target],
        "document": {"title": [article.name]},
        "links": {},
        "hidden": False,
        "moderation_status": None,
        "flagged": False,
        "actions": [],
    }


def _id(annotation_id: str) -> str:
    """Return an id as Hypothesis has them, 22 letters and digits, the same each time."""
    return base64.urlsafe_b64encode(uuid.uuid5(_NAMESPACE, annotation_id).bytes).rstrip(b"=").decode()


def _time(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000000+00:00"
