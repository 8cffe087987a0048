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


def tables_of(reports: Reports, year: int) -> tuple[Page, DisclosureTables] | None:
    """The year's report that has the tables; None where the site has none."""
    return next(((page, one.tables) for page, one in reports.get(year, ()) if one.tables is not None), None)
