"""Which host a link leads to, and which hosts its words name: a reader believes the words.

No table of scripts is needed: a host with letters beyond ASCII may imitate another one, in one script or a mix of
several, so each is shown with its punycode.
"""

import re
import unicodedata
from contextlib import suppress
from urllib.parse import urlsplit

from briefreader.model.control_characters import remove_control_characters

_MOST_WORDS = 2_000
_IDEOGRAPHIC_DOT = re.compile("(?<=[a-z0-9])\u3002(?=[a-z0-9])", re.IGNORECASE)
"""Browsers take it for a dot (IDNA 2003, section 3.1); between other letters it ends a sentence."""
_LIKE_A_DOT = re.compile(
    r"(?<=[^\W_])(?:\s?[\[({](?:\.|dot)[\])}]\s?|[\u2022\u2027\u2219\u22c5]|(?<!l)\u00b7|\u00b7(?!l))(?=[a-z])",
    re.IGNORECASE,
)
"""What people read as a dot: ``example[.]com``, and dots at half height but the Catalan one of ``col·legi``."""
_INVISIBLE = re.compile("[\u00ad\u034f\u180b-\u180d\u180f\u200b-\u200d\u2060\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Joiners and variation selectors, which show nothing between the letters of a host."""
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_IP_ADDRESS = r"(?:\d{1,3}\.){3}\d{1,3}(?![\w.])"
_DOMAIN = rf"(?<![^\W_])(?:{_LABEL}\.){{1,10}}(?:xn--[\w-]{{1,59}}|[^\W\d_]{{2,24}})(?![^\W_])|{_IP_ADDRESS}"
_HOST = re.compile(rf"(?:[a-z][a-z0-9+.-]{{1,20}}://([^\s/?#@:]{{1,253}})|({_DOMAIN}))(?:[/?#]\S*)?", re.IGNORECASE)
"""A host with what follows it in its address, which names no other."""
_LONGEST_HOST = 50
"""Characters that surely fit the status line."""
_FILES = frozenset(
    """asp aspx bmp csv doc docx exe gif gz htm html ico ini jpeg jpg js json log odt pdf php png ppt pptx rtf svg tar
    tex tiff toml txt webp xls xlsx xml yaml yml""".split()
)
"""Endings of file names that no top-level domain has."""


def host_of(address: str) -> str:
    """Return the host of an address of the web or of mail, as :func:`comparable` has it; empty without one."""
    if address.lower().startswith("mailto:"):
        return comparable(address.partition("?")[0].rpartition("@")[2])
    try:
        return comparable(urlsplit(address).hostname or "")
    except ValueError:
        return ""


def hosts_named(words: str) -> set[str]:
    """Return the hosts that the words of a link name, as :func:`comparable` has them."""
    text = _INVISIBLE.sub("", remove_control_characters(words[:_MOST_WORDS]))
    text = _LIKE_A_DOT.sub(".", _IDEOGRAPHIC_DOT.sub(".", unicodedata.normalize("NFKC", text)))
    found = [match[1] or match[2] for match in _HOST.finditer(text)]
    return {comparable(host) for host in found if host.rpartition(".")[2].lower() not in _FILES}


def comparable(host: str) -> str:
    """Return a host in ASCII and lower case, without ``www.`` and without a dot at the end."""
    host = host.strip(".").casefold()
    with suppress(UnicodeError):  # too long for a host: kept as written, and equal to no other
        host = host.encode("idna").decode()
    return host.removeprefix("www.")


def shown_host(address: str) -> str:
    """Return the host that an address leads to, in ASCII; where that is punycode, what it spells follows.

    Of a long one the end is shown: it says whose the host is, and the beginning may be made to look like another.
    """
    host = host_of(address)
    if len(host) > _LONGEST_HOST:
        return f"…{host[-_LONGEST_HOST:]}"
    if not has_punycode(host):
        return host
    try:
        spelled = host.encode().decode("idna")
    except UnicodeError:
        return host
    return f"{host} (spelled {remove_control_characters(spelled)})"


def has_punycode(host: str) -> bool:
    """Return whether a host, as :func:`comparable` has it, has letters beyond ASCII, which may imitate others."""
    return not host.isascii() or any(label.startswith("xn--") for label in host.split("."))


def is_deceptive(words: str, address: str) -> bool:
    """Return whether the words of a link name another host than its target's, or the target's may imitate one."""
    host = host_of(address)
    return has_punycode(host) or len(host) > _LONGEST_HOST or bool(hosts_named(words) - {host})
