"""Pictures, by Pillow."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image, PngImagePlugin
from PIL.ExifTags import IFD, Base

Change = Callable[[Image.Exif, str], None]
_XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a xmlns="z" NAME>NUMBER</a></x:xmpmeta>'


def _picture() -> Image.Image:
    return Image.new("RGB", (40, 30), "white")


def _exif(change: Change) -> Callable[[Path, str], None]:
    def make(path: Path, number: str) -> None:
        exif = Image.Exif()
        change(exif, number)
        _picture().save(path, exif=exif)

    return make


def _description(exif: Image.Exif, number: str) -> None:
    exif[Base.ImageDescription] = number


def _user_comment(exif: Image.Exif, number: str) -> None:
    exif.get_ifd(IFD.Exif)[Base.UserComment] = b"UNICODE\0" + number.encode("utf-16-le")


def _windows(exif: Image.Exif, number: str) -> None:
    exif[Base.XPComment] = number.encode("utf-16-le")


def _position(exif: Image.Exif, number: str) -> None:
    exif.get_ifd(IFD.GPSInfo).update({1: "N", 2: (25.0, 50.0, 1.0), 3: "E", 4: (107.0, 50.0, 1.0)})


def _comment(path: Path, number: str) -> None:
    _picture().save(path, comment=number.encode())


def _xmp(path: Path, number: str) -> None:
    _picture().save(path, xmp=_XMP.replace("NUMBER", number).replace("NAME", "").encode())


def _xmp_position(path: Path, number: str) -> None:
    _picture().save(path, xmp=_XMP.replace("NAME", 'GPSLatitude="25,50N"').replace("NUMBER", "").encode())


def _png_text(path: Path, number: str) -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", number)
    _picture().save(path, pnginfo=notes)


def _png_packed(path: Path, number: str) -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_itxt("Description", number, zip=True)
    _picture().save(path, pnginfo=notes)


def _iptc(path: Path, number: str) -> None:
    _picture().save(path)
    data = path.read_bytes()
    record = b"\x1c\x02\x78" + struct.pack(">H", len(number)) + number.encode()
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record + b"\0" * (len(record) % 2)
    body = b"Photoshop 3.0\0" + resource
    path.write_bytes(data[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + data[2:])


def _thumbnail(path: Path, number: str) -> None:
    """A second directory with a small JPEG, as cameras write it: Pillow does not."""
    small = io.BytesIO()
    _picture().resize((8, 6)).save(small, "JPEG")
    first = struct.pack("<H", 0) + struct.pack("<I", 14)
    second = struct.pack("<HHHIIHHIII", 2, 0x0201, 4, 1, 44, 0x0202, 4, 1, len(small.getvalue()), 0)
    block = b"II*\0\x08\0\0\0" + first + second + small.getvalue()
    _picture().save(path, exif=b"Exif\0\0" + block)


def _trailing(path: Path, number: str) -> None:
    _picture().save(path)
    path.write_bytes(path.read_bytes() + number.encode())


def _huge(path: Path, number: str) -> None:
    """Some hundred kilobytes that unpack to gigabytes."""
    width = height = 30_000
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1_000_000), 9)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


PICTURES: Mapping[str, tuple[Callable[[Path, str], None], str]] = {
    "exif-description.jpg": (_exif(_description), ""),
    "exif-comment.jpg": (_exif(_user_comment), ""),
    "exif-windows.jpg": (_exif(_windows), ""),
    "exif-webp.webp": (_exif(_description), ""),
    "exif-png.png": (_exif(_description), ""),
    "jpeg-comment.jpg": (_comment, ""),
    "xmp.jpg": (_xmp, ""),
    "xmp.webp": (_xmp, ""),
    "iptc.jpg": (_iptc, ""),
    "text-chunk.png": (_png_text, ""),
    "packed-chunk.png": (_png_packed, ""),
    "gps.jpg": (_exif(_position), "!attachment-location"),
    "gps.webp": (_exif(_position), "!attachment-location"),
    "gps-xmp.jpg": (_xmp_position, "!attachment-location"),
    "thumbnail.jpg": (_thumbnail, "!attachment-thumbnail"),
    "trailing.png": (_trailing, "!attachment-hidden"),
    "trailing.jpg": (_trailing, "!attachment-hidden"),
    "huge.png": (_huge, "!attachment-bomb"),
}
