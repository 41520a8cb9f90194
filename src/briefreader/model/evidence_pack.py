"""What an evidence pack is made of, for who writes and who verifies it: ``docs/formats.md`` describes it for others."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any

SCHEMA = "briefreader.pack/2"
MANIFEST = "manifest.json"
SIGNATURE = "manifest.json.sig"
README = "README.txt"
REPORT = "report.html"
SOURCES = "sources.json"
REQUIRED = frozenset({README, REPORT, SOURCES})
"""Besides the texts and the manifest, which lists all of these."""
TEXT_NAME = re.compile(r"texts/[0-9a-f]{24}\.txt")
NAMESPACE = "briefreader.pack"
"""What a signature is for, as ``ssh-keygen -Y`` asks it."""

_WORDS, _OR_NONE = (str,), (str, NoneType)
NOTE_FIELDS: Mapping[str, tuple[type, ...]] = {
    "id": _WORDS,
    "text": _WORDS,
    "start": (int, NoneType),
    "end": (int, NoneType),
    "exact": _OR_NONE,
    "kind": _WORDS,
    "stance": _OR_NONE,
    "strength": (int, NoneType),
    "confidence": (float, int, NoneType),
    "author_stance": _OR_NONE,
    "thesis": _OR_NONE,
    "origin": _OR_NONE,
    "origin_how": _OR_NONE,
    "cited": _WORDS,
    "standing": _WORDS,
    "note": _WORDS,
    "tags": (list,),
    "title": _WORDS,
    "publisher": _OR_NONE,
    "url": _OR_NONE,
    "published": _OR_NONE,
    "taken_in": _WORDS,
    "created": _WORDS,
    "modified": _WORDS,
    "sha256": _WORDS,
}
"""The fields of a note in their order, and what each may hold."""

README_TEXT = """\
Evidence pack
=============

texts/             the articles, as they were when the notes were made on them
manifest.json      every note with its position in a text (in Unicode code points), its words, its weight, what is
                   cited there, and the SHA-256 of every file
manifest.json.sig  the signature of the manifest, if the pack is signed
report.html        the notes, to read
sources.json       the articles and what they cite, for reference managers (CSL-JSON)

To verify the pack:

    briefreader verify PACK --digest DIGEST

DIGEST is the SHA-256 of manifest.json. Get it from the person who made the pack, not from the pack. Without it,
anybody who has changed the notes and the texts together can have made a pack that agrees with itself.

To check a quotation yourself: its words are the code points from start to end of its text.
"""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What a pack proves."""

    notes: int
    quotations: int
    """How many of the notes quote words; the others are on whole articles."""
    wrong: tuple[str, ...]
    """What does not hold, in words; empty for a pack that agrees with itself."""
    manifest: bytes
    signature: bytes | None
    """None for a pack that is not signed."""

    @property
    def digest(self) -> str:
        """The SHA-256 of the manifest, in hexadecimal digits; worked out here, whatever a child process says."""
        return digest(self.manifest)


def digest(data: bytes) -> str:
    """Return the SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def note_digest(note: Mapping[str, Any]) -> str:
    """Return the SHA-256 of all that a note in the manifest says, but for the digest itself."""
    told = {name: value for name, value in note.items() if name != "sha256"}
    return digest(json.dumps(told, sort_keys=True, ensure_ascii=False).encode(errors="surrogatepass"))


def manifest_of(files: Mapping[str, str], notes: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the manifest of files, given by their SHA-256, and notes; there is one way to write it."""
    told = {
        "schema": SCHEMA,
        "count": len(notes),
        "files": dict(sorted(files.items())),
        "notes": [{name: note[name] for name in NOTE_FIELDS} for note in notes],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode(errors="surrogatepass")


def text_name(sha256: str) -> str:
    """Return the name of the file of a text, given its SHA-256."""
    return f"texts/{sha256[:24]}.txt"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return the files as an archive; there is one way to write it.

    Nothing is compressed, so that the bytes are the same with every compressor, and no archive grows when it is read.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            member = zipfile.ZipInfo(name, _LONG_AGO)
            member.create_system, member.external_attr = 3, 0o100600 << 16
            archive.writestr(member, data)
    return out.getvalue()
