"""Check the proxies that the environment names before anything connects."""

from briefreader.ingest.proxies import SCHEMES, proxy_of


def proxies_in_use() -> list[str]:
    """Return the hosts and ports of the proxies that feeds and pages come through, without what signs in to them.

    Raises:
        ProxyError: one of them cannot be used.

    """
    return sorted({str(proxy) for proxy in map(proxy_of, SCHEMES) if proxy})
