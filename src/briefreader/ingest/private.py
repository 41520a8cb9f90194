"""Which hosts are those of this machine and its own network."""

import ipaddress
import re
import socket

_WITH_AN_OLD_ONE_INSIDE = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "2002::/16", "::/96", "fec0::/10")))


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open internet; those that lead to another inside them are none."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    ip = getattr(ip, "ipv4_mapped", None) or ip
    leads_on = any(ip.version == network.version and ip in network for network in _WITH_AN_OLD_ONE_INSIDE)
    return ip.is_global and not ip.is_multicast and not leads_on


def is_written_private(host: str) -> bool:
    """Tell whether a host is written as a private address, in any old way; other names have to be looked up first."""
    host = host.rstrip(".").lower()
    try:
        return not is_public(host)
    except ValueError:
        pass
    if re.fullmatch(r"(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+)){0,3}", host):
        try:
            return not is_public(socket.inet_ntoa(socket.inet_aton(host)))
        except OSError:
            return True
    return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
