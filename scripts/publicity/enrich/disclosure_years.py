"""The yearly disclosure reports of the site, by the year they report on: each takes up what the one before left open."""

from __future__ import annotations

from publicity.content.corpus import Corpus, Page
from publicity.model.disclosure_tables import DisclosureTables
from publicity.model.report import AnnualReport, ReportKind

Reports = dict[int, list[tuple[Page, AnnualReport]]]


def disclosure_reports(corpus: Corpus) -> Reports:
    """By year, in the order of their address; more than one for a year is a finding of the checks."""
    found: Reports = {}
    for page, record in corpus.records:
        if isinstance(record, AnnualReport) and record.report_kind is ReportKind.DISCLOSURE_ANNUAL:
            found.setdefault(record.year, []).append((page, record))
    return found


def page_of(corpus: Corpus, year: int) -> Page | None:
    """The page that says it is the year's report, though its form may not be filled yet."""
    said = {"kind": "annual_report", "report_kind": ReportKind.DISCLOSURE_ANNUAL.value, "year": str(year)}
    return next((one for one in corpus.pages if one.matter and said.items() <= one.matter.values.items()), None)


def tables_of(reports: Reports, year: int) -> tuple[Page, DisclosureTables] | None:
    """The year's report that has the tables; None where the site has none."""
    return next(((page, one.tables) for page, one in reports.get(year, ()) if one.tables is not None), None)
