"""Slides, by python-pptx."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.presentation import Presentation as PresentationObject
from pptx.slide import Slide
from pptx.util import Inches
from zoo_workbooks import add_part, rewrite

_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_TYPES = "application/vnd.openxmlformats-officedocument.presentationml"


def _simple(change: Callable[[PresentationObject, Slide, str], None]) -> Callable[[Path, str], None]:
    def make(path: Path, number: str) -> None:
        presentation = Presentation()
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = "工作汇报"
        change(presentation, slide, number)
        presentation.save(str(path))

    return make


def _slide(presentation: PresentationObject, slide: Slide, number: str) -> None:
    frame = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(5), Inches(1)).text_frame
    for part in (number[:6], number[6:14], number[14:]):
        frame.paragraphs[0].add_run().text = part


def _notes(presentation: PresentationObject, slide: Slide, number: str) -> None:
    slide.notes_slide.notes_text_frame.text = number


def _hidden(presentation: PresentationObject, slide: Slide, number: str) -> None:
    _slide(presentation, slide, number)
    slide._element.set("show", "0")


def _table(presentation: PresentationObject, slide: Slide, number: str) -> None:
    table = slide.shapes.add_table(2, 3, Inches(1), Inches(2), Inches(6), Inches(1)).table
    table.cell(0, 1).text = "证号"
    table.cell(1, 1).text = number


def _chart(presentation: PresentationObject, slide: Slide, number: str) -> None:
    data = CategoryChartData()
    data.categories = [number, "乙"]
    data.add_series("数", (1, 2))
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, Inches(1), Inches(2), Inches(4), Inches(3), data)


def _group(presentation: PresentationObject, slide: Slide, number: str) -> None:
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(Inches(1), Inches(2), Inches(5), Inches(1)).text_frame.text = number


def _master(presentation: PresentationObject, slide: Slide, number: str) -> None:
    presentation.slide_master.placeholders[0].text_frame.text = number


def _comment(path: Path, number: str) -> None:
    _simple(lambda *_: None)(path, number)
    xml = f'<p:cmLst {_P}><p:cm authorId="0"><p:text>{number}</p:text></p:cm></p:cmLst>'
    rewrite(path, lambda members: add_part(members, "ppt/comments/comment1.xml", f"{_TYPES}.comments+xml", xml))


SLIDES: Mapping[str, tuple[Callable[[Path, str], None], str]] = {
    "slide.pptx": (_simple(_slide), ""),
    "notes.pptx": (_simple(_notes), "attachment-hidden"),
    "hidden-slide.pptx": (_simple(_hidden), "attachment-hidden"),
    "table.pptx": (_simple(_table), ""),
    "chart.pptx": (_simple(_chart), ""),
    "group.pptx": (_simple(_group), ""),
    "master.pptx": (_simple(_master), ""),
    "comment.pptx": (_comment, "attachment-hidden"),
}
