"""What day it is: asked once, at the door, and handed on as an argument."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from publicity.errors import PublicityError

# China has had one zone without daylight saving since 1992; a fixed offset needs no zone database.
SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _read_month_day(value: str) -> str:
    """A day that every year has: 29 February would be missing in three years of four."""
    try:
        date(2001, int(value[:2]), int(value[3:]))
    except ValueError:
        raise PydanticCustomError("expected", "没有这一天", {"expected": "每年都有的月和日，如 03-12"}) from None
    return value


# A day of every year, as text: 03-12.
MonthDay = Annotated[str, Field(pattern=r"^[0-9]{2}-[0-9]{2}$"), AfterValidator(_read_month_day)]


def read_today(given: str | None = None) -> date:
    """The day in Asia/Shanghai: as given, else by SOURCE_DATE_EPOCH, else by the machine."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    today = _parse(given) if given else _from_epoch(epoch) if epoch else datetime.now(SHANGHAI).date()
    if not 1970 <= today.year < 2100:  # what the time stamp of a compressed file can hold
        raise PublicityError(
            f"“今天”是 {today}，不在 1970 年到 2099 年之间；请核对 --today、SOURCE_DATE_EPOCH 或电脑的时钟。"
        )
    return today


def epoch_of(day: date) -> int:
    """Seconds since 1970 of that day's first moment in Asia/Shanghai."""
    return int(datetime(day.year, day.month, day.day, tzinfo=SHANGHAI).timestamp())


def _parse(text: str) -> date:
    try:
        if not ISO_DATE.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise PublicityError(f"日期“{text}”无效；请写成 2026-11-22 这样的形式。") from None


def _from_epoch(text: str) -> date:
    try:
        return datetime.fromtimestamp(int(text), UTC).astimezone(SHANGHAI).date()
    except (ValueError, OverflowError, OSError):
        raise PublicityError(f"环境变量 SOURCE_DATE_EPOCH 的值“{text}”不是有效的秒数。") from None
