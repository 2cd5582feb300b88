"""A strict reader of compose files: the part of YAML that ours are written in, and the keys that Compose knows.

What it does not know is refused, as Compose refuses it: a key that is misspelt, a value of another kind, a volume or a
service that is nowhere. Source of the keys: the Compose Specification, 2025.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

SPACES = re.compile(" *")
KEY = re.compile(r"(<<|[\w-]+):(?: &([\w-]+))?(?: (.+))?$")
BYTES, SPAN = re.compile(r"\d+[bkmg]$"), re.compile(r"(\d+(us|ms|s|m|h))+$")
VARIABLE = re.compile(r"\$\{\w+(:\?[^}]*)?\}")


class WrongError(ValueError):
    """What Compose would not take."""


class Reader:
    """The lines of a file and its anchors, read once from the first to the last."""

    def __init__(self, text: str) -> None:
        bare = (line.rstrip() for line in text.splitlines())
        self._lines = [line for line in bare if line and not line.lstrip().startswith("#")]
        self._anchors: dict[str, Any] = {}

    def read(self) -> dict[str, Any]:
        """The whole file. Raises WrongError."""
        read: dict[str, Any] = self._mapping(0)
        if self._lines:
            raise WrongError(f"stands too far in: {self._lines[0]}")
        return read

    def _depth(self) -> int:
        found = SPACES.match(self._lines[0]) if self._lines else None
        return found.end() if found else -1

    def _mapping(self, depth: int) -> dict[str, Any]:
        read: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        while self._depth() == depth:
            line = self._lines.pop(0).strip()
            found = KEY.match(line)
            if not found or found[1] in read:
                raise WrongError(f"no key, or twice: {line}")
            name, anchor, value = found.groups()
            content = self._scalar(value) if value else self._below(depth)
            if anchor:
                self._anchors[anchor] = content
            if name == "<<":
                merged = content
            else:
                read[name] = content
        return {**merged, **read}

    def _below(self, depth: int) -> Any:
        inner = self._depth()
        if inner <= depth:
            return None
        return self._list(inner) if self._lines[0].lstrip().startswith("- ") else self._mapping(inner)

    def _list(self, depth: int) -> list[Any]:
        read = []
        while self._depth() == depth and self._lines[0].lstrip().startswith("- "):
            read.append(self._scalar(self._lines.pop(0).strip()[2:]))
        return read

    def _scalar(self, said: str) -> Any:
        if said.startswith("*"):
            if said[1:] not in self._anchors:
                raise WrongError(f"leads nowhere: {said}")
            return self._anchors[said[1:]]
        if said.startswith("["):
            return [self._scalar(one.strip()) for one in said[1:-1].split(",")]
        if said.startswith("{"):
            return dict(self._pair(one.strip()) for one in said[1:-1].split(","))
        if said.startswith('"'):
            return str(json.loads(said))
        if ": " in said or " #" in said:
            raise WrongError(f"is to stand in quotation marks: {said}")
        return {"true": True, "false": False}.get(said, int(said) if said.isdigit() else said)

    def _pair(self, said: str) -> tuple[str, Any]:
        name, _, value = said.partition(": ")
        return name, self._scalar(value)


def _is(kind: type) -> Any:
    return lambda value: type(value) is kind


def _text(value: Any) -> bool:
    return isinstance(value, str) and "$" not in VARIABLE.sub("", value)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _strings(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_text, value.values()))


def _bytes(value: Any) -> bool:
    return isinstance(value, str) and bool(BYTES.match(value))


def _span(value: Any) -> bool:
    return isinstance(value, str) and bool(SPAN.match(value))


def _each(known: dict[str, Any]) -> Any:
    """A mapping with no other keys than these."""

    def check(value: Any) -> bool:
        return isinstance(value, dict) and all(name in known and known[name](value[name]) for name in value)

    return check


CONDITIONS = ("service_started", "service_healthy", "service_completed_successfully")
TEST = ("CMD", "CMD-SHELL", "NONE")
SERVICE: dict[str, Any] = {
    "build": _text,
    "image": _text,
    "env_file": _text,
    "environment": _strings,
    "read_only": _is(bool),
    "tmpfs": _texts,
    "volumes": _texts,
    "cap_drop": _texts,
    "security_opt": _texts,
    "mem_limit": _bytes,
    "pids_limit": _is(int),
    "restart": lambda value: value in ("no", "always", "on-failure", "unless-stopped"),
    "stop_grace_period": _span,
    "logging": _each({"driver": _text, "options": _strings}),
    "depends_on": lambda value: all(one["condition"] in CONDITIONS for one in value.values()),
    "deploy": _each({"replicas": _is(int)}),
    "healthcheck": _each({"test": lambda value: _texts(value) and value[0] in TEST, "interval": _span}),
}


def services(file: Path) -> dict[str, dict[str, Any]]:
    """The services of a compose file by name, with all that they share put in. Raises WrongError."""
    read = Reader(file.read_text()).read()
    if odd := [name for name in read if name not in ("services", "volumes") and not name.startswith("x-")]:
        raise WrongError(f"{file.name}: {odd}")
    for name, service in read["services"].items():
        _check(name, service, read)
    found: dict[str, dict[str, Any]] = read["services"]
    return found


def _check(name: str, service: dict[str, Any], read: dict[str, Any]) -> None:
    wrong = [key for key, value in service.items() if key not in SERVICE or not SERVICE[key](value)]
    if wrong or ("build" in service) == ("image" in service):
        raise WrongError(f"{name}: {wrong or 'build or image'}")
    named = {volume.partition(":")[0] for volume in service.get("volumes", ())}
    if lost := (named - read["volumes"].keys()) | (service.get("depends_on", {}).keys() - read["services"].keys()):
        raise WrongError(f"{name}: {lost} is nowhere")
