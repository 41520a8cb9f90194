"""Get what stands at an address: HTTP with validators, limits, and no way to private places.

Limits: 10 redirects, each checked anew; 5 s to connect, 20 s between bytes, 60 s in all; a size after decoding, so that
a bomb stops where it grows.
"""

import re
import ssl
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from time import monotonic
from types import MappingProxyType
from urllib.parse import urljoin, urlsplit

import httpcore2

from briefreader.ingest.clean import clean_line
from briefreader.ingest.guard import GuardedBackend, PrivateAddressError
from briefreader.ingest.private import is_written_private
from briefreader.ingest.proxies import ProxyAddress, proxy_for
from briefreader.model.addresses import safe_address
from briefreader.model.errors import ProxyError

LARGEST_PAGE = 5_000_000
_AGENT = "briefreader/0.1 (+https://briefreader.example/)"
_ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"
MOST_REDIRECTS = 10
_TIMEOUTS = {"connect": 5.0, "read": 20.0, "write": 20.0, "pool": 5.0}
LONGEST_S = 60.0
_GZIP_BEGIN = b"\x1f"
"""gzip may have several members, one after the other (RFC 1952, section 2.2)."""
_PERMANENT = (301, 308)
_NONE_LARGER: Mapping[str, int] = MappingProxyType({})
_REDIRECTS = (301, 302, 303, 307, 308)


class FetchError(Exception):
    """Why nothing came, in words for the reader."""

    def __init__(self, words: str) -> None:
        super().__init__(clean_line(words, 300))  # a server has a part in them


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came from an address."""

    url: str
    """Where it came from in the end."""
    status: int
    data: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    """By name in lower case."""
    moved_to: str | None = None
    """Where the address has moved for good, when every redirect to ``url`` says so."""


def fetch(
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    largest: int = LARGEST_PAGE,
    larger: Mapping[str, int] = _NONE_LARGER,
    typed: bool = False,
) -> Fetched:
    """Return what stands at an address; a status of 400 and more is no error here.

    ``largest`` is how many bytes may come, ``larger`` how many of some content types. ``typed`` says that the reader
    has written the address, so that its host may be a private one.

    Raises:
        FetchError: it is no address, nothing answered, or what came breaks a limit.

    """
    until, permanent, place = monotonic() + LONGEST_S, True, url
    allowed = {_host_and_port(safe_address(url) or "")} if typed else set()
    for _ in range(MOST_REDIRECTS + 1):
        address = safe_address(place)
        if address is None:
            raise FetchError(f"{place} is not a web address")
        fetched = _get(address, headers or {}, lambda kind: larger.get(kind, largest), until, frozenset(allowed))
        target = fetched.headers.get("location")
        if fetched.status in _REDIRECTS and not target:
            raise FetchError("redirects without an address")
        if fetched.status not in _REDIRECTS or not target:
            moved = address if permanent and address != safe_address(url) else None
            return Fetched(
                url=address, status=fetched.status, data=fetched.data, headers=fetched.headers, moved_to=moved
            )
        permanent = permanent and fetched.status in _PERMANENT
        place = _joined(address, target)
        if address.startswith("https:") and not place.startswith("https:"):
            raise FetchError(f"{urlsplit(address).hostname} redirects from a secure to an insecure connection")
    raise FetchError(f"more than {MOST_REDIRECTS} redirects")


def content_type(headers: Mapping[str, str]) -> str:
    """Return the bare content type that headers name; empty without one."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def _get(
    address: str,
    headers: Mapping[str, str],
    limit: Callable[[str], int],
    until: float,
    allowed: frozenset[tuple[str, int]],
) -> Fetched:
    host = urlsplit(address).hostname or ""
    named = _proxy_for(address)
    proxy = httpcore2.Proxy(named.url, auth=named.sign_in) if named else None
    if named:  # which looks names up for us, and may itself be a neighbour
        if is_written_private(host) and _host_and_port(address) not in allowed:
            raise FetchError(f"{host} is on this machine or its local network")
        allowed |= {(named.host, named.port)}
    sent = {"User-Agent": _AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate", **headers}
    asked = [(name.encode("ascii"), value.encode("latin-1", "ignore")) for name, value in sent.items()]
    try:
        with (
            httpcore2.ConnectionPool(
                ssl_context=_ssl_context(), proxy=proxy, network_backend=GuardedBackend(allowed, until), retries=0
            ) as pool,
            pool.stream("GET", address, headers=asked, extensions={"timeout": _TIMEOUTS}) as response,
        ):
            found = _headers(response.headers)
            largest = limit(content_type(found))
            data = b"" if response.status in _REDIRECTS else _read(response, found, largest, until)
            return Fetched(url=address, status=response.status, data=data, headers=found)
    except PrivateAddressError as error:
        raise FetchError(f"{host} is on this machine or its local network") from error
    except httpcore2.TimeoutException as error:
        raise FetchError(f"{host} did not answer in time") from error
    except httpcore2.ConnectError as error:
        raise FetchError(f"{host} cannot be reached: {_words(error)}") from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.ProxyError, OSError) as error:
        raise FetchError(f"{host} broke the connection: {_words(error)}") from error


def _proxy_for(address: str) -> ProxyAddress | None:
    try:
        return proxy_for(address)
    except ProxyError as problem:
        raise FetchError(str(problem)) from None


def _headers(pairs: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return headers by name; of several links all, else the last."""
    found: dict[str, str] = {}
    for name, value in ((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in pairs):
        found[name] = f"{found[name]}, {value}" if name == "link" and name in found else value
    return found


def _read(response: httpcore2.Response, headers: Mapping[str, str], largest: int, until: float) -> bytes:
    """Return the body, decoded; it ends at once where it grows too large or takes too long."""
    pieces: list[bytes] = []
    size = 0
    for piece in _decoded(response.iter_stream(), headers.get("content-encoding", ""), largest):
        size += len(piece)
        if size > largest:
            raise FetchError(f"larger than {largest // 1_000_000} MB")
        if monotonic() > until:
            raise FetchError(f"took longer than {LONGEST_S:.0f} s")
        pieces.append(piece)
    return b"".join(pieces)


def _decoded(pieces: Iterator[bytes], encoding: str, largest: int) -> Iterator[bytes]:
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return pieces
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"sent in an unsupported encoding ({encoding[:40]})")
    return _unpacked(pieces, encoding, largest)


def _unpacked(pieces: Iterator[bytes], encoding: str, largest: int) -> Iterator[bytes]:
    decoder = None
    try:
        for piece in pieces:
            rest = piece
            while rest:
                if decoder is None or (decoder.eof and encoding != "deflate" and rest.startswith(_GZIP_BEGIN)):
                    decoder = zlib.decompressobj(_window(encoding, rest))
                if decoder.eof:
                    break
                yield decoder.decompress(rest, largest)
                rest = decoder.unconsumed_tail or decoder.unused_data
    except zlib.error as error:
        raise FetchError("the answer cannot be unpacked") from error
    if decoder is not None and not decoder.eof:
        raise FetchError("the answer is incomplete")


def _window(encoding: str, begin: bytes) -> int:
    """Return how zlib is to read; some servers send deflate without its own head."""
    is_raw = encoding == "deflate" and begin[0] & 0x0F != zlib.DEFLATED
    return -zlib.MAX_WBITS if is_raw else zlib.MAX_WBITS | 32


@cache
def _ssl_context() -> ssl.SSLContext:
    return ssl.create_default_context()


def _host_and_port(address: str) -> tuple[str, int]:
    parts = urlsplit(address)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _joined(address: str, target: str) -> str:
    """Return where a redirect leads; servers write it as bytes of UTF-8, which headers read as Latin-1."""
    with suppress(UnicodeError):
        target = target.encode("latin-1").decode("utf-8")
    try:
        return urljoin(address, target)
    except ValueError as error:
        raise FetchError(f"redirects to {target}, which is not a web address") from error


def _words(error: Exception) -> str:
    return re.sub(r"^\[(?:Errno|SSL[^\]]*)[^\]]*\]\s*", "", str(error)) or type(error).__name__
