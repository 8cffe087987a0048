"""Pictures: what a camera or an editor writes beside the pixels. Pixels are not touched unless they must be turned."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps

from publicity.content.cleaning.chunks import PNG, strip_png, strip_webp
from publicity.content.cleaning.jpeg import strip_jpeg
from publicity.content.cleaning.tally import CannotCleanError, Tally

MAX_PIXELS = 60_000_000
_JPEG = b"\xff\xd8\xff"
_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
_ORIENTATION = 0x0112


def clean_image(data: bytes, suffix: str, tally: Tally) -> bytes:
    """A picture of its own: turned upright as its EXIF says, then bare."""
    if _format_of(data) != _FORMATS[suffix]:
        raise CannotCleanError(f"文件的内容不是 {suffix}", "请用画图打开，另存为 PNG 或 JPEG 后再清理")
    bare = strip_image(data, tally, keep_turn=False)
    return _turned(data) if _orientation(data) != 1 else bare


def strip_image(data: bytes, tally: Tally, *, keep_turn: bool = True) -> bytes:
    """The same pixels without their company. ``keep_turn`` keeps which way is up: pages that show it count on that."""
    form = _format_of(data)
    if form == "JPEG":
        turn = _orientation(data) if keep_turn else 1
        return strip_jpeg(data, turn, tally)
    if form == "PNG":
        return strip_png(data, tally)
    if form == "WEBP":
        return strip_webp(data, tally)
    raise CannotCleanError("里面有 PNG、JPEG 以外的图片，清理不了", "请把图片换成 PNG 或 JPEG，再清理")


def _format_of(data: bytes) -> str:
    if data.startswith(_JPEG):
        return "JPEG"
    if data.startswith(PNG):
        return "PNG"
    return "WEBP" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def _opened(data: bytes) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own bound is lower
        try:
            image = Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP"))
        except Image.DecompressionBombError:
            raise _too_large() from None
    if image.width * image.height > MAX_PIXELS:
        raise _too_large()
    return image


def _too_large() -> CannotCleanError:
    return CannotCleanError("图片太大（超过6000万像素）", "请缩小后再清理")


def _orientation(data: bytes) -> int:
    turn = _opened(data).getexif().get(_ORIENTATION, 1)
    return turn if turn in range(2, 9) else 1


def _turned(data: bytes) -> bytes:
    image = _opened(data)
    options: dict[str, object] = {"icc_profile": image.info.get("icc_profile")}
    if image.format in ("JPEG", "MPO"):
        # The same tables as before: turning costs next to nothing that can be seen.
        options |= {"qtables": image.quantization, "subsampling": "4:4:4"}  # type: ignore[attr-defined]
    elif image.format == "WEBP":
        options |= {"lossless": True}
    form = {"MPO": "JPEG"}.get(image.format or "", image.format)
    upright = ImageOps.exif_transpose(image)
    upright.info = {}
    output = io.BytesIO()
    upright.save(output, form, **options)
    return strip_image(output.getvalue(), Tally(), keep_turn=False)
