"""The register of what pages cite: laws and administrative regulations, and the local entries beside them."""

from __future__ import annotations

import csv
import difflib
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from publicity.errors import RulesError, mishap

COLUMNS = (
    "title", "full_title", "kind", "adopted", "last_changed", "in_force_from", "articles", "repealed_on", "repealed_by", "as_of",
)  # fmt: skip
# Their text decides what is right, so that a citation which contradicts it can be refused.
LAWS = ("宪法", "法律")
# The official database of laws and administrative regulations; it has no lasting address for one statute by title.
OFFICIAL = "https://flk.npc.gov.cn/"

_NUMBER = re.compile(r"[〔\[【［（(](\d{4})[〕\]】］）)]第?(\d+)号")
_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_VERSION = re.compile(r"(?:[（(][^（）()]{1,30}[)）])+$")


@dataclass(frozen=True)
class Statute:
    """A law, a regulation or an official document.

    ``articles`` is the highest article number, None where unknown; ``number`` the number of a document; ``as_of`` up to
    when the entry was checked; ``source`` says where it comes from, and ``verified`` whether its text was read.
    """

    title: str
    full_title: str
    kind: str
    number: str
    adopted: date | None
    last_changed: date | None
    in_force_from: date | None
    articles: int | None
    repealed_on: date | None
    repealed_by: str
    as_of: date
    source: str
    verified: bool = True

    @property
    def id(self) -> str:
        """The same for ever, since addresses are made of it: it hangs on the short title alone."""
        return hashlib.sha256(self.title.encode()).hexdigest()[:8]

    @property
    def uri(self) -> str:
        """Where the site's page about it is built from, relative to docs/."""
        return f"statutes/{self.id}/index.md"

    @property
    def official(self) -> str:
        """Where the official text is looked up; empty where no one database holds it."""
        return OFFICIAL if self.kind in (*LAWS, "行政法规") else ""

    @property
    def is_law(self) -> bool:
        return self.kind in LAWS

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the register gives it."""
        return tuple(dict.fromkeys(name for name in (self.title, self.full_title, self.number) if name))


class Register(Mapping[str, Statute]):
    """Statutes by short title, full title and document number; of versions with one title the last counts."""

    def __init__(self, statutes: Iterable[Statute]) -> None:
        self._by_name = {name: statute for statute in statutes for name in statute.names}
        # A thousand pages may cite the same unknown title, and looking for the nearest is slow.
        self._near: dict[tuple[str, float], str | None] = {}

    def __getitem__(self, name: str) -> Statute:
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def __len__(self) -> int:
        return len(self._by_name)

    @cached_property
    def statutes(self) -> tuple[Statute, ...]:
        """Each once, in the order of the register."""
        return tuple({statute.title: statute for statute in self._by_name.values()}.values())

    @cached_property
    def _by_id(self) -> Mapping[str, Statute]:
        return {statute.id: statute for statute in self.statutes}

    @cached_property
    def _by_key(self) -> Mapping[str, Statute]:
        return {_key(name): statute for name, statute in self._by_name.items()}

    def resolve(self, title: str) -> Statute | None:
        """By any name, also with a version in brackets behind it, other brackets in its number, or 〈〉 in 《》."""
        return self._by_name.get(title) or self._by_key.get(_key(title))

    def nearest(self, title: str, likeness: float = 0.6) -> str | None:
        """The known name that looks most like it; ``likeness`` from 0 to 1 is the least that counts."""
        if (title, likeness) not in self._near:
            found = difflib.get_close_matches(title, self._by_name, n=1, cutoff=likeness)
            self._near[title, likeness] = next(iter(found), None)
        return self._near[title, likeness]

    def of_id(self, name: str) -> Statute | None:
        """The statute whose address that is."""
        return self._by_id.get(name)


def load_statutes(path: Path, local: Iterable[Statute] = (), shown: str = "") -> Register:
    """The CSV file of laws and administrative regulations, as any office program saves it, and ``local`` entries.

    Raises RulesError naming the line, and the file as ``shown`` (by default, as one of data/).
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            read = _each_once(_lines(csv.DictReader(file, strict=True)))
    except (OSError, UnicodeDecodeError, ValueError, csv.Error) as error:
        raise RulesError(f"{shown or f'data/{path.name}'} 读不出来：{_said(error)}") from None
    return Register([*read, *local])


def _lines(rows: csv.DictReader[str]) -> Iterator[tuple[int, Statute]]:
    """Line number and statute; rows of nothing but commas are left out."""
    names = tuple(rows.fieldnames or ())
    missing = [name for name in COLUMNS if name not in names]
    extra = [name or "没有名称的列" for place, name in enumerate(names) if name not in COLUMNS or name in names[:place]]
    told = [f"{words}{'、'.join(found)}" for words, found in (("缺少列 ", missing), ("多出列 ", extra)) if found]
    if told:
        raise ValueError(f"第1行{'；'.join(told)}。第1行应当是 {','.join(COLUMNS)}")
    for row in rows:
        if any(cell and cell.strip() for cell in _cells(row)):
            yield rows.line_num, _read(rows.line_num, row)


def _cells(row: Mapping[str | Any, str | Any]) -> Iterator[str | None]:
    """Also those beyond the last column, which the csv module keeps as a list."""
    for cell in row.values():
        yield from cell if isinstance(cell, list) else [cell]


def _each_once(lines: Iterable[tuple[int, Statute]]) -> list[Statute]:
    """A row may be repeated word for word only: of two different ones nobody knows which is right."""
    found: dict[str, tuple[int, Statute]] = {}
    for line, statute in lines:
        first, before = found.setdefault(statute.title, (line, statute))
        if before != statute:
            raise ValueError(f"第{first}行和第{line}行都是《{statute.title}》，内容却不同，请只留正确的一行")
    if not found:
        raise ValueError("只有表头，一部法律法规也没有")
    return [statute for _, statute in found.values()]


def _key(title: str) -> str:
    """What two ways of writing one title have in common."""
    plain = "".join(title.split()).replace("《", "〈").replace("》", "〉")
    plain = _NUMBER.sub(r"〔\1〕\2号", plain)
    return _VERSION.sub("", plain).removeprefix("中华人民共和国")


def _read(line: int, row: Mapping[str | Any, str | Any]) -> Statute:
    try:
        if missing := [name for name in COLUMNS if row[name] is None]:
            raise ValueError(f"缺少 {'、'.join(missing)} 这几格")
        if any(cell.strip() for cell in row.get(None, ())):
            raise ValueError("格子比表头多")
        return _statute({name: row[name].strip() for name in COLUMNS})
    except ValueError as error:
        raise ValueError(f"第{line}行（{row.get('title')}）有误：{error}") from None


def _said(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "不是UTF-8编码的文字文件"
    if isinstance(error, OSError) and not isinstance(error, FileNotFoundError):
        return mishap(error)
    return "没有这个文件" if isinstance(error, FileNotFoundError) else str(error)


def _statute(row: Mapping[str, str]) -> Statute:
    as_of = _day(row, "as_of")
    if not row["title"] or as_of is None:
        raise ValueError("title 和 as_of 不能空着")
    return Statute(
        title=row["title"],
        full_title=row["full_title"],
        kind=row["kind"],
        number="",
        adopted=_day(row, "adopted"),
        last_changed=_day(row, "last_changed"),
        in_force_from=_day(row, "in_force_from"),
        articles=_count(row["articles"]),
        repealed_on=_day(row, "repealed_on"),
        repealed_by=row["repealed_by"],
        as_of=as_of,
        source=f"data/statutes.csv（截至 {as_of}）",
    )


def _day(row: Mapping[str, str], name: str) -> date | None:
    """Office programs write 2026/6/26 for 2026-06-26."""
    if not (cell := row[name]):
        return None
    found = _DATE.fullmatch(cell)
    try:
        return date(*map(int, found.groups())) if found else date.fromisoformat(cell)
    except ValueError:
        raise ValueError(f"{name}“{cell}”不是日期，日期写成 2026-08-15") from None


def _count(cell: str) -> int | None:
    if not cell:
        return None
    if not cell.isdecimal() or int(cell) < 1:
        raise ValueError(f"articles“{cell}”不是条数，条数写大于0的整数，不知道就空着")
    return int(cell)
