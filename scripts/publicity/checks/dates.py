"""Dates that contradict each other, today, or the project's own history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.enrich.selecting import day_of
from publicity.finding import Finding, Severity
from publicity.model.record import Record
from publicity.rules import Rules

FORGED = "国办秘函〔2019〕19号 单项否决指标（弄虚作假，如伪造发稿日期）"


def check_dates(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Order of the dates, no publication in the future, none before the file existed."""
    for page, record in corpus.records:
        formed, published = day_of(record.formed_on), day_of(record.published_at)
        if formed and formed > today:
            yield page.finding("date", ("formed_on",), f"成文日期 {formed} 晚于今天 {today}", "请核对日期")
        if published is None:
            continue
        if formed and published < formed:
            message = f"发布日期 {published} 早于成文日期 {formed}"
            yield page.finding("date", ("published_at",), message, "请核对两个日期：先成文，后发布")
        if published > today:
            message = f"发布日期 {published} 晚于今天 {today}"
            yield page.finding("date", ("published_at",), message, "请写实际上网的时间", basis=FORGED)
        yield from _check_backdating(page, record, published, corpus.first_commits.get(page.uri))


def _check_backdating(page: Page, record: Record, published: date, committed: date | None) -> Iterator[Finding]:
    if committed and published < committed:
        message = f"发布日期 {published} 早于本页首次入库日期 {committed}，疑似倒填"
        cure = "从旧网站转来的照实保留即可；新发布的请写实际上网的时间"
        yield page.finding("backdated", ("published_at",), message, cure, severity=Severity.WARN, basis=FORGED)
