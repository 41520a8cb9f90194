"""Annotations as other programs read them: W3C Web Annotation Data Model (2017), JSON-LD.

What the standard has no word for stands under keys of briefreader's own namespace, and again in words that a person
can read, for programs that leave out what they do not know.
"""

import base64
import json
import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from briefreader.model.anchor import Anchor
from briefreader.model.annotation import Annotation, AnnotationKind, Evidence
from briefreader.views.annotated import Annotated

NAMESPACE = "https://briefreader.example/ns#"
"""A placeholder until the project has an address of its own; frozen from the first release on."""
MOTIVATIONS: dict[AnnotationKind, str] = {"evidence": "assessing", "note": "commenting", "highlight": "highlighting"}

_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "br": NAMESPACE,
        "assessing": "oa:assessing",
        "strength": {"@id": "br:strength", "@type": "xsd:integer"},
        "confidence": {"@id": "br:confidence", "@type": "xsd:decimal"},
        "stance": {"@id": "br:stance", "@type": "@vocab"},
        "authorStance": {"@id": "br:authorStance", "@type": "@vocab"},
        "bull": "br:bull",
        "bear": "br:bear",
        "neutral": "br:neutral",
        "thesis": {"@id": "br:thesis", "@type": "@id"},
        "origin": "br:origin",
        "originHow": "br:originHow",
        "anchorStatus": "br:anchorStatus",
    },
]


def render_collection(annotated: Sequence[Annotated]) -> str:
    """Return all annotations as one AnnotationCollection, in the order given; the same annotations, the same bytes."""
    items = [annotation_object(one) for one in annotated]
    id_ = uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE + " ".join(item["id"] for item in items)).urn
    page: dict[str, Any] = {"id": f"{id_}#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection: dict[str, Any] = {
        "@context": _CONTEXT,
        "id": id_,
        "type": "AnnotationCollection",
        "label": "Annotations made with briefreader",
        "total": len(items),
    }
    if items:
        collection["first"] = page
        collection["last"] = page["id"]
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def annotation_object(annotated: Annotated) -> dict[str, Any]:
    """Return an annotation as a JSON-LD object that can stand alone."""
    annotation = annotated.annotation
    evidence = annotation.evidence
    made: dict[str, Any] = {
        "@context": _CONTEXT,
        "id": f"urn:uuid:{annotation.id}",
        "type": "Annotation",
        "motivation": MOTIVATIONS[annotation.kind],
        "created": _time(annotation.created_at),
        "modified": _time(annotation.modified_at),
        "generator": {"id": "https://briefreader.example/", "type": "Software", "name": "briefreader"},
    }
    if evidence:
        made |= _typed(evidence)
    if annotated.anchor:
        made["anchorStatus"] = annotated.anchor.status
    if bodies := list(_bodies(annotation, annotated.thesis_title)):
        made["body"] = bodies
    made["target"] = _target(annotated)
    return made


def _typed(evidence: Evidence) -> dict[str, Any]:
    typed: dict[str, Any] = {
        "stance": evidence.stance,
        "strength": evidence.strength,
        "confidence": repr(evidence.confidence),
    }
    if evidence.thesis_id:
        typed["thesis"] = f"urn:uuid:{evidence.thesis_id}"
    if evidence.origin:
        typed |= {"origin": evidence.origin, "originHow": evidence.origin_how}
    if evidence.author:
        typed["authorStance"] = evidence.author
    return typed


def _bodies(annotation: Annotation, thesis_title: str | None) -> Iterator[dict[str, Any]]:
    evidence = annotation.evidence
    if evidence:
        yield {"type": "SpecificResource", "purpose": "classifying", "source": NAMESPACE + evidence.stance}
        words = f"{evidence.stance.upper()} · strength {evidence.strength}/5 · confidence {evidence.confidence:.0%}"
        yield _text("assessing", words, "text/plain")
    if evidence and evidence.thesis_id:
        thesis = {"id": f"urn:uuid:{evidence.thesis_id}", "type": "Text", "label": thesis_title or ""}
        yield {"type": "SpecificResource", "purpose": "linking", "source": thesis}
    if annotation.note:
        yield _text("commenting", annotation.note, "text/markdown")
    for tag in annotation.tags:
        yield {"type": "TextualBody", "purpose": "tagging", "value": tag}


def _text(purpose: str, value: str, format_: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "format": format_, "value": value}


def _target(annotated: Annotated) -> dict[str, Any]:
    """Return the text that the annotation was made on, and the place in it: the original is never lost to an edit."""
    article, annotation = annotated.article, annotated.annotation
    digest = base64.urlsafe_b64encode(bytes.fromhex(annotated.sha256)).rstrip(b"=").decode()
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": {
            "id": article.address,
            "type": "Text",
            "format": "text/html" if article.url else "text/plain",
            "label": article.name,
        },
        "state": {
            "type": "TimeState",
            "sourceDate": _time(annotated.taken_in_at),
            "cached": f"ni:///sha-256;{digest}",
        },
    }
    if annotation.span and annotation.quote:
        start, end, quote = annotation.span.start, annotation.span.end, annotation.quote
        target["selector"] = [
            {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "FragmentSelector",
                "conformsTo": "http://tools.ietf.org/rfc/rfc5147",
                "value": f"char={start},{end}",
            },
        ]
    if annotated.anchor and annotated.anchor.span:
        target["br:now"] = _now(annotated.anchor)
    return target


def _now(anchor: Anchor) -> dict[str, Any]:
    span = anchor.span
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end} if span else {}


def _time(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
