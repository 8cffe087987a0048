"""Pictures: what their metadata says, and whether anything hangs on behind them. What they show only a person sees."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable

from PIL import Image, UnidentifiedImageError

from publicity.content.attachments.draft import Draft, RefusedError
from publicity.content.attachments.exif import read_exif
from publicity.content.attachments.flow import Flow
from publicity.content.attachments.magic import sniff
from publicity.content.attachments.segments import SPLITTERS, Segment
from publicity.content.attachments.troubles import AUTHORS, BROKEN, LOCATION, PIXELS, THUMBNAIL, TRAILING
from publicity.content.attachments.xml import parse_xml

MAX_PIXELS = 50_000_000
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "ICO")


def read_picture(name: str, data: bytes, draft: Draft) -> None:
    """Raises RefusedError when it is damaged or too large to be shown."""
    kind = sniff(data)
    with warnings.catch_warnings():
        # Pillow warns of large pictures; here they are refused.
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                width, height = picture.size
                if width * height * getattr(picture, "n_frames", 1) > MAX_PIXELS * 4 or width * height > MAX_PIXELS:
                    raise RefusedError(PIXELS)
                info = {key: value for key, value in picture.info.items() if isinstance(value, str | bytes)}
                exif = picture.getexif().tobytes() if kind == "tiff" else b""
                picture.verify()
        except Image.DecompressionBombError:
            raise RefusedError(PIXELS) from None
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
            raise RefusedError(BROKEN) from None
    split = SPLITTERS.get(kind)
    if split is None:
        draft.add_texts("图片说明", (value for value in info.values() if isinstance(value, str)))
        draft.add_texts(
            "图片说明", (value.decode("utf-8", "replace") for value in info.values() if isinstance(value, bytes))
        )
        read_segments([Segment("exif", exif)] if exif else [], draft)
        return
    segments, end = split(data)
    if data[end:].strip(b"\0\r\n "):
        draft.trouble(TRAILING)
    read_segments(segments, draft)


def read_segments(segments: Iterable[Segment], draft: Draft) -> None:
    """What the parts beside the pixels say."""
    for segment in segments:
        if segment.kind == "exif":
            read_exif(segment.data, draft)
        elif segment.kind == "xmp":
            read_xmp(segment.data, draft)
        elif segment.kind == "thumbnail":
            draft.trouble(THUMBNAIL)
        else:
            draft.add_texts("图片说明", segment.texts())


def read_xmp(data: bytes, draft: Draft) -> None:
    """An XMP packet, in a picture or a PDF; an unreadable one is read as plain text."""
    flow = Flow()
    try:
        asides = parse_xml(data.strip(b"\0 \r\n"), flow)
    except RefusedError:
        draft.add_texts("XMP 属性", data.decode("utf-8", "replace").splitlines())
        return
    draft.add_texts("XMP 属性", [*(text for _, text in flow.lines), *flow.rest, *asides])
    names = b"".join(data.split())
    if b"GPSLatitude" in names or b"GPSLongitude" in names:
        draft.trouble(LOCATION)
    if b"xmp:Thumbnails" in names or b"xmpGImg:image" in names:
        draft.trouble(THUMBNAIL)
    if b"dc:creator" in names:
        draft.trouble(AUTHORS)
