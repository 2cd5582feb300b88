"""Who may talk to the rehearsal: programs and pages of this machine that mean it. Pure.

The server listens on 127.0.0.1 only. A foreign web page in the same browser could still send requests there,
or reach it under a name of its own; both show in the headers Host and Origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

OWN_HEADER: Final = b"x-rehearsal"
"""A header that a foreign page cannot send without asking first, and nobody answers it."""


@lru_cache(maxsize=16)
def hosts(port: int) -> frozenset[bytes]:
    """The names under which the server may be called."""
    return frozenset({b"127.0.0.1:%d" % port, b"localhost:%d" % port})


def foreign(headers: Iterable[tuple[bytes, bytes]], port: int, *, changes: bool = False) -> bool:
    """Whether a request comes from elsewhere; `changes` asks for the page's own header as well."""
    found = dict(headers)
    host, origin = found.get(b"host", b""), found.get(b"origin")
    if host not in hosts(port) or (origin is not None and origin != b"http://" + host):
        return True
    if found.get(b"sec-fetch-site", b"none") not in {b"none", b"same-origin"}:
        return True
    return changes and OWN_HEADER not in found


def foreign_scope(scope: Mapping[str, Any], *, changes: bool = False) -> bool:
    """The same of an ASGI scope."""
    return foreign(scope["headers"], scope["server"][1], changes=changes)
