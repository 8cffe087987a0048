"""What the rules of data/ rest on exists, has that article, and is still law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publicity.checks.citations import Days, problems_of
from publicity.content.corpus import Corpus
from publicity.enrich.resting import cited_by_rule
from publicity.finding import Finding
from publicity.rules import Rules
from publicity.rules.every import every_rule, line_of


def check_rule_citations(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """As of the citations of a page without a date, since rules say what holds now.

    A rule that has ended may rest on law that has ended, and one that begins later on law that does. That a law was
    repealed only warns; an article that a law never had blocks.
    """
    for kept in every_rule(rules):
        begin, end = kept.rule.effective_from or today, kept.rule.effective_to
        days = Days(first=None, last=None, now=end is None or end >= today)
        for cited in cited_by_rule(kept.rule):
            for one in problems_of(cited, days, rules, max(today, begin)):
                message = f"规则 {kept.rule.id}：{one.message}"
                yield Finding(kept.path, line_of(kept), 1, one.severity, "rule-statute", message, one.cure, one.basis)
