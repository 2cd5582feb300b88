"""The JSON in what a model has said: around it there may be a fence, or what was thought before."""

from __future__ import annotations

import json
from typing import Any

_THOUGHTS = "</think>"


class Unusable(ValueError):  # noqa: N818  it is counted by its reason
    """The answer says nothing that could be used; the text is one word that tells why."""


def object_in(answer: str) -> dict[str, Any]:
    """The first object in it. Raises Unusable."""
    said = answer.rpartition(_THOUGHTS)[2]
    start = said.find("{")
    if start < 0:
        raise Unusable("words" if said.strip() else "empty")
    try:
        told, _ = json.JSONDecoder().raw_decode(said, start)
    except (ValueError, RecursionError) as error:
        raise Unusable("half") from error
    if not isinstance(told, dict):
        raise Unusable("form")
    return told
