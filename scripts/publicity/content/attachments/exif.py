"""What a camera or an editor wrote into a picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PIL import ExifTags, Image

from publicity.content.attachments.archive import decode
from publicity.content.attachments.binary import printable_texts
from publicity.content.attachments.draft import Draft, RefusedError
from publicity.content.attachments.troubles import AUTHORS, BROKEN, LOCATION, THUMBNAIL

_PEOPLE = frozenset((ExifTags.Base.Artist, ExifTags.Base.XPAuthor, ExifTags.Base.CameraOwnerName))
_WINDOWS = range(0x9C9B, 0x9CA0)
_XMP_TAG = 0x02BC
_COMMENT_HEADS = {b"ASCII\0\0\0": "ascii", b"UNICODE\0": "utf-16", b"JIS\0\0\0\0\0": "shift_jis"}


def read_exif(data: bytes, draft: Draft) -> None:
    """Every text of every directory. Raises RefusedError when the block is damaged."""
    exif = Image.Exif()
    try:
        exif.load(data)
        directories = [dict(exif), *(dict(exif.get_ifd(name)) for name in ExifTags.IFD)]
        positions = exif.get_ifd(ExifTags.IFD.GPSInfo)
        second = exif.get_ifd(ExifTags.IFD.IFD1)
    except Exception:  # whatever Pillow meets in a hostile block
        raise RefusedError(BROKEN) from None
    if any(tag in positions for tag in (1, 2, 3, 4)):
        draft.trouble(LOCATION)
    if second:
        draft.trouble(THUMBNAIL)
    for tags in directories:
        if any(str(tags[tag]).strip("\0 ") for tag in _PEOPLE & tags.keys()):
            draft.trouble(AUTHORS)
        draft.add_texts("EXIF", (text for tag, value in tags.items() for text in _texts(tag, value)))


def _texts(tag: int, value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield from _from_bytes(tag, value)
    elif isinstance(value, tuple | list) and value and all(isinstance(item, int) and item < 256 for item in value):
        yield from _from_bytes(tag, bytes(item & 255 for item in value))
    elif isinstance(value, tuple | list):
        yield from (item for item in value if isinstance(item, str))


def _from_bytes(tag: int, value: bytes) -> Iterator[str]:
    if tag in _WINDOWS:
        yield value.decode("utf-16-le", "replace").rstrip("\0")
    elif (encoding := _COMMENT_HEADS.get(value[:8])) is not None:
        # Many writers say UNICODE and write UTF-8, or in either order of bytes.
        for guess in dict.fromkeys((encoding, "utf-16-le", "utf-16-be", "utf-8", "gb18030")):
            yield value[8:].decode(guess, "ignore").rstrip("\0")
    elif tag in (ExifTags.Base.UserComment, _XMP_TAG) or value[:8] == bytes(8):
        yield decode(value.strip(b"\0"))
    else:
        yield from printable_texts(value)
