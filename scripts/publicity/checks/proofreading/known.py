"""Errors a report's own errata already tell the reader of: told to the clerk in one line, not one by one."""

from __future__ import annotations

from collections.abc import Iterator

from publicity.checks.proofreading.sheet import Mark, Sheet
from publicity.finding import Finding, Severity
from publicity.model import AnnualReport
from publicity.model.report import HEADER, Erratum

RULE = "known-errata"


def leave_out_known(sheet: Sheet, marks: list[Mark]) -> tuple[list[Mark], list[Finding]]:
    """The marks that are news, and what is to be said of the others."""
    report = sheet.page.header
    if not isinstance(report, AnnualReport) or not report.errata:
        return marks, []
    places = list(_places(sheet, report))
    numbers, news = set(), []
    for mark in marks:
        if known := _known(mark, report, places):
            numbers.add(known.number)
        else:
            news.append(mark)
    if len(news) == len(marks):
        return marks, []
    listed = "、".join(str(number) for number in sorted(numbers))
    message = f"{sheet.title}有{len(marks) - len(news)}处与本页勘误第{listed}条一致，已向读者说明，不再逐条提示"
    cure = "已发布的原文不改；这一处无须处理"
    return news, [sheet.page.finding(RULE, ("errata",), message, cure, severity=Severity.WARN)]


def _places(sheet: Sheet, report: AnnualReport) -> Iterator[tuple[int, int, Erratum]]:
    """Where the text an erratum quotes stands."""
    for erratum in report.errata:
        if erratum.original and erratum.section != HEADER and (start := sheet.raw.find(erratum.original)) >= 0:
            yield start, start + len(erratum.original), erratum


def _known(mark: Mark, report: AnnualReport, places: list[tuple[int, int, Erratum]]) -> Erratum | None:
    """The erratum for the whole of its rule, else the last one it touches, which is the nearest."""
    for erratum in report.errata:
        if erratum.rule == mark.rule:
            return erratum
    touched = [(start, erratum.number, erratum) for start, end, erratum in places if mark.touches(start, end)]
    return max(touched, key=lambda one: one[:2])[2] if touched else None
