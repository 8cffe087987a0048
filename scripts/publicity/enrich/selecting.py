"""Records as the selectors of the data files choose them: by their kind and the values of their fields."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from publicity.model.fields import PENDING
from publicity.model.record import Record
from publicity.rules import Required, Rules
from publicity.rules.required import Selector


def fits(record: Record, when: Mapping[str, Collection[str]]) -> bool:
    """Whether each named field has one of the values it may have."""
    return all(str(value_at(record, name)) in values for name, values in when.items())


def satisfies(record: Record, required: Required) -> bool:
    """Whether the record is what the item asks for: it says so itself, or a selector knows it."""
    return required.id in record.meets or any(_accepts(one, record) for one in required.satisfied_by)


def field_of(record: Record, rules: Rules) -> str:
    """The id of the record's field of 基层政务公开: what it says, else by its category, else by what it satisfies."""
    if record.field is not None:
        return record.field
    by_category = (one.id for one in rules.fields.values() if record.category in one.categories)
    by_item = (one.field for one in rules.required.values() if one.field and satisfies(record, one))
    return next(by_category, "") or next(by_item, "")


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


def _accepts(selector: Selector, record: Record) -> bool:
    if not (selector.kind or selector.when) or selector.kind not in ("", record.kind):
        return False
    filled = all(value_at(record, name) not in (None, "", (), PENDING) for name in selector.filled)
    return filled and fits(record, selector.when)


def given(value: str | None) -> str:
    """The text, or nothing where it is blank or pending."""
    return value if value and value != PENDING else ""
