"""Connections to the public internet only: every resolved address is checked, and the checked one is connected to.

Checking first and letting the client look the name up again would leave a gap in which the answer can change. The
certificate is still checked against the name: only the way to the socket is ours.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable

import httpcore
import httpx

LOOK_UP_SECONDS = 5.0
MOST_ADDRESSES = 3
"""Of one name, tried in turn."""
HTTPS_PORT = 443
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_INSIDE = tuple(
    map(ipaddress.ip_network, ("192.0.0.0/24", "168.63.129.16/32", "fec0::/10", "64:ff9b:1::/48", "2001::/23"))
)
"""They look public and are not: addresses of protocols, the machine beside every machine at a large host, the private
addresses of the first IPv6, and NAT64 of one's own."""

Resolve = Callable[[str], Awaitable[list[str]]]


class PrivateAddressError(httpcore.ConnectError):
    """The name leads to an address that is not on the public internet."""


def is_public(address: str) -> bool:
    """Whether a numeric address is on the public internet, also when it is wrapped in another (NAT64, 6to4, mapped).

    `ipaddress` calls multicast and some wrapped addresses global, so its word alone does not count.
    """
    ip = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        nat64 = ipaddress.ip_address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None
        for wrapped in (ip.ipv4_mapped, ip.sixtofour, nat64):
            if wrapped is not None:
                return is_public(str(wrapped))
        if ip.teredo is not None:
            return False
    looks_public = ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_private)
    return looks_public and not any(ip in network for network in _INSIDE if network.version == ip.version)


async def look_up(host: str) -> list[str]:
    """The numeric addresses of a name. Raises httpcore.ConnectError when there is none within LOOK_UP_SECONDS."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(LOOK_UP_SECONDS):
            found = await loop.getaddrinfo(host, HTTPS_PORT, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, TimeoutError) as error:
        raise httpcore.ConnectError(f"the name was not found ({type(error).__name__})") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Guard(httpcore.AsyncNetworkBackend):
    """Opens connections to checked addresses. One bad address among several of a name refuses the name."""

    def __init__(self, resolve: Resolve = look_up, inner: httpcore.AsyncNetworkBackend | None = None) -> None:
        self._resolve, self._inner = resolve, inner or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  the signature is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to a checked address of `host`. Raises PrivateAddressError, httpcore.ConnectError."""
        if port != HTTPS_PORT:
            raise PrivateAddressError("only port 443 is reached")
        addresses = await self._resolve(host)
        if not addresses or not all(map(is_public, addresses)):
            raise PrivateAddressError("the name leads to a private address")
        for address in addresses[:MOST_ADDRESSES]:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109  the signature is httpcore's
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Never: a feed is on the internet."""
        raise PrivateAddressError("no local sockets")

    async def sleep(self, seconds: float) -> None:
        """Wait between two tries."""
        await self._inner.sleep(seconds)


def transport(guard: Guard | None = None, trusted: ssl.SSLContext | None = None) -> httpx.AsyncHTTPTransport:
    """A transport that connects through the guard. It reads no proxy from the environment."""
    made = httpx.AsyncHTTPTransport(trust_env=False)
    made._pool = httpcore.AsyncConnectionPool(
        ssl_context=trusted or ssl.create_default_context(), network_backend=guard or Guard()
    )
    return made
