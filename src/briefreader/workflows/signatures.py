"""Signatures by the reader's own key of ssh, made and checked by OpenSSH."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from briefreader.model.errors import ExportError, UnreadableError
from briefreader.model.evidence_pack import NAMESPACE

_CHECK_S = 10
_LARGEST_KEY = 100_000
_NAME = "signer"
_KINDS = ("ssh-", "ecdsa-", "sk-")


def sign(data: bytes, key: Path) -> bytes:
    """Return a signature; OpenSSH asks for a passphrase where the key has one.

    ``key``: a private key, or a public one whose private key the agent of ssh has.

    Raises:
        ExportError: OpenSSH is not there, or does not sign with this key.

    """
    program = _program()
    if program is None:
        raise ExportError("signing needs ssh-keygen, which is not installed. Install it, or pack without --sign.")
    command = [program, "-Y", "sign", "-n", NAMESPACE, "-f", str(key.absolute())]
    done = subprocess.run(command, input=data, capture_output=True, check=False)  # noqa: S603 - a program of the system
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise ExportError(f"{key}: ssh-keygen could not sign with this key: {said[-1]}")
    return done.stdout


def is_signed_by(data: bytes, signature: bytes, signer: Path) -> bool:
    """Tell whether a signature over some data was made with the private key of a public one.

    Raises:
        UnreadableError: OpenSSH is not there or gives no answer, or the file holds no public key of ssh.

    """
    program = _program()
    if program is None:
        raise UnreadableError(str(signer), "checking a signature needs ssh-keygen, which is not installed")
    key = _public_key(signer)
    with tempfile.TemporaryDirectory(prefix="briefreader-") as folder:
        allowed, signed = Path(folder) / "allowed", Path(folder) / "signature"
        allowed.write_text(f'{_NAME} namespaces="{NAMESPACE}" {key}\n', "utf-8")
        signed.write_bytes(signature)
        command = [program, "-Y", "verify", "-n", NAMESPACE, "-I", _NAME, "-f", str(allowed), "-s", str(signed)]
        try:
            done = subprocess.run(  # noqa: S603 - a program of the system, on files of ours
                command, input=data, capture_output=True, check=False, timeout=_CHECK_S
            )
        except subprocess.TimeoutExpired:
            raise UnreadableError(str(signer), f"ssh-keygen did not answer within {_CHECK_S} s") from None
    return done.returncode == 0


def _program() -> str | None:
    """Return OpenSSH's program; None without one, and for one of the current folder."""
    found = shutil.which("ssh-keygen")
    return found if found and Path(found).is_absolute() else None


def _public_key(signer: Path) -> str:
    """Return the kind and the key of the only line in a file; nothing else of it is handed on."""
    try:
        with signer.open("rb") as file:
            lines = file.read(_LARGEST_KEY).decode().split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(str(signer), "cannot read this public key") from error
    keys = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    if len(keys) != 1 or len(keys[0]) < 2 or not keys[0][0].startswith(_KINDS):  # noqa: PLR2004 - kind and key
        raise UnreadableError(str(signer), "not an SSH public key file. An example is ~/.ssh/id_ed25519.pub.")
    return " ".join(keys[0][:2])
