"""What cameras write: where, when, with what; and which way is up."""

from __future__ import annotations

from PIL import Image

from publicity.content.cleaning.tally import Tally

NOTES, AFTER, THUMBNAIL = "图片里的说明和编辑记录", "图片末尾的附加数据", "照片的缩略图"
_SHOT, _PLACE = "照片的拍摄信息（时间、设备等）", "照片的拍摄地点"
_GPS = 0x8825


def tell_exif(exif: bytes, tally: Tally) -> None:
    """Count what an EXIF block holds; it opens with ``Exif`` and two zeros."""
    found = Image.Exif()
    try:
        found.load(exif)
        has_place, has_thumbnail = bool(found.get_ifd(_GPS)), b"\xff\xd8\xff" in exif
    except Exception:  # damaged EXIF goes all the same; what it held nobody can say
        has_place = has_thumbnail = False
    tally.add(_SHOT)
    tally.add(_PLACE, has_place)
    tally.add(THUMBNAIL, has_thumbnail)


def turn_only(turn: int) -> bytes:
    """An EXIF block that says which way is up and nothing else."""
    return b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" + bytes([turn]) + bytes(6)
