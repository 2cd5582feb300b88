"""A property worked out once, without a lock.

Until Python 3.12 `functools.cached_property` takes a lock at every first look; a verdict takes twenty first looks and
lives in one thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")
MOMENTS = 16
"""Cases that are remembered: a turn looks at a few, again and again, and the next one at others."""


class once(Generic[T]):  # noqa: N801  it stands where `property` stands
    """A property whose value is kept in the instance after the first look."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type) -> T:
        value = instance.__dict__[self._name] = self._make(instance)
        return value
