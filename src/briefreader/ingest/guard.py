"""Connections to public addresses only, checked after the name is looked up and before anything is sent."""

import socket
import ssl
import typing
from collections.abc import Iterable, Iterator
from time import monotonic

import httpcore2

from briefreader.ingest.private import is_public


class PrivateAddressError(Exception):
    """A name leads to this machine or its own network."""


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects to the very address that was checked, so that a second look-up cannot give another one."""

    def __init__(self, allowed: Iterable[tuple[str, int]], until: float) -> None:
        """Make a backend; ``allowed`` are hosts and ports that may be private, because the reader typed them.

        ``until`` is when all must have come, by the monotonic clock.
        """
        self._allowed = frozenset(allowed)
        self._until = until
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of the host that answers.

        Raises:
            PrivateAddressError: an address of the host is not a public one.
            httpcore2.ConnectError: host not found, or none of its addresses answers.

        """
        last: httpcore2.ConnectError | None = None
        for address in self._addresses(host, port):
            try:
                stream = self._plain.connect_tcp(address, port, timeout, local_address, socket_options)
                return _TimedStream(stream, self._until)
            except httpcore2.ConnectError as error:
                last = error
        raise last or httpcore2.ConnectError("host not found")

    def _addresses(self, host: str, port: int) -> Iterator[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError("host not found") from error
        addresses = [str(place[4][0]) for place in found]
        if (host, port) not in self._allowed and not all(map(is_public, addresses)):
            raise PrivateAddressError(host)
        yield from addresses

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 - the library's signature
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,  # noqa: ARG002 - httpcore2 asks for it
    ) -> typing.NoReturn:
        """Refuse: no address of the web is one."""
        raise PrivateAddressError(path)


class _TimedStream(httpcore2.NetworkStream):
    """A stream that ends at a moment, however slowly the other side drips: limits of the library are for each read."""

    def __init__(self, stream: httpcore2.NetworkStream, until: float) -> None:
        self._stream = stream
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what there is.

        Raises:
            httpcore2.ReadTimeout: nothing came in time, or all had to have come by now.

        """
        left = self._until - monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("took too long")
        return self._stream.read(max_bytes, min(left, timeout or left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        """Close the stream."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """Return the same stream, encrypted."""
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, timeout), self._until)

    def get_extra_info(self, info: str) -> typing.Any:  # noqa: ANN401 - the library's signature
        """Return what the library asks of the stream below."""
        return self._stream.get_extra_info(info)
