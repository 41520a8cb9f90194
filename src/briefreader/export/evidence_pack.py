"""Notes with the very texts that they were made on, so that anybody can check them without the store."""

import json
from typing import Any

from briefreader.export.csl_json import render_csl_json
from briefreader.export.html_report import render_report
from briefreader.export.notes_csv import cited
from briefreader.model.evidence_pack import MANIFEST, SCHEMA, digest, note_digest
from briefreader.views.annotated import Annotated
from briefreader.views.selection import Selection
from briefreader.views.works import works_of

_README = """\
Evidence pack
=============

texts/         the articles, as they were when the notes were made on them
manifest.json  every note with its place in a text (in Unicode code points), its words, its weight, what is cited there,
               and the SHA-256 of every file
report.html    the same to read
sources.json   the articles and what they cite, for reference managers (CSL-JSON)

To prove that each quotation stands in its text word for word, that no text and no note was changed:

    briefreader verify PACK

It needs neither the store nor a connection. By hand: the words of a note are the code points from start to end of its
text.
"""


def render_pack(selection: Selection) -> dict[str, bytes]:
    """Return the files of a pack by their names; the same notes, the same bytes."""
    files = {"README.txt": _README.encode()}
    for one in selection.annotated:
        files.setdefault(_name(one), selection.text_of(one.annotation.revision_id).encode())
    files["report.html"] = render_report(selection).encode()
    files["sources.json"] = render_csl_json(works_of(selection.readings)).encode()
    manifest = {
        "schema": SCHEMA,
        "files": {name: digest(files[name]) for name in sorted(files)},
        "notes": [_note(one) for one in selection.annotated],
    }
    files[MANIFEST] = (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()
    return files


def _name(one: Annotated) -> str:
    return f"texts/{one.sha256[:24]}.txt"


def _note(one: Annotated) -> dict[str, Any]:
    annotation, evidence, article = one.annotation, one.annotation.evidence, one.article
    note: dict[str, Any] = {
        "id": annotation.id,
        "text": _name(one),
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
