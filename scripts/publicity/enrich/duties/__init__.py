"""What staff have to see to: due, overdue, missing, expiring, unverified. Nothing here blocks anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from publicity.enrich.duties.duty import Desk, Duty, DutyKind, Source, by_kind, until
from publicity.enrich.duties.portal import columns, coverage_gaps, expiring_documents
from publicity.enrich.duties.records import boards, pending_facts, publications, unconfirmed
from publicity.enrich.duties.upkeep import exemptions, lapsed_citations, unverified_calendars, work_calendars
from publicity.enrich.duties.yearly import periodic_rules, yearly_rules
from publicity.enrich.facts import Facts
from publicity.finding import Finding
from publicity.model.fields import PENDING

# Every source, in one visible tuple.
SOURCES: tuple[Source, ...] = (
    publications,
    yearly_rules,
    periodic_rules,
    boards,
    expiring_documents,
    exemptions,
    lapsed_citations,
    work_calendars,
    unverified_calendars,
    coverage_gaps,
    columns,
    pending_facts,
    unconfirmed,
)


def duties_of(facts: Facts, findings: Sequence[Finding]) -> tuple[Duty, ...]:
    """Each with its owner by the settings; the earliest day first, those without a day last."""
    desk, town = Desk(facts, findings), facts.corpus.settings.town
    found = (duty for source in SOURCES for duty in source(desk))
    owned = [replace(duty, owner=town.owner_of(duty.uri or duty.path) or PENDING) for duty in found]
    return tuple(sorted(owned, key=lambda duty: (duty.due_on or date.max, duty.id)))


__all__ = ["SOURCES", "Desk", "Duty", "DutyKind", "Source", "by_kind", "duties_of", "until"]
