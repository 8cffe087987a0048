"""Whether a normative document is in force: since when, because of which document, and what is known to change.

All of it follows from dates and from what documents say of each other. A repeal or an amendment takes effect on the day
the document that makes it does, or, where that day is not known, on the day it was adopted: a reader is told rather too
early than too late. ``expires_on`` is the last day in force, and the document has expired on the day after: documents
write 有效期至某日, and the last day of a period runs until its end (民法典 art. 203).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.enrich.refs import Ref
from publicity.enrich.selecting import day_of, given
from publicity.model import NormativeDocument
from publicity.model.disclosure import Review, ReviewOutcome
from publicity.model.fields import Choice
from publicity.model.record import Validity
from publicity.rules.workdays import ONE_DAY

# How many days before its last day in force a document becomes somebody's duty.
STEPS = (30, 90, 180)


class Step(Choice):
    """What can happen to a document, in the order in which things of one day are told."""

    FORMED = "formed", "成文"
    PUBLISHED = "published", "发布"
    BEGAN = "began", "施行"
    AMENDED = "amended", "修改"
    REVIEWED = "reviewed", "清理"
    REPEALED = "repealed", "废止"
    EXPIRED = "expired", "失效"


# What one document can make of another.
_MAKES = {Step.AMENDED: Validity.AMENDED, Step.REPEALED: Validity.REPEALED}


@dataclass(frozen=True)
class Event:
    """``on`` is None where no day is known; ``state`` is what the document is from then on, None where nothing changes."""

    on: date | None
    step: Step
    state: Validity | None = None
    because: Ref | None = None
    note: str = ""


@dataclass(frozen=True)
class ValidityState:
    """One document's life, seen on ``today``.

    ``history`` is all that happened or will, in order, what has no day last; ``turns`` are the dated events that change
    the state; ``typed`` is what staff wrote, which counts only where the dates do not tell.
    """

    history: tuple[Event, ...]
    turns: tuple[Event, ...]
    today: date
    typed: Validity | None = None

    @property
    def state(self) -> Validity | None:
        """The state today; None where neither dates nor staff tell it."""
        return self.at(self.today) or self.typed

    @property
    def computed(self) -> Validity | None:
        """The state today as far as dates and relations tell it."""
        return self.at(self.today)

    @property
    def turn(self) -> Event | None:
        """What brought today's state about: since when, and because of which document, where not time alone did."""
        turn = self._last(self.today)
        return turn if turn is not None and self.computed is turn.state else None

    @property
    def changes_ahead(self) -> tuple[Event, ...]:
        """What will change after today, as known today; nothing that an undated change leaves in doubt."""
        later = ((turn, turn.on) for turn in self.turns if turn.on is not None and turn.on > self.today)
        return tuple(turn for turn, day in later if self.at(day) is turn.state)

    @property
    def coming(self) -> str:
        """The changes ahead as overrides/assets/validity.js reads them: 2026-12-01 废止;2027-01-01 失效."""
        return ";".join(f"{turn.on} {turn.state.label}" for turn in self.changes_ahead if turn.state is not None)

    @property
    def ended_on(self) -> date | None:
        """The first day on which the document is, or will be, no longer in force."""
        return self.turns[-1].on if self.turns and _ends(self.turns[-1]) else None

    def at(self, day: date) -> Validity | None:
        """The state on any day. A change without a day leaves all but a dated end in doubt."""
        turn = self._last(day)
        if turn is not None and _ends(turn):
            return turn.state
        if any(event.on is None and event.state is not None for event in self.history):
            return None
        return turn.state if turn is not None else Validity.NOT_YET

    def _last(self, day: date) -> Event | None:
        return next((turn for turn in reversed(self.turns) if turn.on is not None and turn.on <= day), None)


States = Mapping[str, ValidityState]


@dataclass(frozen=True)
class Expiry:
    """A document whose period ends soon; ``step`` is the smallest of 30, 90 and 180 that ``days_left`` is within."""

    serial: str
    expires_on: date
    days_left: int
    step: int


def states(corpus: Corpus, today: date) -> States:
    """By serial, every normative document."""
    documents = [(page, record) for page, record in corpus.records if isinstance(record, NormativeDocument)]
    done: dict[str, list[Event]] = {}
    for page, record in documents:
        for serial, step in (
            *((one, Step.AMENDED) for one in record.amends),
            *((one, Step.REPEALED) for one in record.repeals),
        ):
            done.setdefault(serial, []).append(_act(page, record, step))
    return {record.serial: state_of(corpus, record, done.get(record.serial, []), today) for _, record in documents}


def state_of(corpus: Corpus, record: NormativeDocument, done: list[Event], today: date) -> ValidityState:
    """One document's life; ``done`` is what others do to it."""
    timed = list(_timed(record))
    told = [*_told(record), *done, *_replaced(corpus, record, done)]
    turns = turns_of([*timed, *told])
    kept = [(turn.on, turn.step) for turn in turns]
    # What has ended neither begins nor expires any more.
    told += [event for event in timed if event.on is None or (event.on, event.step) in kept]
    typed = record.validity if isinstance(record.validity, Validity) else None
    return ValidityState(tuple(sorted(told, key=_order)), turns, today, typed)


def acts_on(record: NormativeDocument) -> date | None:
    """The day on which it amends and repeals others."""
    return day_of(record.effective_on) or day_of(record.formed_on)


def expiries(states: States, today: date) -> tuple[Expiry, ...]:
    """Documents within 180, 90 or 30 days of their last day in force, the nearest first."""
    found = []
    for serial, state in states.items():
        for turn in state.changes_ahead:
            if turn.step is Step.EXPIRED and turn.on is not None:
                last = turn.on - ONE_DAY
                left = (last - today).days
                found += [Expiry(serial, last, left, step) for step in STEPS if left <= step][:1]
    return tuple(sorted(found, key=lambda one: (one.expires_on, one.serial)))


def _told(record: NormativeDocument) -> Iterator[Event]:
    """What was done with the document: adopted, published, reviewed."""
    yield Event(day_of(record.formed_on), Step.FORMED)
    yield Event(day_of(record.published_at), Step.PUBLISHED)
    yield from map(_reviewed, record.reviews)


def _timed(record: NormativeDocument) -> Iterator[Event]:
    """What a day arriving brings about."""
    yield Event(day_of(record.effective_on), Step.BEGAN, Validity.IN_FORCE)
    if record.expires_on is not None:
        last = day_of(record.expires_on)
        yield Event(last + ONE_DAY if last else None, Step.EXPIRED, Validity.EXPIRED, note="有效期满")


def _reviewed(review: Review) -> Event:
    reference = given(review.reference)
    if review.outcome is ReviewOutcome.REPEAL:
        return Event(review.reviewed_on, Step.REPEALED, Validity.REPEALED, note=reference)
    if review.outcome is ReviewOutcome.EXPIRE:
        return Event(review.reviewed_on, Step.EXPIRED, Validity.EXPIRED, note=reference)
    note = f"{review.outcome.label}（{reference}）" if reference else review.outcome.label
    return Event(review.reviewed_on, Step.REVIEWED, note=note)


def _act(page: Page, record: NormativeDocument, step: Step, note: str = "") -> Event:
    return Event(acts_on(record), step, _MAKES[step], Ref(page.uri, record.title), note)


def _replaced(corpus: Corpus, record: NormativeDocument, done: list[Event]) -> Iterator[Event]:
    """A replacement that nobody wrote down as a repeal too."""
    found = corpus.by_serial.get(record.replaced_by or "")
    if found is None:
        return
    page, newer = found
    if isinstance(newer, NormativeDocument) and not any(
        one.step is Step.REPEALED and one.because is not None and one.because.uri == page.uri for one in done
    ):
        yield _act(page, newer, Step.REPEALED, "由新文件取代")


def turns_of(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that change the state, in order."""
    return tuple(_turns(sorted(events, key=_order)))


def _turns(events: list[Event]) -> Iterator[Event]:
    """The dated changes of state up to the first end: what has ended can neither begin nor end again."""
    amended, waiting = False, any(one.step is Step.BEGAN and one.on is not None for one in events)
    for event in events:
        if event.on is None or event.state is None:
            continue
        if event.step is Step.BEGAN:
            waiting = False
            yield replace(event, state=Validity.AMENDED) if amended else event
        elif _ends(event):
            yield event
            return
        else:
            amended = True
            if not waiting:
                yield event


def _ends(event: Event) -> bool:
    return event.state is not None and event.state.ended


def _order(event: Event) -> tuple[bool, date, int, bool]:
    """By day, what has none last; of one day in the order of the steps, what a document says before what time brings."""
    return event.on is None, event.on or date.max, list(Step).index(event.step), event.because is None
