"""Which days are working days in China: weekends, statutory holidays and 调休, as the State Council announces them.

The library knows the years announced when it was released; ``data/workdays/<year>.yml`` adds those it lacks. A year that
neither has is an error, never a guess: the notice moves working days on to weekends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

from chinese_calendar import constants
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from publicity.errors import MissingYearError, RulesError
from publicity.model.fields import Day
from publicity.rules.entries import read_form

ONE_DAY = timedelta(days=1)
SATURDAY = 5
DECEMBER = 12
LONGEST = 12
# 全国年节及纪念日放假办法: the days off that have a fixed date, and the holidays that go by the lunar calendar or the sun.
FIXED = ((1, 1), (5, 1), (10, 1), (10, 2), (10, 3))
MOVABLE = ("春节", "清明", "端午", "中秋")
FORM = """\
year: {year}
source: 国务院办公厅关于{year}年部分节假日安排的通知（【待填】文号和发布日期）
verified: false # 有第二个人对照原文核对过，改成 true
days_off: # 通知里每个节日的放假日期，从哪天到哪天，写成 {year}-01-01；中秋、国庆连着放的写成一行，叫“国庆节、中秋节”
  - {{name: 元旦, from: 【待填】, to: 【待填】}}
  - {{name: 春节, from: 【待填】, to: 【待填】}}
  - {{name: 清明节, from: 【待填】, to: 【待填】}}
  - {{name: 劳动节, from: 【待填】, to: 【待填】}}
  - {{name: 端午节, from: 【待填】, to: 【待填】}}
  - {{name: 中秋节, from: 【待填】, to: 【待填】}}
  - {{name: 国庆节, from: 【待填】, to: 【待填】}}
working_weekends: # 通知里要上班的周六、周日，一行一天；没有的，删去下面一行
  - 【待填】
"""


def _none_as_empty(value: Any) -> Any:
    """The form's list with nothing filled in: a year in which no weekend is worked."""
    return () if value is None else value


class _Holiday(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    name: str = Field(title="节日", min_length=1)
    first: Day = Field(title="放假第一天", alias="from")
    last: Day = Field(title="放假最后一天", alias="to")


class YearFile(BaseModel):
    """One year's notice, as legal staff copy it: 元旦 may move days of the December before, and nothing else does."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    year: int = Field(title="年份", ge=2004, le=2099)
    source: str = Field(title="通知", min_length=1)
    verified: bool = Field(False, title="核对过")
    days_off: tuple[_Holiday, ...] = Field(title="放假", min_length=1)
    working_weekends: Annotated[tuple[Day, ...], BeforeValidator(_none_as_empty)] = Field((), title="周末上班")

    @model_validator(mode="after")
    def _names_its_notice(self) -> YearFile:
        if str(self.year) not in self.source or "通知" not in self.source:
            expected = f"通知的名称，如 国务院办公厅关于{self.year}年部分节假日安排的通知"
            raise PydanticCustomError("expected", f"source 没有写明是{self.year}年的通知", {"expected": expected})
        return self

    @model_validator(mode="after")
    def _stays_in_its_year(self) -> YearFile:
        for one in self.days_off:
            if not self._first_day() <= one.first <= one.last <= date(self.year, 12, 31):
                within = f"from 不晚于 to，都在{self.year}年（元旦可以从上年12月开始）"
                raise PydanticCustomError("expected", f"{one.name}的起止日期不对", {"expected": within})
            if (one.last - one.first).days >= LONGEST:
                expected = f"连着不超过{LONGEST}天的假期"
                raise PydanticCustomError("expected", f"{one.name}放假太长", {"expected": expected})
        for day in self.working_weekends:
            inside = self._first_day() <= day <= date(self.year, 12, 31)
            if not inside or day.weekday() < SATURDAY or day in self.off():
                within = f"{self.year}年（元旦的可以在上年12月）放假以外的周六、周日"
                raise PydanticCustomError("expected", f"{day} 不该列为周末上班", {"expected": within})
        return self

    def _first_day(self) -> date:
        return date(self.year - 1, 12, 1)

    def off(self) -> frozenset[date]:
        """Every day off that the notice names."""
        return frozenset(
            one.first + ONE_DAY * step for one in self.days_off for step in range((one.last - one.first).days + 1)
        )


@dataclass(frozen=True)
class WorkCalendar:
    """``off`` and ``working`` are the days that differ from a plain week, in the ``years`` that are known.

    ``unverified`` are the years whose file nobody has yet compared with the notice.
    """

    years: frozenset[int]
    off: frozenset[date]
    working: frozenset[date]
    unverified: frozenset[int] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Raises MissingYearError for a year nobody has announced."""
        if day.year not in self.years:
            raise missing_year(day.year)
        return day in self.working or (day.weekday() < SATURDAY and day not in self.off)

    def next_working_day(self, day: date) -> date:
        """The day itself, or the first working day after it."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days lie after ``start``, up to and including ``end``."""
        return sum(self.is_working_day(start + ONE_DAY * step) for step in range(1, (end - start).days + 1))

    def exceptions(self, first: int, last: int) -> Iterator[tuple[date, bool]]:
        """Days of those years, in order, that differ from a plain week, and whether each is a working day."""
        for day in sorted(self.off | self.working):
            if first <= day.year <= last and (day in self.working or day.weekday() < SATURDAY):
                yield day, day in self.working


def missing_year(year: int) -> MissingYearError:
    """Names the file to add, with the form to fill."""
    return MissingYearError(
        year,
        f"还不知道{year}年哪些天放假、哪些周末上班，涉及{year}年的工作日没有推算。"
        f"国务院办公厅公布{year}年放假安排后，请新建 data/workdays/{year}.yml，照通知填写：\n{FORM.format(year=year)}",
    )


def load_workdays(folder: Path) -> WorkCalendar:
    """The library's years and those of the folder. Raises RulesError where the two contradict each other."""
    added = [_read(path) for path in _files(folder)]
    off, working = set(constants.holidays), set(constants.workdays)
    known = frozenset(day.year for day in off)
    for one in added:
        if one.year in known:
            _refuse_contradiction(one, off, working)
        else:
            _refuse_incomplete(one)
        off = (off | one.off()) - set(one.working_weekends)
        working = (working - one.off()) | set(one.working_weekends)
    unverified = frozenset(one.year for one in added if not one.verified)
    return WorkCalendar(known | {one.year for one in added}, frozenset(off), frozenset(working), unverified)


def _files(folder: Path) -> Iterator[Path]:
    """The year files in order; whatever else stands there would be read by nobody (hidden files of systems may)."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if re.fullmatch(r"[0-9]{4}\.yml", path.name):
            yield path
        elif path.name != "README.md" and not path.name.startswith("."):
            raise RulesError(f"data/workdays/{path.name} 的文件名不对：文件名要和年份一致，如 2027.yml；不用的请删去")


def _read(path: Path) -> YearFile:
    shown = f"data/workdays/{path.name}"
    read = read_form(path, shown, YearFile, f"没有照样填写；样子是：\n{FORM.format(year=path.stem)}")
    if path.stem != str(read.year):
        raise RulesError(f"{shown} 里写的是{read.year}年；文件名要和年份一致")
    return read


def _refuse_incomplete(one: YearFile) -> None:
    """A year that only this file knows has to have every statutory holiday: what is left out would count as worked."""
    days = (date(one.year, month, day) for month, day in FIXED)
    lacking = [f"{day} 放假" for day in days if day not in one.off()]
    lacking += [name for name in MOVABLE if not any(name in holiday.name for holiday in one.days_off)]
    if lacking:
        raise RulesError(
            f"data/workdays/{one.year}.yml 的 days_off 不全，缺少：{'、'.join(lacking)}；"
            f"请照通知补全，如 - {{name: 国庆节、中秋节, from: {one.year}-10-01, to: {one.year}-10-07}}"
        )


def _refuse_contradiction(one: YearFile, off: set[date], working: set[date]) -> None:
    """The library holds every year whole; what a notice says of the December before, or the next one of this, is apart."""
    library: Mapping[str, set[date]] = {"放假": off, "周末上班": working}
    mine: Mapping[str, set[date]] = {"放假": set(one.off()), "周末上班": set(one.working_weekends)}
    for words, days in mine.items():
        theirs = {day for day in library[words] if day.year == one.year}
        differing = {day for day in days if day.year == one.year} - theirs
        differing |= {day for day in theirs - days if day.month < DECEMBER}
        if words == "放假":  # a weekend inside a holiday is off whether or not it is named
            differing = {day for day in differing if day.weekday() < SATURDAY}
        if differing:
            raise RulesError(
                f"data/workdays/{one.year}.yml 和程序库 chinesecalendar 说的{words}日期不同：{min(differing)} 等"
                f"{len(differing)}天；请对照国务院办公厅的通知核对，程序库已经有的年份可以删去这个文件"
            )
