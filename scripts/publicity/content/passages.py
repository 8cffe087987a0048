"""Text as a reader, or a program, may meet it: of a page, a data file, or an attachment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from publicity.content.markdown import Line

# Parts the cells of a table row, in Markdown and in what is read out of attachments.
CELL = "|"


@dataclass(frozen=True)
class Passage:
    """``lines`` in reading order; ``place`` says where in an attachment they stand.

    A line's ``number`` is that of the text file, or the row, paragraph or page of the attachment; ``place`` is Chinese
    and may hold ``{n}`` for it: ``工作表“名单”（隐藏）第{n}行``. It is empty for text files.
    A table row is one line, its cells parted by ``|``, also at both ends.
    """

    lines: tuple[Line, ...]
    place: str = ""

    def place_of(self, line: Line) -> str:
        """Where in the attachment the line stands; empty for text files."""
        return self.place.replace("{n}", str(line.number))


def table_row(cells: Iterable[str]) -> str:
    """A table row as one line; what would part cells or lines inside one becomes a space."""
    return f"{CELL} " + f" {CELL} ".join(" ".join(cell.replace(CELL, " ").split()) for cell in cells) + f" {CELL}"
