"""What stands around the settings: names that are none of ours, a .env that cannot be read, a proxy."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies_environment, proxy_bypass

from dotenv.parser import parse_stream

PREFIX = "AFTERWORD_"
ENV_FILE = Path(".env")
ENV_ENCODING = "utf-8-sig"
"""UTF-8, with or without the mark that some editors put first."""
_NOT_OURS_TO_JUDGE = re.compile(r"AFTERWORD_(TEST_\w+|SERVICE_HOST|SERVICE_PORT\w*|PORT(_\d+_(TCP|UDP)\w*)?)")
"""The tests' own, and what Kubernetes sets in every container beside a service that is called afterword."""
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_ENDPOINT = re.compile(r"https?://[^/?#\s]++\S*+")


def names_in(path: Path) -> set[str]:
    """The names that the file sets; none where there is no file.

    Raises ValueError with one line for a file that cannot be read, or a line in it.
    """
    if not path.exists():
        return set()
    try:
        text = path.read_text(encoding=ENV_ENCODING)
    except OSError as error:
        raise ValueError(f"{path} cannot be read ({error.strerror}). Give this user the right, or move it.") from error
    except ValueError:
        text = "\0"
    if "\0" in text:
        raise ValueError(f"{path} is no text in UTF-8. Save it as UTF-8.")
    lines = list(parse_stream(StringIO(text)))
    for line in lines:
        if line.error or (line.key and line.value is None):
            raise ValueError(f"Line {line.original.line} of {path} cannot be read. Write NAME=value.")
    return {line.key for line in lines if line.key}


def unknown(names: Collection[str], known: Collection[str]) -> Iterator[str]:
    """A line for each name that looks like a setting and is none, with the likely right one."""
    for name in sorted({name.upper() for name in names}):
        if not name.startswith(PREFIX) or name in known or _NOT_OURS_TO_JUDGE.fullmatch(name):
            continue
        likely = get_close_matches(name.removeprefix(PREFIX), [one.removeprefix(PREFIX) for one in known], 1)
        hint = f"Is {PREFIX}{likely[0]} meant?" if likely else "`afterword check` lists all there are."
        yield f"{name} is no setting. {hint}"


def endpoint(address: str) -> str:
    """The address, if it is one that can be spoken to over HTTP. Raises ValueError."""
    if _parts(address) is None or not _ENDPOINT.fullmatch(address):
        raise ValueError("must be an address that begins with http:// or https://")
    return address


def proxy_for(url: str) -> str | None:
    """The proxy that the environment names for this address (HTTPS_PROXY, ALL_PROXY, NO_PROXY), never for this machine.

    Raises ValueError for one that is not spoken to over HTTP; what it says is not repeated, it may hold a password.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if host in _LOOPBACK or proxy_bypass(host):
        return None
    proxies = getproxies_environment()
    name = parts.scheme if proxies.get(parts.scheme) else "all"
    proxy = proxies.get(name)
    if not proxy:
        return None
    proxy = proxy if "://" in proxy else f"http://{proxy}"
    found = _parts(proxy)
    if found is None or found.scheme not in ("http", "https"):
        raise ValueError(
            f"{name.upper()}_PROXY names a proxy that cannot be used here. Write http://host:port, or unset it."
        )
    return proxy


def _parts(address: str) -> SplitResult | None:
    """The pieces of an address with a host and, where it names one, a port that there is."""
    try:
        parts = urlsplit(address)
        return parts if parts.hostname and (parts.port is None or parts.port) else None
    except ValueError:
        return None
