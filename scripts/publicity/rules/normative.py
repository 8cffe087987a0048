"""How long a normative document lives, when it is filed and how often it is reviewed, as far as anybody has read it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from pydantic import Field, model_validator

from publicity.rules.entries import Entry, load_entries
from publicity.rules.periods import UNIT_LABELS, Unit


class Concern(StrEnum):
    VALIDITY = "validity"
    FILING = "filing"
    REVIEW = "review"


class NormativeRule(Entry):
    """``length`` and ``unit`` are both blank while nobody has read how long; ``title_has`` narrows it to some titles."""

    concerns: Concern
    subject: str = Field(min_length=1)
    title_has: tuple[str, ...] = ()
    length: int | None = Field(None, ge=1)
    unit: Unit | None = None

    @model_validator(mode="after")
    def _says_both_or_neither(self) -> NormativeRule:
        if (self.length is None) is not (self.unit is None):
            raise ValueError("length 和 unit 要么都写，要么都留空")
        return self

    @property
    def span_words(self) -> str:
        """5年; empty while it is not known."""
        return f"{self.length}{UNIT_LABELS[self.unit]}" if self.length and self.unit else ""


def load_normative(path: Path) -> tuple[NormativeRule, ...]:
    """In the order of the file."""
    return load_entries(path, "normative", NormativeRule)
