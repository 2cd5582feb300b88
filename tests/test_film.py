"""The moving picture of the README: how the single pictures are put together, and that it stays small."""

import struct

from tools.film import FILE, LARGEST, TIMES, Frame, animated


def still(picture: bytes) -> bytes:
    """A WebP file around the bytes of a picture."""
    chunk = struct.pack("<4sI", b"VP8 ", len(picture)) + picture + b"\0" * (len(picture) % 2)
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def frames(film: bytes) -> list[tuple[int, ...]]:
    """Left, top, width, height, milliseconds and the length of each picture of a moving WebP."""
    found, position = [], 12
    while position < len(film):
        name, size = struct.unpack_from("<4sI", film, position)
        body = film[position + 8 : position + 8 + size]
        if name == b"ANMF":
            left, top, width, height, shown = (int.from_bytes(body[i : i + 3], "little") for i in range(0, 15, 3))
            (length,) = struct.unpack_from("<I", body, 20)
            found.append((left * 2, top * 2, width + 1, height + 1, shown, length))
        position += 8 + size + size % 2
    return found


def test_pictures_follow_each_other_each_in_its_place() -> None:
    film = animated(
        [Frame(still(b"whole"), (0, 0, 920, 600), 900), Frame(still(b"part"), (10, 20, 31, 40), 70)], 920, 600
    )

    assert (film[:4], film[8:16]) == (b"RIFF", b"WEBPVP8X")
    assert struct.unpack_from("<I", film, 4) == (len(film) - 8,)
    assert (int.from_bytes(film[24:27], "little"), int.from_bytes(film[27:30], "little")) == (919, 599)
    assert frames(film) == [(0, 0, 920, 600, 900, 5), (10, 20, 31, 40, 70, 4)]
    assert struct.unpack_from("<H", film, film.index(b"ANIM") + 12) == (TIMES,)


def test_the_film_that_is_shown_is_small_and_moves() -> None:
    film = FILE.read_bytes()
    assert len(film) <= LARGEST
    assert len(frames(film)) > 10
