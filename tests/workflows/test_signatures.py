"""Packs that are signed with a key of ssh, made for the test."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from factories import a_remark, added, span_of

from briefreader.model.errors import ExportError, UnreadableError
from briefreader.model.evidence_pack import MANIFEST, SIGNATURE
from briefreader.views.selection import Selection
from briefreader.workflows import signatures
from briefreader.workflows.annotate import annotate
from briefreader.workflows.evidence_pack import verify_pack, write_pack
from briefreader.workspace import Workspace

SSH_KEYGEN = shutil.which("ssh-keygen")
pytestmark = pytest.mark.skipif(SSH_KEYGEN is None, reason="no OpenSSH on this machine")


@pytest.fixture
def noted(workspace: Workspace) -> Selection:
    reading = added(workspace)
    annotate(workspace, reading, span_of(reading, "cut its power bill by 60%"), a_remark(note="why"))
    return Selection(workspace.store)


def a_key(folder: Path, name: str) -> Path:
    """Make a key without a passphrase, and return where it is."""
    path = folder / name
    command = [str(SSH_KEYGEN), "-q", "-t", "ed25519", "-N", "", "-C", "me", "-f", str(path)]
    subprocess.run(command, check=True)  # noqa: S603 - a key for this test
    return path


def test_a_signed_pack_is_known_by_the_public_key_and_by_no_other(noted: Selection, tmp_path: Path) -> None:
    mine, other = a_key(tmp_path, "mine"), a_key(tmp_path, "other")

    packed = write_pack(noted, tmp_path / "pack.zip", mine)

    path = packed.exported.path
    assert verify_pack(path, packed.digest, mine.with_suffix(".pub")).wrong == ()
    assert verify_pack(path).signature is not None
    refused = verify_pack(path, None, other.with_suffix(".pub")).wrong
    assert refused == (f"the pack is not signed with the key in {other}.pub",)


def test_a_pack_that_was_changed_or_has_no_signature_is_not_signed(noted: Selection, tmp_path: Path) -> None:
    mine = a_key(tmp_path, "mine")
    plain = write_pack(noted, tmp_path / "plain").exported.path
    signed = write_pack(noted, tmp_path / "signed", mine).exported.path
    public = mine.with_suffix(".pub")
    assert verify_pack(plain, None, public).wrong == (f"the pack is not signed with the key in {public}",)

    manifest = (signed / MANIFEST).read_bytes()
    (signed / MANIFEST).write_bytes(manifest.replace(b'"why"', b'"who"'))

    assert verify_pack(signed, None, public).wrong[0] == f"the pack is not signed with the key in {public}"
    assert (signed / SIGNATURE).stat().st_mode & 0o777 == 0o600


def test_what_is_no_key_is_said_to_be_none(noted: Selection, tmp_path: Path) -> None:
    (tmp_path / "x").write_text('* cert-authority,namespaces="*" ssh-ed25519 AAAA\n')
    path = write_pack(noted, tmp_path / "pack", a_key(tmp_path, "mine")).exported.path

    with pytest.raises(ExportError, match="could not sign with this key"):
        write_pack(noted, tmp_path / "other", tmp_path / "x")
    assert not (tmp_path / "other").exists()
    for signer in (tmp_path / "x", tmp_path / "missing"):
        with pytest.raises(UnreadableError, match="public key"):
            verify_pack(path, None, signer)


def test_a_program_of_the_current_folder_never_signs(
    noted: Selection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ssh-keygen").write_text("#!/bin/sh\ntouch ran\n")
    (tmp_path / "ssh-keygen").chmod(0o700)
    key = a_key(tmp_path, "mine")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")

    with pytest.raises(ExportError, match="not installed"):
        write_pack(noted, tmp_path / "pack", key)
    assert not (tmp_path / "ran").exists()


def test_a_program_that_gives_no_answer_is_said_to_give_none(
    noted: Selection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_pack(noted, tmp_path / "pack", a_key(tmp_path, "mine")).exported.path
    (tmp_path / "ssh-keygen").write_text("#!/bin/sh\nexec sleep 60\n")
    (tmp_path / "ssh-keygen").chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(signatures, "_CHECK_S", 0.2)

    with pytest.raises(UnreadableError, match=r"ssh-keygen did not answer within 0\.2 s"):
        verify_pack(path, None, tmp_path / "mine.pub")
