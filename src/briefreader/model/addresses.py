"""Addresses: which may be asked for, and which are the same page."""

import posixpath
import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_LONGEST = 8192
_FORBIDDEN = re.compile(r"[\s\x00-\x20\x7f-\x9f\"<>\\^`{|}\u200b-\u200f\u2028-\u202e\u2060-\u206f]")
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|yclid|_hs(?:enc|mi)|vero_id|oly_\w+_id|__s|cmpid"
    r"|ocid|ncid|icid|s_cid|sessionid|phpsessid|jsessionid",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_PLAIN = "/%:@!*,;=~+-._"


def safe_address(address: str) -> str | None:
    """Return an address with its host in ASCII; None unless it is plain http or https to a named host."""
    if len(address) > _LONGEST or _FORBIDDEN.search(address):
        return None
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
        if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc:
            return None
        name = f"[{host}]" if ":" in host else host.encode("idna").decode()
        return urlunsplit(
            (
                parts.scheme.lower(),
                f"{name}:{port}" if port else name,
                quote(parts.path, safe=_PLAIN),
                quote(parts.query, safe=_PLAIN + "&?"),
                quote(parts.fragment, safe=_PLAIN + "&?"),
            )
        )
    except (ValueError, UnicodeError):
        return None


@lru_cache(maxsize=1_024)
def address_key(address: str) -> str | None:
    """Return what is the same for all addresses of one page; None for what is no address of a page.

    Left out is what differs without a difference: the scheme, ``www.``, ``m.`` and ``amp.``, default ports, dot
    segments, a slash at the end, fragments (but ``#!``), tracking parameters, the order of parameters of other names.
    It is never fetched.
    """
    safe = safe_address(address)
    if safe is None:
        return None
    parts = urlsplit(safe)
    host = re.sub(r"^(?:www|m|amp)\.(?=[^.]+\.)", "", parts.hostname or "")
    port = f":{parts.port}" if parts.port and parts.port != _DEFAULT_PORTS[parts.scheme] else ""
    path = posixpath.normpath(parts.path).replace("//", "/") if parts.path.strip("/") else ""
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True, errors="surrogateescape")
        if not _TRACKING.fullmatch(name)
    ]
    query = urlencode(sorted(kept, key=lambda one: one[0]), errors="surrogateescape")
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    return f"{host}{port}{path.rstrip('/')}{f'?{query}' if query else ''}{fragment}"


def is_same_host(one: str, other: str) -> bool:
    """Tell whether two addresses are on one host and port: whoever trusts one may trust its other pages."""
    return urlsplit(one).netloc.removeprefix("www.") == urlsplit(other).netloc.removeprefix("www.")
