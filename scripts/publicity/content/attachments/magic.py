"""What a file is, by its first bytes."""

from __future__ import annotations

import re

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "cfb"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\x00\x00\x01\x00", "ico"),
    (b"MZ", "exe"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "exe"),
    (b"{\\rtf", "rtf"),
)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*+<(?:\?xml|svg|!--)")
# What a browser or a spreadsheet takes for a page, whatever the file is called.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+<(?:!doctype|html|head|body|script|iframe|table|meta|title|style|img|a|div|p|br|font|b|h1|object"
    rb"|embed|form|link|base)[\s>/]",
    re.IGNORECASE,
)
_SYLK = re.compile(rb"(?:\xef\xbb\xbf)?\s*+ID;P", re.IGNORECASE)
_IMAGES = frozenset(("png", "jpeg", "gif", "bmp", "tiff", "webp", "ico"))


def sniff(data: bytes) -> str:
    """The kind of file that begins so; empty when it could be text or anything."""
    for start, kind in _MAGIC:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if _PAGE.match(data):
        return "page"
    if _SYLK.match(data):
        return "sylk"
    return "xml" if _XML.match(data) else ""


def is_image(kind: str) -> bool:
    """Whether pictures are of that kind."""
    return kind in _IMAGES


def is_encrypted_office(data: bytes) -> bool:
    """Whether a compound file holds an Office file of today under a password, rather than one of an old format."""
    return "EncryptedPackage".encode("utf-16-le") in data
