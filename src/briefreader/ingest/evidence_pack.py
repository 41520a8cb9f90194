"""Verify an evidence pack: by what is in it alone."""

import json
from collections.abc import Callable, Iterator, Mapping

from briefreader.ingest.clean import clean_line
from briefreader.model.errors import UnreadableError
from briefreader.model.evidence_pack import MANIFEST, SCHEMA, digest, note_digest

_LARGEST = 500_000_000
"""Bytes of all files together, unpacked."""


def check_pack(sizes: Mapping[str, int], read: Callable[[str], bytes], place: str) -> tuple[int, list[str]]:
    """Return how many notes a pack has, and what in it is not as it was written; each note that fails is named.

    ``sizes`` are those of its files by their names, in bytes; no name in the manifest is read that is not among them.

    Raises:
        UnreadableError: it is no pack.

    """
    if MANIFEST not in sizes or sum(sizes.values()) > _LARGEST:
        raise UnreadableError(place, "this is no evidence pack, or one that is too large")
    try:
        manifest = json.loads(read(MANIFEST))
        files, notes = dict(manifest["files"]), list(manifest["notes"])
        is_known = manifest["schema"] == SCHEMA
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnreadableError(place, "its manifest cannot be read") from error
    if not all(isinstance(one, str) for pair in files.items() for one in pair):
        raise UnreadableError(place, "its manifest cannot be read")
    if not is_known:
        raise UnreadableError(place, f"its manifest is not {SCHEMA}")
    changed = {name: why for name in files if (why := _wrong_with(name, files[name], sizes, read))}
    wrong = [f"{clean_line(name, 200)} {why}" for name, why in sorted(changed.items())]
    wrong += [f"{clean_line(name, 200)} is not in the manifest" for name in sorted(sizes.keys() - {*files, MANIFEST})]
    texts = {name: read(name).decode(errors="replace") for name in files if name in sizes and name.startswith("texts/")}
    return len(notes), [*wrong, *(line for note in notes for line in _wrong_with_note(note, texts, changed))]


def _wrong_with(name: str, expected: object, sizes: Mapping[str, int], read: Callable[[str], bytes]) -> str | None:
    if name not in sizes:
        return "is missing"
    return None if digest(read(name)) == expected else "was changed"


def _wrong_with_note(note: object, texts: Mapping[str, str], changed: Mapping[str, str]) -> Iterator[str]:
    if not isinstance(note, dict):
        yield "a note in the manifest cannot be read"
        return
    name = f"note {clean_line(str(note.get('id')), 80)}"
    if note.get("sha256") != note_digest(note):
        yield f"{name}: what it says was changed"
    place, start, end, exact = (note.get(part) for part in ("text", "start", "end", "exact"))
    text = texts.get(place) if isinstance(place, str) else None
    if text is None:
        yield f"{name}: its text is missing"
    elif exact is None:
        if place in changed:
            yield f"{name}: its text was changed"
    elif not (type(start) is int and type(end) is int and 0 <= start <= end and text[start:end] == exact):
        yield f"{name}: its words do not stand in {clean_line(str(place), 200)}"
