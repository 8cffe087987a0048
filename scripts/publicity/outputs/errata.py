"""Marks known errors in a report's HTML without changing one character a reader sees or copies."""

from __future__ import annotations

from html import escape

from publicity.model import AnnualReport
from publicity.model.report import Erratum

HEADER = "header"


def mark_errata(html: str, report: AnnualReport) -> str:
    """Each original becomes a link to its note; overlapping ones keep only the first."""
    for erratum in report.errata:
        if erratum.original and erratum.section != HEADER:
            html = _mark(html, erratum)
    return html


def _mark(html: str, erratum: Erratum) -> str:
    words = escape(erratum.original or "", quote=False)
    start = html.find(words)
    if start < 0 or html.find(words, start + 1) >= 0:
        return html
    link = (
        f'<a class="erratum" id="mark-{erratum.number}" href="#erratum-{erratum.number}" '
        f'data-number="{erratum.number}" title="勘误{erratum.number}">{words}</a>'
    )
    return html[:start] + link + html[start + len(words) :]
