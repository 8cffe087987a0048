"""What must be published and what is, as rows for tables and as a plot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from publicity.enrich.coverage import STATE_LABELS, Coverage, FieldCoverage, State
from publicity.enrich.plain import plain
from publicity.enrich.refs import Ref
from publicity.outputs.listings import field_uri
from publicity.outputs.plots import Bar, stacked_bars
from publicity.project import Project
from publicity.rules.required import GROUP_LABELS, WEIGHT_LABELS, Group

# The parts of a bar, from published to nothing.
PARTS = {
    "有": (State.PRESENT, State.STALE),
    "待核定": (State.PENDING,),
    "没有": (State.MISSING, State.NONE),
}


@dataclass(frozen=True)
class CoverageRow:
    """``state`` is the word for the eye, ``kind`` for the style sheet; ``newest`` and ``due_on`` are days as text."""

    id: str
    title: str
    holds: str
    limit: str
    state: str
    kind: str
    pages: tuple[Ref, ...]
    waiting: tuple[Ref, ...]
    newest: str
    due_on: str
    missing: str
    weight: str
    basis: str
    verified: bool
    note: str


@dataclass(frozen=True)
class FieldRow:
    """One field: ``items`` are how many it must publish, ``present`` how many are; records by the same two words."""

    title: str
    uri: str
    items: int
    present: int
    published: int
    waiting: int
    newest: str


def coverage_row(one: Coverage) -> CoverageRow:
    required = one.required
    return CoverageRow(
        id=required.id,
        title=required.title,
        holds=required.holds,
        limit=required.limit,
        state=STATE_LABELS[one.state],
        kind=one.state.value,
        pages=one.pages,
        waiting=one.waiting,
        newest=_day(one.newest),
        due_on=_day(one.due_on),
        missing=one.missing,
        weight=WEIGHT_LABELS[required.weight],
        basis=required.cited,
        verified=required.verified,
        note=required.note,
    )


def field_rows(fields: Iterable[FieldCoverage]) -> list[FieldRow]:
    return [
        FieldRow(
            title=one.field.title,
            uri=field_uri(one.field.id),
            items=len(one.items),
            present=one.count(*PARTS["有"]),
            published=one.published,
            waiting=one.waiting,
            newest=_day(one.newest),
        )
        for one in fields
    ]


def field_data(project: Project, field: str) -> dict[str, Any]:
    """What stands above the listing of one field: the field, and the items it must publish."""
    found = next(one for one in project.facts.fields if one.field.id == field)
    return {"field": plain(found.field), "affairs": [coverage_row(one) for one in found.items]}


def fields_plot(fields: Iterable[FieldCoverage]) -> str:
    """How many records each field has, published or waiting: inline SVG; the table beside it has the numbers."""
    bars = [Bar(one.field.title, (one.published, one.waiting)) for one in fields]
    return stacked_bars("plot-fields", "各领域公开了多少", ("已公开", "待核定"), bars)


def groups_plot(covered: Iterable[Coverage]) -> str:
    """How many items of each list are published, waiting or not there at all."""
    by_group: dict[Group, list[State]] = {group: [] for group in Group}
    for one in covered:
        by_group[one.required.group].append(one.state)
    bars = [
        Bar(GROUP_LABELS[group], tuple(sum(state in part for state in found) for part in PARTS.values()))
        for group, found in by_group.items()
    ]
    return stacked_bars("plot-groups", "应公开事项公开了多少", tuple(PARTS), bars)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
