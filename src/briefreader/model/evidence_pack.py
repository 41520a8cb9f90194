"""What an evidence pack is made of, for who writes and who verifies it."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

SCHEMA = "briefreader.pack/1"
MANIFEST = "manifest.json"


def digest(data: bytes) -> str:
    """Return the SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def note_digest(note: Mapping[str, Any]) -> str:
    """Return the SHA-256 of all that a note in the manifest says, but for the digest itself."""
    told = {name: value for name, value in note.items() if name != "sha256"}
    return digest(json.dumps(told, sort_keys=True, ensure_ascii=False).encode(errors="surrogatepass"))
