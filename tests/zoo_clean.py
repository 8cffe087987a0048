"""Attachments that nobody should be stopped for, as real writers save them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from zoo_office import save_as

_SAVED = {
    "workbook.xlsx": "workbook-saved.xlsx",
    "document.docx": "document-saved.docx",
    "slides.pptx": "slides-saved.pptx",
}
_PRINTED = {"workbook.xlsx": "workbook.pdf", "document.docx": "document.pdf", "slides.pptx": "slides.pdf"}
_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def build_clean(folder: Path) -> list[Path]:
    """Write one clean file of each kind, and the Office files again as LibreOffice saves and prints them."""
    folder.mkdir(parents=True, exist_ok=True)
    _workbook(folder / "workbook.xlsx")
    _document(folder / "document.docx")
    _slides(folder / "slides.pptx")
    _pdf(folder / "page.pdf")
    for name in ("picture.png", "picture.jpg", "picture.webp"):
        (folder / name).write_bytes(_picture(name.rpartition(".")[2].replace("jpg", "jpeg")))
    (folder / "table.csv").write_bytes("\ufeff事项,数量\r\n行政处罚,3\r\n".encode())
    (folder / "old-table.csv").write_bytes("事项,数量\r\n行政处罚,3\r\n".encode("gbk"))
    (folder / "numbers.csv").write_text('增减;电话\n-5;+86 138\n-;"-1,000"\n\'=1;—\n', encoding="utf-8")
    (folder / "notes.txt").write_text("本年度共办理3件。\n", encoding="utf-8")
    with zipfile.ZipFile(folder / "bundle.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("workbook.xlsx", "notes.txt", "picture.png"):
            archive.write(folder / name, f"材料/{name}")
    with zipfile.ZipFile(folder / "fixed.ofd", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("OFD.xml", f"<ofd:OFD {_OFD}><ofd:DocBody/></ofd:OFD>")
        text = "<ofd:TextObject><ofd:TextCode>公示</ofd:TextCode></ofd:TextObject><ofd:ImageObject/>"
        archive.writestr("Doc_0/Pages/Page_0/Content.xml", f"<ofd:Page {_OFD}>{text}</ofd:Page>")
        archive.writestr("Doc_0/Res/a.png", _picture("png"))
    save_as(folder, [*_SAVED.items(), *_PRINTED.items()])
    return sorted(folder.iterdir())


def _picture(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (400, 300), "white").save(stream, kind)
    return stream.getvalue()


def _workbook(path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "行政执法统计"
    sheet.append(["月份", "件数", "日期"])
    for month in range(1, 13):
        sheet.append([f"{month}月", month * 3, None])
    sheet["A1"].font = Font(bold=True)
    sheet.merge_cells("A15:C15")
    sheet["A15"].hyperlink = "https://www.gov.cn/"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=13), titles_from_data=True)
    sheet.add_chart(chart, "E2")
    sheet.oddFooter.center.text = "第 &P 页"
    book.save(path)


def _document(path: Path) -> None:
    document = Document()
    document.add_heading("工作报告", 1)
    document.add_paragraph("本年度共办理行政执法案件3件，均已公示。")
    table = document.add_table(2, 2, style="Table Grid")
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 0).text = "事项", "数量", "行政处罚"
    document.add_picture(io.BytesIO(_picture("jpeg")), width=914400)
    document.sections[0].footer.paragraphs[0].text = "第1页"
    document.save(str(path))


def _slides(path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "普法宣传"
    slide.shapes.add_picture(io.BytesIO(_picture("png")), Inches(1), Inches(2))
    data = CategoryChartData()
    data.categories = ["春", "夏"]
    data.add_series("场次", (3, 4))
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, Inches(5), Inches(2), Inches(4), Inches(3), data)
    presentation.save(str(path))


def _pdf(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=A4)
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas.setFont("STSong-Light", 12)
    for number in (1, 2):
        canvas.drawString(72, 750, f"第{number}页：本页文字可以选中。")
        canvas.drawInlineImage(Image.new("RGB", (50, 50), "white"), 72, 600)
        canvas.linkURL("https://www.gov.cn/", (72, 740, 200, 760))
        canvas.showPage()
    canvas.save()
