"""Workbooks, by openpyxl; what it cannot write is put into its zip."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

Edit = Callable[[dict[str, bytes]], None]
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def rewrite(path: Path, edit: Edit) -> None:
    """Change the members of a zip."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    edit(members)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def replace_in(members: dict[str, bytes], name: str, old: str, new: str) -> None:
    """Replace a text that must be there."""
    text = members[name].decode()
    assert old in text, (name, old)
    members[name] = text.replace(old, new, 1).encode()


def add_part(members: dict[str, bytes], name: str, content_type: str, xml: str) -> None:
    """One more part, with its content type."""
    members[name] = f'<?xml version="1.0" encoding="UTF-8"?>{xml}'.encode()
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    replace_in(members, "[Content_Types].xml", "</Types>", override)


def relate(members: dict[str, bytes], rels: str, kind: str, target: str, *, external: bool = False) -> None:
    """One more relationship."""
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    members.setdefault(rels, empty)
    mode = ' TargetMode="External"' if external else ""
    entry = f'<Relationship Id="rZoo" Type="{_RELATION}/{kind}" Target="{target}"{mode}/></Relationships>'
    replace_in(members, rels, "</Relationships>", entry)


def _book() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "公示名单"
    sheet.append(["序号", "姓名", "内容"])
    sheet.append([1, "甲", "一"])
    return book, sheet


def _simple(change: Callable[[Workbook, Worksheet, str], None]) -> Callable[[Path, str], None]:
    def make(path: Path, number: str) -> None:
        book, sheet = _book()
        change(book, sheet, number)
        book.save(path)

    return make


def _edited(edit: Callable[[dict[str, bytes], str], None]) -> Callable[[Path, str], None]:
    def make(path: Path, number: str) -> None:
        book, _ = _book()
        book.save(path)
        rewrite(path, lambda members: edit(members, number))

    return make


def _cell(book: Workbook, sheet: Worksheet, number: str) -> None:
    sheet["C2"] = number


def _number_cell(book: Workbook, sheet: Worksheet, number: str) -> None:
    sheet["C2"] = int(number[:17].ljust(18, "0"))


def _hidden_sheet(state: str) -> Callable[[Workbook, Worksheet, str], None]:
    def change(book: Workbook, sheet: Worksheet, number: str) -> None:
        hidden = book.create_sheet("底册")
        hidden["A1"] = number
        hidden.sheet_state = state

    return change


def _hidden_row(book: Workbook, sheet: Worksheet, number: str) -> None:
    sheet["B5"] = number
    sheet.row_dimensions[5].hidden = True


def _hidden_column(book: Workbook, sheet: Worksheet, number: str) -> None:
    sheet["H2"] = number
    sheet.column_dimensions["H"].hidden = True


def _comment(book: Workbook, sheet: Worksheet, number: str) -> None:
    sheet["A2"].comment = Comment(f"核对 {number}", "审核人")


def _defined_name(book: Workbook, sheet: Worksheet, number: str) -> None:
    book.defined_names["备用"] = DefinedName("备用", attr_text=f'"{number}"')


def _page_header(book: Workbook, sheet: Worksheet, number: str) -> None:
    sheet.oddHeader.center.text = number


def _page_footer(book: Workbook, sheet: Worksheet, number: str) -> None:
    sheet.evenFooter.left.text = number


def _core_property(book: Workbook, sheet: Worksheet, number: str) -> None:
    book.properties.description = number


def _custom_property(book: Workbook, sheet: Worksheet, number: str) -> None:
    book.custom_doc_props.append(StringProperty(name="经办", value=number))


def _rich_runs(book: Workbook, sheet: Worksheet, number: str) -> None:
    bold = InlineFont(b=True)
    sheet["C2"] = CellRichText(number[:6], TextBlock(bold, number[6:14]), number[14:])


def _validation(book: Workbook, sheet: Worksheet, number: str) -> None:
    rule = DataValidation(type="list", formula1=f'"{number},其他"')
    rule.add("C2")
    sheet.add_data_validation(rule)


def _prompt(book: Workbook, sheet: Worksheet, number: str) -> None:
    rule = DataValidation(type="whole", formula1="1", prompt=number, promptTitle="提示")
    rule.add("C2")
    sheet.add_data_validation(rule)


def _split_cells(book: Workbook, sheet: Worksheet, number: str) -> None:
    sheet["D2"], sheet["E2"], sheet["F2"] = number[:6], number[6:14], number[14:]


def _sheet_name(book: Workbook, sheet: Worksheet, number: str) -> None:
    sheet.title = number


def _link(book: Workbook, sheet: Worksheet, number: str) -> None:
    sheet["C2"].hyperlink = f"https://example.invalid/?id={number}"


def _formula(book: Workbook, sheet: Worksheet, number: str) -> None:
    sheet["C2"] = f'="{number[:9]}"&"{number[9:]}"'


def _number_format(book: Workbook, sheet: Worksheet, number: str) -> None:
    sheet["A2"].number_format = f'"{number}"'


def _unused_string(members: dict[str, bytes], number: str) -> None:
    add_part(
        members, "xl/sharedStrings.xml", f"{_TYPES}.sharedStrings+xml", f"<sst {_MAIN}><si><t>{number}</t></si></sst>"
    )
    relate(members, "xl/_rels/workbook.xml.rels", "sharedStrings", "sharedStrings.xml")


def _shared_runs(members: dict[str, bytes], number: str) -> None:
    runs = "".join(f"<r><t>{part}</t></r>" for part in (number[:6], number[6:14], number[14:]))
    add_part(members, "xl/sharedStrings.xml", f"{_TYPES}.sharedStrings+xml", f"<sst {_MAIN}><si>{runs}</si></sst>")
    relate(members, "xl/_rels/workbook.xml.rels", "sharedStrings", "sharedStrings.xml")
    cell = '<row r="9"><c r="C9" t="s"><v>0</v></c></row></sheetData>'
    replace_in(members, "xl/worksheets/sheet1.xml", "</sheetData>", cell)


def _cached_result(members: dict[str, bytes], number: str) -> None:
    cell = f'<row r="9"><c r="A9" t="str"><f>底册!A1</f><v>{number}</v></c></row></sheetData>'
    replace_in(members, "xl/worksheets/sheet1.xml", "</sheetData>", cell)


def _threaded(members: dict[str, bytes], number: str) -> None:
    uri = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    xml = f'<ThreadedComments xmlns="{uri}"><threadedComment ref="A1"><text>{number}</text></threadedComment></ThreadedComments>'
    add_part(members, "xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml", xml)


def _pivot(members: dict[str, bytes], number: str) -> None:
    fields = (
        f'<cacheFields><cacheField name="证号"><sharedItems><s v="{number}"/></sharedItems></cacheField></cacheFields>'
    )
    xml = f"<pivotCacheDefinition {_MAIN}>{fields}</pivotCacheDefinition>"
    add_part(members, "xl/pivotCache/pivotCacheDefinition1.xml", f"{_TYPES}.pivotCacheDefinition+xml", xml)


def _pivot_records(members: dict[str, bytes], number: str) -> None:
    xml = f'<pivotCacheRecords {_MAIN}><r><s v="{number}"/></r></pivotCacheRecords>'
    add_part(members, "xl/pivotCache/pivotCacheRecords1.xml", f"{_TYPES}.pivotCacheRecords+xml", xml)


def _unknown_part(members: dict[str, bytes], number: str) -> None:
    members["xl/unknown.xml"] = f'<a><b c="{number}"/></a>'.encode()


def _xml_comment(members: dict[str, bytes], number: str) -> None:
    replace_in(members, "xl/worksheets/sheet1.xml", "</sheetData>", f"</sheetData><!-- {number} -->")


def _external(members: dict[str, bytes], number: str) -> None:
    cells = f'<sheetData><row r="1"><cell r="A1" t="str"><v>{number}</v></cell></row></sheetData>'
    xml = f"<externalLink {_MAIN}><externalBook><sheetDataSet>{cells}</sheetDataSet></externalBook></externalLink>"
    add_part(members, "xl/externalLinks/externalLink1.xml", f"{_TYPES}.externalLink+xml", xml)
    rels = "xl/externalLinks/_rels/externalLink1.xml.rels"
    relate(members, rels, "externalLinkPath", "file:///D:/x.xlsx", external=True)


def _macro(members: dict[str, bytes], number: str) -> None:
    members["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    plain, enabled = f"{_TYPES}.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    replace_in(members, "[Content_Types].xml", plain, enabled)


def _doctype(members: dict[str, bytes], number: str) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'
    members["xl/custom.xml"] = bomb.encode()


def _deep(members: dict[str, bytes], number: str) -> None:
    members["xl/custom.xml"] = b"<a>" * 100_000 + b"</a>" * 100_000


def _million_rows(path: Path, number: str) -> None:
    book, _ = _book()
    book.save(path)
    row = '<row r="{0}"><c r="A{0}"><v>{0}</v></c><c r="B{0}"><v>7</v></c></row>'
    rows = "".join(row.format(place) for place in range(3, 1_000_003))
    rewrite(
        path, lambda members: replace_in(members, "xl/worksheets/sheet1.xml", "</sheetData>", f"{rows}</sheetData>")
    )


WORKBOOKS: Mapping[str, tuple[Callable[[Path, str], None], str]] = {
    "cell.xlsx": (_simple(_cell), ""),
    "number-cell.xlsx": (_simple(_number_cell), ""),
    "very-hidden-sheet.xlsx": (_simple(_hidden_sheet("veryHidden")), "attachment-hidden"),
    "hidden-sheet.xlsx": (_simple(_hidden_sheet("hidden")), "attachment-hidden"),
    "hidden-row.xlsx": (_simple(_hidden_row), "attachment-hidden"),
    "hidden-column.xlsx": (_simple(_hidden_column), "attachment-hidden"),
    "cell-comment.xlsx": (_simple(_comment), "attachment-hidden"),
    "threaded-comment.xlsx": (_edited(_threaded), "attachment-hidden"),
    "defined-name.xlsx": (_simple(_defined_name), ""),
    "page-header.xlsx": (_simple(_page_header), ""),
    "page-footer.xlsx": (_simple(_page_footer), ""),
    "core-property.xlsx": (_simple(_core_property), ""),
    "custom-property.xlsx": (_simple(_custom_property), ""),
    "rich-runs.xlsx": (_simple(_rich_runs), ""),
    "shared-runs.xlsx": (_edited(_shared_runs), ""),
    "unused-string.xlsx": (_edited(_unused_string), ""),
    "pivot-cache.xlsx": (_edited(_pivot), ""),
    "pivot-records.xlsx": (_edited(_pivot_records), ""),
    "cached-result.xlsx": (_edited(_cached_result), ""),
    "validation.xlsx": (_simple(_validation), ""),
    "prompt.xlsx": (_simple(_prompt), ""),
    "split-cells.xlsx": (_simple(_split_cells), ""),
    "sheet-name.xlsx": (_simple(_sheet_name), ""),
    "link.xlsx": (_simple(_link), ""),
    "formula.xlsx": (_simple(_formula), ""),
    "number-format.xlsx": (_simple(_number_format), ""),
    "unknown-part.xlsx": (_edited(_unknown_part), ""),
    "xml-comment.xlsx": (_edited(_xml_comment), ""),
    "external-link.xlsx": (_edited(_external), "attachment-external"),
    "macro.xlsx": (_edited(_macro), "!attachment-macro"),
    "doctype.xlsx": (_edited(_doctype), "!attachment-broken"),
    "deep-xml.xlsx": (_edited(_deep), "!attachment-broken"),
    "million-rows.xlsx": (_million_rows, "!attachment-bomb"),
}
