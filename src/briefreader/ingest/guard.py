"""Connections to public addresses only, checked after the name is looked up and before anything is sent."""

import socket
import typing
from collections.abc import Iterable, Iterator

import httpcore2

from briefreader.ingest.private import is_public


class PrivateAddressError(Exception):
    """A name leads to this machine or its own network."""


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects to the very address that was checked, so that a second look-up cannot give another one."""

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        """Make a backend; ``allowed`` are the hosts that may be private, because the reader typed them."""
        self._allowed = frozenset(allowed)
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
            httpcore2.ConnectError: there is no such host, or none of its addresses answers.

        """
        last: httpcore2.ConnectError | None = None
        for address in self._addresses(host, port):
            try:
                return self._plain.connect_tcp(address, port, timeout, local_address, socket_options)
            except httpcore2.ConnectError as error:
                last = error
        raise last or httpcore2.ConnectError("there is no such host")

    def _addresses(self, host: str, port: int) -> Iterator[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError("there is no such host") from error
        addresses = [str(place[4][0]) for place in found]
        if host not in self._allowed and not all(map(is_public, addresses)):
            raise PrivateAddressError(host)
        yield from addresses

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 - the library's signature
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> typing.NoReturn:
        """Refuse: no address of the web is one."""
        raise PrivateAddressError(path)
