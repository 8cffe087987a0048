"""What the provincial rules ask of a normative document in time: an end, filing, periodic review. Only advice so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from publicity.enrich.selecting import day_of, given
from publicity.errors import MissingYearError
from publicity.model import NormativeDocument
from publicity.model.disclosure import Review, ReviewOutcome
from publicity.rules import Rules
from publicity.rules.normative import Concern, NormativeRule
from publicity.rules.periods import last_day


@dataclass(frozen=True)
class Term:
    """The last day that a rule leaves; it exists only where the rule's length is known."""

    rule: NormativeRule
    last_on: date


def last_review(record: NormativeDocument) -> Review | None:
    return max(record.reviews, key=lambda review: review.reviewed_on, default=None)


def validity_term(record: NormativeDocument, rules: Rules) -> Term | None:
    """Until when a document that does not say so is presumed to last, anew from a review that kept it.

    The period is counted from the day after, the later of the two readings: a reminder rather comes a day late.
    """
    if record.expires_on is not None:
        return None
    kept = [one.reviewed_on for one in record.reviews if one.outcome is ReviewOutcome.KEEP]
    begins = day_of(record.effective_on)
    return _term(Concern.VALIDITY, record, max(kept, default=begins), rules)


def filing_term(record: NormativeDocument, rules: Rules) -> Term | None:
    """By when a document is to be filed with the superior government; none once it has been."""
    return None if given(record.filing_reference) else _term(Concern.FILING, record, day_of(record.formed_on), rules)


def review_term(record: NormativeDocument, rules: Rules) -> Term | None:
    """By when a document is to be reviewed: from the last review, else from its taking effect."""
    last = last_review(record)
    return _term(Concern.REVIEW, record, last.reviewed_on if last else day_of(record.effective_on), rules)


def _term(concern: Concern, record: NormativeDocument, start: date | None, rules: Rules) -> Term | None:
    """By the first rule that fits the title and held on the day it is counted from."""
    if start is None:
        return None
    for rule in rules.normative:
        fits = not rule.title_has or any(word in record.title for word in rule.title_has)
        if rule.concerns is concern and fits and rule.in_force_on(start):
            if rule.length is None or rule.unit is None:
                return None
            try:
                return Term(rule, last_day(start, rule.length, rule.unit, rules.workdays))
            except MissingYearError:
                return None
    return None
