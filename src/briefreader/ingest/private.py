"""Which hosts are those of this machine and its own network."""

import ipaddress


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return ip.is_global and not ip.is_multicast


def is_written_private(host: str) -> bool:
    """Tell whether a host is written as a private address; other names have to be looked up first."""
    try:
        return not is_public(host)
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
