"""Which reader reads which file, and what its first bytes must be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from publicity.content.attachments.bundle import read_ofd, read_zip
from publicity.content.attachments.draft import Draft, RefusedError, TooMuchError
from publicity.content.attachments.magic import is_encrypted_office, is_image, sniff
from publicity.content.attachments.office import read_office
from publicity.content.attachments.pdf import read_pdf
from publicity.content.attachments.picture import read_picture
from publicity.content.attachments.plain import read_csv, read_svg, read_text
from publicity.content.attachments.troubles import BROKEN, ENCRYPTED, INNER_DRAWING, LYING, OLD_FORMAT, UNKNOWN_TYPE

Reader = Callable[[str, bytes, Draft], None]

_OLD = frozenset((".doc", ".xls", ".ppt", ".wps", ".et", ".dps", ".dot", ".xlt", ".pot", ".pps", ".rtf", ".mht"))
_OFFICE = frozenset((".docx", ".xlsx", ".pptx"))
# By suffix: what the first bytes must show, and the reader.
_KINDS: dict[str, tuple[frozenset[str], Reader]] = {
    **dict.fromkeys(_OFFICE, (frozenset(["zip"]), read_office)),
    ".ofd": (frozenset(["zip"]), read_ofd),
    ".zip": (frozenset(["zip"]), read_zip),
    ".pdf": (frozenset(["pdf"]), read_pdf),
    ".png": (frozenset(["png"]), read_picture),
    ".jpg": (frozenset(["jpeg"]), read_picture),
    ".jpeg": (frozenset(["jpeg"]), read_picture),
    ".webp": (frozenset(["webp"]), read_picture),
    ".ico": (frozenset(["ico"]), read_picture),
    ".csv": (frozenset([""]), read_csv),
    ".txt": (frozenset([""]), read_text),
}
# What may stand beside pages, where other checks look at it, but not inside a file, where none does.
_OUTSIDE: dict[str, tuple[frozenset[str], Reader]] = {
    ".svg": (frozenset(["", "xml"]), read_svg),
    **dict.fromkeys((".md", ".json", ".css", ".js"), (frozenset(["", "xml", "page"]), read_text)),
}
# Pictures that may stand inside Office files, though not beside pages.
_INNER_PICTURES = frozenset((".gif", ".bmp", ".tif", ".tiff", ".jpe", ".jfif"))


def read_bytes(name: str, data: bytes, draft: Draft) -> None:
    """Read a file or a file inside one; what cannot be read becomes a trouble. Raises TooMuchError, MemoryError."""
    try:
        _read(name, data, draft)
    except RefusedError as error:
        draft.trouble(error.trouble)
    except (TooMuchError, MemoryError):
        raise
    except Exception:  # a reader met what nobody foresaw in a hostile file: refused like any damaged one
        draft.trouble(BROKEN)


def _read(name: str, data: bytes, draft: Draft) -> None:
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    found = sniff(data)
    if suffix in _OLD or (found == "cfb" and suffix not in _OFFICE):
        raise RefusedError(OLD_FORMAT)
    if found == "cfb":
        raise RefusedError(ENCRYPTED if is_encrypted_office(data) else replace(OLD_FORMAT, message=_OLD_INSIDE))
    if draft.depth and suffix in _INNER_PICTURES and is_image(found):
        read_picture(name, data, draft)
        return
    if draft.depth and suffix == ".svg":
        raise RefusedError(INNER_DRAWING)
    kinds = _KINDS if draft.depth else _KINDS | _OUTSIDE
    if suffix not in kinds:
        raise RefusedError(UNKNOWN_TYPE)
    starts, reader = kinds[suffix]
    if found not in starts and not (draft.depth and reader is read_picture and is_image(found)):
        raise RefusedError(LYING)
    reader(name, data, draft)


_OLD_INSIDE = "扩展名是新的，内容却是旧版 Office 或 WPS 格式，无法可靠检查"
