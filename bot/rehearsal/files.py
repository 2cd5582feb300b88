"""The files of the local Telegram: kept in memory, known by id and by path; pictures are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from bot.rehearsal.errors import bad
from bot.rehearsal.parameters import Upload

Json = dict[str, Any]

LARGEST_PHOTO: Final = 10 * 2**20
LARGEST_UPLOAD: Final = 50 * 2**20
LARGEST_DOWNLOAD: Final = 20 * 2**20
_FOLDERS: Final = {"photo": "photos", "document": "documents", "voice": "voice"}
_JPEG_SIZES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file; `path` is what getFile tells."""

    id: str
    kind: str
    path: str
    name: str
    mime: str
    data: bytes

    def described(self) -> Json:
        """What every file object of Telegram has."""
        return {"file_id": self.id, "file_unique_id": f"u{self.id}", "file_size": len(self.data)}

    def as_document(self) -> Json:
        """A Document."""
        return {**self.described(), "file_name": self.name, "mime_type": self.mime}

    def as_photo(self) -> list[Json]:
        """A photo in the one size that is kept."""
        width, height = picture_size(self.data)
        return [{**self.described(), "width": width, "height": height}]

    def as_media(self) -> Json | list[Json]:
        """As a message carries it, by its kind."""
        return self.as_photo() if self.kind == "photo" else self.as_document()

    def as_voice(self) -> Json:
        """A voice message; a second is said to take 2,000 bytes."""
        return {**self.described(), "duration": max(1, len(self.data) // 2000), "mime_type": self.mime}


class Files:
    """Every file that was sent."""

    def __init__(self) -> None:
        self.by_id: dict[str, StoredFile] = {}
        self.by_path: dict[str, StoredFile] = {}

    def keep(self, kind: str, upload: Upload) -> StoredFile:
        """Store an upload under a new id."""
        number = len(self.by_id) + 1
        ending = upload.filename.rpartition(".")[2].lower() if "." in upload.filename else "bin"
        ending = ending if ending.isalnum() and len(ending) <= 8 else "bin"
        path = f"{_FOLDERS[kind]}/file_{number}.{ending}"
        stored = StoredFile(f"{kind}-{number}", kind, path, upload.filename, upload.mime, upload.data)
        self.by_id[stored.id] = self.by_path[path] = stored
        return stored

    def from_bot(self, kind: str, value: Upload | str) -> StoredFile:
        """What a bot sends: an upload, or the id of a file that is known. Raises RefusedError (400)."""
        if isinstance(value, str):
            return self._known(kind, value)
        if not value.data:
            raise bad("file must be non-empty")
        if len(value.data) > (LARGEST_PHOTO if kind == "photo" else LARGEST_UPLOAD):
            raise bad("file is too big")
        if kind == "photo":
            _refuse_picture(value.data)
        return self.keep(kind, value)

    def download(self, file_id: str) -> Json:
        """The answer of getFile. Raises RefusedError (400) for unknown files and those over 20 MB."""
        stored = self.by_id.get(file_id)
        if stored is None:
            raise bad("invalid file_id")
        if len(stored.data) > LARGEST_DOWNLOAD:
            raise bad("file is too big")
        return {**stored.described(), "file_path": stored.path}

    def _known(self, kind: str, file_id: str) -> StoredFile:
        if file_id.startswith(("http://", "https://")):
            raise bad("failed to get HTTP URL content")
        stored = self.by_id.get(file_id)
        if stored is None:
            raise bad("wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            raise bad(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored


def _refuse_picture(data: bytes) -> None:
    width, height = picture_size(data)
    if not width or not height:
        raise bad("IMAGE_PROCESS_FAILED")
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG or JPEG; 0, 0 for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    return 0, 0


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Walks the segments of a JPEG to the one that tells its size."""
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        if data[position + 1] in _JPEG_SIZES:
            high, wide = data[position + 5 : position + 7], data[position + 7 : position + 9]
            return int.from_bytes(wide, "big"), int.from_bytes(high, "big")
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return 0, 0
