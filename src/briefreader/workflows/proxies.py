"""The proxies that the environment names, and what is wrong with them."""

from briefreader.ingest.proxies import SCHEMES, ignored_exemptions, proxy_of
from briefreader.model.errors import ProxyError


def proxies_in_use() -> tuple[list[str], list[ProxyError]]:
    """Return the hosts and ports of the proxies in use, without what signs in to them, and the problems of others."""
    used: set[str] = set()
    problems: list[ProxyError] = []
    for scheme in SCHEMES:
        try:
            proxy = proxy_of(scheme)
        except ProxyError as problem:
            problems.append(problem)
        else:
            used |= {str(proxy)} if proxy else set()
    return sorted(used), problems


def check_proxies() -> None:
    """Check that at least ``http`` or ``https`` addresses can be asked for.

    Raises:
        ProxyError: neither can.

    """
    _, problems = proxies_in_use()
    if len(problems) == len(SCHEMES):
        raise problems[0]


def ignored_in_no_proxy() -> str | None:
    """Return in words which entries of ``no_proxy`` are ignored; None when all are understood."""
    numbers = ignored_exemptions()
    if not numbers:
        return None
    which = f"entries {', '.join(map(str, numbers))} are" if len(numbers) > 1 else f"entry {numbers[0]} is"
    return f"no_proxy: {which} ignored: not a host (example.org or *.example.org), an address or a network"
