"""Reads the parameters of a call out of its HTTP body: query, form, JSON or multipart, as bots send them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import parse_qsl

from bot.rehearsal.errors import RefusedError, bad
from bot.rehearsal.parameters import Upload

Json = dict[str, Any]

LARGEST_BODY: Final = 64 * 2**20
ATTACHED: Final = "attach://"
"""How a parameter names a file that came with the call."""


def parameters_of(query: bytes, content_type: bytes, body: bytes) -> Json:
    """The parameters by name, as they came. Raises RefusedError (400, 413) for a body that cannot be read."""
    found: Json = dict(parse_qsl(query.decode(), keep_blank_values=True)) if query else {}
    if not body:
        return found
    if len(body) > LARGEST_BODY:
        raise RefusedError(413, "Request Entity Too Large")
    kind = content_type.partition(b";")[0].strip().lower()
    if kind == b"application/x-www-form-urlencoded":
        found.update(parse_qsl(body.decode(), keep_blank_values=True))
    elif kind == b"application/json":
        found.update(_json(body))
    elif kind == b"multipart/form-data":
        found.update(multipart(content_type, body))
    else:
        raise bad("unsupported content type")
    return _attached(found)


def _json(body: bytes) -> Json:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise bad("can't parse request JSON object") from None
    if not isinstance(found, dict):
        raise bad("can't parse request JSON object")
    return found


def multipart(content_type: bytes, body: bytes) -> Json:
    """The fields of a multipart form; files become Uploads."""
    from python_multipart import create_form_parser
    from python_multipart.exceptions import FormParserError
    from python_multipart.multipart import Field, File

    found: Json = {}

    def take_field(field: Field) -> None:
        found[(field.field_name or b"").decode()] = (field.value or b"").decode()

    def take_file(file: File) -> None:
        file.file_object.seek(0)
        name, mime = (file.file_name or b"").decode(), file.content_type or "application/octet-stream"
        found[(file.field_name or b"").decode()] = Upload(name, mime, file.file_object.read())
        file.close()

    try:
        parser = create_form_parser(
            {"Content-Type": content_type},
            take_field,
            take_file,
            config={"MAX_MEMORY_FILE_SIZE": LARGEST_BODY},
        )
        parser.write(body)
        parser.finalize()
    except FormParserError:
        raise bad("can't parse multipart form") from None
    return found


def _attached(found: Json) -> Json:
    """Uploads in the places that name them as `attach://name`."""
    used: set[str] = set()

    def upload(value: Any) -> Any:
        if not isinstance(value, str) or not value.startswith(ATTACHED):
            return value
        name = value.removeprefix(ATTACHED)
        if name not in found:
            raise bad(f'file "{name}" is not attached')
        used.add(name)
        return found[name]

    filled = {name: _media(value, upload) if name == "media" else upload(value) for name, value in found.items()}
    return {name: value for name, value in filled.items() if name not in used or value is not found[name]}


def _media(value: Any, upload: Callable[[Any], Any]) -> Any:
    """The description of a medium with its upload in it; what is none is left to those who read parameters."""
    if not isinstance(value, str) or ATTACHED not in value:
        return value
    described = _json(value.encode())
    return {name: upload(one) for name, one in described.items()}
