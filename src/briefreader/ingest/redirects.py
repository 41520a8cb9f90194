"""Where the links of mails lead that go by way of somebody who counts clicks; nobody is asked."""

import binascii
import re
import string
from base64 import urlsafe_b64decode
from itertools import islice
from urllib.parse import parse_qsl, unquote, urlsplit

from briefreader.ingest.clean import clean_url

_NAMES = ("url", "u", "redirect", "redirect_url", "target", "dest", "destination", "to", "link", "r")
_SEARCH = re.compile(r"(?:www\.)?google\.[a-z.]{2,6}")
_IN_PATH = re.compile(r"/C?L0/(https?:%2F%2F[^/]+)", re.IGNORECASE)
_GUARDED_2 = re.compile(r"https?://urldefense\.(?:proofpoint\.)?com/v2/url\?(?:.*&)?u=([^&]+)")
_GUARDED_3 = re.compile(r"https?://urldefense\.(?:proofpoint\.)?com/v3/__(?P<url>.+?)__;(?P<marks>[\w-]*)!")
_MARK = re.compile(r"\*(?:\*(.))?")
_RUNS = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"
"""After two stars: how many letters stand there, from two on."""
_MOST = 3


def undone_redirect(url: str) -> str:
    """Return where a link leads, when it says so itself."""
    for _ in range(_MOST):
        target = clean_url(_target(url))
        if target is None:
            return url
        url = target
    return url


def _target(url: str) -> str:
    """Return what a link says of where it leads; empty where it does not.

    Method: Proofpoint's own decoder for urldefense, versions 2 and 3.
    """
    try:
        parts = urlsplit(url)
        if found := _GUARDED_2.match(url):
            return unquote(found[1].replace("-", "%").replace("_", "/"))
        if found := _GUARDED_3.match(url):
            return _unguarded(found["url"], found["marks"])
        if found := _IN_PATH.search(parts.path):
            return unquote(found[1])
        said = {name.lower(): value for name, value in parse_qsl(parts.query)}
    except ValueError:
        return ""
    names = (*_NAMES, "q") if _SEARCH.fullmatch(parts.netloc) and parts.path == "/url" else _NAMES
    return next((said[name] for name in names if clean_url(said.get(name, ""))), "")


def _unguarded(url: str, marks: str) -> str:
    """Return an address in which stars stand for letters that are told apart from it."""
    try:
        letters = iter(urlsafe_b64decode(f"{marks}==").decode())
    except (binascii.Error, UnicodeDecodeError):
        return ""

    def put(mark: re.Match[str]) -> str:
        return "".join(islice(letters, _RUNS.find(mark[1]) + 2 if mark[1] else 1))

    return _MARK.sub(put, re.sub("^(https?:/)(?!/)", r"\1/", unquote(url)))
