"""The register of laws and administrative regulations, for checking citations."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from publicity.errors import RulesError


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
            rows = list(csv.DictReader(file))
        read = [(row["full_title"], _read(row)) for row in rows]
    except (OSError, UnicodeDecodeError, KeyError, ValueError) as error:
        raise RulesError(f"data/{path.name} 读不出来：{error}") from None
    register: dict[str, Statute] = {}
    for full_title, statute in read:
        register[statute.title] = statute
        register[full_title or statute.title] = statute
    return register


def _read(row: Mapping[str, str]) -> Statute:
    repealed = row["repealed_on"]
    return Statute(
        title=row["title"],
        kind=row["kind"],
        articles=int(row["articles"]) if row["articles"] else None,
        repealed_on=date.fromisoformat(repealed) if repealed else None,
        repealed_by=row["repealed_by"],
        as_of=date.fromisoformat(row["as_of"]),
    )
