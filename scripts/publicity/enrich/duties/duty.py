"""One thing that staff have to see to, and how the list of them is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from publicity.enrich.facts import Facts
from publicity.finding import Finding
from publicity.model.fields import PENDING, Choice


class DutyKind(Choice):
    """Why it is on the list."""

    OVERDUE = "overdue", "已经超期"
    DUE = "due", "到期要办"
    EXPIRING = "expiring", "到期或失效"
    MISSING = "missing", "缺少"
    UNVERIFIED = "unverified", "尚未核定"
    CALENDAR = "calendar", "日历提醒"


@dataclass(frozen=True)
class Duty:
    """``id`` stays the same from day to day, while the duty stands: calendars know it by that.

    ``due_on`` is the last good day; None where no rule names one. ``uri`` is the page of the site, ``path`` and
    ``line`` the file that staff open (line 0: the whole file); empty where there is none yet. ``verified`` says whether
    the rule behind it has been read and reaches this town by its own words.
    """

    id: str
    kind: DutyKind
    subject: str
    cure: str
    due_on: date | None = None
    basis: str = ""
    uri: str = ""
    path: str = ""
    line: int = 0
    verified: bool = True
    owner: str = PENDING

    @property
    def place(self) -> str:
        """File and line as findings write them."""
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True)
class Desk:
    """What the sources look at: the facts, and what the checks have found."""

    facts: Facts
    findings: Sequence[Finding]

    @property
    def today(self) -> date:
        return self.facts.today


Source = Callable[[Desk], Iterator[Duty]]


def until(duties: Iterable[Duty], last: date) -> Iterator[Duty]:
    """Those due up to that day, and those that no day is set for: they wait all the time."""
    return (duty for duty in duties if duty.due_on is None or duty.due_on <= last)


def by_kind(duties: Sequence[Duty]) -> dict[DutyKind, list[Duty]]:
    """In the order of urgency; kinds without a duty are left out."""
    groups = {kind: [duty for duty in duties if duty.kind is kind] for kind in DutyKind}
    return {kind: group for kind, group in groups.items() if group}


def kind_on(due_on: date | None, today: date) -> DutyKind:
    """Whether what is still to be done is late."""
    return DutyKind.OVERDUE if due_on is not None and due_on < today else DutyKind.DUE
