"""What follows from the records, the rules and the day: computed once, when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from publicity.content.corpus import Corpus
from publicity.enrich.dues import Due, dues_of
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
