"""One attachment for each place where a number can hide, and for each thing that is refused, made by real writers.

The numbers are invented: a county that exists, a date of birth and a serial counted up, and the right check digit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from zoo_documents import DOCUMENTS
from zoo_files import FILES
from zoo_office import save_as
from zoo_pdf import PDFS
from zoo_pictures import PICTURES
from zoo_slides import SLIDES
from zoo_smuggled import SMUGGLED
from zoo_workbooks import WORKBOOKS

Maker = Callable[[Path, str], None]
# By file name: who makes it, and the rule that it must meet; empty when its number must only be found.
MAKERS: Mapping[str, tuple[Maker, str]] = {**WORKBOOKS, **DOCUMENTS, **SLIDES, **PDFS, **PICTURES, **FILES, **SMUGGLED}
# Saved by LibreOffice: from the specimen of that name, into that name.
SAVED = {
    "number-cell.xlsx": "saved-number-cell.xlsx", "very-hidden-sheet.xlsx": "saved-hidden-sheet.xlsx",
    "cell-comment.xlsx": "saved-comment.xlsx", "rich-runs.xlsx": "saved-rich-runs.xlsx",
    "body.docx": "saved-body.docx", "table.docx": "saved-table.docx", "header.docx": "saved-header.docx",
    "deletion.docx": "saved-deletion.docx", "text-box.docx": "saved-text-box.docx",
    "slide.pptx": "saved-slide.pptx", "notes.pptx": "saved-notes.pptx",
}  # fmt: skip
PRINTED = {"body.docx": "printed-body.pdf", "cell.xlsx": "printed-cell.pdf", "slide.pptx": "printed-slide.pdf"}
OLD = {"body.docx": "old.doc", "cell.xlsx": "old.xls", "slide.pptx": "old.ppt"}
# A cell that is a number keeps 15 digits.
CUT = {"number-cell.xlsx": 15, "saved-number-cell.xlsx": 15}


@dataclass(frozen=True)
class Specimen:
    """``holds`` a number that must be found (then ``rule``, if any, is met besides), or only a trouble of that rule."""

    name: str
    path: Path
    holds: Literal["number", "trouble"]
    rule: str
    number: str = ""


def identity_number(count: int) -> str:
    """The count-th invented resident number."""
    born = date(1960, 1, 1) + timedelta(days=count * 37)
    body = f"522732{born:%Y%m%d}{count % 1000:03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11]


def build_zoo(folder: Path) -> list[Specimen]:
    """Write every specimen into the folder. LibreOffice is started once for each format it saves."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = {name: identity_number(count) for count, name in enumerate(MAKERS, 1)}
    specimens = []
    for name, (make, rule) in MAKERS.items():
        make(folder / name, numbers[name])
        holds: Literal["number", "trouble"] = "trouble" if rule.startswith("!") else "number"
        number = numbers[name][: CUT.get(name, 18)] if holds == "number" else ""
        specimens.append(Specimen(name, folder / name, holds, rule.lstrip("!"), number))
    saved: dict[str, tuple[str, str, Literal["number", "trouble"]]] = {
        **{to: (source, MAKERS[source][1], "number") for source, to in SAVED.items()},
        **{to: (source, "", "number") for source, to in PRINTED.items()},
        **{to: (source, "attachment-old-format", "trouble") for source, to in OLD.items()},
    }
    save_as(folder, [*SAVED.items(), *PRINTED.items(), *OLD.items()])
    for to, (source, rule, kept) in saved.items():
        specimens.append(
            Specimen(to, folder / to, kept, rule, numbers[source][: CUT.get(to, 18)] if kept == "number" else "")
        )
    return specimens
