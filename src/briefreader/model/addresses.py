"""Addresses: which may be asked for, and which are the same page."""

import posixpath
import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_LONGEST = 8192
_FORBIDDEN = re.compile(r"[\s\x00-\x20\x7f-\x9f\"<>\\^`{|}\u200b-\u200f\u2028-\u202e\u2060-\u206f]")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?", re.IGNORECASE | re.ASCII)
"""Browsers decode or refuse any other character, so that they would go elsewhere than we say."""
_IP_6 = re.compile(r"[0-9a-f:.]+", re.IGNORECASE | re.ASCII)
_IP_4 = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}", re.ASCII)
_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)\.?", re.IGNORECASE | re.ASCII)
"""A host whose last part is a number: browsers read it as an IP address (URL Standard, section 3.5)."""
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|yclid|_hs(?:enc|mi)|vero_id|oly_\w+_id|__s|cmpid"
    r"|ocid|ncid|icid|s_cid|sessionid|phpsessid|jsessionid",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_PLAIN = "/%:@!*,;=~+-._"


def safe_address(address: str) -> str | None:
    """Return an address with its host in ASCII; None unless it is plain http or https to a named host.

    An IP address in another form than the usual one, such as ``2130706433``, is none either: it hides where it leads.
    """
    if not is_plain_address(address):
        return None
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
        if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc:
            return None
        name = host if ":" in host else host.encode("idna").decode()
        if not _is_host(name):
            return None
        name = f"[{host}]" if ":" in host else name
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


def is_plain_address(address: str) -> bool:
    """Tell whether a text may be kept as an address of the web: nothing in it acts, but it may lead nowhere."""
    return (
        len(address) <= _LONGEST
        and address[:8].lower().startswith(("http://", "https://"))
        and not _FORBIDDEN.search(address)
    )


def hostname_of(address: str) -> str | None:
    """Return the host of an address, in lower case; None without one."""
    try:
        return urlsplit(address).hostname
    except ValueError:  # such as http://[x
        return None


def _is_host(name: str) -> bool:
    if ":" in name:
        return bool(_IP_6.fullmatch(name))
    return bool(_IP_4.fullmatch(name) if _NUMBER.fullmatch(name) else _HOST.fullmatch(name))


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
