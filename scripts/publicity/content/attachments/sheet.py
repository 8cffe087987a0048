"""The worksheet, the shared strings and the date styles of a workbook."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from publicity.content.attachments.draft import NumberedLine, check_room
from publicity.content.attachments.flow import Flow
from publicity.content.attachments.reaching import formula_reaches
from publicity.content.attachments.xml import Attributes, attribute, is_on
from publicity.content.passages import table_row

MAX_COLUMNS = 16_384
_LITERALS = re.compile(r'"([^"]{0,500})"')
_TELLING = re.compile(r"[\u3400-\u9fff@]|\d{5}")
_QUOTED = re.compile(r'"[^"]{0,200}"|\[[^\]]{0,100}\]|\\.')
_BUILT_IN_DATES = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
_LONGEST = 40


class SharedStrings:
    """``items`` in order, each with its runs joined."""

    def __init__(self) -> None:
        self.items: list[str] = []
        self.used: set[int] = set()
        self._size = 0
        self._runs: list[str] = []
        self._is_text = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "si":
            self._runs = []
        self._is_text = name == "t"

    def end(self, name: str) -> None:
        if name == "si":
            self.items.append("".join(self._runs))
            self._size += len(self.items[-1])
            check_room(len(self.items), self._size)
        self._is_text = False

    def text(self, data: str) -> None:
        if self._is_text or not data.isspace():
            self._runs.append(data)

    def get(self, index: str) -> str:
        """The string that a cell names."""
        place = int(index) if index.isascii() and index.isdigit() and len(index) < 10 else -1
        if not 0 <= place < len(self.items):
            return index
        self.used.add(place)
        return self.items[place]

    def unused(self) -> list[str]:
        """Strings that no cell shows: left over from what was deleted."""
        return [text for place, text in enumerate(self.items) if place not in self.used]


class Styles:
    """Which cell styles show a number as a date."""

    def __init__(self) -> None:
        self._formats: dict[str, bool] = {}
        self._cells: list[str] = []
        self._in_cells = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            code = _QUOTED.sub("", attribute(attributes, "formatCode")).lower()
            self._formats[attribute(attributes, "numFmtId")] = any(char in code for char in "yd年日")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self._cells.append(attribute(attributes, "numFmtId"))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False

    def text(self, data: str) -> None:
        """Styles hold no text."""

    def dates(self) -> frozenset[str]:
        """The indexes of the styles that show a date."""
        built_in = {str(number) for number in _BUILT_IN_DATES}
        return frozenset(
            str(place) for place, kind in enumerate(self._cells) if self._formats.get(kind, kind in built_in)
        )


class Sheet:
    """Rows as lines, each cell at its column; ``flow`` has everything outside the rows."""

    def __init__(self, strings: SharedStrings, dates: frozenset[str], epoch: date) -> None:
        self.lines: list[NumberedLine] = []
        self.formulas: list[NumberedLine] = []
        self.flow = Flow()
        self.hides_rows = self.hides_columns = False
        self.fetches = False
        self._strings, self._dates, self._epoch = strings, dates, epoch
        self._size = 0
        self._inside = False
        self._row = self._column = 0
        self._cells: dict[int, str] = {}
        self._kind = self._style = self._leaf = ""
        self._parts: dict[str, list[str]] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        """Open an element."""
        self._leaf = name
        if name == "c" and self._inside:
            self._column = column_of(attributes.get("r", "")) or self._column + 1
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._parts = {}
        elif name == "row" and self._inside:
            number = attributes.get("r", "")
            self._row = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else self._row + 1
            self._column, self._cells = 0, {}
            if is_on(attributes.get("hidden", "0")) or attributes.get("ht") == "0":
                self.hides_rows = True
        elif name == "sheetData":
            self._inside = True
        else:
            if name == "col" and (is_on(attributes.get("hidden", "0")) or attributes.get("width") == "0"):
                self.hides_columns = True
            if not self._inside:
                self.flow.start(name, attributes)
        if self._inside and any(len(value) > 10 for value in attributes.values()):
            self.flow.read_attributes(name, attributes)

    def end(self, name: str) -> None:
        """Close an element."""
        self._leaf = ""
        if not self._inside:
            self.flow.end(name)
        elif name == "c":
            self._end_cell()
        elif name == "row" and self._cells:
            width = max(self._cells)
            line = table_row(self._cells.get(place, "") for place in range(1, width + 1))
            self._size += len(line)
            check_room(len(self.lines), self._size)
            self.lines.append((self._row, line))
        elif name == "sheetData":
            self._inside = False

    def text(self, data: str) -> None:
        """Text, wherever it stands."""
        if not self._inside:
            self.flow.text(data)
        elif self._leaf == "t" or not data.isspace():
            self._parts.setdefault(self._leaf, []).append(data)

    def _end_cell(self) -> None:
        parts = {leaf: "".join(texts) for leaf, texts in self._parts.items()}
        self._parts = {}
        formula = parts.pop("f", "")
        self.fetches = self.fetches or bool(formula and formula_reaches(formula))
        if formula and _TELLING.search(formula):
            joined = "".join(_LITERALS.findall(formula))
            self.formulas.extend((self._row, text) for text in dict.fromkeys((formula, joined)) if text)
        value = parts.pop("v", "")
        if self._kind == "s":
            value = self._strings.get(value)
        elif self._kind == "n" and value:
            value = self._number(value)
        value = " ".join(text for text in (value, *parts.values()) if text)
        if value:
            self._cells[self._column] = value

    def _number(self, value: str) -> str:
        if self._style in self._dates and len(value) < 20:
            return self._date(value)
        return plain_number(value)

    def _date(self, value: str) -> str:
        try:
            return (self._epoch + timedelta(days=int(float(value)))).isoformat()
        except (ValueError, OverflowError):
            return value


def column_of(reference: str) -> int:
    """28 for ``AB7``; 0 when there is no column in it."""
    number = 0
    for char in reference[:4]:
        if not "A" <= char <= "Z":
            break
        number = number * 26 + ord(char) - 64
    return number if number <= MAX_COLUMNS else 0


def plain_number(value: str) -> str:
    """Every digit that the file has: ``5.2273219900101101E+17`` is written out."""
    if "E" not in value and "e" not in value:
        return value
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST:
        return value
    return f"{number:f}".rstrip("0").rstrip(".") if number.as_tuple().exponent < 0 else f"{number:f}"  # type: ignore[operator]
