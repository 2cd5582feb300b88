"""Which Afterword this is."""

from __future__ import annotations

from importlib import metadata


def version() -> str:
    """The version of the release, as pip knows it; a tree that was never installed has none."""
    try:
        return metadata.version("afterword")
    except metadata.PackageNotFoundError:
        return "unknown"
