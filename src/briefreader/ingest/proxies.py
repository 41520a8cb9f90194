"""The proxies that the environment names: ``http_proxy``, ``https_proxy``, ``all_proxy`` and ``no_proxy``.

Their values may hold a password. No error here quotes one, and none has another as its cause, whose text would.
"""

import ipaddress
import re
import urllib.request
from fnmatch import fnmatchcase
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from briefreader.model.errors import ProxyError

SCHEMES = ("http", "https")
_LOCAL = ("localhost", "127.0.0.1", "::1")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?", re.IGNORECASE | re.ASCII)
_EXEMPT = re.compile(r"[a-z0-9_.*-]{1,253}(?::\d{1,5})?", re.IGNORECASE | re.ASCII)
_PORTS = {"http": 80, "https": 443}


class ProxyAddress(NamedTuple):
    """Where a proxy is, and what signs in to it; ``str`` leaves that out."""

    scheme: str
    host: str
    port: int
    sign_in: tuple[str, str] | None

    def __str__(self) -> str:
        return f"{self._bracketed}:{self.port}"

    def __repr__(self) -> str:
        return f"<proxy {self}>"

    @property
    def url(self) -> str:
        """Its address, without what signs in to it."""
        return f"{self.scheme}://{self._bracketed}:{self.port}"

    @property
    def _bracketed(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host


def proxy_of(scheme: str) -> ProxyAddress | None:
    """Return the proxy for addresses of a scheme, ``http`` or ``https``; None without one.

    Raises:
        ProxyError: it cannot be used.

    """
    named = urllib.request.getproxies()
    used = next((kind for kind in (scheme, "all") if named.get(kind)), None)
    return _parse(f"{used}_proxy", named[used]) if used else None


def proxy_for(address: str) -> ProxyAddress | None:
    """Return the proxy for an address; None where it is asked for directly.

    Raises:
        ProxyError: the environment cannot be used.

    """
    parts = urlsplit(address)
    host = (parts.hostname or "").rstrip(".")
    proxy = proxy_of(parts.scheme)
    if proxy is None or host in _LOCAL:
        return None
    port = parts.port or _PORTS.get(parts.scheme, 0)
    exempt = any(_is_exempt(host, port, entry) for entry in _exemptions())
    return None if exempt or urllib.request.proxy_bypass(host) else proxy


def ignored_exemptions() -> list[int]:
    """Return which entries of ``no_proxy`` are not understood, counted from 1; what is in them may be a password."""
    return [number for number, entry in enumerate(_exemptions(), 1) if not _is_understood(entry)]


def _parse(variable: str, value: str) -> ProxyAddress:
    wrong = ""
    try:
        parts = urlsplit(value if "://" in value else f"http://{value}")
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
    except ValueError:
        wrong, scheme, host, port = "not an address such as http://proxy.example:3128", "", "", None
    if not wrong and scheme not in SCHEMES:
        known = scheme if scheme.startswith("socks") and scheme.isalnum() else "this kind of"
        wrong = f"{known} proxy is not supported, only http and https"
    elif not wrong and not (_is_host(host) and value.isprintable() and " " not in value):
        wrong = "not an address such as http://proxy.example:3128"
    if wrong:
        raise ProxyError(variable, wrong)
    sign_in = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return ProxyAddress(scheme, host, port or _PORTS[scheme], sign_in)


def _is_host(host: str) -> bool:
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return bool(_HOST.fullmatch(host)) and ".." not in host


def _exemptions() -> list[str]:
    return [entry.strip() for entry in urllib.request.getproxies().get("no", "").split(",") if entry.strip()]


def _is_understood(entry: str) -> bool:
    return _network(entry) is not None or bool(_EXEMPT.fullmatch(entry))


def _is_exempt(host: str, port: int, entry: str) -> bool:
    network = _network(entry)
    if network is not None:
        try:
            return ipaddress.ip_address(host) in network
        except ValueError:
            return False
    if not _is_understood(entry):
        return False
    name, _, wanted = entry.lower().partition(":")
    name = name.strip(".").removeprefix("*.")
    return (fnmatchcase(host, name) or fnmatchcase(host, f"*.{name}")) and wanted in ("", str(port))


def _network(entry: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    try:
        return ipaddress.ip_network(entry.strip("[]"), strict=False)
    except ValueError:
        return None
