"""The statutory tables as files: CSV for programs, a workbook that looks like the form."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
from conftest import TODAY, corpus_of, make_town
from disclosure import report

from publicity.enrich.disclosure_years import disclosure_reports
from publicity.model.report import AnnualReport
from publicity.outputs.artefacts import artefacts_of
from publicity.outputs.csv_file import render_csv
from publicity.outputs.disclosure_files import render_tables_csv
from publicity.project import open_project

GOLDEN = Path(__file__).parents[1] / "golden" / "disclosure-tables.csv"
DAYS = {"formed_on": "2025-01-10", "published_at": "2025-01-12 09:00"}


def the_report(folder: Path, **fields: str) -> AnnualReport:
    """The report on 2024, read."""
    config = make_town(folder, {"report/2025-00001.md": report(2024, **DAYS, **fields)})
    return disclosure_reports(corpus_of(config))[2024][0][1]


def made(folder: Path, **fields: str) -> dict[str, bytes]:
    """The files that the site of that report has beside it, by uri."""
    config = make_town(folder, {"report/2025-00001.md": report(2024, **DAYS, **fields)})
    found = artefacts_of(open_project(config, TODAY))
    return {uri: one.content for uri, one in found.items() if uri.startswith("report/")}


def workbook(folder: Path, **fields: str) -> Any:
    """The workbook, read back."""
    return openpyxl.load_workbook(io.BytesIO(made(folder, **fields)["report/2025-00001/tables.xlsx"]))


def test_the_csv_has_one_line_a_figure(tmp_path: Path) -> None:
    """Every figure of the form, with the names of its table, row and column."""
    content = render_tables_csv(the_report(tmp_path))

    assert content == GOLDEN.read_bytes()
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == 2 * 3 + 4 + 25 * 7 + 15
    assert {row["报告年度"] for row in rows} == {"2024"}


def test_the_csv_is_what_office_programs_expect(tmp_path: Path) -> None:
    """A mark at the beginning, and the line ends of the format."""
    content = render_tables_csv(the_report(tmp_path))

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") == 201


def test_a_cell_that_would_be_computed_stays_text() -> None:
    """Text that begins like a formula gets an apostrophe; numbers, and quotes inside, stay as they are."""
    rows = [("=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "＝1", "甲,“乙”", 'a"b', -5)]

    line = render_csv(("a",), rows).decode("utf-8-sig").partition("\r\n")[2]

    assert line == "'=1+1,'+86,'-1,'@SUM(A1),'\t=1,'＝1,\"甲,“乙”\",\"a\"\"b\",-5\r\n"


def test_the_organ_of_a_report_cannot_smuggle_a_formula(tmp_path: Path) -> None:
    """What staff type reaches the file as text."""
    content = render_tables_csv(the_report(tmp_path, issuing_organ="=HYPERLINK(1)镇政府"))

    assert "\r\n'=HYPERLINK(1)镇政府,2024," in content.decode("utf-8-sig")


def test_a_report_with_tables_has_two_files_beside_its_page(tmp_path: Path) -> None:
    """They stand in the folder of the page's address."""
    assert sorted(made(tmp_path)) == ["report/2025-00001/tables.csv", "report/2025-00001/tables.xlsx"]


def test_a_sheet_is_a_section_of_the_form(tmp_path: Path) -> None:
    """Headings are merged as the form prints them."""
    book = workbook(tmp_path)
    sheet = book.worksheets[1]

    assert book.sheetnames == [
        "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
    ]  # fmt: skip
    merged = {str(one): sheet.cell(one.min_row, one.min_col).value for one in sheet.merged_cells.ranges}
    assert merged["E4:I4"] == "法人或其他组织"
    assert merged["A8:A29"] == "三、本年度办理结果"
    assert merged["B10:B17"] == "（三）不予公开"
    assert merged["A30:C30"] == "四、结转下年度继续办理"
    assert [cell.value for cell in sheet[29][1:]] == ["（七）总计", None, 7, 2, 0, 0, 0, 0, 9]


def test_the_second_section_stacks_its_items(tmp_path: Path) -> None:
    """Item after item, each under its own heads; one figure takes the width of three."""
    sheet = workbook(tmp_path).worksheets[0]

    values = [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]
    assert values[2:7] == [
        ["第二十条第（一）项"],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", 0, 0, 0],
        ["行政规范性文件", 2, 1, 5],
        ["第二十条第（五）项"],
    ]
    assert "B9:D9" in {str(one) for one in sheet.merged_cells.ranges}


def test_a_title_is_no_formula_in_the_workbook(tmp_path: Path) -> None:
    """A title that begins like one is text."""
    cell = workbook(tmp_path, title="=1+1号报告").worksheets[0]["A1"]

    assert (cell.value, cell.data_type) == ("=1+1号报告", "s")


def test_the_workbook_carries_no_time_and_no_author(tmp_path: Path) -> None:
    """Equal records give equal bytes on any day: parts are dated as early as a zip can say, and nobody is named."""
    content = made(tmp_path)["report/2025-00001/tables.xlsx"]

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = archive.read("docProps/core.xml").decode()
    assert [word for word in ("creator", "created", "modified") if word in properties] == []


def test_a_fee_keeps_its_decimals(tmp_path: Path) -> None:
    """Ten thousand yuan and a half is a number in the workbook and the same text in the CSV."""
    page = report(2024, **DAYS).replace("fees: 0 ", "fees: 1.50 ")
    config = make_town(tmp_path, {"report/2025-00001.md": page})
    files = artefacts_of(open_project(config, TODAY))

    sheet = openpyxl.load_workbook(io.BytesIO(files["report/2025-00001/tables.xlsx"].content)).worksheets[0]
    assert [sheet.cell(row, 2).value for row in range(1, sheet.max_row + 1)][-1] == 1.5
    assert "行政事业性收费,本年收费金额（单位：万元）,1.5\r\n" in files["report/2025-00001/tables.csv"].content.decode()
