"""The text of a PDF's pages: all that stands on them, seen or not, also as its letters lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from publicity.content.attachments.draft import Draft, NumberedLine, RefusedError, TooMuchError, check_room
from publicity.content.attachments.troubles import BROKEN, UNREAD_PAGES

MAX_PAGES = 2_000
_DIGITS = re.compile(r"\d")
_UNREADABLE = re.compile(r"[\0-\x08\x0e-\x1f\ufffd-\uffff\ue000-\uf8ff]")
_FEW_DIGITS = 6
_SHOWN_PAGES = 5
_FEW_CHARACTERS = 100
_MOST_OF_THE_PAGE = 0.8


def read_pages(data: bytes, draft: Draft, what: str) -> set[str]:
    """Keep every page's text; returns its lines. Pages that only a person can read are a trouble."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        raise RefusedError(BROKEN) from None
    if len(document) > MAX_PAGES:
        raise TooMuchError
    lines: list[NumberedLine] = []
    unread: list[int] = []
    size = 0
    for number in range(1, len(document) + 1):
        texts, is_read = _read_page(document, number - 1)
        lines.extend((number, text) for text in texts)
        size += sum(map(len, texts))
        check_room(len(lines), size)
        if not is_read:
            unread.append(number)
    document.close()
    draft.add(f"{what}第{{n}}页", lines)
    if unread:
        shown = "、".join(map(str, unread[:_SHOWN_PAGES])) + ("等" if len(unread) > _SHOWN_PAGES else "")
        draft.trouble(UNREAD_PAGES, f"{what}第{shown}页")
    return {text for _, text in lines}


def _read_page(document: pdfium.PdfDocument, index: int) -> tuple[list[str], bool]:
    """The page's lines, and whether a program could read it."""
    page = document[index]
    text, by_position = _text_of(page)
    is_read = _is_read(page, text)
    lines = _lines(text)
    more = by_position
    # Annotations and form fields draw their own text; it joins the page when they are flattened into it.
    if raw.FPDFPage_GetAnnotCount(page) and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
        page.close()
        page = document[index]
        flat, flat_by_position = _text_of(page)
        more = [*by_position, *_lines(flat), *flat_by_position]
    page.close()
    known = {"".join(line.split()) for line in lines}
    for line in more:
        if (plain := "".join(line.split())) not in known:
            known.add(plain)
            lines.append(line)
    return lines, is_read


def _lines(text: str) -> list[str]:
    return [line.strip() for line in re.split(r"[\r\n]+", text) if line.strip()]


def _text_of(page: pdfium.PdfPage) -> tuple[str, list[str]]:
    content = page.get_textpage()
    text = content.get_text_range(errors="replace")
    lines = list(_by_position(content)) if len(_DIGITS.findall(text)) >= _FEW_DIGITS else []
    content.close()
    return text.replace("\ufffe", "").replace("\u0002", ""), lines


@dataclass(frozen=True, order=True)
class _Letter:
    """``height`` counts downwards."""

    height: int
    left: float
    right: float
    char: str


def _by_position(content: pdfium.PdfTextPage) -> Iterator[str]:
    """Letters from left to right on each line, in whatever order the file draws them."""
    letters = []
    for index in range(content.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(content, index))
        if not char.isspace() and char.isprintable():
            left, bottom, right, top = content.get_charbox(index, loose=True)
            letters.append(_Letter(round(-(bottom + top) / 2), left, right, char))
    letters.sort()
    rows: list[list[_Letter]] = []
    for place, letter in enumerate(letters):
        # Letters of one line may differ by a rounding.
        if not place or letter.height - letters[place - 1].height > 1:
            rows.append([])
        rows[-1].append(letter)
    for row in rows:
        line = _spaced(sorted(row, key=lambda letter: letter.left))
        if len(_DIGITS.findall(line)) >= _FEW_DIGITS:
            yield line


def _spaced(row: list[_Letter]) -> str:
    """The line, with a space where there is room for one."""
    parts = [row[0].char]
    for before, letter in pairwise(row):
        parts.append(" " if letter.left - before.right > (before.right - before.left) / 4 else "")
        parts.append(letter.char)
    return "".join(parts)


def _is_read(page: pdfium.PdfPage, text: str) -> bool:
    """False for pages of pictures or outlines without text, or whose fonts do not say what their letters are."""
    plain = "".join(text.split())
    objects = list(page.get_objects(max_depth=2))
    if not plain:
        return not objects
    if len(_UNREADABLE.findall(plain)) * 3 > len(plain):
        return False
    if len(plain) > _FEW_CHARACTERS:
        return True
    width, height = page.get_size()
    images = (one.get_bounds() for one in objects if one.type == raw.FPDF_PAGEOBJ_IMAGE)
    return all(
        (right - left) * (top - bottom) < _MOST_OF_THE_PAGE * width * height for left, bottom, right, top in images
    )
