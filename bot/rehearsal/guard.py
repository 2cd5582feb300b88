"""Who may talk to the rehearsal: programs and pages of this machine that mean it. Pure.

The server listens on 127.0.0.1 only. A foreign web page in the same browser could still send requests there,
or reach it under a name of its own; both show in the headers Host and Origin. Which port the browser called does
not matter: over `ssh -L` it is another one, and a foreign page cannot choose the name in Host.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

OWN_HEADER: Final = b"x-rehearsal"
"""A header that a foreign page cannot send without asking first, and nobody answers it."""


_OWN_HOST: Final = re.compile(rb"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?")
"""The names of this machine to itself, with any port."""


def foreign(headers: Iterable[tuple[bytes, bytes]], *, changes: bool = False) -> bool:
    """Whether a request comes from elsewhere; `changes` asks for the page's own header as well."""
    found = dict(headers)
    host, origin = found.get(b"host", b""), found.get(b"origin")
    if not _OWN_HOST.fullmatch(host) or (origin is not None and origin != b"http://" + host):
        return True
    if found.get(b"sec-fetch-site", b"none") not in {b"none", b"same-origin"}:
        return True
    return changes and OWN_HEADER not in found


def foreign_scope(scope: Mapping[str, Any], *, changes: bool = False) -> bool:
    """The same of an ASGI scope."""
    return foreign(scope["headers"], changes=changes)


def how_to_come_in(port: int) -> str:
    """What is said to a browser that is not let in."""
    return (
        f"This page answers to its own machine only, as http://localhost:{port}. From another, fetch its port:\n\n"
        f"    ssh -L {port}:localhost:{port} THAT-MACHINE\n\nand open http://localhost:{port} beside you. "
        "Another port beside you will do, too; another name will not.\n"
    )
