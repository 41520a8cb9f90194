"""Verify an evidence pack: by what is in it alone."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from briefreader.ingest.bounded_json import load_json
from briefreader.ingest.clean import clean_line, is_clean
from briefreader.ingest.pack_files import files_in_archive
from briefreader.model.annotation import AnnotationKind, Stance
from briefreader.model.errors import UnreadableError
from briefreader.model.evidence_pack import (
    MANIFEST,
    NOTE_FIELDS,
    README,
    README_TEXT,
    REPORT,
    REQUIRED,
    SCHEMA,
    SIGNATURE,
    SOURCES,
    TEXT_NAME,
    Verified,
    digest,
    manifest_of,
    note_digest,
    text_name,
)
from briefreader.model.pack_report import render_report

MOST_TOLD = 100
"""Lines about what is wrong."""
_PARTS = {"schema", "count", "files", "notes"}
_SIGNED = re.compile(rb"-----BEGIN SSH SIGNATURE-----\n[A-Za-z0-9+/=\n]{1,20000}-----END SSH SIGNATURE-----\n")
_ID = re.compile(r"[0-9A-Za-z_:. -]{1,200}")


def check_archive(data: bytes, place: str) -> Verified:
    """Return what a pack that is an archive proves; to be run in the child process.

    Raises:
        UnreadableError: it is no pack, or has too many files for one.

    """
    files, besides = files_in_archive(data, place)
    return check_files(files, place, besides)


def check_files(files: Mapping[str, bytes], place: str, besides: list[str] | None = None) -> Verified:
    """Return what the files of a pack prove; ``besides``: what was found wrong before.

    Raises:
        UnreadableError: they are no pack.

    """
    if MANIFEST not in files:
        raise UnreadableError(place, f"not an evidence pack: {MANIFEST} is missing")
    manifest = _manifest(files[MANIFEST], place)
    texts = {name: data.decode(errors="replace") for name, data in files.items() if TEXT_NAME.fullmatch(name)}
    notes: list[object] = manifest["notes"]
    wrong = [*(besides or []), *_wrong_with_names(manifest["files"], files), *_wrong_with_contents(files, texts)]
    wrong_notes = [line for note in notes for line in _wrong_with_note(note, texts)]
    wrong_notes += _wrong_with_all(manifest["count"], notes, texts)
    if not wrong_notes:
        wrong += _wrong_with_report(notes, files, texts)
        if manifest_of(manifest["files"], notes) != files[MANIFEST]:  # type: ignore[arg-type]  # checked above
            wrong.append(f"{MANIFEST} is not in the standard form")
    wrong += wrong_notes
    told = wrong[:MOST_TOLD] + ([f"and {len(wrong) - MOST_TOLD:,} more"] if len(wrong) > MOST_TOLD else [])
    return Verified(
        notes=len(notes),
        quotations=sum(isinstance(note, dict) and note.get("exact") is not None for note in notes),
        wrong=tuple(told),
        manifest=files[MANIFEST],
        signature=files.get(SIGNATURE),
    )


def _manifest(data: bytes, place: str) -> dict[str, Any]:
    """Return the manifest, its parts of the right kind; what is in the notes is still to be looked at."""
    try:
        told = load_json(data.decode(), place)
    except UnicodeDecodeError as error:
        raise UnreadableError(place, f"its {MANIFEST} is not UTF-8") from error
    if not isinstance(told, dict) or told.get("schema") != SCHEMA:
        raise UnreadableError(place, f"its {MANIFEST} is not {SCHEMA}. Create the pack again with this version.")
    files, notes = told.get("files"), told.get("notes")
    if told.keys() != _PARTS or type(told["count"]) is not int or not isinstance(notes, list):
        raise UnreadableError(place, f"its {MANIFEST} does not follow {SCHEMA}")
    if not isinstance(files, dict) or not all(isinstance(one, str) for one in files.values()):
        raise UnreadableError(place, f"its {MANIFEST} does not list the files")
    return told


def _wrong_with_names(listed: Mapping[str, str], files: Mapping[str, bytes]) -> Iterator[str]:
    for name in sorted({*listed, *REQUIRED}):
        if name not in REQUIRED and not TEXT_NAME.fullmatch(name):
            yield f"{clean_line(name, 200)} does not belong in a pack"
        elif name not in listed:
            yield f"{name} is not in the manifest"
        elif name not in files:
            yield f"{name} is missing"
        elif digest(files[name]) != listed[name]:
            yield f"{name} was changed"
    for name in sorted(files.keys() - {*listed, *REQUIRED, MANIFEST, SIGNATURE}):
        yield f"{clean_line(name, 200)} is not in the manifest"


def _wrong_with_contents(files: Mapping[str, bytes], texts: Mapping[str, str]) -> Iterator[str]:
    if files.get(README, README_TEXT.encode()) != README_TEXT.encode():
        yield f"{README} was changed"
    if SOURCES in files and not _is_plain_json(files[SOURCES]):
        yield f"{SOURCES} is not in the standard form"
    if SIGNATURE in files and not _SIGNED.fullmatch(files[SIGNATURE]):
        yield f"{SIGNATURE} is not an SSH signature"
    for name, text in texts.items():
        if text_name(digest(files[name])) != name:
            yield f"the text in {name} does not match its name"
        if text.encode() != files[name] or not is_clean(text):
            yield f"{name} is not plain text in UTF-8"


def _is_plain_json(data: bytes) -> bool:
    try:
        told = load_json(data.decode(), SOURCES)
    except (UnicodeDecodeError, UnreadableError):
        return False
    return data == (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode(errors="surrogatepass")


def _wrong_with_note(note: object, texts: Mapping[str, str]) -> Iterator[str]:
    if not isinstance(note, dict):
        yield "a note in the manifest cannot be read"
        return
    name = f"note {clean_line(str(note.get('id')), 80)}"
    if note.get("sha256") != note_digest(note):
        yield f"{name}: its content was changed"
    if not _is_of_form(note):
        yield f"{name}: not in the form that briefreader writes"
        return
    start, end, exact, text = note["start"], note["end"], note["exact"], texts.get(note["text"])
    if text is None:
        yield f"{name}: its text is missing"
    elif (start is None) != (end is None) or (start is None) != (exact is None):
        yield f"{name}: quotation and position do not go together"
    elif exact is not None and not exact.strip():
        yield f"{name}: the quotation is empty"
    elif exact is not None and not (0 <= start < end <= len(text) and text[start:end] == exact):
        yield f"{name}: the quoted words are not at their position in {clean_line(note['text'], 200)}"


def _is_of_form(note: Mapping[str, Any]) -> bool:
    if note.keys() != NOTE_FIELDS.keys() or any(type(note[name]) not in types for name, types in NOTE_FIELDS.items()):
        return False
    words = [*note["tags"], *(value for value in note.values() if isinstance(value, str))]
    if not all(isinstance(one, str) and is_clean(one) for one in words) or not _ID.fullmatch(note["id"]):
        return False
    weight = (note["stance"], note["strength"], note["confidence"])
    if note["kind"] not in get_args(AnnotationKind) or (note["kind"] == "evidence") == (None in weight):
        return False
    if note["kind"] != "evidence":
        return weight == (None, None, None)
    return weight[0] in get_args(Stance) and 1 <= weight[1] <= 5 and 0 <= weight[2] <= 1  # noqa: PLR2004 - the scale


def _wrong_with_all(count: int, notes: list[object], texts: Mapping[str, str]) -> Iterator[str]:
    if not notes:
        yield "the pack contains no notes"
    if count != len(notes):
        yield f"the manifest states {count:,} notes but lists {len(notes):,}"
    known = [note for note in notes if isinstance(note, dict)]
    ids = Counter(str(note.get("id")) for note in known)
    yield from (f"note {clean_line(id_, 80)}: listed more than once" for id_, many in ids.items() if many > 1)
    used = {str(note.get("text")) for note in known}
    yield from (f"{name}: no note quotes this text" for name in sorted(texts.keys() - used))


def _wrong_with_report(notes: list[Any], files: Mapping[str, bytes], texts: Mapping[str, str]) -> Iterator[str]:
    if REPORT in files and files[REPORT] != render_report(notes, texts).encode():
        yield f"{REPORT} does not match the manifest"
