"""What an address says of an article: who publishes it, and the day in its path."""

import re
from collections import Counter
from datetime import date
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from briefreader.ingest.dates import days_in
from briefreader.ingest.month_names import MONTHS
from briefreader.ingest.outlets import NAMES, OUTLETS

_SHARED_SUFFIXES = frozenset("ac co com edu gen go gob gouv gov govt mil ne net nhs nic or org".split())
"""What stands before a country's letters where these alone are nobody's name: ``co.uk``, ``com.au``, ``go.jp``."""
_PLATFORMS = frozenset(
    """substack.com medium.com github.io gitlab.io wordpress.com blogspot.com ghost.io beehiiv.com tumblr.com
    netlify.app vercel.app pages.dev hashnode.dev bearblog.dev typepad.com livejournal.com buttondown.email
    buttondown.com herokuapp.com firebaseapp.com web.app squarespace.com wixsite.com weebly.com notion.site
    readthedocs.io micro.blog mataroa.blog write.as over-blog.com hatenablog.com""".split()
)
"""Where each name before the host is another publisher's."""
_CARRIERS = frozenset(
    """google.com news.google.com feedburner.com feedproxy.google.com t.co bit.ly lnkd.in archive.org web.archive.org
    archive.is archive.ph archive.today getpocket.com feedly.com list-manage.com mailchi.mp campaign-archive.com
    localhost raw.githubusercontent.com docs.google.com drive.google.com dropbox.com notion.so facebook.com x.com
    twitter.com linkedin.com flipboard.com apple.news feedspot.com inoreader.com""".split()
)
"""Who passes on what others publish."""
_KEEPERS = frozenset(["archive", "archives"])
"""Who keeps what others have published, each under a name of its own."""
_ROLES = frozenset("www www2 m amp mobile blog blogs news newsroom press media en de fr es it edition old".split())
_AFFIXES = """the news daily today times post blog tech weekly security business insider review journal world
    affairs wire tribune herald gazette report reports brief briefing digest observer guardian chronicle mail
    express star standard telegraph globe monitor watch daily sun press magazine network market markets finance
    financial money invest investor energy science policy hacker computer data labs research online central
    street week hour register record letter notes club lab hub space point radar""".split()
_LONGEST_PLACE = 40_000
_WORDS = re.compile(r"[^\W_][\w&’']*")
_MOST_WORDS = 5
_SHORTEST_PART = 3
_IN_PATH = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<name>[a-z]{3,9})/(?P<day>\d{1,2})(?!\d)", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)"),
)
KNOWN, SPELLED, GUESSED = 0.9, 0.8, 0.5


class NamedHost(NamedTuple):
    """Who an address belongs to, and how sure that is."""

    publisher: str
    confidence: float


def publisher_of(url: str, words: str) -> NamedHost | None:
    """Return who publishes at an address; None for who only passes on what others publish.

    A host that is not known is named as ``words`` (the article with its title) spell it, else by its own parts.
    """
    host = host_of(url)
    if not host or host in _CARRIERS or _registered(host) in _CARRIERS or re.fullmatch(r"[\d.:\[\]]+", host):
        return None
    labels = host.split(".")
    for start in range(len(labels) - 1):
        if known := OUTLETS.get(".".join(labels[start:])):
            return NamedHost(known, KNOWN)
    label = label_of(host)
    if spelled := _spelled(label, words):
        return NamedHost(spelled, SPELLED)
    return NamedHost(_parted(label), GUESSED)


def host_of(url: str) -> str:
    """Return the host of an address in lower case, without ``www``; empty for what is no address."""
    try:
        parts = urlsplit(url)
        inner = re.search(r"/(https?:/{1,2}[^/]+.*)", parts.path)
        if inner and parts.hostname and "archive." in parts.hostname:
            return host_of(re.sub("^(https?):/+", r"\1://", inner[1]))
        return re.sub(r"^www\d?\.", "", (parts.hostname or "").lower())
    except ValueError:
        return ""


def label_of(host: str) -> str:
    """Return the part of a host that names its owner: ``havn`` of ``news.havn.co.uk`` and ``havn.substack.com``."""
    registered = _registered(host)
    if registered in _PLATFORMS and host != registered:
        return host.removesuffix(f".{registered}").rpartition(".")[2]
    label = registered.split(".")[0]
    own = host.removesuffix(f".{registered}").rpartition(".")[2]
    return own if label in _KEEPERS and host != registered else label


def agrees(name: str, url: str) -> bool:
    """Tell whether a name is that of an address's owner: its words, the beginning of them, or their initials."""
    host = host_of(url)
    if not host:
        return False
    label, squeezed = _squeeze(label_of(host)), _squeeze(name)
    initials = "".join(word[0] for word in _WORDS.findall(name.casefold()))
    known = publisher_of(url, "")
    return (
        squeezed == label
        or (len(label) > 1 and initials == label)
        or (len(squeezed) > _SHORTEST_PART and (squeezed in label or label in squeezed) and len(label) > _SHORTEST_PART)
        or (known is not None and known.confidence >= KNOWN and _squeeze(known.publisher) == squeezed)
        or _squeeze(host) == squeezed
    )


def is_outlet(name: str) -> bool:
    """Tell whether a publisher of this name is known."""
    folded = name.casefold()
    return folded in NAMES or f"the {folded}" in NAMES or folded.removeprefix("the ") in NAMES


def day_in_address(url: str) -> date | None:
    """Return the day in the path of an address or the name of a file; None where none is named in full."""
    path = unquote(re.sub(r"^https?://[^/]*", "", url)).split("?")[0]
    for form in _IN_PATH:
        for match in form.finditer(path):
            parts = match.groupdict()
            month = MONTHS.get(parts["name"].lower()) if "name" in parts else int(parts["month"])
            found = next(days_in(f"{parts['year']}-{month:02}-{parts['day']}"), None) if month else None
            if found:
                return found.day
    return None


def _registered(host: str) -> str:
    labels = host.split(".")
    country = 2
    of_two = len(labels) > country and len(labels[-1]) == country and labels[-2] in _SHARED_SUFFIXES
    return ".".join(labels[-3 if of_two else -2 :])


def _squeezed(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _squeeze(name: str) -> str:
    """Return a name as hosts have it: without spaces, signs and a "The" at its beginning."""
    return _squeezed(re.sub(r"^the(?:\s+|(?=\w{4}))", "", name.casefold()))


def _spelled(label: str, words: str) -> str | None:
    """Return a label as the text spells it in words with capitals, most often; None where it does not."""
    wanted = _squeezed(label)
    place = words if len(words) <= _LONGEST_PLACE else words[: _LONGEST_PLACE // 2] + words[-_LONGEST_PLACE // 2 :]
    found: Counter[str] = Counter()
    for line in place.split("\n"):
        tokens = list(_WORDS.finditer(line))
        for number, first in enumerate(tokens):
            if not wanted.startswith(_squeezed(first[0])[:_SHORTEST_PART]) or first[0][0].islower():
                continue
            for last in tokens[number : number + _MOST_WORDS]:
                phrase = line[first.start() : last.end()]
                if _squeezed(phrase) == wanted:
                    found[phrase] += 1
    return max(found, key=lambda phrase: (found[phrase], " " in phrase), default=None)


def _parted(label: str) -> str:
    """Return a label as words, at hyphens and where words that names of publications are made of part it."""
    parts = [word for word in re.split(r"[-_]", label) if word]
    if len(parts) == 1:
        parts = _split_off(parts[0])
    return " ".join(word if re.search("[A-Z]", word) else word[0].upper() + word[1:] for word in parts)


def _split_off(word: str) -> list[str]:
    before, after = [], []
    for affix in sorted(_AFFIXES, key=len, reverse=True):
        if affix != "the" and word.endswith(affix) and len(word) - len(affix) >= _SHORTEST_PART:
            after, word = [affix], word.removesuffix(affix)
            break
    for affix in ("the", "daily"):
        if word.startswith(affix) and len(word) - len(affix) >= _SHORTEST_PART:
            before, word = [affix], word.removeprefix(affix)
            break
    return [*before, word, *after]
