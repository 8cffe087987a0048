"""The staff's page of duties: what is due, late, missing, expiring and unconfirmed, by owner, and how punctual it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from publicity.enrich.duties import Duty, by_kind
from publicity.enrich.punctuality import Punctuality, punctuality
from publicity.outputs.calendars import STAFF
from publicity.outputs.duties import alike, unsure, when
from publicity.outputs.plots import Bar, stacked_bars
from publicity.project import Project
from publicity.view.generated import Generated, staff_page

PAGE = "staff/duties/index.md"
# A table that nobody reads to its end only makes the page heavy; the command lists them all.
MOST_ROWS = 100


def duties_page(project: Project) -> Iterator[Generated]:
    return staff_page(project, PAGE, "待办事项", "kinds/duties.html", duties_data)


def duties_data(project: Project) -> dict[str, Any]:
    """Owners in the order of the settings, then nobody's; for each the kinds, the most urgent first."""
    duties = project.duties
    order = [*dict.fromkeys(project.settings.town.owners.values())]
    owners = sorted({duty.owner for duty in duties}, key=lambda one: order.index(one) if one in order else len(order))
    years = punctuality(project.facts)
    return {
        "today": project.today.isoformat(),
        "calendar": STAFF,
        "counts": [{"words": kind.label, "number": len(group)} for kind, group in by_kind(duties).items()],
        "owners": [
            _owner(place, owner, [duty for duty in duties if duty.owner == owner], project)
            for place, owner in enumerate(owners, 1)
        ],
        "years": [_year(one) for one in years],
        "plot": _plot(years) if years else "",
    }


def _owner(place: int, owner: str, duties: Sequence[Duty], project: Project) -> dict[str, Any]:
    return {
        "id": f"owner-{place}",
        "name": owner,
        "count": len(duties),
        "kinds": [
            {
                "id": f"owner-{place}-{kind.value}",
                "label": kind.label,
                "count": len(group),
                "left_out": max(0, len(group) - MOST_ROWS),
                "tables": [_table(together, project) for together in alike(group[:MOST_ROWS])],
            }
            for kind, group in by_kind(duties).items()
        ],
    }


def _table(duties: Sequence[Duty], project: Project) -> dict[str, Any]:
    return {
        "cure": duties[0].cure.strip(),
        "dated": any(duty.due_on for duty in duties),
        "rows": [
            {
                "subject": duty.subject,
                "uri": duty.uri,
                "day": duty.due_on.isoformat() if duty.due_on else "",
                "left": when(duty.due_on, project.today),
                "basis": duty.basis and duty.basis + unsure(duty),
                "place": duty.place,
            }
            for duty in duties
        ],
    }


def _year(one: Punctuality) -> dict[str, Any]:
    return {
        "year": one.year,
        "in_time": one.in_time,
        "late": one.late,
        "unknown": one.unknown,
        "median": f"{one.median_late:g}天" if one.median_late is not None else "—",
    }


def _plot(years: Sequence[Punctuality]) -> str:
    bars = [Bar(f"{one.year}年", (one.in_time, one.late, one.unknown)) for one in years]
    return stacked_bars(
        "plot-punctuality", "每年公开的信息按时、迟和推算不出的件数", ("按时", "迟公开", "推算不出"), bars
    )
