"""Annotations as Hypothesis exports them and its API lists them (JSON), and Web Annotations of other programs."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from briefreader.ingest.bounded_json import load_json
from briefreader.ingest.library.saved import (
    SavedArticle,
    SavedNote,
    moment,
    objects_of,
    saved_note,
    text_at,
    texts_at,
)


def parse_hypothesis(text: str, place: str) -> list[SavedArticle]:
    """Return an article for each address, with the annotations on it; replies to others are left out."""
    told = load_json(text, place)
    items = told.get("annotations") or told.get("rows") if isinstance(told, dict) else told
    found = [(_address(one), _title(one), _note(one)) for one in objects_of(items) if not one.get("references")]
    return by_address(found)


def parse_web_annotations(text: str, place: str) -> list[SavedArticle]:
    """Return an article for each source, with the annotations on it."""
    told = load_json(text, place)
    page = told.get("first", told) if isinstance(told, dict) else told
    items = page.get("items", [page]) if isinstance(page, dict) else page
    return by_address([_web_annotation(one) for one in objects_of(items)])


def by_address(found: list[tuple[str, str, SavedNote]]) -> list[SavedArticle]:
    """Return an article for each address, with its notes in the order given."""
    titles: dict[str, str] = {}
    notes: defaultdict[str, list[SavedNote]] = defaultdict(list)
    for address, title, note in found:
        titles.setdefault(address, title)
        notes[address].append(note)
    return [SavedArticle(title=titles[one], url=one or None, notes=tuple(notes[one])) for one in titles]


def _address(one: Mapping[str, Any]) -> str:
    return text_at(one, "uri") or text_at(one, "url")


def _title(one: Mapping[str, Any]) -> str:
    document = one.get("document")
    titles = texts_at(document, "title") if isinstance(document, dict) else []
    return titles[0] if titles else ""


def _note(one: Mapping[str, Any]) -> SavedNote:
    tags = [tag for tag in texts_at(one, "tags") if not tag.startswith("thesis: ")]
    note = saved_note("", text_at(one, "text"), tags, moment(one.get("created")))
    targets = objects_of(one.get("target"))
    return with_selectors(note, targets[0] if targets else {})


def with_selectors(note: SavedNote, target: Mapping[str, Any]) -> SavedNote:
    """Return a note on the words that a target quotes."""
    selectors = target.get("selector")
    for one in objects_of(selectors if isinstance(selectors, list) else [selectors]):
        if one.get("type") == "TextQuoteSelector":
            quote, prefix, suffix = (text_at(one, name) for name in ("exact", "prefix", "suffix"))
            return replace(note, quote=quote, prefix=prefix, suffix=suffix)
    return note


def _web_annotation(one: Mapping[str, Any]) -> tuple[str, str, SavedNote]:
    target = one.get("target")
    target = target[0] if isinstance(target, list) and target else target
    if not isinstance(target, dict):
        return str(target or ""), "", saved_note("", _body(one), ())
    source = target.get("source")
    address, title = (text_at(source, "id"), text_at(source, "label")) if isinstance(source, dict) else (source, "")
    tags = [text_at(body, "value") for body in _bodies(one) if body.get("purpose") == "tagging"]
    note = saved_note("", _body(one), tags, moment(one.get("created")))
    return str(address or text_at(target, "id")), title, with_selectors(note, target)


def _bodies(one: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    body = one.get("body")
    return objects_of(body if isinstance(body, list) else [body])


def _body(one: Mapping[str, Any]) -> str:
    said = [text_at(body, "value") for body in _bodies(one) if body.get("purpose") != "tagging"]
    return "\n\n".join(filter(None, [text_at(one, "bodyValue"), *said]))
