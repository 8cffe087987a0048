"""csv, txt and the other files that are text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from publicity.content.attachments.draft import Draft, NumberedLine, RefusedError
from publicity.content.attachments.flow import Flow
from publicity.content.attachments.reaching import formula_cells
from publicity.content.attachments.reading import Trouble
from publicity.content.attachments.troubles import EXTERNAL, FORMULAS, NOT_TEXT
from publicity.content.attachments.xml import parse_xml
from publicity.content.passages import table_row

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_FEED = "\n"
_DELIMITERS = ",\t;|"


def read_text(name: str, data: bytes, draft: Draft) -> None:
    """Text, line by line."""
    draft.add("第{n}行", enumerate(decode_text(data).splitlines(), 1))


def read_csv(name: str, data: bytes, draft: Draft) -> None:
    """Rows, each cell in its place; the delimiter is the one that the first line has most of."""
    text = decode_text(data)
    _check_formulas(text.replace("\r\n", "\n").replace("\r", "\n"), draft)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        draft.add("第{n}行", _rows(text, delimiter))
    except csv.Error:
        draft.add("第{n}行", enumerate(text.splitlines(), 1))


def _check_formulas(text: str, draft: Draft) -> None:
    """Tell the first cell that a spreadsheet would compute, and the first that would reach out of the file."""
    told: dict[Trouble, int] = {}
    for at, reaches in formula_cells(text):
        told.setdefault(EXTERNAL if reaches else FORMULAS, at)
    for trouble, at in told.items():
        draft.trouble(trouble, f"第{text.count(_LINE_FEED, 0, at) + 1}行")


def _rows(text: str, delimiter: str) -> Iterator[NumberedLine]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    number = 1
    for row in reader:
        if any(row):
            yield number, table_row(row)
        number = reader.line_num + 1


def read_svg(name: str, data: bytes, draft: Draft) -> None:
    """Text and attributes of a drawing; what it could run is for other checks."""
    flow = Flow()
    draft.add_texts("XML 注释", parse_xml(data, flow))
    draft.add("第{n}段", flow.lines)
    draft.add_texts("其他文字", flow.rest)


def decode_text(data: bytes) -> str:
    """UTF-8 or GB18030. Raises RefusedError for anything else."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            raise RefusedError(NOT_TEXT) from None
    if _CONTROL.search(text):
        raise RefusedError(NOT_TEXT)
    return text
