"""The blank application as a Word file, to be filled in at a desk or by hand."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from publicity.content.cleaning.office import clean_office
from publicity.content.cleaning.tally import Tally
from publicity.outputs.application_form import BASIS, GROUPS, SIGNED, TITLE, Field, addressee, how
from publicity.outputs.artefact import Artefact
from publicity.project import Project
from publicity.settings import Town

URI = "guide/apply/form/application.docx"
BODY, HEAD = "仿宋", "黑体"  # names only: the reader's own fonts are used
NAME_WIDTH, VALUE_WIDTH = Cm(4.2), Cm(11.8)


def make_application(project: Project) -> Iterator[Artefact]:
    """One file, beside the page that fills the same form."""
    yield Artefact(URI, render_application(project.settings.town))


def render_application(town: Town) -> bytes:
    """The bytes depend on nothing but the town's settings: no author, no time."""
    document: Any = Document()
    _set_page(document)
    _add(document, TITLE, HEAD, 18, WD_ALIGN_PARAGRAPH.CENTER)
    first, *rest = addressee(town)
    for text in (f"致：{first}", *rest, BASIS):
        _add(document, text)
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for group in GROUPS:
        cells = table.add_row().cells
        _write(cells[0].merge(cells[1]), f"{group.title}（{group.basis}）", HEAD)
        for field in group.fields:
            cells = table.add_row().cells
            cells[0].width, cells[1].width = NAME_WIDTH, VALUE_WIDTH
            _write(cells[0], field.label)
            _write(cells[1], _blank(field))
    _add(document, how())
    for text in SIGNED:
        _add(document, text, after=14)
    output = io.BytesIO()
    document.save(output)
    # python-docx's own template has an author and a picture of itself; what cleans attachments takes them out.
    return clean_office(output.getvalue(), ".docx", Tally())


def _blank(field: Field) -> str:
    """Boxes to tick, or lines to write on."""
    return "　".join(f"□{option.text}" for option in field.options) or "\n" * (field.paper - 1)


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2)
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:eastAsia"), "zh-CN")


def _add(document: Any, text: str, font: str = BODY, size: int = 12, align: Any = None, after: int = 4) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(after)
    _run(paragraph, text, font, size)


def _write(cell: Any, text: str, font: str = BODY) -> None:
    _run(cell.paragraphs[0], text, font, 12)


def _run(paragraph: Any, text: str, font: str, size: int) -> None:
    run = paragraph.add_run(text)
    run.font.name, run.font.size = font, Pt(size)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
