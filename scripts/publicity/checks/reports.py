"""The facts and errata of a report hang on its text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.content.markdown import find_headings
from publicity.explain import Place, quoted
from publicity.finding import Finding
from publicity.model import AnnualReport
from publicity.model.report import HEADER, INTRO
from publicity.rules import Rules


def check_reports(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Sections exist; an erratum's original stands in the body exactly once; numbers are not used twice."""
    for page, record in corpus.records:
        if isinstance(record, AnnualReport):
            yield from _check_report(page, record)


def _check_report(page: Page, report: AnnualReport) -> Iterator[Finding]:
    body = "\n".join(line.text for line in page.lines())
    sections = {heading.anchor for heading in find_headings(page.lines()) if heading.anchor}
    for place, fact in enumerate(report.facts):
        yield from _check_section(page, ("facts", place, "section"), fact.section, sections | {INTRO})
    numbers: set[int] = set()
    for place, erratum in enumerate(report.errata):
        yield from _check_section(page, ("errata", place, "section"), erratum.section, sections | {INTRO, HEADER})
        if erratum.number in numbers:
            yield page.finding(
                "report", ("errata", place, "number"), f"勘误序号{erratum.number}用了两次", "请改成不同的序号"
            )
        numbers.add(erratum.number)
        if erratum.original and erratum.section != HEADER and (times := body.count(erratum.original)) != 1:
            message = f"勘误的原文“{quoted(erratum.original, 30)}”在正文里出现{times}次"
            cure = "请照抄正文里的字；出现多次的请多抄几个字，属于缺漏的请留空"
            yield page.finding("report", ("errata", place, "original"), message, cure)


def _check_section(page: Page, place: Place, section: str, known: set[str]) -> Iterator[Finding]:
    if section not in known:
        cure = "请写正文标题后面的标识；可用的有：" + "、".join(sorted(known))
        yield page.finding("report", place, f"正文里没有标识为“{section}”的小节", cure)
