"""What no other program reads in a store, kept compressed: a third of its size."""

import zlib

from briefreader.model.errors import StoreError

LARGEST = 64 * 2**20
"""In bytes. A hostile store could hold a value that unpacks to any size; none of ours comes near this one."""


def pack(text: str) -> bytes:
    """Return a text compressed."""
    return zlib.compress(text.encode())


def unpack(data: bytes) -> str:
    """Return the text of :func:`pack`.

    Raises:
        StoreError: the data is damaged, or the text exceeds ``LARGEST``.

    """
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(data, LARGEST).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise StoreError(f"the store is damaged ({error}). Run briefreader doctor.") from error
    if not unpacker.eof:
        raise StoreError("the store is damaged (a value is cut off or too large). Run briefreader doctor.")
    return text
