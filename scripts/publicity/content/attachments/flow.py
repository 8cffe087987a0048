"""Any XML of an Office file as lines: paragraphs, table rows, and whatever else holds text or tells something."""

from __future__ import annotations

from dataclasses import dataclass, field

from publicity.content.attachments.attributes import says_something
from publicity.content.attachments.draft import NumberedLine, check_room
from publicity.content.attachments.xml import Attributes, attribute, is_on, local
from publicity.content.passages import table_row

# Elements that may part a word in the middle; any other element's end ends the line.
_INLINE = frozenset((
    "a", "b", "color", "em", "fld", "font", "hyperlink", "i", "ins", "del", "moveFrom", "moveTo", "r", "rPr", "rt",
    "rubyBase", "smartTag", "span", "strong", "sub", "sup", "t", "u", "delText", "sdt", "sdtContent", "CGTransform",
    "Glyphs", "TextCode",
))  # fmt: skip
_FORMULAS = frozenset((
    "f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "totalsRowFormula",
))  # fmt: skip
_ADDRESSES = frozenset(("href", "src"))
_BREAKS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": " "}
_INSTRUCTIONS = frozenset(("instrText", "delInstrText"))
_DELETED = frozenset(("del", "moveFrom"))
_INSERTED = frozenset(("ins", "moveTo"))
_NAMES_A_PERSON = frozenset(("creator", "lastModifiedBy", "Manager", "author", "Author"))
_PERSON_ELEMENTS = frozenset(("cmAuthor", "author", "person"))
_NOT_REVISIONS = _PERSON_ELEMENTS | {"comment", "cm", "threadedComment"}
_TELLING = frozenset(("author", "instr", "name", "displayName"))
_WIDEST_CELL = 64


@dataclass
class _Paragraph:
    """Runs with what becomes of them: ``-`` deleted, ``+`` inserted, ``h`` hidden, ``i`` a field's instruction."""

    runs: list[tuple[str, str]] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The text as it stands in the file, then as read with, and without, the revisions and what is hidden."""
        states = {state for state, _ in self.runs}
        kept = ["".join(text for state, text in self.runs if state != "i")]
        if states & set("-+h"):
            kept.append("".join(text for state, text in self.runs if not state))
            kept.append("".join(text for state, text in self.runs if state in ("", "+")))
            kept.append("".join(text for state, text in self.runs if state in ("", "-")))
        kept.append("".join(text for state, text in self.runs if state == "i"))
        return list(dict.fromkeys(text.strip() for text in kept if text.strip()))


@dataclass
class _Field:
    """``own`` is the instruction up to its result, with those of the fields inside it."""

    own: list[str] = field(default_factory=list)
    has_result: bool = False


class Flow:
    """``rest`` are texts out of attributes; ``marks`` says which of deleted, revised, hidden there is.

    ``instructions`` of fields, ``formulas``, and ``addresses`` with the element that has them, are for others to judge.
    """

    def __init__(self) -> None:
        self.lines: list[NumberedLine] = []
        self.rest: dict[str, None] = {}
        self.authors: set[str] = set()
        self.marks: set[str] = set()
        self.instructions: list[str] = []
        self.formulas: list[str] = []
        self.addresses: list[tuple[str, str]] = []
        self.root: Attributes = {}
        self.elements: set[str] = set()
        self._path: list[str] = []
        self._paragraphs: list[_Paragraph] = []
        self._rows: list[list[str]] = []
        self._cells: list[list[str]] = []
        self._loose: list[str] = []
        # Outside every field there may be instructions too: they count as one field's.
        self._fields = [_Field()]
        self._formula: list[str] = []
        self._number = self._size = 0
        self._span = 1
        self._deleted = self._inserted = 0
        self._vanished = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Open an element."""
        if not self._path:
            self.root = attributes
        self._path.append(name)
        self.elements.add(name)
        if attributes:
            self.read_attributes(name, attributes)
        if name == "fldChar":
            self._turn_field(attribute(attributes, "fldCharType"))
        if name == "p":
            self._paragraphs.append(_Paragraph())
        elif name == "tr":
            self._rows.append([])
        elif name == "tc":
            self._cells.append([])
        elif name == "gridSpan":
            span = attribute(attributes, "val")
            self._span = min(int(span), _WIDEST_CELL) if span.isascii() and span.isdigit() and len(span) < 5 else 1
        elif name == "sym" and self._paragraphs:
            self._paragraphs[-1].runs.append((self._state(name), _symbol(attribute(attributes, "char"))))
        elif name in _BREAKS and self._paragraphs:
            self._paragraphs[-1].runs.append((self._state(name), _BREAKS[name]))
        else:
            self._count_revision(name, 1)
            if name == "r":
                self._vanished = False
            elif name == "vanish" and "pPr" not in self._path:
                self._vanished = is_on(attribute(attributes, "val"))

    def end(self, name: str) -> None:
        """Close an element."""
        self._path.pop()
        if name in _FORMULAS and self._formula:
            self.formulas.append("".join(self._formula))
            self._formula = []
        if not self._path:
            while self._fields:
                self._end_field()
        if name == "p" and self._paragraphs:
            self._end_paragraph()
        elif name == "tc" and self._cells and self._rows:
            # A merged cell takes the place of several, so that what follows stays below its header.
            self._rows[-1].extend([" ".join(self._cells.pop()), *[""] * (self._span - 1)])
            self._span = 1
        elif name == "tr" and self._rows:
            self._number += 1
            self.lines.append((self._number, table_row(self._rows.pop())))
        elif name == "r":
            self._vanished = False
        else:
            self._count_revision(name, -1)
        if self._loose and name not in _INLINE:
            self._emit(["".join(self._loose).strip()])
            self._loose = []

    def text(self, data: str) -> None:
        """Text, wherever it stands."""
        leaf = self._path[-1] if self._path else ""
        if leaf not in ("t", "delText", "instrText") and data.isspace():
            return
        if leaf in _NAMES_A_PERSON and data.strip():
            self.authors.add(data.strip())
        if leaf in _FORMULAS:
            self._formula.append(data)
        elif leaf in _INSTRUCTIONS and self._fields and not self._fields[-1].has_result:
            self._fields[-1].own.append(data)
        if self._paragraphs:
            self._paragraphs[-1].runs.append((self._state(leaf), data))
        else:
            self._loose.append(data)

    def _state(self, leaf: str) -> str:
        if leaf in _INSTRUCTIONS:
            return "i"
        if self._deleted or leaf == "delText":
            self.marks.add("deleted")
            return "-"
        if self._vanished:
            self.marks.add("hidden")
            return "h"
        return "+" if self._inserted else ""

    def _count_revision(self, name: str, step: int) -> None:
        if name in _DELETED:
            self._deleted = max(self._deleted + step, 0)
        elif name in _INSERTED:
            self._inserted = max(self._inserted + step, 0)

    def _turn_field(self, step: str) -> None:
        """Fields stand in one another, and go on from paragraph to paragraph."""
        if step == "begin":
            self._fields.append(_Field())
        elif step == "separate":
            self._fields[-1].has_result = True
        elif step == "end" and len(self._fields) > 1:
            self._end_field()

    def _end_field(self) -> None:
        instruction = "".join(self._fields.pop().own)
        if instruction.strip():
            self.instructions.append(instruction)
            if self._fields and not self._fields[-1].has_result:
                self._fields[-1].own.append(instruction)

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        lines = paragraph.lines()
        if self._cells:
            # A cell keeps one reading, so that the row lines up; the others follow as lines of their own.
            self._cells[-1].extend(lines[:1])
            lines = lines[1:]
        self._emit(lines)

    def _emit(self, lines: list[str]) -> None:
        self._number += 1
        self._size += sum(map(len, lines))
        check_room(len(self.lines), self._size)
        self.lines.extend((self._number, text) for text in lines if text)

    def read_attributes(self, name: str, attributes: Attributes) -> None:
        """Keep what attributes say, and whom they name."""
        for key, value in attributes.items():
            if says_something(key, value):
                self.rest[value] = None
            if (plain := local(key)) in _TELLING and value.strip():
                self._note(name, plain, value.strip())
            elif plain in _ADDRESSES and value.strip():
                self.addresses.append((name, value.strip()))

    def _note(self, element: str, name: str, value: str) -> None:
        if name == "instr":
            self.instructions.append(value)
        elif name == "author" or element in _PERSON_ELEMENTS:
            self.authors.add(value)
            if element not in _NOT_REVISIONS:
                self.marks.add("revised")


def _symbol(code: str) -> str:
    """A character given by its number, which symbol fonts keep in the private area."""
    try:
        return chr(int(code[:6], 16) & 0xFF if code[:1] in "Ff" else int(code[:6], 16))
    except (ValueError, OverflowError):
        return ""
