"""What Word hides: toggles, joins, rows, fields, notes and headers, each by its own rule."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from content.cleaning import rich
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from publicity.content.cleaning import Cleaned, clean_file

MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def cleaned(folder: Path, body: str, styles: str = "", settings: str = "") -> tuple[str, Cleaned]:
    """The body of a document with this content, after cleaning; and what was said."""
    path = folder / "a.docx"
    document = docx.Document()
    holder = parse_xml(f"<w:body {nsdecls('w', 'wp')} {MORE}>{body}</w:body>")
    for place, one in enumerate(holder):
        document.element.body.insert(place, one)
    for one in parse_xml(f"<w:styles {nsdecls('w')}>{styles}</w:styles>"):
        document.styles.element.append(one)
    for one in parse_xml(f"<w:settings {nsdecls('w')}>{settings}</w:settings>"):
        document.settings.element.append(one)
    document.save(path)
    result = clean_file(path)
    docx.Document(str(result.path))
    xml = rich.parts_of(result.path)["word/document.xml"].decode()
    assert rich.SECRET not in xml
    return re.sub(r' xmlns:\w+="[^"]*"', "", xml).partition("<w:body>")[2].partition("<w:sectPr")[0], result


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


STYLES = (
    '<w:style w:type="character" w:styleId="Q"><w:name w:val="Q"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="QQ"><w:name w:val="QQ"/><w:basedOn w:val="Q"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="P"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="L1"><w:name w:val="L1"/><w:basedOn w:val="L2"/></w:style>'
    '<w:style w:type="character" w:styleId="L2"><w:name w:val="L2"/><w:basedOn w:val="L1"/></w:style>'
)


@pytest.mark.parametrize(
    ("paragraph", "properties", "hidden"),
    [
        ("", "<w:vanish/>", True),
        ("", '<w:vanish w:val="true"/>', True),
        ("", '<w:vanish w:val="off"/>', False),
        ("", '<w:rStyle w:val="Q"/>', True),
        ("", '<w:rStyle w:val="QQ"/>', True),
        ("", '<w:rStyle w:val="Q"/><w:vanish w:val="0"/>', False),
        ("", '<w:rStyle w:val="L1"/>', False),
        ('<w:pPr><w:pStyle w:val="P"/></w:pPr>', "", True),
        ('<w:pPr><w:pStyle w:val="P"/></w:pPr>', '<w:rStyle w:val="Q"/>', False),
        ("", "<w:webHidden/>", False),
    ],
)
def test_hiding_follows_words_rules(tmp_path: Path, paragraph: str, properties: str, hidden: bool) -> None:
    """Direct marks win over styles, styles are inherited, and two hiding styles cancel out."""
    text = "SECRET" if hidden else "公开"
    shown = run("别的", '<w:vanish w:val="0"/>')
    xml, result = cleaned(tmp_path, f"<w:p>{paragraph}{run(text, properties)}{shown}</w:p>", STYLES)

    assert ("公开" in xml) is not hidden
    assert ("隐藏文字1处" in result.removed) is hidden


def test_hidden_table_style_and_row(tmp_path: Path) -> None:
    """A hidden row goes, text hidden by the table's style goes, and cells stay valid."""
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    table = "<w:tbl><w:tblPr>{}</w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid>{}</w:tbl><w:p/>"
    rows = (
        f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell.format(run('SECRET'))}</w:tr><w:tr>{cell.format(run('公开'))}</w:tr>"
    )
    styled = table.format('<w:tblStyle w:val="T"/>', f"<w:tr>{cell.format(run('SECRET'))}</w:tr>")
    xml, result = cleaned(tmp_path, table.format("", rows) + styled, STYLES)

    assert xml.count("<w:tr>") == 2
    assert {"隐藏的表格行1行", "隐藏文字1处"} <= set(result.removed)


def test_a_deleted_paragraph_mark_joins_two(tmp_path: Path) -> None:
    """Text before a deleted mark opens the next paragraph; a row deleted whole goes with its table."""
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="SECRET"/></w:rPr></w:pPr>'
    row = '<w:tr><w:trPr><w:del w:id="2" w:author="SECRET"/></w:trPr><w:tc><w:p/></w:tc></w:tr>'
    body = f"<w:p>{mark}{run('公')}</w:p><w:p>{mark}{run('开')}</w:p><w:p>{run('了')}</w:p>"
    xml, result = cleaned(tmp_path, f"{body}<w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl><w:p/>")

    assert re.sub(r"<w:rPr/>", "", xml).startswith(
        "<w:p><w:r><w:t>公</w:t></w:r><w:r><w:t>开</w:t></w:r><w:r><w:t>了</w:t></w:r></w:p>"
    )
    assert "w:tbl" not in xml
    assert "修订记录3处" in result.removed


def test_moves_cells_and_former_looks_are_accepted(tmp_path: Path) -> None:
    """Text is where it was moved to; deleted cells go; what a paragraph looked like before is forgotten."""
    moved = f'<w:moveFromRangeStart w:id="1" w:author="SECRET" w:name="m"/><w:moveFrom w:id="2" w:author="SECRET">{run("SECRET")}</w:moveFrom>'
    here = f'<w:moveTo w:id="3" w:author="SECRET">{run("公开")}</w:moveTo>'
    former = '<w:pPr><w:jc w:val="left"/><w:pPrChange w:id="4" w:author="SECRET"><w:pPr/></w:pPrChange></w:pPr>'
    cells = (
        '<w:tc><w:tcPr><w:cellDel w:id="5" w:author="SECRET"/></w:tcPr><w:p><w:r><w:t>SECRET</w:t></w:r></w:p></w:tc>'
        '<w:tc><w:tcPr><w:cellIns w:id="6" w:author="SECRET"/></w:tcPr><w:p/></w:tc>'
    )
    xml, _ = cleaned(
        tmp_path, f"<w:p>{former}{moved}{here}</w:p><w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl><w:p/>"
    )

    assert "公开" in xml
    assert xml.count("<w:tc>") == 1
    assert re.search("move|Change|cell", xml) is None


def field(instruction: str, result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{char('begin')}{instruction}{char('separate')}{result}{char('end')}"


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def test_fields_become_what_they_show(tmp_path: Path) -> None:
    """A field with words in its instruction keeps its result alone, nested fields in the instruction and all."""
    inner = field(instruction("PAGE"), run("SECRET inner"))
    outer = field(f"{instruction('IF SECRET')}{inner}{instruction('SECRET too')}", run("公开果"))
    nested = field(instruction("QUOTE SECRET"), run("公开外") + field(instruction("PAGE"), run("7")))
    xml, result = cleaned(tmp_path, f"<w:p>{outer}</w:p><w:p>{nested}</w:p>")

    assert re.findall(r"<w:t>(.*?)</w:t>|<w:instrText>(.*?)</w:instrText>", xml) == [
        ("公开果", ""), ("公开外", ""), ("", "PAGE"), ("7", "")
    ]  # fmt: skip
    assert xml.count("fldChar ") == 3
    assert "域代码2处" in result.removed


def test_plain_fields_stay(tmp_path: Path) -> None:
    """Page numbers, tables of contents and web links go on working; a link to somebody's disk does not."""
    web = field(instruction('HYPERLINK "https://example.invalid/"'), run("公开站"))
    disk = field(instruction(r'HYPERLINK "file:///C:\SECRET"'), run("公开盘"))
    xml, _ = cleaned(tmp_path, f"<w:p>{web}{disk}</w:p>")

    assert xml.count("instrText>") == 2
    assert "公开盘" in xml


def test_a_hidden_shape_takes_its_fallback_along(tmp_path: Path) -> None:
    """Of a hidden text box neither the new form nor the old one for older programs stays."""
    box = (
        '<w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="x" hidden="1"/></wp:inline></w:drawing>'
    )
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent><w:p>{run('SECRET')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
    both = f'<mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>'
    xml, result = cleaned(tmp_path, f"<w:p><w:r>{both}</w:r>{run('公开')}</w:p>")

    assert "公开" in xml
    assert "隐藏的图形1个" in result.removed


def test_headers_that_are_shown_stay(tmp_path: Path) -> None:
    """With its setting on, a first-page header is part of the document."""
    path = tmp_path / "a.docx"
    document = docx.Document()
    document.sections[0].first_page_header.paragraphs[0].text = "公开首页"
    document.sections[0].different_first_page_header_footer = True
    document.save(path)
    kept = docx.Document(str(clean_file(path).path))

    assert kept.sections[0].first_page_header.paragraphs[0].text == "公开首页"


def test_wrappers_and_links_to_a_disk_leave_their_words(tmp_path: Path) -> None:
    """Smart tags, custom XML and links to local files are unwrapped, not cut out."""
    path = tmp_path / "a.docx"
    document = docx.Document()
    relation = document.part.relate_to(
        "file:///C:/SECRET/a.docx", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    paragraph = document.add_paragraph()
    for xml in (
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}">{run("公开甲")}</w:hyperlink>',
        f'<w:smartTag {nsdecls("w")} w:element="SECRET"><w:smartTagPr><w:attr w:name="SECRET" w:val="x"/></w:smartTagPr>{run("公开乙")}</w:smartTag>',
    ):
        paragraph._p.append(parse_xml(xml))
    document.save(path)
    result = clean_file(path)

    assert docx.Document(str(result.path)).paragraphs[0].text == "公开甲公开乙"
    assert all(rich.SECRET.encode() not in data for data in rich.parts_of(result.path).values())
