"""Every ending that the site and what may stand in docs/ have: how it is served, and what readers and programs are told."""

from __future__ import annotations

from typing import NamedTuple


class Ending(NamedTuple):
    """``media_type`` as registered at IANA, but for OFD, which is not; ``word``: what a reader knows it by."""

    media_type: str
    word: str = "文件"
    picture: bool = False


_OPEN_XML = "application/vnd.openxmlformats-officedocument"
ENDINGS: dict[str, Ending] = {
    "html": Ending("text/html"),
    "css": Ending("text/css"),
    "js": Ending("text/javascript"),
    "txt": Ending("text/plain", "文本"),
    "conf": Ending("text/plain"),
    "config": Ending("text/plain"),
    "csv": Ending("text/csv", "CSV 表格"),
    "ics": Ending("text/calendar"),
    "json": Ending("application/json"),
    "jsonld": Ending("application/ld+json"),
    "webmanifest": Ending("application/manifest+json"),
    "atom": Ending("application/atom+xml"),
    "xml": Ending("application/xml"),
    "svg": Ending("image/svg+xml", "图片", picture=True),
    "png": Ending("image/png", "图片", picture=True),
    "jpg": Ending("image/jpeg", "图片", picture=True),
    "jpeg": Ending("image/jpeg", "图片", picture=True),
    "webp": Ending("image/webp", "图片", picture=True),
    "ico": Ending("image/vnd.microsoft.icon", "图片", picture=True),
    "pdf": Ending("application/pdf", "PDF"),
    "ofd": Ending("application/ofd", "OFD 版式文件"),
    "docx": Ending(f"{_OPEN_XML}.wordprocessingml.document", "Word 文档"),
    "xlsx": Ending(f"{_OPEN_XML}.spreadsheetml.sheet", "Excel 表格"),
    "pptx": Ending(f"{_OPEN_XML}.presentationml.presentation", "PPT 幻灯片"),
    "zip": Ending("application/zip", "ZIP 压缩包"),
    "gz": Ending("application/gzip"),
}
PICTURES = tuple(f".{name}" for name, one in ENDINGS.items() if one.picture)
_OTHER = Ending("application/octet-stream")


def ending_of(name: str) -> Ending:
    """Of a file's name or address; a preview may show a file that no check lets through."""
    return ENDINGS.get(name.rpartition(".")[2].lower(), _OTHER)
