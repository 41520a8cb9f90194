"""Write and verify evidence packs."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefreader.export.evidence_pack import render_pack
from briefreader.ingest.evidence_pack import check_archive, check_files
from briefreader.ingest.files import data_of
from briefreader.ingest.pack_files import LARGEST, MOST_FILES, files_in_folder
from briefreader.ingest.sandbox import Sandbox
from briefreader.model.errors import ExportError, UnreadableError
from briefreader.model.evidence_pack import MANIFEST, SIGNATURE, Verified, digest, zipped
from briefreader.temporary import temporary_folder
from briefreader.views.selection import Selection
from briefreader.workflows.export import Exported
from briefreader.workflows.signatures import is_signed_by, sign


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack that was written, or was there already."""

    exported: Exported
    digest: str
    """The SHA-256 of its manifest, in hexadecimal digits: what ``verify --digest`` takes."""


def write_pack(selection: Selection, path: Path, key: Path | None = None) -> Packed:
    """Write a pack as a folder, or as one file where the name ends in ``.zip``; nothing that is there is changed.

    ``key``: a key of ssh to sign it with; None for a pack without a signature.

    Raises:
        ExportError: something else is there already, there are no notes or too many, or it cannot be written or signed.

    """
    if not selection.annotated:
        raise ExportError("there are no notes to pack. Tag a passage with + or - first.")
    files = render_pack(selection)
    if len(files) > MOST_FILES or sum(map(len, files.values())) > LARGEST:
        raise ExportError(f"these notes exceed {LARGEST // 1_000_000} MB. Choose fewer articles with -q.")
    if wrong := check_files(files, str(path)).wrong:
        raise ExportError(f"cannot pack these notes, because the pack would fail verification: {wrong[0]}")
    if key:
        files[SIGNATURE] = sign(files[MANIFEST], key)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() or path.is_symlink():
            if not _is_same(path, files):
                raise ExportError(f"{path} already exists. Choose another name.")
            return Packed(Exported(path, "unchanged"), digest(files[MANIFEST]))
        _write(path, files)
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror}. Nothing was changed there.") from error
    return Packed(Exported(path, "written"), digest(files[MANIFEST]))


def verify_pack(path: Path, expected: str | None = None, signer: Path | None = None) -> Verified:
    """Return what a pack proves; it is not unpacked, and is read in the child process.

    ``expected``: the digest that it must have; ``signer``: a file with the public key that it must be signed with.

    Raises:
        UnreadableError: it is no pack, or too large for one, or the key cannot be read.

    """
    if not path.exists():
        raise UnreadableError(str(path), "file not found")
    with Sandbox() as sandbox:
        verified = _verified(sandbox, path)
    wrong: list[str] = []
    if expected is not None and expected.lower().removeprefix("sha256:") != verified.digest:
        wrong.append(f"the digest is sha256:{verified.digest}, which is not the one you gave")
    if signer and (verified.signature is None or not is_signed_by(verified.manifest, verified.signature, signer)):
        wrong.append(f"the pack is not signed with the key in {signer}")
    return replace(verified, wrong=(*wrong, *verified.wrong))


def _verified(sandbox: Sandbox, path: Path) -> Verified:
    place = str(path)
    if path.is_dir():
        files, besides = files_in_folder(path)
        return sandbox.run(place, check_files, files, place, besides)
    return sandbox.run(place, check_archive, data_of(path, LARGEST), place)


def _write(path: Path, files: Mapping[str, bytes]) -> None:
    """Write under a name of no meaning, readable by nobody else, and rename when all is there."""
    with temporary_folder(path.parent) as aside:
        made = aside / path.name
        if path.suffix == ".zip":
            _write_file(made, zipped(files))
        else:
            for name, data in files.items():
                for folder in (made, (made / name).parent):
                    folder.mkdir(mode=0o700, exist_ok=True)
                _write_file(made / name, data)
        made.rename(path)


def _write_file(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _is_same(path: Path, files: Mapping[str, bytes]) -> bool:
    if path.suffix == ".zip":
        return path.is_file() and path.read_bytes() == zipped(files)
    there = {file.relative_to(path).as_posix(): file for file in path.rglob("*") if file.is_file()}
    return there.keys() == files.keys() and all(there[name].read_bytes() == data for name, data in files.items())
