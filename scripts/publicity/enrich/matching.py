"""Which of the required items a record satisfies, and to which field of 基层政务公开 it belongs."""

from __future__ import annotations

from publicity.enrich.selecting import fits, value_at
from publicity.model.fields import PENDING
from publicity.model.record import Record
from publicity.rules import Required, Rules
from publicity.rules.required import Selector

_Key = tuple[str, str | None, str | None]


class Matching:
    """Asked of every record of an archive: for each kind, category and field it keeps the few items worth trying."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._worth: dict[_Key, tuple[Required, ...]] = {}

    def items(self, record: Record) -> list[Required]:
        """What the record satisfies: what a selector knows, and what it says of itself in ``meets``."""
        known = [one for one in self._candidates(record) if any(_accepts(way, record) for way in one.satisfied_by)]
        named = [self._rules.required[name] for name in dict.fromkeys(record.meets) if name in self._rules.required]
        return known + [one for one in named if one not in known]

    def field(self, record: Record) -> str:
        """The id of its field: what it says, else by its category, else by what it satisfies; empty for none."""
        if record.field is not None:
            return record.field
        by_category = (one.id for one in self._rules.fields.values() if record.category in one.categories)
        return next(by_category, "") or next((one.field for one in self.items(record) if one.field), "")

    def _candidates(self, record: Record) -> tuple[Required, ...]:
        key = (record.kind, record.category, record.field)
        if key not in self._worth:
            items = self._rules.required.values()
            self._worth[key] = tuple(one for one in items if any(_may(way, record) for way in one.satisfied_by))
        return self._worth[key]


def _may(selector: Selector, record: Record) -> bool:
    """Whether the selector could choose a record of this kind, category and field."""
    shared = {name: values for name, values in selector.when.items() if name in ("category", "field")}
    return bool(selector.kind or selector.when) and selector.kind in ("", record.kind) and fits(record, shared)


def _accepts(selector: Selector, record: Record) -> bool:
    filled = all(value_at(record, name) not in (None, "", (), PENDING) for name in selector.filled)
    return _may(selector, record) and filled and fits(record, selector.when)
