"""PDF: the text of its pages, and every string, stream and action of its objects, used or not."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterable

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject

from publicity.content.attachments.draft import Draft, RefusedError
from publicity.content.attachments.pdf_objects import Objects
from publicity.content.attachments.pdf_pages import read_pages
from publicity.content.attachments.troubles import (
    AUTHORS,
    BROKEN,
    DYNAMIC_FORM,
    ENCRYPTED,
    EXTERNAL,
    REVISED_PDF,
    SCRIPT,
    TRAILING,
    UNSAFE_NAME,
)

MAX_OBJECTS = 100_000
MAX_REVISIONS = 5
_END = re.compile(rb"%%EOF[\r\n \t]{0,4}")
# What writers leave after the end: a line feed or padding, never a file.
_PADDING = b"\0\r\n \t"


def read_pdf(name: str, data: bytes, draft: Draft) -> None:
    """Read a PDF, and what it was before it was last saved in place."""
    ends = [found.end() for found in _END.finditer(data)]
    if not ends or data[ends[-1] :].strip(_PADDING):
        draft.trouble(TRAILING)
    pages = _read_revision(data, draft, "")
    is_linear = b"/Linearized" in data[:1024]
    earlier = ends[1:-1] if is_linear else ends[:-1]
    if len(earlier) > MAX_REVISIONS:
        raise RefusedError(BROKEN)
    for end in earlier:
        if _read_revision(data[:end], draft, "修改前的") - pages:
            draft.trouble(REVISED_PDF)


def _read_revision(data: bytes, draft: Draft, what: str) -> set[str]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise RefusedError(ENCRYPTED)
        drawn = _read_objects(reader, draft, what)
    except (PyPdfError, RecursionError, ValueError, TypeError, KeyError, AttributeError, OSError):
        raise RefusedError(BROKEN) from None
    pages = read_pages(data, draft, what)
    seen = "".join("".join(line.split()) for line in pages)
    draft.add_texts(f"{what}页面上看不见的内容", (text for text in drawn if "".join(text.split()) not in seen))
    return pages


def _read_objects(reader: PdfReader, draft: Draft, what: str) -> Iterable[str]:
    objects = Objects(draft)
    numbers = {(number, generation) for generation, table in reader.xref.items() for number in table}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > MAX_OBJECTS:
        raise RefusedError(BROKEN)
    objects.read(reader.trailer)
    for number, generation in sorted(numbers):
        objects.read(reader.get_object(IndirectObject(number, generation, reader)), number)
    for place, texts in objects.texts.items():
        draft.add_texts(f"{what}{place}", texts)
    for is_met, trouble in (
        (objects.runs, SCRIPT),
        (objects.fetches, EXTERNAL),
        (objects.lies, UNSAFE_NAME),
        (objects.is_dynamic, DYNAMIC_FORM),
        (objects.names_people, AUTHORS),
    ):
        if is_met:
            draft.trouble(trouble)
    for number, embedded in objects.files.items():
        draft.enter(objects.names.get(number, "未命名"), embedded, "附件")
    return objects.drawn
