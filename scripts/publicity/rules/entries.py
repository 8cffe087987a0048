"""What every rule carries, and how a file of them is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from publicity.errors import RulesError
from publicity.explain import explain_errors
from publicity.model.citation import cite
from publicity.model.fields import LegalBasis

E = TypeVar("E", bound="Entry")


class Entry(BaseModel):
    """One rule: its id, its source, when it holds, and whether its text has been read (``verified``)."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    basis: LegalBasis | None = None
    source: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    verified: bool = False
    note: str = ""

    @model_validator(mode="after")
    def _has_a_source(self) -> Entry:
        if self.basis is None and not self.source:
            raise ValueError("每条规则要写依据：basis 或 source")
        return self

    @property
    def cited(self) -> str:
        """Where the rule comes from, as a reader reads it."""
        return cite(self.basis) if self.basis else self.source

    def in_force_on(self, day: date) -> bool:
        """Whether the rule holds on that day."""
        return (self.effective_from is None or self.effective_from <= day) and (
            self.effective_to is None or day <= self.effective_to
        )


def load_entries(path: Path, key: str, entry: type[E]) -> tuple[E, ...]:
    """The list under ``key`` of a YAML file, in its order; ids may not repeat."""
    try:
        document = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except (OSError, ValueError, yaml.YAMLError) as error:  # ValueError: wrong encoding, or a day like 02-30
        raise RulesError(f"data/{path.name} 读不出来：{error}") from None
    raw: list[Any] = document.get(key) if isinstance(document, dict) else None  # type: ignore[assignment]
    if not isinstance(raw, list):
        raise RulesError(f"data/{path.name} 里没有列表“{key}”")
    entries = tuple(_read(path, place, values, entry) for place, values in enumerate(raw, 1))
    ids = [one.id for one in entries]
    if repeated := next((name for name in ids if ids.count(name) > 1), None):
        raise RulesError(f"data/{path.name} 里的 id“{repeated}”出现了不止一次")
    return entries


def _read(path: Path, place: int, values: Any, entry: type[E]) -> E:
    try:
        return entry.model_validate(values)
    except ValidationError as error:
        name = values.get("id", place) if isinstance(values, dict) else place
        first = next(explain_errors(error, entry))
        raise RulesError(
            f"data/{path.name} 第{place}条（{name}）的 {first.field}：{first.message}；{first.cure}"
        ) from None
