"""Values of records, as the data files name them and as facts want them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from publicity.model.fields import PENDING
from publicity.model.record import Record


def fits(record: Record, when: Mapping[str, Collection[str]]) -> bool:
    """Whether each named field has one of the values it may have."""
    return all(str(value_at(record, name)) in values for name, values in when.items())


def value_at(record: BaseModel, name: str) -> Any:
    """A field by its name, of a part after a dot; None where there is none."""
    value: Any = record
    for part in name.split("."):
        value = getattr(value, part, None)
    return value


def day_of(value: Any) -> date | None:
    """The day of a date or moment; None for what is blank or pending."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def given(value: str | None) -> str:
    """The text, or nothing where it is blank or pending."""
    return value if value and value != PENDING else ""
