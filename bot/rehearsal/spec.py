"""Judges calls by the published description of the Bot API, as data. Pure: no state, no network.

The description is a JSON document with `methods` and `types`; their fields have a name, types, `required` and
a description.
Bounds such as "1-4096 characters" or "1-64 bytes" are read out of the descriptions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final, Protocol

from bot.rehearsal.entities import parse_html, units
from bot.rehearsal.errors import RefusedError

Json = Mapping[str, Any]

_BOUND = re.compile(r"(\d{1,9})-(\d{1,9}) (characters|bytes)")
_ARRAY: Final = "Array of "
_NATIVE: Final[Mapping[str, tuple[type, ...]]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
    "InputFile": (str, bytes),
}
_FAR: Final = 2**40
"""Unix seconds no entity exceeds: how far a date may lie is not the description's business."""


class Called(Protocol):
    """A call as the local Telegram records it."""

    @property
    def method(self) -> str: ...
    @property
    def parameters(self) -> Json: ...


def violations(call: Called, spec: Json) -> list[str]:
    """What the description of the Bot API has against a call; nothing when it is a good one."""
    described = spec["methods"].get(call.method)
    if described is None:
        return [f"{call.method}: no such method"]
    values = {name: _natural(value, _types(described, name)) for name, value in call.parameters.items()}
    return _fields(call.method, values, described.get("fields", []), spec)


def _types(described: Json, name: str) -> list[str]:
    fields = described.get("fields", [])
    return next((field["types"] for field in fields if field["name"] == name), [])


def _natural(value: Any, types: list[str]) -> Any:
    """A value that came as a string of a form, as the JSON it stands for."""
    if not isinstance(value, str) or {"String", "InputFile"} & set(types):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _fields(where: str, values: Json, fields: list[Json], spec: Json) -> list[str]:
    known = {field["name"]: field for field in fields}
    wrong = [f"{where}: unknown field {name}" for name in values if name not in known]
    wrong += [
        f"{where}: {name} is missing" for name, field in known.items() if field["required"] and name not in values
    ]
    for name, value in values.items():
        if name in known:
            wrong += _value(f"{where}.{name}", value, known[name]["types"], spec)
            wrong += _bounds(f"{where}.{name}", value, known[name]["description"], values.get("parse_mode"))
    return wrong


def _value(where: str, value: Any, types: list[str], spec: Json) -> list[str]:
    """What is wrong with a value that may have any of the types: nothing if it fits one, else the least."""
    return min((_one(where, value, kind, spec) for kind in types), key=len, default=[])


def _one(where: str, value: Any, kind: str, spec: Json) -> list[str]:
    if kind.startswith(_ARRAY):
        if not isinstance(value, list | tuple):
            return [f"{where}: {kind} expected"]
        return [w for i, item in enumerate(value) for w in _one(f"{where}[{i}]", item, kind[len(_ARRAY) :], spec)]
    if kind in _NATIVE:
        fits = isinstance(value, _NATIVE[kind]) and (kind == "Boolean" or not isinstance(value, bool))
        return [] if fits else [f"{where}: {kind} expected"]
    if not isinstance(value, Mapping):
        return [f"{where}: {kind} expected"]
    described = spec["types"][kind]
    if subtypes := described.get("subtypes"):
        return _value(where, value, subtypes, spec)
    return _fields(where, value, described.get("fields", []), spec)


def _bounds(where: str, value: Any, description: str, parse_mode: Any) -> list[str]:
    """Lengths the description tells; texts with markup are measured without it."""
    bound = _BOUND.search(description)
    if bound is None or not isinstance(value, str):
        return []
    if parse_mode and "pars" in description:
        try:
            value = parse_html(value, _FAR)[0]
        except RefusedError as refused:
            return [f"{where}: {refused.description}"]
    length = units(value) if bound[3] == "characters" else len(value.encode())
    return [] if int(bound[1]) <= length <= int(bound[2]) else [f"{where}: {length} {bound[3]}, not {bound.group()}"]
