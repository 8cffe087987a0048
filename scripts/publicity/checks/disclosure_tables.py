"""The arithmetic that the form of the yearly disclosure report prints, and its tie to the report of the year before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from publicity.content.corpus import Corpus, Page
from publicity.enrich.disclosure_years import Reports, disclosure_reports, tables_of
from publicity.explain import Place, label_of
from publicity.finding import Finding, Severity
from publicity.model.disclosure_tables import (
    FORM,
    FORM_SINCE,
    Applicants,
    Applications,
    DisclosureTables,
    Figures,
    Outcomes,
    Published,
)
from publicity.model.report import AnnualReport
from publicity.rules import Rules

RULE = "disclosure-tables"
APPLICATIONS: Place = ("tables", "applications")
SUM = "total"


def check_disclosure_tables(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Sums hold in every row and column, and a year has one report, which begins where the last one ended."""
    reports = disclosure_reports(corpus)
    for year, found in reports.items():
        for page, _ in found[1:]:
            message = f"{year}年度的政府信息公开工作年度报告已有 {found[0][0].shown}"
            yield page.finding(RULE, ("year",), message, "一个年度只有一份；请改正 year，或删去多出的一份", basis=FORM)
        for page, report in found:
            yield from _check_report(page, report)
            if report.tables is not None:
                yield from _check_year_before(page, report.tables, reports, year)


def _check_report(page: Page, report: AnnualReport) -> Iterator[Finding]:
    if isinstance(report.formed_on, date) and report.formed_on.year <= report.year:
        message = f"成文日期 {report.formed_on} 时{report.year}年还没有结束，统计的不会是全年"
        cure = "请核对 year（报告的是哪一年）和 formed_on"
        yield page.finding(RULE, ("formed_on",), message, cure, severity=Severity.WARN, basis=FORM)
    if report.tables is not None:
        yield from _check_rows(page, report.tables)
        yield from _check_columns(page, report.tables.applications)
    elif report.year >= FORM_SINCE:
        cure = "请填写 tables；make new 新建年度报告时会给出空白表"
        yield page.finding(
            RULE, ("report_kind",), "没有法定的三张统计表（tables）", cure, severity=Severity.WARN, basis=FORM
        )


def _check_rows(page: Page, tables: DisclosureTables) -> Iterator[Finding]:
    """总计 of a row = its other cells."""
    for place, row in _rows(tables, ("tables",)):
        if not isinstance(row, Applicants | Outcomes):
            continue
        parts = {name: getattr(row, name) for name in type(row).model_fields if name != SUM}
        if sum(parts.values()) != row.total:
            said = _added({_label(type(row), name): value for name, value in parts.items()})
            message = f"“{_row_label(place)}”一行：{said}，而总计填的是{row.total}"
            yield page.finding(RULE, (*place, SUM), message, "请改正总计，或改正这一行里填错的一格", basis=FORM)


def _check_columns(page: Page, table: Applications) -> Iterator[Finding]:
    """In every column (七) = the endings above it, and 一 + 二 = 三（七） + 四."""
    results: Place = (*APPLICATIONS, "results")
    endings = [(place, row) for place, row in _rows(table.results, results) if row is not table.results.total]
    for name in Applicants.model_fields:
        column = f"“{_label(Applicants, name)}”一列"
        total = getattr(table.results.total, name)
        parts = {_row_label(place): getattr(row, name) for place, row in endings}
        if sum(parts.values()) != total:
            message = f"{column}：{_added(parts)}，而“（七）总计”填的是{total}"
            cure = "请改正“（七）总计”，或改正（一）至（六）里填错的一格"
            yield page.finding(RULE, (*results, SUM, name), message, cure, basis=FORM)
        begun, left = getattr(table.received, name), getattr(table.carried_out, name)
        taken = getattr(table.carried_in, name)
        if begun + taken != total + left:
            message = (
                f"{column}：一、本年新收{begun}＋二、上年结转{taken}＝{begun + taken}，"
                f"三、（七）总计{total}＋四、结转下年度{left}＝{total + left}，两边不相等"
            )
            cure = "请核对这四格；第一项加第二项之和，等于第三项加第四项之和"
            yield page.finding(RULE, (*APPLICATIONS, "carried_out", name), message, cure, basis=FORM)


def _check_year_before(page: Page, tables: DisclosureTables, reports: Reports, year: int) -> Iterator[Finding]:
    earlier = tables_of(reports, year - 1)
    if earlier is None:
        return
    source, before = earlier
    for name in Applicants.model_fields:
        taken, left = getattr(tables.applications.carried_in, name), getattr(before.applications.carried_out, name)
        if taken != left:
            message = (
                f"“{_label(Applicants, name)}”一列：二、上年结转填的是{taken}，"
                f"而{year - 1}年的报告（{source.shown}）四、结转下年度继续办理是{left}，不相等"
            )
            cure = "请照抄上年报告的“四”；是上年报告填错的，请先更正上年报告"
            yield page.finding(RULE, (*APPLICATIONS, "carried_in", name), message, cure, basis=FORM)
    yield from _check_in_force(page, tables.published, before.published)


def _check_in_force(page: Page, now: Published, before: Published) -> Iterator[Finding]:
    """The form does not ask for this sum, and documents may lapse without being repealed: only a question."""
    for name in ("rules", "normative_documents"):
        row, last = getattr(now, name), getattr(before, name).in_force
        expected = last + row.made - row.repealed
        if row.in_force != expected:
            message = (
                f"“{_label(Published, name)}”一行：上年现行有效{last}＋本年制发{row.made}－本年废止{row.repealed}"
                f"＝{expected}，而现行有效件数填的是{row.in_force}"
            )
            cure = "请核对；格式没有规定这样算，有到期失效等情形的不用改"
            place = ("tables", "published", name, "in_force")
            yield page.finding(RULE, place, message, cure, severity=Severity.WARN)


def _rows(group: BaseModel, place: Place) -> Iterator[tuple[Place, Figures]]:
    """Every row of figures below, with the way to it."""
    for name in type(group).model_fields:
        value = getattr(group, name)
        if isinstance(value, Figures):
            yield (*place, name), value
        elif isinstance(value, BaseModel):
            yield from _rows(value, (*place, name))


def _row_label(place: Place) -> str:
    """What the form calls the row, below its table; the endings have numbers of their own."""
    ending = _label(Applications, "results")
    return label_of(DisclosureTables, place[1:]).partition(" ")[2].removeprefix(f"{ending} ")


def _label(model: type[BaseModel], name: str) -> str:
    return model.model_fields[name].title or name


def _added(parts: dict[str, int]) -> str:
    """The side of the equation that is added up; noughts are left out."""
    counted = [f"{label}{value}" for label, value in parts.items() if value]
    if not counted:
        return "各格都是0，相加得0"
    return "＋".join(counted) + (f"＝{sum(parts.values())}" if len(counted) > 1 else "，其余是0")
