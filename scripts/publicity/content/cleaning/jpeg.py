"""JPEG, by its segments: the compressed picture is copied as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publicity.content.cleaning.exif import AFTER, NOTES, THUMBNAIL, tell_exif, turn_only
from publicity.content.cleaning.tally import DamagedError, Tally

_APP0, _APP1, _APP2, _APP14, _COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
_START_OF_SCAN, _END = 0xDA, 0xD9
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def strip_jpeg(data: bytes, turn: int, tally: Tally) -> bytes:
    """The first picture alone, bare of everything but its colours; ``turn`` other than 1 is written into it."""
    head, body = bytearray(b"\xff\xd8"), bytearray()
    place = 2
    for marker, segment, after in _segments(data):
        kept = _kept_segment(marker, segment, turn, tally)
        if kept is not None:
            target = head if marker == _APP0 else body
            target += b"\xff" + bytes([marker]) + (b"" if marker == _END else (len(kept) + 2).to_bytes(2) + kept)
        if marker == _START_OF_SCAN:
            found = _NEXT_MARKER.search(data, after)
            body += data[after : found.start() if found else len(data)]
        place = after
    tally.add(AFTER, len(data) > place)
    exif = turn_only(turn)
    return bytes(head + (b"\xff\xe1" + (len(exif) + 2).to_bytes(2) + exif if turn != 1 else b"") + body)


def _segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Marker, content, and where the content ends, up to the end of the first picture."""
    place = 2
    while True:
        found = _NEXT_MARKER.search(data, place)
        if found is None:
            raise DamagedError()
        marker, start = data[found.end() - 1], found.end()
        if marker == _END:
            yield marker, b"", start
            return
        length = int.from_bytes(data[start : start + 2])
        if length < 2 or start + length > len(data):
            raise DamagedError()
        place = start + length
        yield marker, data[start + 2 : place], place


def _kept_segment(marker: int, segment: bytes, turn: int, tally: Tally) -> bytes | None:
    if marker == _APP0 and segment.startswith(b"JFIF\0"):
        tally.add(THUMBNAIL, len(segment) > 14)
        return segment[:12] + b"\0\0"
    is_profile = marker == _APP2 and segment.startswith(b"ICC_PROFILE\0")
    if is_profile or (marker == _APP14 and segment.startswith(b"Adobe")):
        return segment
    if marker == _APP1 and segment.startswith(b"Exif\0\0"):
        if segment != turn_only(turn):
            tell_exif(segment, tally)
        return None
    if marker == _COMMENT or _APP0 <= marker <= 0xEF:
        tally.add(NOTES)
        return None
    return segment
