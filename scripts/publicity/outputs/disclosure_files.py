"""The statutory tables of a yearly disclosure report as files beside its page: a workbook for people, CSV for programs."""

from __future__ import annotations

from collections.abc import Iterator

from publicity.content.corpus import url_of
from publicity.enrich.disclosure_years import disclosure_reports
from publicity.enrich.statutory_tables import Section, Table, placed, statutory_tables
from publicity.model.report import AnnualReport
from publicity.outputs.artefact import Artefact
from publicity.outputs.csv_file import render_csv
from publicity.outputs.disclosure_workbook import render_workbook
from publicity.project import Project

WORKBOOK, CSV = "tables.xlsx", "tables.csv"
# In the order of the links on the page.
TITLES = {WORKBOOK: "Excel 表格", CSV: "每行一个数的数据"}
HEADS = ("发布机构", "报告年度", "表", "项目", "指标", "数值")
JOINER = " / "


def make_disclosure_files(project: Project) -> Iterator[Artefact]:
    """Two files for each report that has the tables."""
    for found in disclosure_reports(project.corpus).values():
        for page, report in found:
            if report.tables is not None:
                folder = url_of(page.uri)
                yield Artefact(f"{folder}{WORKBOOK}", render_workbook(report.title, statutory_tables(report.tables)))
                yield Artefact(f"{folder}{CSV}", render_tables_csv(report))


def render_tables_csv(report: AnnualReport) -> bytes:
    """One line a figure, in the order of the form; a report without tables gives the heads alone."""
    organ = report.issuing_organ or ""
    sections = statutory_tables(report.tables) if report.tables is not None else ()
    return render_csv(HEADS, [(organ, report.year, *line) for section in sections for line in _lines(section)])


def _lines(section: Section) -> Iterator[tuple[str, str, str, str]]:
    """Table, row, column and figure; where a row has no name, its columns' upper headings are the row."""
    for table in section.tables:
        for row, column, figure in _figures(table):
            above = [table.caption] if len(section.tables) > 1 else []
            item, measure = ([*above, *row], column) if row else (column[:-1], column[-1:])
            yield section.title, JOINER.join(item), JOINER.join(measure), figure


def _figures(table: Table) -> Iterator[tuple[list[str], list[str], str]]:
    """Each figure with the headings of its row and of its column, outermost first."""
    columns: dict[int, list[str]] = {}
    rows: dict[int, list[str]] = {}
    for _, left, cell in placed(table.head):
        if cell.scope == "col":
            for column in range(left, left + cell.across):
                columns.setdefault(column, []).append(cell.text)
    for top, left, cell in placed(table.body):
        if cell.scope == "row":
            for row in range(top, top + cell.down):
                rows.setdefault(row, []).append(cell.text)
        else:
            yield rows.get(top, []), columns[left], cell.text
