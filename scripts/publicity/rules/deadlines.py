"""Rules that say by when something must be done: each year, quarter or month, or counted from an event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, model_validator

from publicity.clock import MonthDay
from publicity.model import KINDS
from publicity.model.fields import LegalBasis
from publicity.rules.entries import Entry, load_entries
from publicity.rules.periods import UNIT_LABELS, LastDayOff, Span, Unit, day_before, last_day
from publicity.rules.workdays import ONE_DAY, WorkCalendar


class Recurs(StrEnum):
    """``promptly`` is 及时: the text names an event, and no number of days that could be counted."""

    YEARLY = "yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    AFTER_EVENT = "after_event"
    PROMPTLY = "promptly"


class Audience(StrEnum):
    """Whom the duty faces: the public, the superior or another organ, a party to a procedure; or a citizen's own time."""

    PUBLIC = "public"
    SUPERIOR = "superior"
    ORGAN = "organ"
    PARTY = "party"
    CITIZEN = "citizen"


class Bound(StrEnum):
    """Whether the named day itself is still good: 前 yes, 之前 no. The texts do not say; this is the careful reading."""

    BY = "by"
    BEFORE = "before"


class Sense(StrEnum):
    """``within`` so many days; for ``at_least`` so many; so many days ``ahead`` of the event."""

    WITHIN = "within"
    AT_LEAST = "at_least"
    AHEAD = "ahead"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Extension(_Part):
    """By how much the period may be lengthened, and when; counted on from the last day."""

    length: int = Field(ge=1)
    unit: Unit
    wording: str = Field(min_length=1)
    basis: LegalBasis | None = None


class Judges(_Part):
    """Which records the rule judges, by their fields.

    ``starts`` and ``done`` name fields that hold dates (the first that is given counts); ``year`` the field of the year
    a yearly duty reports on: it is due in the year after. ``inferred`` says that the record is of that kind only by
    our reading. ``when`` names fields and the values they may have.
    """

    kind: str
    starts: tuple[str, ...] = ()
    done: str = "published_at"
    year: str | None = None
    when: Mapping[str, tuple[str, ...]] = {}
    inferred: str = ""

    @model_validator(mode="after")
    def _has_a_start(self) -> Judges:
        if bool(self.starts) == bool(self.year):
            raise ValueError("judges 的每一项要写 starts 或 year，只写一个")
        return self

    @model_validator(mode="after")
    def _names_fields(self) -> Judges:
        if self.kind not in KINDS:
            raise ValueError(f"judges 的 kind：没有“{self.kind}”这个种类")
        named = (*self.starts, self.done, *([self.year] if self.year else ()), *self.when)
        if unknown := [name for name in named if name.split(".")[0] not in KINDS[self.kind].model_fields]:
            raise ValueError(f"judges 的 {self.kind} 没有字段“{unknown[0]}”")
        return self


class DeadlineRule(Entry):
    """``month_day`` is the day the text names for a yearly duty; ``length`` and ``unit`` count from ``event``.

    ``deed`` is what is to be done by then, as a word that fits “应在某日前……”. The time that ``suspended_by`` names is
    not counted; when ``restarts_on`` happens, the whole length runs anew from that day. A duty that ``displaces``
    another stands in its place. The head of data/deadlines.yml tells staff the same.
    """

    subject: str = Field(min_length=1)
    recurs: Recurs
    month_day: MonthDay | None = None
    bound: Bound = Bound.BY
    wording: str = Field(min_length=1)
    event: str | None = None
    length: int | None = Field(None, ge=1)
    unit: Unit | None = None
    sense: Sense = Sense.WITHIN
    last_day_off: LastDayOff = LastDayOff.STAYS
    last_day_basis: LegalBasis | None = None
    extension: Extension | None = None
    suspended_by: tuple[str, ...] = ()
    restarts_on: str = ""
    audience: Audience = Audience.PUBLIC
    deed: str = Field("公开", min_length=1)
    displaces: tuple[str, ...] = ()
    judges: tuple[Judges, ...] = ()

    @model_validator(mode="after")
    def _says_when(self) -> DeadlineRule:
        if self.recurs is Recurs.YEARLY and self.month_day is None:
            raise ValueError("yearly 的规则要写 month_day")
        if self.recurs is Recurs.AFTER_EVENT and None in (self.event, self.length, self.unit):
            raise ValueError("after_event 的规则要写 event、length、unit")
        if self.recurs is Recurs.PROMPTLY and (self.event is None or self.length is not None):
            raise ValueError("promptly 的规则要写 event，不写 length")
        if self.last_day_off is LastDayOff.NEXT_WORKING_DAY and self.last_day_basis is None:
            raise ValueError("最后一天遇节假日顺延的，要在 last_day_basis 写明依据")
        return self

    @model_validator(mode="after")
    def _can_judge(self) -> DeadlineRule:
        for one in self.judges:
            if self.recurs is not (Recurs.YEARLY if one.year else Recurs.AFTER_EVENT):
                raise ValueError("judges 写 year 的只能是 yearly 的规则，写 starts 的只能是 after_event 的规则")
        return self

    @property
    def asked_by(self) -> str:
        """Its source and what that asks: 《…》第二十六条：…20个工作日内."""
        return f"{self.cited}：{self.wording}"

    @property
    def span_words(self) -> str:
        """20个工作日, 60日, 6个月; empty for a rule that counts nothing."""
        return f"{self.length}{UNIT_LABELS[self.unit]}" if self.length and self.unit else ""

    @property
    def counts_working_days(self) -> bool:
        """Whether the calendar of working days decides its last day."""
        return self.unit is Unit.WORKING_DAYS or self.last_day_off is LastDayOff.NEXT_WORKING_DAY

    def named_day(self, year: int) -> date:
        """The day that the text of a yearly duty names, in that year."""
        assert self.month_day is not None
        return date(year, int(self.month_day[:2]), int(self.month_day[3:]))

    def due_in(self, year: int) -> date | None:
        """The last good day of a yearly duty in that year."""
        if self.month_day is None:
            return None
        named = self.named_day(year)
        return named - ONE_DAY if self.bound is Bound.BEFORE else named

    def due_after(self, start: date, workdays: WorkCalendar, suspended: Sequence[Span] = ()) -> date:
        """The last good day counted from the event; for ``at_least`` the day on which the period may first end.

        Raises MissingYearError where it needs a year that nobody has announced.
        """
        return self._end(start, workdays, suspended, self.last_day_off)

    def end_after(self, start: date, workdays: WorkCalendar, suspended: Sequence[Span] = ()) -> date:
        """Where the period ends, before a day off pushes it on."""
        return self._end(start, workdays, suspended, LastDayOff.STAYS)

    def _end(self, start: date, workdays: WorkCalendar, suspended: Sequence[Span], last_day_off: LastDayOff) -> date:
        assert self.length is not None
        assert self.unit is not None
        if self.sense is Sense.AHEAD:
            return day_before(start, self.length, self.unit, workdays)
        return last_day(start, self.length, self.unit, workdays, last_day_off=last_day_off, suspended=suspended)

    def extended(self, end: date, workdays: WorkCalendar, suspended: Sequence[Span] = ()) -> date:
        """The last good day after the longest extension, counted on from where the period ends; as it is without one.

        A day off at the end of the first period does not lengthen the second: 延长期限最多不得超过三十日.
        """
        if self.extension is None:
            return end
        longer = self.extension
        return last_day(end, longer.length, longer.unit, workdays, last_day_off=self.last_day_off, suspended=suspended)


def load_deadlines(path: Path) -> tuple[DeadlineRule, ...]:
    """In the order of the file."""
    return load_entries(path, "deadlines", DeadlineRule)
