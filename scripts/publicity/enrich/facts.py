"""What follows from the records, the rules and the day: computed once, when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from publicity.content.corpus import Corpus
from publicity.enrich.columns import ColumnFacts, columns_of
from publicity.enrich.coverage import Coverage, FieldCoverage, coverage_by_field, coverage_of
from publicity.enrich.dues import Due, dues_of
from publicity.enrich.resting import Resting, resting_on
from publicity.enrich.validity import States, states
from publicity.rules import Rules


@dataclass(frozen=True)
class Facts:
    """``today`` is a day in Asia/Shanghai. Nothing here is typed by staff, and nothing is written back."""

    corpus: Corpus
    rules: Rules
    today: date

    @cached_property
    def dues(self) -> Mapping[str, tuple[Due, ...]]:
        """By serial: when each record was or is to be published."""
        return {record.serial: dues_of(record, self.rules) for _, record in self.corpus.records}

    @cached_property
    def states(self) -> States:
        """By serial: whether each normative document is in force."""
        return states(self.corpus, self.today)

    @cached_property
    def coverage(self) -> Mapping[str, Coverage]:
        """By the id of the item: what must be published, and which pages do so."""
        return coverage_of(self.corpus, self.rules, self.today)

    @cached_property
    def fields(self) -> tuple[FieldCoverage, ...]:
        """The same by field of 基层政务公开."""
        return coverage_by_field(self.corpus, self.rules, self.coverage, self.today)

    @cached_property
    def columns(self) -> tuple[ColumnFacts, ...]:
        """How fresh each column is."""
        return columns_of(self.corpus, self.rules, self.today)

    @cached_property
    def resting(self) -> Mapping[str, Resting]:
        """By title of the statute: the pages and rules that rest on it."""
        return resting_on(self.corpus, self.rules)
