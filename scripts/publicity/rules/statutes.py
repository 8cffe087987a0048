"""The register of laws and administrative regulations, for checking citations."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from publicity.errors import RulesError

COLUMNS = (
    "title", "full_title", "kind", "adopted", "last_changed", "in_force_from", "articles", "repealed_on", "repealed_by", "as_of",
)  # fmt: skip


@dataclass(frozen=True)
class Statute:
    """``articles`` is the highest article number, None where unknown; ``as_of`` up to when the entry was checked."""

    title: str
    kind: str
    articles: int | None
    repealed_on: date | None
    repealed_by: str
    as_of: date


def load_statutes(path: Path) -> Mapping[str, Statute]:
    """By short title and by full title; of versions with one title the newest counts."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            if tuple(rows.fieldnames or ()) != COLUMNS:
                raise ValueError(f"第1行应当是 {','.join(COLUMNS)}")
            read = [(row["full_title"], _read(rows.line_num, row)) for row in rows]
    except (OSError, UnicodeDecodeError, ValueError, csv.Error) as error:
        raise RulesError(f"data/{path.name} 读不出来：{error}") from None
    register: dict[str, Statute] = {}
    for full_title, statute in read:
        register[statute.title] = statute
        register[full_title or statute.title] = statute
    return register


def _read(line: int, row: Mapping[str, str | None]) -> Statute:
    try:
        return _statute({name: row[name] or "" for name in COLUMNS if row[name] is not None})
    except (KeyError, ValueError) as error:
        raise ValueError(f"第{line}行（{row.get('title')}）有误：{error}") from None


def _statute(row: Mapping[str, str]) -> Statute:
    repealed = row["repealed_on"]
    return Statute(
        title=row["title"],
        kind=row["kind"],
        articles=int(row["articles"]) if row["articles"] else None,
        repealed_on=date.fromisoformat(repealed) if repealed else None,
        repealed_by=row["repealed_by"],
        as_of=date.fromisoformat(row["as_of"]),
    )
