"""The portal inspection of 国办秘函〔2019〕19号: how old a column may be, and what each indicator asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import get_args

from pydantic import Field, model_validator

from publicity.errors import RulesError
from publicity.rules.entries import Entry, load_entries
from publicity.rules.periods import UNIT_LABELS, Unit
from publicity.settings import ColumnType


class ColumnRule(Entry):
    """How long a column of these types may stay without a new publication; without ``length`` it only may not be blank.

    ``counts`` says whether it is one of 动态要闻, 通知公告 and 政策文件, whose number the inspection counts apart.
    """

    title: str = Field(min_length=1)
    column_types: tuple[ColumnType, ...] = Field(min_length=1)
    length: int | None = Field(None, ge=1)
    unit: Unit | None = None
    counts: bool = False

    @model_validator(mode="after")
    def _says_how_long(self) -> ColumnRule:
        if (self.length is None) != (self.unit is None):
            raise ValueError("length 和 unit 要一起写")
        return self

    @property
    def span_words(self) -> str:
        """14日, 6个月; empty where no age is asked."""
        return f"{self.length}{UNIT_LABELS[self.unit]}" if self.length and self.unit else ""


class Veto(StrEnum):
    """What failing an indicator costs: the whole inspection, or points."""

    VETO = "veto"
    SCORED = "scored"


class Indicator(Entry):
    """``limit`` is the number from which the indicator fails; ``portal`` says why it is the portal's, not this site's."""

    number: str = ""
    title: str = Field(min_length=1)
    asks: str = Field(min_length=1)
    weight: Veto
    limit: int | None = Field(None, ge=1)
    portal: str = ""
    manual: str = ""


class GuideElement(Entry):
    """A class of facts that a service guide must give."""

    title: str = Field(min_length=1)


@dataclass(frozen=True)
class InspectionRules:
    """``columns`` by column type."""

    columns: Mapping[str, ColumnRule]
    indicators: tuple[Indicator, ...]
    elements: tuple[GuideElement, ...]


def load_inspection(path: Path) -> InspectionRules:
    """Every column type of the settings has exactly one rule; raises RulesError otherwise."""
    columns: dict[str, ColumnRule] = {}
    for rule in load_entries(path, "columns", ColumnRule):
        if repeated := next((name for name in rule.column_types if name in columns), None):
            raise RulesError(f"data/{path.name}（{rule.id}）：栏目类别“{repeated}”出现了不止一次")
        columns |= dict.fromkeys(rule.column_types, rule)
    if missing := [name for name in get_args(ColumnType) if name not in columns]:
        raise RulesError(f"data/{path.name} 的 columns 没有写栏目类别“{missing[0]}”")
    return InspectionRules(
        columns, load_entries(path, "indicators", Indicator), load_entries(path, "elements", GuideElement)
    )
