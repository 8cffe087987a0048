"""Fields of Word: an instruction nobody sees and a result everybody does."""

from __future__ import annotations

from publicity.content.cleaning.markup import Element, drop, unwrap
from publicity.content.cleaning.tally import DamagedError, Tally
from publicity.content.cleaning.wordml import W, drop_if_empty

# Fields whose instruction says nothing beyond what the page shows. Others become the text they show.
_PLAIN = frozenset([
    "=", "ADVANCE", "CREATEDATE", "DATE", "EQ", "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT", "HYPERLINK",
    "NOTEREF", "NUMPAGES", "PAGE", "PAGEREF", "REF", "SAVEDATE", "PRINTDATE", "SECTION", "SECTIONPAGES", "SEQ",
    "STYLEREF", "SYMBOL", "TIME", "TOC"
])  # fmt: skip
_MAX_NESTING = 50


class _Field:
    def __init__(self) -> None:
        self.instruction = ""
        self.unseen: list[Element] = []  # its bounds, its instruction, and fields inside the instruction
        self.has_result = False

    def is_plain(self) -> bool:
        folded = self.instruction.casefold()
        return _name(self.instruction) in _PLAIN and "file:" not in folded and ":\\" not in folded


def settle_fields(root: Element, tally: Tally) -> None:
    """Turn fields that name files, people or hidden words into the text they show."""
    for simple in list(root.iter(f"{W}fldSimple")):
        if _name(simple.get(f"{W}instr", "")) not in _PLAIN:
            unwrap(simple)
            tally.add("域代码{n}处")
    for field in _fields(root):
        if field.is_plain():
            continue
        tally.add("域代码{n}处")
        for one in field.unseen:
            run = one.getparent()
            drop(one)
            if run is not None:
                drop_if_empty(run)


def _fields(root: Element) -> list[_Field]:
    """Every complete field, inner ones first."""
    open_fields: list[_Field] = []
    complete: list[_Field] = []
    for one in list(root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t")):
        kind = one.get(f"{W}fldCharType", "") if one.tag == f"{W}fldChar" else ""
        if kind == "begin":
            open_fields.append(_Field())
            if len(open_fields) > _MAX_NESTING:
                raise DamagedError("（域嵌套得太深）")
        if not open_fields:
            continue
        inner = open_fields[-1]
        outer = next((field for field in open_fields if not field.has_result), inner)
        if one.tag == f"{W}instrText":
            inner.instruction += one.text or ""
        if kind or one.tag == f"{W}instrText":
            inner.unseen.append(one)
        if outer is not inner or (one.tag == f"{W}t" and not inner.has_result):
            outer.unseen.append(one)
        inner.has_result |= kind == "separate"
        if kind == "end":
            complete.append(open_fields.pop())
    return complete


def _name(instruction: str) -> str:
    words = instruction.split(maxsplit=1)
    return "=" if instruction.lstrip().startswith("=") else words[0].upper() if words else ""
