"""Notes with the very texts that they were made on, so that anybody can check them without the store."""

from typing import Any

from briefreader.export.csl_json import render_csl_json
from briefreader.export.notes_csv import cited
from briefreader.model.evidence_pack import (
    MANIFEST,
    README,
    README_TEXT,
    REPORT,
    SOURCES,
    digest,
    manifest_of,
    note_digest,
    text_name,
)
from briefreader.model.pack_report import render_report
from briefreader.views.annotated import Annotated
from briefreader.views.selection import Selection
from briefreader.views.works import works_of


def render_pack(selection: Selection) -> dict[str, bytes]:
    """Return the files of a pack by their names; the same notes, the same bytes."""
    notes = [_note(one) for one in selection.annotated]
    texts = {text_name(one.sha256): selection.text_of(one.annotation.revision_id) for one in selection.annotated}
    files = {
        README: README_TEXT.encode(),
        REPORT: render_report(notes, texts).encode(),
        SOURCES: render_csl_json(works_of(selection.readings)).encode(),
        **{name: text.encode() for name, text in texts.items()},
    }
    return {**files, MANIFEST: manifest_of({name: digest(data) for name, data in files.items()}, notes)}


def _note(one: Annotated) -> dict[str, Any]:
    annotation, evidence, article = one.annotation, one.annotation.evidence, one.article
    note: dict[str, Any] = {
        "id": annotation.id,
        "text": text_name(one.sha256),
        "start": annotation.span.start if annotation.span else None,
        "end": annotation.span.end if annotation.span else None,
        "exact": annotation.quote.exact if annotation.quote else None,
        "kind": annotation.kind,
        "stance": evidence.stance if evidence else None,
        "strength": evidence.strength if evidence else None,
        "confidence": evidence.confidence if evidence else None,
        "author_stance": evidence.author if evidence else None,
        "thesis": one.thesis_title,
        "origin": evidence.origin if evidence else None,
        "origin_how": evidence.origin_how if evidence else None,
        "cited": cited(one.citations),
        "standing": one.anchor.status if one.anchor else "exact",
        "note": annotation.note,
        "tags": list(annotation.tags),
        "title": article.name,
        "publisher": article.publisher,
        "url": article.url,
        "published": article.published_on.isoformat() if article.published_on else None,
        "taken_in": one.taken_in_at.isoformat(),
        "created": annotation.created_at.isoformat(),
        "modified": annotation.modified_at.isoformat(),
    }
    return {**note, "sha256": note_digest(note)}
