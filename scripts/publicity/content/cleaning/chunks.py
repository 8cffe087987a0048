"""PNG and WebP, by their chunks: the compressed picture is copied as it is."""

from __future__ import annotations

import zlib

from publicity.content.cleaning.exif import AFTER, NOTES, tell_exif
from publicity.content.cleaning.tally import DamagedError, Tally

PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs cICP mDCV cLLI acTL fcTL fdAT".split()
)


def strip_png(data: bytes, tally: Tally) -> bytes:
    """The chunks that make the picture."""
    output, place, kind = bytearray(PNG), len(PNG), b""
    while kind != b"IEND":
        length = int.from_bytes(data[place : place + 4])
        kind, end = data[place + 4 : place + 8], place + 12 + length
        if end > len(data) or zlib.crc32(data[place + 4 : end - 4]) != int.from_bytes(data[end - 4 : end]):
            raise DamagedError()
        if kind in _PNG_KEPT:
            output += data[place:end]
        elif kind == b"eXIf":
            tell_exif(b"Exif\0\0" + data[place + 8 : end - 4], tally)
        else:
            tally.add(NOTES)
        place = end
    tally.add(AFTER, len(data) > place)
    return bytes(output)


_WEBP_KEPT = frozenset([b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"])
_HAS_EXIF_OR_XMP = 0x08 | 0x04


def strip_webp(data: bytes, tally: Tally) -> bytes:
    """The chunks that make the picture."""
    whole = 8 + int.from_bytes(data[4:8], "little")
    output, place = bytearray(b"WEBP"), 12
    while place < whole:
        kind, length = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        end = place + 8 + length + length % 2
        if end > len(data):
            raise DamagedError()
        chunk = bytearray(data[place:end])
        if kind == b"VP8X":
            chunk[8] &= ~_HAS_EXIF_OR_XMP & 0xFF
        if kind in _WEBP_KEPT:
            output += chunk
        elif kind == b"EXIF":
            tell_exif(data[place + 8 : place + 8 + length], tally)
        else:
            tally.add(NOTES)
        place = end
    tally.add(AFTER, len(data) > place)
    return b"RIFF" + len(output).to_bytes(4, "little") + bytes(output)
