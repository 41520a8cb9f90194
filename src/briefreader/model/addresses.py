"""Addresses that may be handed to a browser."""

import re
from urllib.parse import quote, urlsplit, urlunsplit

_LONGEST = 8192
_FORBIDDEN = re.compile(r"[\s\x00-\x20\x7f-\x9f\"<>\\^`{|}\u200b-\u200f\u2028-\u202e\u2060-\u206f]")
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
    except (ValueError, UnicodeError):
        return None
    return urlunsplit(
        (
            parts.scheme.lower(),
            f"{name}:{port}" if port else name,
            quote(parts.path, safe=_PLAIN),
            quote(parts.query, safe=_PLAIN + "&?"),
            quote(parts.fragment, safe=_PLAIN + "&?"),
        )
    )
