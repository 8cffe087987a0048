"""CSV as office programs open it: UTF-8 with a mark, CRLF, and no cell that they would compute."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

# A text cell that begins so is taken for a formula; an apostrophe before it makes it text again.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render_csv(heads: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    """One line for the heads, then one a row; whole numbers stay numbers, whatever their sign."""
    output = io.StringIO(newline="")
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return output.getvalue().encode("utf-8-sig")


def _safe(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
