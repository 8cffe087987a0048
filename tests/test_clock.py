"""Today is asked once, in Asia/Shanghai, and can be fixed from outside."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from publicity.clock import SHANGHAI, epoch_of, read_today
from publicity.errors import PublicityError


def test_a_given_day_counts_before_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """``--today`` wins over the environment."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    assert read_today("2026-11-22") == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("0", date(1970, 1, 1)), ("1795276799", date(2026, 11, 21)), ("1795276800", date(2026, 11, 22))],
)
def test_source_date_epoch_is_a_moment_in_shanghai(monkeypatch: pytest.MonkeyPatch, epoch: str, day: date) -> None:
    """The day changes at midnight in Asia/Shanghai, wherever the machine stands."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert read_today() == day


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_the_machine_s_zone_does_not_matter(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    """The machine's own zone is never asked."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("TZ", zone)
    before = datetime.now(UTC).astimezone(SHANGHAI).date()
    found = read_today()
    after = datetime.now(UTC).astimezone(SHANGHAI).date()

    assert before <= found <= after


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-31",
        "2026-2-3",
        "20261122",
        "2026/11/22",
        "明天",
        "2026-11-22T00:00",
        " 2026-11-22",
        "２０２６-１１-２２",
        "0000-01-01",
        "2026-W47-7",
    ],
)
def test_a_day_that_is_none_is_refused_in_chinese(text: str) -> None:
    """Anything but a day written YYYY-MM-DD is an error that shows how to write it."""
    with pytest.raises(PublicityError, match="无效；请写成 2026-11-22"):
        read_today(text)


@pytest.mark.parametrize("epoch", ["昨天", "1.5", "9" * 30, "-9" + "9" * 20, "9" * 5000])
def test_an_epoch_that_is_none_is_refused_in_chinese(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """A broken SOURCE_DATE_EPOCH stops the run and is named."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(PublicityError, match="SOURCE_DATE_EPOCH"):
        read_today()


@pytest.mark.parametrize("day", [date(1970, 1, 2), date(2026, 11, 22), date(2028, 2, 29)])
def test_epoch_and_day_are_inverse(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """The first second of a day leads back to that day, and the second before it to the day before."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch_of(day)))
    first = read_today()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch_of(day) - 1))

    assert first == day
    assert (first - read_today()).days == 1


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "2100-01-01", "9999-12-31"])
def test_a_day_no_file_can_carry_is_refused(day: str) -> None:
    """The message says what to check."""
    with pytest.raises(PublicityError, match="1970"):
        read_today(day)
