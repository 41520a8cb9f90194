"""Write and verify evidence packs."""

import io
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from briefreader.export.evidence_pack import render_pack
from briefreader.ingest.evidence_pack import check_pack
from briefreader.model.errors import ExportError, UnreadableError
from briefreader.views.selection import Selection
from briefreader.workflows.export import Exported

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def write_pack(selection: Selection, path: Path) -> Exported:
    """Write a pack as a folder, or as one file where the name ends in ``.zip``; nothing that is there is changed.

    Raises:
        ExportError: something else is there already, there are no notes, or it cannot be written.

    """
    if not selection.annotated:
        raise ExportError("there are no notes to pack: tag a passage with + or - first")
    files = render_pack(selection)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() or path.is_symlink():
            if _is_same(path, files):
                return Exported(path, "unchanged")
            raise ExportError(f"{path} is there already; name another")
        _write(path, files)
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror}; nothing there was changed") from error
    return Exported(path, "written")


def verify_pack(path: Path) -> tuple[int, list[str]]:
    """Return how many notes a pack has, and what in it is not as it was written; it is not unpacked.

    Raises:
        UnreadableError: it is no pack.

    """
    try:
        if path.is_dir():
            return check_pack(_sizes_of_folder(path), lambda name: (path / name).read_bytes(), str(path))
        with zipfile.ZipFile(path) as pack:
            sizes = {one.filename: one.file_size for one in pack.infolist() if not one.is_dir()}
            return check_pack(sizes, pack.read, str(path))
    except (OSError, ValueError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableError(str(path), "this is no evidence pack, or is damaged") from error


def _write(path: Path, files: Mapping[str, bytes]) -> None:
    """Write under a name of no meaning, and rename when all is there."""
    aside = Path(tempfile.mkdtemp(dir=path.parent, prefix=".briefreader-"))
    try:
        made = aside / path.name
        if path.suffix == ".zip":
            made.write_bytes(_zipped(files))
        else:
            for name, data in files.items():
                (made / name).parent.mkdir(parents=True, exist_ok=True)
                (made / name).write_bytes(data)
        made.rename(path)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _is_same(path: Path, files: Mapping[str, bytes]) -> bool:
    if path.suffix == ".zip":
        return path.is_file() and path.read_bytes() == _zipped(files)
    there = {file.relative_to(path).as_posix(): file for file in path.rglob("*") if file.is_file()}
    return there.keys() == files.keys() and all(there[name].read_bytes() == data for name, data in files.items())


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Return the files as an archive: the same files, the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _sizes_of_folder(path: Path) -> dict[str, int]:
    files = [file for file in path.rglob("*") if file.is_file() and not file.is_symlink()]
    return {file.relative_to(path).as_posix(): file.stat().st_size for file in files}
