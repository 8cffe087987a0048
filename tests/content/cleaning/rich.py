"""Files with something hidden in every place a cleaner knows. Whatever must go says SECRET, whatever must stay says 公开."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pptx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image, PngImagePlugin
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link, Text
from pypdf.generic import DictionaryObject, NameObject, StreamObject, TextStringObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

SECRET = "SECRET"
_GPS, _MAKE, _ORIENTATION = 0x8825, 0x010F, 0x0112


def photo(turn: int = 1, form: str = "JPEG") -> bytes:
    """A picture whose EXIF says where and with what, with a comment and something after its end."""
    image = Image.new("RGB", (48, 32), "white")
    image.paste((200, 30, 30), (0, 0, 24, 16))
    exif = Image.Exif()
    exif[_MAKE], exif[_ORIENTATION] = f"{SECRET} camera", turn
    exif.get_ifd(_GPS).update({1: "N", 2: (25.0, 58.0, 0.0)})
    output = io.BytesIO()
    if form == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", SECRET)
        image.save(output, form, exif=exif, pnginfo=text)
    elif form == "WEBP":
        image.save(output, form, exif=exif, xmp=SECRET.encode(), lossless=True)
    else:
        image.save(output, form, exif=exif, comment=SECRET.encode(), xmp=SECRET.encode(), quality=95)
    return output.getvalue() + (b"" if form == "WEBP" else SECRET.encode())


def write_workbook(path: Path, *, formulas: bool = False) -> None:
    """Hidden sheets, rows, columns, names, comments, properties; a picture; a chart of what is seen.

    ``formulas`` need hidden cells, and have no results until an office program saves the file.
    """
    book = openpyxl.Workbook()
    seen = book.active
    seen.title = "公开表"
    back = book.create_sheet("SECRET back", 0)
    back["A1"], back.sheet_state = f"{SECRET} sheet", "veryHidden"
    back.sheet_properties.codeName = SECRET
    other = book.create_sheet("SECRET other")
    other["A1"], other.sheet_state = f"{SECRET} hidden", "hidden"
    for row in (
        ["公开户主", f"{SECRET} column", "公开金额"],
        ["公开甲", f"{SECRET} 1", 100],
        ["公开乙", f"{SECRET} 2", 200],
    ):
        seen.append(row)
    seen.append([f"{SECRET} row", f"{SECRET} both", 999])
    seen.append(["公开丙", None, 300])
    if formulas:
        back["B1"] = 7
        seen["F1"], seen["F2"] = "='SECRET back'!B1*6", "=SUM(C2:C4)"
    seen.row_dimensions[4].hidden = True
    seen.column_dimensions["B"].hidden = True
    seen["A7"], seen["A7"].number_format = f"{SECRET} format", ";;;"
    seen["A2"].comment = Comment(f"{SECRET} comment", f"{SECRET} author")
    seen.oddHeader.center.text = "公开页眉"
    seen.auto_filter.ref = "A1:C5"
    seen.auto_filter.add_filter_column(0, [f"{SECRET} filter"])
    seen.add_image(openpyxl.drawing.image.Image(io.BytesIO(photo())), "E2")
    chart = BarChart()
    chart.add_data(Reference(seen, min_col=3, min_row=1, max_row=3), titles_from_data=True)
    seen.add_chart(chart, "E10")
    last = book.create_sheet("公开尾表")
    last["A1"] = "公开末页"
    last.print_area = "A1:B5"
    other.print_area = "A1:B2"
    rule = DataValidation(type="list", formula1="'SECRET other'!$A$1:$A$9")
    last.add_data_validation(rule)
    rule.add("A2")
    book.defined_names["secret_constant"] = DefinedName("secret_constant", attr_text=f'"{SECRET} name"')
    book.defined_names["gone_range"] = DefinedName("gone_range", attr_text="'SECRET other'!$A$1")
    book.defined_names["kept_range"] = DefinedName("kept_range", attr_text="公开表!$A$1")
    book.active = 1
    core = book.properties
    core.creator = core.lastModifiedBy = core.title = core.keywords = SECRET
    book.custom_doc_props.append(openpyxl.packaging.custom.StringProperty(name="owner", value=SECRET))
    book.save(path)


def write_document(path: Path) -> None:
    """Tracked changes, hidden text, comments, notes, fields, unused headers, properties; a picture."""
    document = docx.Document()
    document.add_paragraph("公开一段")
    styled = document.styles.add_style("Quiet", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    styled.font.hidden = True
    document.add_paragraph("SECRET style", style="Quiet")
    changed = document.add_paragraph("公开二段")
    for xml in (
        '<w:ins {} w:id="1" w:author="SECRET a" w:date="2026-01-01T00:00:00Z"><w:r><w:t>公开插入</w:t></w:r></w:ins>',
        '<w:del {} w:id="2" w:author="SECRET b"><w:r><w:delText>SECRET deleted</w:delText></w:r></w:del>',
        "<w:r {}><w:rPr><w:vanish/></w:rPr><w:t>SECRET hidden</w:t></w:r>",
        '<w:r {}><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>公开未藏</w:t></w:r>',
        '<w:r {}><w:rPr><w:b/><w:rPrChange w:id="3" w:author="SECRET c"><w:rPr/></w:rPrChange></w:rPr><w:t>公开加粗</w:t></w:r>',
        '<w:fldSimple {} w:instr=" DOCPROPERTY SECRET "><w:r><w:t>公开域</w:t></w:r></w:fldSimple>',
    ):
        changed._p.append(parse_xml(xml.format(nsdecls("w"))))
    field = document.add_paragraph()
    for part in (
        '<w:fldChar w:fldCharType="begin"/>', '<w:instrText> ADDIN SECRET field </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', "<w:t>公开结果</w:t>", '<w:fldChar w:fldCharType="end"/>',
    ):  # fmt: skip
        field._p.append(parse_xml(f"<w:r {nsdecls('w')}>{part}</w:r>"))
    gone = document.add_paragraph()
    gone._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="5" w:author="SECRET d"><w:r><w:delText>SECRET p</w:delText></w:r></w:del>'
        )
    )
    gone._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="6" w:author="SECRET e"/></w:rPr>'))
    remarked = document.add_paragraph("公开批注处")
    document.add_comment(remarked.runs, text="SECRET comment", author="SECRET f", initials="S")
    document.add_table(rows=1, cols=2).cell(0, 0).text = "公开格"
    document.add_picture(io.BytesIO(photo(6)))
    document.inline_shapes[0]._inline.docPr.set("descr", "C:\\Users\\SECRET\\a.jpg")
    section = document.sections[0]
    section.header.paragraphs[0].text = "公开页眉"
    section.first_page_header.paragraphs[0].text = "SECRET first header"
    section.even_page_header.paragraphs[0].text = "SECRET even header"
    settings = document.settings.element
    settings.append(parse_xml(f'<w:rsids {nsdecls("w")}><w:rsid w:val="00AABBCC"/></w:rsids>'))
    settings.append(parse_xml(f'<w:docVars {nsdecls("w")}><w:docVar w:name="a" w:val="SECRET var"/></w:docVars>'))
    core = document.core_properties
    core.author = core.last_modified_by = core.title = core.comments = SECRET
    document.add_paragraph("公开末段")
    document.save(path)


def write_slides(path: Path) -> None:
    """A hidden slide, notes, a hidden shape, properties; a picture; a chart with its workbook."""
    show = pptx.Presentation()
    first = show.slides.add_slide(show.slide_layouts[5])
    first.shapes.title.text = "公开标题"
    first.notes_slide.notes_text_frame.text = "SECRET notes"
    first.shapes.add_picture(io.BytesIO(photo()), Inches(1), Inches(2))
    first.shapes[-1]._element.nvPicPr.cNvPr.set("descr", "SECRET.jpg")
    box = first.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1))
    box.text_frame.text = "SECRET shape"
    box._element.nvSpPr.cNvPr.set("hidden", "1")
    hidden = show.slides.add_slide(show.slide_layouts[5])
    hidden.shapes.title.text = "SECRET slide"
    hidden._element.set("show", "0")
    data = CategoryChartData()
    data.categories = ["公开甲", "公开乙"]
    data.add_series("公开系列", (1, 2))
    last = show.slides.add_slide(show.slide_layouts[5])
    last.shapes.title.text = "公开末页"
    chart = last.shapes.add_chart(XL_CHART_TYPE.PIE, Inches(1), Inches(2), Inches(4), Inches(3), data)
    last.shapes.title.click_action.target_slide = hidden
    workbook = chart.chart.part.chart_workbook.xlsx_part
    book = openpyxl.load_workbook(io.BytesIO(workbook.blob))
    book.active["Z9"] = "SECRET behind the chart"
    output = io.BytesIO()
    book.save(output)
    workbook._blob = output.getvalue()
    core = show.core_properties
    core.author = core.last_modified_by = core.title = SECRET
    show.save(path)


def write_pdf(path: Path) -> None:
    """Metadata twice over, a remark, a link, an attached file, a script, a deleted page still in the outline; a photo."""
    drawn = io.BytesIO()
    canvas = Canvas(drawn)
    canvas.setAuthor(SECRET)
    canvas.setTitle(SECRET)
    for words in ("PUBLIC one", "SECRET page", "PUBLIC two"):
        canvas.drawString(72, 700, words)
        canvas.drawImage(ImageReader(io.BytesIO(photo())), 72, 500)
        canvas.bookmarkPage(words)
        canvas.showPage()
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(drawn))
    writer.add_outline_item(title="PUBLIC outline", page_number=1)
    del writer.root_object["/Pages"]["/Kids"][1]
    writer.root_object["/Pages"][NameObject("/Count")] = writer.root_object["/Pages"]["/Count"].__class__(2)
    writer.flattened_pages = None
    plain = io.BytesIO()
    writer.write(plain)
    writer = PdfWriter(clone_from=PdfReader(plain))
    writer.add_annotation(0, Text(text="SECRET remark", rect=(50, 550, 200, 650)))
    writer.add_annotation(0, Link(rect=(50, 50, 90, 90), url="https://example.invalid/公开"))
    writer.add_attachment("SECRET.txt", b"SECRET file")
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('SECRET')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    xmp = StreamObject()
    xmp.set_data(b"SECRET xmp")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(xmp)
    private = DictionaryObject({NameObject("/App"): TextStringObject("SECRET private")})
    writer.pages[1][NameObject("/PieceInfo")] = private
    writer.add_metadata({"/Author": SECRET})
    writer.write(path)


def parts_of(path: Path) -> dict[str, bytes]:
    """What an Office file holds, by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def change(path: Path, name: str, old: str, new: str) -> None:
    """Rewrite the first such words of one part, or add the part when ``old`` is empty."""
    parts = parts_of(path)
    assert old.encode() in parts.get(name, b"")
    parts[name] = parts.get(name, b"").replace(old.encode(), new.encode(), 1) if old else new.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
