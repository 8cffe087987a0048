"""What pages cite beside laws and administrative regulations, kept by hand: data/local_statutes.yml."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from publicity.errors import RulesError
from publicity.rules.entries import Entry, load_entries
from publicity.rules.statutes import Statute


class LocalStatute(Entry):
    """A departmental rule, a local or Party regulation, or a document; what nobody has read is left out."""

    title: str = Field(min_length=1)
    full_title: str = ""
    kind: Literal["部门规章", "地方性法规", "地方政府规章", "党内法规", "文件"]
    number: str = Field("", pattern=r"^(?:[\u4e00-\u9fff]+〔\d{4}〕[1-9]\d*号)?$")
    adopted: date | None = None
    in_force_from: date | None = None
    articles: int | None = Field(None, ge=1)
    repealed_on: date | None = None
    repealed_by: str = ""
    as_of: date

    def statute(self) -> Statute:
        return Statute(
            title=self.title,
            full_title=self.full_title,
            kind=self.kind,
            number=self.number,
            adopted=self.adopted,
            last_changed=self.adopted,
            in_force_from=self.in_force_from,
            articles=self.articles,
            repealed_on=self.repealed_on,
            repealed_by=self.repealed_by,
            as_of=self.as_of,
            source=self.source,
            verified=self.verified,
        )


def load_local_statutes(path: Path) -> tuple[LocalStatute, ...]:
    """In the order of the file; a name that stands there twice is an error."""
    entries = load_entries(path, "statutes", LocalStatute)
    names = [name for entry in entries for name in entry.statute().names]
    if repeated := next((name for name in names if names.count(name) > 1), None):
        raise RulesError(f"data/{path.name} 里“{repeated}”登记了不止一次")
    return entries
