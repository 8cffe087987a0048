"""Documents, by python-docx."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from PIL import Image
from zoo_workbooks import add_part, relate, replace_in, rewrite

_W = nsdecls("w")
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELS = "word/_rels/document.xml.rels"


def _simple(change: Callable[[DocumentObject, str], None]) -> Callable[[Path, str], None]:
    def make(path: Path, number: str) -> None:
        document = Document()
        document.add_paragraph("名单公示如下。")
        change(document, number)
        document.save(str(path))

    return make


def _edited(edit: Callable[[dict[str, bytes], str], None]) -> Callable[[Path, str], None]:
    def make(path: Path, number: str) -> None:
        _simple(lambda document, _: None)(path, number)
        rewrite(path, lambda members: edit(members, number))

    return make


def _body(document: DocumentObject, number: str) -> None:
    paragraph = document.add_paragraph("证号：")
    for part in (number[:6], number[6:14], number[14:]):
        paragraph.add_run(part).bold = part.startswith("1")


def _table(document: DocumentObject, number: str) -> None:
    table = document.add_table(2, 3)
    for place, text in enumerate(["姓名", "证号", "村组"]):
        table.rows[0].cells[place].text = text
    table.rows[1].cells[1].text = number


def _split_table(document: DocumentObject, number: str) -> None:
    table = document.add_table(1, 18)
    for place, digit in enumerate(number):
        table.rows[0].cells[place].text = digit


def _header(document: DocumentObject, number: str) -> None:
    document.sections[0].header.paragraphs[0].text = number


def _footer(document: DocumentObject, number: str) -> None:
    document.sections[0].first_page_footer.paragraphs[0].text = number
    document.sections[0].different_first_page_header_footer = True


def _comment(document: DocumentObject, number: str) -> None:
    run = document.add_paragraph("一段").runs[0]
    document.add_comment(run, text=number, author="审核人", initials="审")


def _raw(xml: str) -> Callable[[DocumentObject, str], None]:
    def change(document: DocumentObject, number: str) -> None:
        filled = xml.replace("NUMBER", number).replace("HEAD", number[:9]).replace("TAIL", number[9:])
        document.element.body.insert(0, parse_xml(filled.replace("<w:p>", f"<w:p {_W}>", 1)))

    return change


_REVISION = 'w:id="7" w:author="经办人" w:date="2026-01-05T10:00:00Z"'
_DELETION = f"<w:p><w:r><w:t>前</w:t></w:r><w:del {_REVISION}><w:r><w:delText>NUMBER</w:delText></w:r></w:del></w:p>"
_INSERTION = f"<w:p><w:ins {_REVISION}><w:r><w:t>NUMBER</w:t></w:r></w:ins></w:p>"
_MIXED = (
    f"<w:p><w:r><w:t>HEAD</w:t></w:r><w:del {_REVISION}><w:r><w:delText>错字</w:delText></w:r></w:del>"
    "<w:r><w:t>TAIL</w:t></w:r></w:p>"
)
_FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE "HEAD</w:instrText></w:r>'
    '<w:r><w:instrText>TAIL"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_INCLUDE = (
    '<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;D:\\\\x.docx&quot;"><w:r><w:t>甲</w:t></w:r></w:fldSimple></w:p>'
)
_VANISH = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>NUMBER</w:t></w:r></w:p>"
_BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="b" style="width:90pt;height:30pt" type="#_x0000_t202">'
    "<v:textbox><w:txbxContent><w:p><w:r><w:t>NUMBER</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r></w:p>"
)
_CONTROL = '<w:p><w:sdt><w:sdtPr><w:alias w:val="NUMBER"/></w:sdtPr><w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent></w:sdt></w:p>'


def _picture_text(document: DocumentObject, number: str) -> None:
    document.add_picture(_picture(b""))
    document.inline_shapes[0]._inline.docPr.set("descr", number)


def _picture_comment(document: DocumentObject, number: str) -> None:
    document.add_picture(_picture(number.encode()))


def _picture(comment: bytes) -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(stream, "JPEG", comment=comment)
    stream.seek(0)
    return stream


def _property(document: DocumentObject, number: str) -> None:
    document.core_properties.keywords = number


def _embedded(members: dict[str, bytes], number: str) -> None:
    book = Workbook()
    book.active["B2"] = number
    stream = io.BytesIO()
    book.save(stream)
    members["word/embeddings/Microsoft_Excel_Sheet1.xlsx"] = stream.getvalue()
    relate(members, _RELS, "package", "embeddings/Microsoft_Excel_Sheet1.xlsx")
    kind = '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
    replace_in(members, "[Content_Types].xml", "<Default", f"{kind}<Default")


def _note(kind: str) -> Callable[[dict[str, bytes], str], None]:
    def edit(members: dict[str, bytes], number: str) -> None:
        note = f'<w:{kind} w:id="2"><w:p><w:r><w:t>{number}</w:t></w:r></w:p></w:{kind}>'
        add_part(members, f"word/{kind}s.xml", f"{_TYPES}.{kind}s+xml", f"<w:{kind}s {_W}>{note}</w:{kind}s>")
        relate(members, _RELS, f"{kind}s", f"{kind}s.xml")

    return edit


def _custom_xml(members: dict[str, bytes], number: str) -> None:
    members["customXml/item9.xml"] = f"<数据><证号>{number}</证号></数据>".encode()


def _custom_property(members: dict[str, bytes], number: str) -> None:
    uri = "http://schemas.openxmlformats.org/officeDocument/2006"
    entry = f'<property name="经办"><vt:lpwstr xmlns:vt="{uri}/docPropsVTypes">{number}</vt:lpwstr></property>'
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    add_part(members, "docProps/custom.xml", kind, f'<Properties xmlns="{uri}/custom-properties">{entry}</Properties>')


def _variable(members: dict[str, bytes], number: str) -> None:
    entry = f'<w:docVars><w:docVar w:name="a" w:val="{number}"/></w:docVars></w:settings>'
    replace_in(members, "word/settings.xml", "</w:settings>", entry)


def _template(members: dict[str, bytes], number: str) -> None:
    rels = "word/_rels/settings.xml.rels"
    relate(members, rels, "attachedTemplate", "http://example.invalid/x.dotm", external=True)


def _remote_picture(members: dict[str, bytes], number: str) -> None:
    relate(members, _RELS, "image", "http://example.invalid/x.png", external=True)


def _script_link(members: dict[str, bytes], number: str) -> None:
    relate(members, _RELS, "hyperlink", "file://server/x", external=True)


def _object(members: dict[str, bytes], number: str) -> None:
    members["word/embeddings/oleObject1.bin"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    relate(members, _RELS, "oleObject", "embeddings/oleObject1.bin")


def _active_x(members: dict[str, bytes], number: str) -> None:
    add_part(members, "word/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml", "<ocx/>")


def _metafile(members: dict[str, bytes], number: str) -> None:
    members["word/media/image9.emf"] = b"\1\0\0\0" + bytes(96)
    kind = '<Default Extension="emf" ContentType="image/x-emf"/><Default'
    replace_in(members, "[Content_Types].xml", "<Default", kind)


DOCUMENTS: Mapping[str, tuple[Callable[[Path, str], None], str]] = {
    "body.docx": (_simple(_body), ""),
    "table.docx": (_simple(_table), ""),
    "split-table.docx": (_simple(_split_table), ""),
    "header.docx": (_simple(_header), ""),
    "footer.docx": (_simple(_footer), ""),
    "comment.docx": (_simple(_comment), "attachment-hidden"),
    "deletion.docx": (_simple(_raw(_DELETION)), "attachment-hidden"),
    "insertion.docx": (_simple(_raw(_INSERTION)), "attachment-hidden"),
    "split-by-deletion.docx": (_simple(_raw(_MIXED)), "attachment-hidden"),
    "text-box.docx": (_simple(_raw(_BOX)), ""),
    "field-code.docx": (_simple(_raw(_FIELD)), ""),
    "hidden-text.docx": (_simple(_raw(_VANISH)), "attachment-hidden"),
    "control.docx": (_simple(_raw(_CONTROL)), ""),
    "picture-text.docx": (_simple(_picture_text), ""),
    "picture-comment.docx": (_simple(_picture_comment), ""),
    "property.docx": (_simple(_property), ""),
    "embedded-workbook.docx": (_edited(_embedded), ""),
    "footnote.docx": (_edited(_note("footnote")), ""),
    "endnote.docx": (_edited(_note("endnote")), ""),
    "custom-xml.docx": (_edited(_custom_xml), ""),
    "custom-property.docx": (_edited(_custom_property), ""),
    "variable.docx": (_edited(_variable), ""),
    "include-field.docx": (_simple(_raw(_INCLUDE)), "!attachment-external"),
    "remote-template.docx": (_edited(_template), "!attachment-external"),
    "remote-picture.docx": (_edited(_remote_picture), "!attachment-external"),
    "file-link.docx": (_edited(_script_link), "!attachment-external"),
    "ole-object.docx": (_edited(_object), "!attachment-embedded"),
    "active-x.docx": (_edited(_active_x), "!attachment-macro"),
    "metafile.docx": (_edited(_metafile), "!attachment-embedded"),
}
