"""Annotations that briefreader has exported, read back (W3C Web Annotation Data Model, JSON-LD)."""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, get_args

from briefreader.ingest.bounded_json import load_json
from briefreader.ingest.clean import LONGEST_BODY, clean_body, clean_line
from briefreader.ingest.decoding import decode
from briefreader.model.annotation import Annotation, AnnotationKind, Evidence, OriginHow, Stance
from briefreader.model.claim import Polarity
from briefreader.model.errors import UnreadableError
from briefreader.model.ids import AnnotationId, ArticleId, RevisionId, ThesisId
from briefreader.model.span import Span, TextQuote

LARGEST = 200_000_000
"""Bytes of a file."""
_KINDS: dict[str, AnnotationKind] = {"assessing": "evidence", "commenting": "note", "highlighting": "highlight"}
_URN = "urn:uuid:"
_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


@dataclass(frozen=True, slots=True)
class ReadAnnotation:
    """An annotation as its file has it."""

    annotation: Annotation
    """Its article and revision are still to be found by ``sha256``."""
    sha256: str
    source: str
    """The address of its article, or a name that means nothing elsewhere."""
    thesis_title: str | None


def read_annotations(data: bytes, place: str) -> tuple[list[ReadAnnotation], list[str]]:
    """Return what :func:`parse_annotations` finds in a file, the problems in words; to be run in the child process.

    Raises:
        UnreadableError: the file holds no annotations.

    """
    found, problems = parse_annotations(decode(data), place)
    return found, [one.problem for one in problems]


def parse_annotations(text: str, place: str) -> tuple[list[ReadAnnotation], list[UnreadableError]]:
    """Return the annotations of a collection, or a single one, and what could not be read.

    Raises:
        UnreadableError: the file is no JSON, or no annotations.

    """
    document = load_json(text, place)
    found: list[ReadAnnotation] = []
    problems: list[UnreadableError] = []
    for number, item in enumerate(_items(document, place), start=1):
        try:
            found.append(_annotation(item))
        except KeyError as error:
            problems.append(UnreadableError(place, f"annotation {number} has no {error.args[0]!r}"))
        except (TypeError, ValueError, AttributeError, OverflowError, binascii.Error):
            problems.append(UnreadableError(place, f"annotation {number} is not in the form that briefreader writes"))
    return found, problems


def _items(document: object, place: str) -> list[Any]:
    """Return the annotations of a collection or a page, or the only one.

    Raises:
        UnreadableError: there is none in it, or they stand elsewhere.

    """
    kind = document.get("type") if isinstance(document, dict) else None
    if isinstance(document, dict) and kind == "Annotation":
        return [document]
    page = document.get("first") if isinstance(document, dict) and kind == "AnnotationCollection" else document
    items = page.get("items") if isinstance(page, dict) else None
    if isinstance(document, dict) and kind == "AnnotationCollection" and document.get("total") == 0:
        return []
    if not isinstance(items, list):
        raise UnreadableError(place, "this is no annotation, and no collection that holds its annotations itself")
    return items


def _annotation(item: Mapping[str, Any]) -> ReadAnnotation:
    bodies, target = item.get("body", []), item["target"]
    selectors = {one["type"]: one for one in target.get("selector", [])}
    position, quote = selectors.get("TextPositionSelector"), selectors.get("TextQuoteSelector")
    kind = _KINDS[item["motivation"]]
    if (kind == "evidence") != ("stance" in item):
        raise ValueError("evidence has a stance, and nothing else has")
    if (position is None) != (quote is None):
        raise ValueError("a place without its words, or words without their place")
    annotation = Annotation(
        id=AnnotationId(_id(item["id"])),
        article_id=ArticleId(""),
        revision_id=RevisionId(0),
        kind=kind,
        span=_span(position) if position else None,
        quote=TextQuote(*(_words(quote[name]) for name in ("exact", "prefix", "suffix"))) if quote else None,
        evidence=_evidence(item) if "stance" in item else None,
        note=next((clean_body(body["value"]) for body in bodies if body["purpose"] == "commenting"), ""),
        tags=tuple(clean_line(body["value"]) for body in bodies if body["purpose"] == "tagging"),
        is_foreign=True,
        created_at=_time(item["created"]),
        modified_at=_time(item["modified"]),
    )
    titles = [clean_line(body["source"]["label"]) for body in bodies if body["purpose"] == "linking"]
    digest = target["state"]["cached"].rpartition(";")[2]
    sha256 = base64.urlsafe_b64decode(digest + "=" * (-len(digest) % 4)).hex()
    return ReadAnnotation(annotation, sha256, str(target["source"]["id"]), titles[0] if titles else None)


def _span(position: Mapping[str, Any]) -> Span:
    start, end = position["start"], position["end"]
    if type(start) is not int or type(end) is not int or end > LONGEST_BODY:
        raise ValueError("not offsets")
    return Span(start, end)


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not words")
    return value


def _evidence(item: Mapping[str, Any]) -> Evidence:
    thesis, origin, strength, confidence = item.get("thesis"), item.get("origin"), item["strength"], item["confidence"]
    if strength not in range(1, 6) or not 0 <= float(confidence) <= 1:
        raise ValueError("not on the scale")
    return Evidence(
        stance=_one_of(Stance, item["stance"]),
        strength=int(strength),
        confidence=float(confidence),
        thesis_id=ThesisId(_id(thesis)) if thesis else None,
        origin=clean_line(origin) if origin else None,
        origin_how=_one_of(OriginHow, item["originHow"]) if origin else None,
        author=_one_of(Polarity, item["authorStance"]) if "authorStance" in item else None,
    )


def _one_of(type_: Any, value: object) -> Any:  # noqa: ANN401 - what a Literal is has no type of its own
    if value not in get_args(type_):
        raise ValueError(f"not one of {get_args(type_)}")
    return value


def _id(urn: str) -> str:
    id_ = urn.removeprefix(_URN)
    if not _ID.fullmatch(id_):
        raise ValueError("not an id")
    return id_


def _time(value: str) -> datetime:
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    return at.astimezone(UTC)
