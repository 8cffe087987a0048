"""The parts of a JPEG, PNG or WebP beside its pixels, and where the picture ends."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from publicity.content.attachments.archive import decode
from publicity.content.attachments.binary import printable_texts
from publicity.content.attachments.draft import RefusedError
from publicity.content.attachments.troubles import BROKEN, TRAILING

# Chunks of PNG and of its animated form; what a program adds of its own may be as large as a note, not as a file.
_PNG_CHUNKS = frozenset((
    b"IHDR", b"PLTE", b"IDAT", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD", b"hIST", b"tRNS", b"pHYs",
    b"sPLT", b"tIME", b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"acTL", b"fcTL", b"fdAT",
))  # fmt: skip
_MAX_PRIVATE = 1024
MAX_TEXT = 1024 * 1024


@dataclass(frozen=True)
class Segment:
    """``kind``: exif, xmp, thumbnail, text (of an unknown encoding) or other."""

    kind: str
    data: bytes

    def texts(self) -> list[str]:
        """What it says."""
        return decode(self.data).splitlines() if self.kind == "text" else printable_texts(self.data)


_STANDALONE = frozenset((0x01, *range(0xD0, 0xD8)))
_XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"
_XMP_MORE = b"http://ns.adobe.com/xmp/extension/\0"


def split_jpeg(data: bytes) -> tuple[list[Segment], int]:
    """Markers up to the end of the image."""
    segments: list[Segment] = []
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xD9:
            return segments, at + 2
        if marker == 0xFF or marker in _STANDALONE:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        segments.extend(_jpeg_segment(marker, data[at + 4 : at + 2 + length]))
        at += 2 + max(length, 2)
        if marker == 0xDA:
            at = _after_scan(data, at)
    if data[at : at + 2] == b"\xff\xd9":
        return segments, at + 2
    raise RefusedError(BROKEN)


def _after_scan(data: bytes, at: int) -> int:
    """The next marker after compressed pixels, where 0xFF is followed by zero or a restart."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] and data[at + 1] not in _STANDALONE and data[at + 1] != 0xFF:
            return at
        at += 1
    raise RefusedError(BROKEN)


def _jpeg_segment(marker: int, body: bytes) -> Iterator[Segment]:
    if marker == 0xFE:
        yield Segment("text", body)
    elif marker == 0xE1 and body.startswith(b"Exif\0"):
        yield Segment("exif", body[6:])
    elif marker == 0xE1 and body.startswith(_XMP_HEAD):
        yield Segment("xmp", body[len(_XMP_HEAD) :])
    elif marker == 0xE1 and body.startswith(_XMP_MORE):
        yield Segment("text", body[len(_XMP_MORE) + 40 :])
    elif marker == 0xED and body.startswith(b"Photoshop 3.0\0"):
        yield from _photoshop(body[14:])
    elif marker == 0xE0 and body[:5] in (b"JFIF\0", b"JFXX\0"):
        has_thumbnail = body[:4] == b"JFXX" or (len(body) >= 14 and body[12] * body[13] > 0)
        yield Segment("thumbnail" if has_thumbnail else "other", body)
    elif 0xE0 <= marker <= 0xEF:
        yield Segment("other", body)


def _photoshop(body: bytes) -> Iterator[Segment]:
    """Image resources: IPTC texts, thumbnails, and the rest."""
    at = 0
    while body[at : at + 4] == b"8BIM" and at + 12 <= len(body):
        number = int.from_bytes(body[at + 4 : at + 6], "big")
        name = body[at + 6] + 1
        start = at + 6 + name + name % 2
        size = int.from_bytes(body[start : start + 4], "big")
        resource = body[start + 4 : start + 4 + size]
        if number == 0x0404:
            yield from _iptc(resource)
        else:
            yield Segment("thumbnail" if number in (0x0409, 0x040C) else "other", resource)
        at = start + 4 + size + size % 2
    yield Segment("other", body[at:])


def _iptc(data: bytes) -> Iterator[Segment]:
    at = 0
    while data[at : at + 1] == b"\x1c" and at + 5 <= len(data):
        size = int.from_bytes(data[at + 3 : at + 5], "big")
        yield Segment("text", data[at + 5 : at + 5 + size])
        at += 5 + size
    yield Segment("other", data[at:])


def split_png(data: bytes) -> tuple[list[Segment], int]:
    """Chunks up to IEND."""
    segments: list[Segment] = []
    at, private = 8, 0
    while at + 12 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + size]
        at += 12 + size
        if kind == b"IEND":
            return segments, at
        if kind not in _PNG_CHUNKS:
            private += size
            if private > _MAX_PRIVATE or not kind[0] & 0x20:
                raise RefusedError(TRAILING)
        segments.extend(_png_chunk(kind, body))
    raise RefusedError(BROKEN)


def _png_chunk(kind: bytes, body: bytes) -> Iterator[Segment]:
    if kind == b"eXIf":
        yield Segment("exif", body)
    elif kind in (b"tEXt", b"zTXt"):
        key, _, value = body.partition(b"\0")
        yield from _keyword(key, value if kind == b"tEXt" else inflate(value[1:]))
    elif kind == b"iTXt":
        key, _, value = body.partition(b"\0")
        packed, text = value[:1] == b"\1", value[2:].split(b"\0", 2)
        yield from _keyword(key, inflate(text[-1]) if packed else text[-1])
        yield Segment("text", b" ".join(text[:-1]))
    elif kind[0] & 0x20:
        yield Segment("other", body)


def _keyword(key: bytes, value: bytes) -> Iterator[Segment]:
    yield Segment("xmp" if key.startswith(b"XML:com.adobe.xmp") else "text", value)
    yield Segment("text", key)


def inflate(data: bytes) -> bytes:
    """Unpacked, up to a bound. Raises RefusedError when it cannot be, or holds more."""
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(data, MAX_TEXT)
    except zlib.error:
        raise RefusedError(BROKEN) from None
    if unpacker.unconsumed_tail:
        raise RefusedError(BROKEN)
    return plain


def split_webp(data: bytes) -> tuple[list[Segment], int]:
    """RIFF chunks."""
    segments: list[Segment] = []
    end = 8 + int.from_bytes(data[4:8], "little")
    at = 12
    while at + 8 <= min(end, len(data)):
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
        if kind == b"EXIF":
            segments.append(Segment("exif", body.removeprefix(b"Exif\0\0")))
        elif kind == b"XMP ":
            segments.append(Segment("xmp", body))
        elif kind not in (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"):
            segments.append(Segment("other", body))
    return segments, end


SPLITTERS: dict[str, Callable[[bytes], tuple[list[Segment], int]]] = {
    "jpeg": split_jpeg,
    "png": split_png,
    "webp": split_webp,
}
