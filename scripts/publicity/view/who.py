"""谁管这件事: one page that leads from what happened to who sees to it, how, and what to do when one disagrees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publicity.enrich.crosslinks import backlinks
from publicity.enrich.plain import plain
from publicity.enrich.who import Answer, answers_of, elsewhere_of
from publicity.model import EnforcementItem
from publicity.project import Project
from publicity.view.generated import Generated

PAGE = "who/index.md"
HOME = "enforcement/index.md"
SUMMARY = "遇到什么事，归谁管，怎么办，不服找谁，一件一件列出来。"


def who_page(project: Project) -> Iterator[Generated]:
    """The page, where the town has published any power."""
    if any(isinstance(record, EnforcementItem) for _, record in project.corpus.records):
        yield Generated(PAGE, "谁管这件事", "kinds/who.html", HOME, lambda: who_data(project), SUMMARY)


def who_data(project: Project) -> dict[str, Any]:
    """Topics with their rows, and what another organ sees to."""
    groups = answers_of(project.corpus, backlinks(project.corpus))
    return {
        "groups": [
            {"id": group.name, "title": group.title, "rows": [_row(row) for row in group.rows]} for group in groups
        ],
        "elsewhere": [{**plain(one), "page": page} for one, page in elsewhere_of(groups)],
    }


def _row(row: Answer) -> dict[str, Any]:
    item = row.item
    return {
        "matters": row.matters,
        "organ": item.implementing_organ,
        "elsewhere": plain(item.elsewhere),
        "power": row.power,
        "procedures": row.procedures,
        "time_limit": item.time_limit,
        "remedies": item.remedies,
        "verified": item.verified,
    }
