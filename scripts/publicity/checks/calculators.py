"""The limits that a page lets its readers count out are rules, and count from something that happens."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.explain import Place
from publicity.finding import Finding, Severity
from publicity.model import PlainPage, ProcedureNotice
from publicity.rules import Rules
from publicity.rules.deadlines import Recurs


def check_calculators(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """A rule that does not exist or counts nothing blocks; one that no longer holds only warns: a day brought that."""
    for page in corpus.pages:
        if isinstance(page.header, PlainPage | ProcedureNotice):
            for place, name in enumerate(page.header.deadlines):
                yield from _check_rule(page, ("deadlines", place), name, rules, today)


def _check_rule(page: Page, place: Place, name: str, rules: Rules, today: date) -> Iterator[Finding]:
    rule = rules.deadline(name)
    if rule is None:
        near = difflib.get_close_matches(name, [one.id for one in rules.deadlines], n=1)
        cure = f"是不是 {near[0]}？" if near else "请写 data/deadlines.yml 里有的 id"
        yield page.finding("reference", place, f"data/deadlines.yml 里没有期限“{name}”", cure)
    elif rule.recurs is not Recurs.AFTER_EVENT:
        message = f"期限“{name}”（{rule.subject}）不是从一件事算起多少天，读者推算不了"
        yield page.finding("reference", place, message, "请改写 recurs 是 after_event 的规则，或者删去")
    elif not rule.in_force_on(today):
        message = f"期限“{name}”（{rule.subject}）现在不适用，页面上不显示"
        cure = "请换成现行规则的 id，或者删去"
        yield page.finding("reference", place, message, cure, severity=Severity.WARN)
