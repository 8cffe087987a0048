"""Whether a normative document is in force, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import TODAY
from hypothesis import given
from hypothesis import strategies as st
from normative import lives

from publicity.enrich.validity import Event, Expiry, Step, ValidityState, expiries, turns_of
from publicity.model.record import Validity

V = Validity
LATER = {"formed_on": "2025-03-01", "published_at": "2025-03-02 09:00", "effective_on": "2025-04-01"}


@pytest.mark.parametrize(
    ("fields", "day", "state"),
    [
        ({}, date(2024, 1, 31), V.NOT_YET),
        ({}, date(2024, 2, 1), V.IN_FORCE),
        ({"expires_on": "2025-12-31"}, date(2025, 12, 31), V.IN_FORCE),
        ({"expires_on": "2025-12-31"}, date(2026, 1, 1), V.EXPIRED),
        ({"expires_on": "待核定"}, date(2025, 1, 1), None),
        ({"effective_on": "待核定"}, date(2025, 1, 1), None),
        ({"effective_on": "待核定", "expires_on": "2024-12-31"}, date(2025, 1, 1), V.EXPIRED),
        ({"reviews": "[{reviewed_on: 2025-06-01, outcome: repeal}]"}, date(2025, 5, 31), V.IN_FORCE),
        ({"reviews": "[{reviewed_on: 2025-06-01, outcome: repeal}]"}, date(2025, 6, 1), V.REPEALED),
        ({"reviews": "[{reviewed_on: 2025-06-01, outcome: expire}]"}, date(2025, 6, 1), V.EXPIRED),
        ({"reviews": "[{reviewed_on: 2025-06-01, outcome: keep}]"}, date(2025, 6, 1), V.IN_FORCE),
        ({"reviews": "[{reviewed_on: 2025-06-01, outcome: amend}]"}, date(2025, 6, 1), V.IN_FORCE),
    ],
)
def test_a_document_lives_by_its_own_dates(
    tmp_path: Path, fields: dict[str, str], day: date, state: Validity | None
) -> None:
    """In force from its first day through its last; a review ends it only where it says so; unknown dates tell nothing."""
    (one,) = lives(tmp_path, day, d01=fields).values()

    assert (one.state, one.at(day)) == (state, state)


@pytest.mark.parametrize(
    ("older", "newer", "day", "state"),
    [
        ({}, {"amends": "[2024-00001]"}, date(2025, 3, 31), V.IN_FORCE),
        ({}, {"amends": "[2024-00001]"}, date(2025, 4, 1), V.AMENDED),
        ({}, {"repeals": "[2024-00001]"}, date(2025, 3, 31), V.IN_FORCE),
        ({}, {"repeals": "[2024-00001]"}, date(2025, 4, 1), V.REPEALED),
        ({"replaced_by": "2024-00002"}, {}, date(2025, 3, 31), V.IN_FORCE),
        ({"replaced_by": "2024-00002"}, {}, date(2025, 4, 1), V.REPEALED),
        # Without a day of taking effect the day of adoption counts.
        ({}, {"repeals": "[2024-00001]", "effective_on": "待核定"}, date(2025, 3, 1), V.REPEALED),
        # Nobody knows when.
        ({}, {"repeals": "[2024-00001]", "effective_on": "待核定", "formed_on": "待核定"}, date(2025, 5, 1), None),
        # The first end counts.
        ({"expires_on": "2025-03-30"}, {"repeals": "[2024-00001]"}, date(2025, 5, 1), V.EXPIRED),
        ({"expires_on": "2025-04-01"}, {"repeals": "[2024-00001]"}, date(2025, 5, 1), V.REPEALED),
        # On one day a repeal is told before the end of the period.
        ({"expires_on": "2025-03-31"}, {"repeals": "[2024-00001]", "effective_on": "2025-04-01"}, date(2025, 4, 1), V.REPEALED),
        # Amended before it took effect: in force as amended from its first day.
        ({"effective_on": "2025-06-01"}, {"amends": "[2024-00001]"}, date(2025, 5, 31), V.NOT_YET),
        ({"effective_on": "2025-06-01"}, {"amends": "[2024-00001]"}, date(2025, 6, 1), V.AMENDED),
        ({"effective_on": "2025-06-01"}, {"repeals": "[2024-00001]"}, date(2025, 6, 1), V.REPEALED),
    ],
)  # fmt: skip
def test_a_document_lives_by_what_others_do_to_it(
    tmp_path: Path, older: dict[str, str], newer: dict[str, str], day: date, state: Validity | None
) -> None:
    """From the day the other takes effect; an end is final."""
    assert lives(tmp_path, day, d01=older, d02=LATER | newer)["d01"].state is state


def test_staff_are_believed_only_where_the_dates_do_not_tell(tmp_path: Path) -> None:
    """A typed state fills a gap, and yields to dates."""
    found = lives(
        tmp_path, TODAY,
        d01={"validity": "repealed", "effective_on": "待核定"}, d02={"validity": "repealed"}, d03={"validity": "待核定"},
    )  # fmt: skip

    assert [(found[name].state, found[name].computed) for name in ("d01", "d02", "d03")] == [
        (V.REPEALED, None), (V.IN_FORCE, V.IN_FORCE), (V.IN_FORCE, V.IN_FORCE),
    ]  # fmt: skip
    assert (found["d01"].turn, found["d02"].turn is not None) == (None, True)


def test_the_history_is_told_in_order(tmp_path: Path) -> None:
    """Adopted, published, in force, amended by whom, reviewed, repealed by whom; what never came is left out."""
    one = lives(
        tmp_path, TODAY,
        d01={"expires_on": "2030-01-31", "reviews": "[{reviewed_on: 2025-06-01, outcome: keep, reference: 青府发〔2025〕9号}]"},
        d02=LATER | {"amends": "[2024-00001]", "title": "修改决定"},
        d03={"formed_on": "2026-12-01", "effective_on": "2027-01-01", "repeals": "[2024-00001]", "title": "新办法"},
    )["d01"]  # fmt: skip

    told = [
        (str(event.on), event.step.label, event.because and event.because.title, event.note) for event in one.history
    ]
    assert told == [
        ("2024-01-10", "成文", None, ""), ("2024-01-15", "发布", None, ""), ("2024-02-01", "施行", None, ""),
        ("2025-04-01", "修改", "修改决定", ""), ("2025-06-01", "清理", None, "继续有效（青府发〔2025〕9号）"),
        ("2027-01-01", "废止", "新办法", ""),
    ]  # fmt: skip
    assert one.turn is not None
    assert (one.turn.on, one.turn.because and one.turn.because.uri) == (
        date(2025, 4, 1),
        "disclosure/normative/2024-00002.md",
    )
    assert [(event.on, event.state) for event in one.changes_ahead] == [(date(2027, 1, 1), V.REPEALED)]
    assert one.coming == "2027-01-01 废止"


@pytest.mark.parametrize(
    ("fields", "coming"),
    [
        ({"effective_on": "2026-12-01", "expires_on": "2027-11-30"}, "2026-12-01 有效;2027-12-01 失效"),
        ({"effective_on": "2026-12-01", "expires_on": "待核定"}, ""),
        ({"effective_on": "待核定", "expires_on": "2027-11-30"}, "2027-12-01 失效"),
        ({"expires_on": "2026-11-21"}, ""),
    ],
)
def test_only_what_is_certain_is_foretold(tmp_path: Path, fields: dict[str, str], coming: str) -> None:
    """A change without a day leaves all but a dated end in doubt."""
    assert lives(tmp_path, TODAY, d01=fields)["d01"].coming == coming


def test_a_replacement_that_also_repeals_is_told_once(tmp_path: Path) -> None:
    """replaced_by and repeals are two words for one event."""
    found = lives(tmp_path, TODAY, d01={"replaced_by": "2024-00002"}, d02=LATER | {"repeals": "[2024-00001]"})

    assert [event.step for event in found["d01"].history].count(Step.REPEALED) == 1


@pytest.mark.parametrize(
    ("days_left", "step"), [(0, 30), (30, 30), (31, 90), (90, 90), (91, 180), (180, 180), (181, None)]
)
def test_an_end_ahead_is_announced_in_three_steps(tmp_path: Path, days_left: int, step: int | None) -> None:
    """Within 180, 90 and 30 days of the last day in force, that day included."""
    last = date(2026, 12, 31)
    found = lives(tmp_path, last - timedelta(days=days_left), d01={"expires_on": f"{last}"})

    expected = () if step is None else (Expiry("d01", last, days_left, step),)
    assert expiries(found, last - timedelta(days=days_left)) == expected


def test_what_has_ended_or_will_be_repealed_first_does_not_expire(tmp_path: Path) -> None:
    """No duty arises from an end that has come, or will not come; the nearest one is told first."""
    ends = {"expires_on": "2026-12-31"}
    newer = {"formed_on": "2026-11-01", "effective_on": "2026-12-01", "repeals": "[2024-00002]"}
    found = lives(
        tmp_path,
        TODAY,
        d01={"expires_on": "2026-11-21"},
        d02=ends,
        d03=newer,
        d04=ends,
        d05={"expires_on": "2026-12-01"},
    )

    assert [one.serial for one in expiries(found, TODAY)] == ["d05", "d04"]


DAYS = st.dates(date(2020, 1, 1), date(2020, 3, 31))
OTHERS = st.lists(
    st.tuples(
        DAYS, st.sampled_from([(Step.AMENDED, V.AMENDED), (Step.REPEALED, V.REPEALED), (Step.EXPIRED, V.EXPIRED)])
    )
)


@given(begins=DAYS, others=OTHERS, day=DAYS)
def test_what_has_ended_stays_ended(begins: date, others: list[tuple[date, tuple[Step, Validity]]], day: date) -> None:
    """Whatever is done to a document, by day: it begins once, ends at most once, and nothing follows an end."""
    events = [Event(begins, Step.BEGAN, V.IN_FORCE), *(Event(on, *what) for on, what in others)]
    state = ValidityState(tuple(events), turns_of(events), day)

    reached = state.at(day)
    ends = [on for on, (step, _) in others if step is not Step.AMENDED]
    assert reached is not None
    assert reached.ended == any(on <= day for on in ends)
    assert state.ended_on == min(ends, default=None)
    assert reached is not V.NOT_YET or day < begins
    if reached.ended:
        assert state.at(day + timedelta(days=1)) is reached
