"""zip and OFD: a folder in a file."""

from __future__ import annotations

import re

from publicity.content.attachments.archive import Archive
from publicity.content.attachments.binary import printable_texts
from publicity.content.attachments.draft import Draft, RefusedError, shown_name
from publicity.content.attachments.flow import Flow
from publicity.content.attachments.magic import is_image, sniff
from publicity.content.attachments.office import parse_part
from publicity.content.attachments.troubles import AUTHORS, BROKEN, OBJECT, UNREAD_PAGES

_OFD_ROOT = "OFD.xml"
_OPAQUE = re.compile(r"(?:^|/)(?:Signs?/.*\.(?:dat|esl)|[^/]+\.(?:ttf|otf|ttc|cff))$", re.IGNORECASE)
_SCANNED = re.compile(r"\.(?:jb2|jbig2|jp2|jpx|tif|tiff)$", re.IGNORECASE)


def read_zip(name: str, data: bytes, draft: Draft) -> None:
    """Every member, as if it lay beside the zip."""
    archive = Archive(data, draft)
    for member in archive.names:
        draft.enter(member, archive.read(member), "压缩包里的文件")


def read_ofd(name: str, data: bytes, draft: Draft) -> None:
    """The national format for fixed pages: XML, pictures, fonts and seals."""
    archive = Archive(data, draft)
    if _OFD_ROOT not in archive.names:
        raise RefusedError(BROKEN)
    authors: set[str] = set()
    for member in archive.names:
        if member.lower().endswith(".xml"):
            authors |= _read_xml(archive, member, draft)
            continue
        content = archive.read(member)
        kind = sniff(content)
        if is_image(kind) or kind in ("zip", "pdf"):
            draft.enter(member.rpartition("/")[2], content, "图片" if is_image(kind) else "内嵌文件")
        elif not kind and _OPAQUE.search(member):
            draft.add_texts(f"文件内部{shown_name(member)}", printable_texts(content))
        else:
            draft.trouble(UNREAD_PAGES if _SCANNED.search(member) else OBJECT)
    if authors:
        draft.trouble(AUTHORS)


def _read_xml(archive: Archive, member: str, draft: Draft) -> set[str]:
    flow = Flow()
    place = f"文件内部{shown_name(member)}"
    draft.add_texts(f"{place}的 XML 注释", parse_part(archive, member, flow))
    draft.add(f"{place}第{{n}}段", flow.lines)
    draft.add_texts(f"{place}的其他文字", flow.rest)
    if flow.elements & {"svg", "html"}:
        draft.trouble(OBJECT)
    if "ImageObject" in flow.elements and "TextCode" not in flow.elements:
        draft.trouble(UNREAD_PAGES)
    if "TextCode" in flow.elements:
        # Letters may be placed one by one.
        draft.add_texts(f"{place}的全文", [" ".join(text for _, text in flow.lines)])
    return flow.authors
