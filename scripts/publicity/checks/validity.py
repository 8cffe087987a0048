"""What staff typed of a document's validity against what its dates say, and documents that outlive their time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.enrich.reviews import Term, filing_term, validity_term
from publicity.enrich.validity import ValidityState, states
from publicity.finding import Finding, Severity
from publicity.model import NormativeDocument
from publicity.rules import Rules


def check_validity(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """All depend on the day, or on rules that nobody has read, so all only warn; a review before adoption blocks."""
    life = states(corpus, today)
    for page, record in corpus.records:
        if isinstance(record, NormativeDocument):
            yield from _check_typed(page, life[record.serial])
            yield from _check_reviews(page, record)
            yield from _check_terms(page, record, life[record.serial], rules, today)


def _check_typed(page: Page, state: ValidityState) -> Iterator[Finding]:
    if None in (state.typed, state.computed) or state.typed is state.computed:
        return
    assert state.typed is not None
    assert state.computed is not None
    since = f"（{state.turn.on}起）" if state.turn is not None else ""
    message = f"文件有效性写的是“{state.typed.label}”，按日期推算是“{state.computed.label}”{since}，页面按推算的显示"
    cure = (
        "推算得对的，删去 validity；不对的，请补齐 effective_on、expires_on，或者在修改、废止它的文件里写 amends、repeals，"
        "别的机关宣布的写在 reviews"
    )
    yield page.finding("validity", ("validity",), message, cure, severity=Severity.WARN)


def _check_reviews(page: Page, record: NormativeDocument) -> Iterator[Finding]:
    for number, review in enumerate(record.reviews):
        if isinstance(record.formed_on, date) and review.reviewed_on < record.formed_on:
            message = f"清理日期 {review.reviewed_on} 早于成文日期 {record.formed_on}"
            yield page.finding(
                "validity", ("reviews", number, "reviewed_on"), message, "请核对两个日期：先成文，后清理"
            )


def _check_terms(
    page: Page, record: NormativeDocument, state: ValidityState, rules: Rules, today: date
) -> Iterator[Finding]:
    if state.state is not None and state.state.ended:
        return
    term = validity_term(record, rules)
    if term is not None and term.last_on < today:
        message = f"没有写有效期，已经超过{term.rule.subject}（{term.rule.span_words}）"
        cure = "请查原文：写了有效期的填 expires_on；清理以后继续有效的，登记在 reviews"
        yield _term(page, "effective_on", term, message, cure)
    term = filing_term(record, rules)
    if term is not None and term.last_on < today:
        message = f"应在 {term.last_on} 以前报送备案，还没有备案编号"
        yield _term(page, "filing_reference", term, message, "已经备案的填 filing_reference；没有的请尽快报送")


def _term(page: Page, field: str, term: Term, message: str, cure: str) -> Finding:
    unsure = "" if term.rule.verified else "（这条规则未核实）"
    basis = term.rule.cited
    return page.finding("validity", (field,), message + unsure, cure, severity=Severity.WARN, basis=basis)
