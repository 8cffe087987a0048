"""The list of duties for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby

from publicity.enrich.duties import Duty, by_kind


def render_text(duties: Sequence[Duty], today: date) -> str:
    """By kind, the most urgent first; what neighbours share, the cure and the owner, is said once beneath them."""
    if not duties:
        return "没有要办的事。\n"
    blocks = []
    for kind, group in by_kind(duties).items():
        lines = [f"{kind.label}（{len(group)}项）"]
        for together in alike(group):
            lines += [line for duty in together for line in _lines(duty, today)]
            lines += [
                "    怎么办：" + together[0].cure.strip().replace("\n", "\n      "),
                f"    责任：{together[0].owner}",
            ]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def alike(duties: Sequence[Duty]) -> list[list[Duty]]:
    """Neighbours with the same cure and owner together, in the given order."""
    return [list(group) for _, group in groupby(duties, key=lambda duty: (duty.cure, duty.owner))]


def render_json(duties: Sequence[Duty]) -> str:
    """A list of objects; ``due_on`` is an ISO day or null."""
    shown = [asdict(duty) | {"due_on": duty.due_on.isoformat() if duty.due_on else None} for duty in duties]
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def when(due_on: date | None, today: date) -> str:
    """How the day lies to today: 已过12天, 今天, 还有3天; empty where there is none."""
    if due_on is None:
        return ""
    days = (due_on - today).days
    return "今天" if days == 0 else f"还有{days}天" if days > 0 else f"已过{-days}天"


def unsure(duty: Duty) -> str:
    """A word beside the basis of a rule that nobody has read, or that reaches the town only by our reading."""
    return "" if duty.verified else "（未核实，只作提醒）"


def _lines(duty: Duty, today: date) -> list[str]:
    day = f"{duty.due_on}（{when(duty.due_on, today)}）  " if duty.due_on else ""
    place = f"  [{duty.place}]" if duty.place else ""
    lines = [f"  {day}{duty.subject}{place}"]
    return [*lines, f"    依据：{duty.basis}{unsure(duty)}"] if duty.basis else lines
