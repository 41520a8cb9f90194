"""Evidence packs, verified in this process."""

from pathlib import Path

from briefreader.ingest.evidence_pack import check_archive, check_files
from briefreader.ingest.files import data_of
from briefreader.ingest.pack_files import LARGEST, files_in_folder
from briefreader.model.evidence_pack import Verified


def verify(path: Path) -> Verified:
    """Return what a pack proves, as the child process finds it."""
    if path.is_dir():
        files, besides = files_in_folder(path)
        return check_files(files, str(path), besides)
    return check_archive(data_of(path, LARGEST), str(path))
