"""Legal bases named in front matter exist, have that article, and are still in force."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.explain import Place
from publicity.finding import Finding, Severity
from publicity.model import EnforcementItem, EnforcementResult, ProcedureNotice
from publicity.model.fields import LegalBasis
from publicity.model.record import Record
from publicity.rules import Rules, Statute


def check_statutes(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Only what a law's own text proves wrong blocks; the register of regulations is older, so it only warns."""
    for page, record in corpus.records:
        for place, basis in _bases(record):
            yield from _check_basis(page, place, basis, rules, today)


def _check_basis(page: Page, place: Place, basis: LegalBasis, rules: Rules, today: date) -> Iterator[Finding]:
    statute = rules.statutes.get(basis.statute)
    if statute is None:
        # Party and State Council documents are known by number, and not in the register.
        if "〔" not in basis.statute:
            near = difflib.get_close_matches(basis.statute, list(rules.statutes), n=1, cutoff=0.6)
            cure = f"是不是《{near[0]}》？" if near else "不是法律、行政法规的可以保留；请核对名称"
            message = f"登记表里没有《{basis.statute}》"
            yield page.finding("statute", (*place, "statute"), message, cure, severity=Severity.WARN)
        return
    source = f"data/statutes.csv（截至 {statute.as_of}）"
    if basis.article is not None and statute.articles is not None and basis.article > statute.articles:
        severity = Severity.BLOCK if statute.kind in ("宪法", "法律") else Severity.WARN
        message = f"《{statute.title}》只有{statute.articles}条，没有第{basis.article}条"
        yield page.finding(
            "statute", (*place, "article"), message, "请对照现行文本核对条号", severity=severity, basis=source
        )
    yield from _check_force(page, place, statute, today, source)


def _check_force(page: Page, place: Place, statute: Statute, today: date, source: str) -> Iterator[Finding]:
    if statute.repealed_on is not None and statute.repealed_on <= today:
        message = f"《{statute.title}》已于 {statute.repealed_on} 废止"
        cure = f"请改引《{statute.repealed_by}》" if statute.repealed_by else "请改引现行规定"
        yield page.finding("statute", (*place, "statute"), message, cure, severity=Severity.WARN, basis=source)


def _bases(record: Record) -> Iterator[tuple[Place, LegalBasis]]:
    if isinstance(record, EnforcementItem | EnforcementResult | ProcedureNotice):
        yield from ((("legal_bases", place), basis) for place, basis in enumerate(record.legal_bases))
    if isinstance(record, ProcedureNotice):
        groups = [("steps", place, step.basis) for place, step in enumerate(record.steps)]
        groups += [("rights", place, right.basis) for place, right in enumerate(record.rights)]
        for group, place, bases in groups:
            yield from (((group, place, "basis", i), basis) for i, basis in enumerate(bases))
