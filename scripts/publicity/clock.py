"""What day it is: asked once, at the door, and handed on as an argument."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime, timedelta, timezone

from publicity.errors import PublicityError

# China has had one zone without daylight saving since 1992; a fixed offset needs no zone database.
SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_today(given: str | None = None) -> date:
    """The day in Asia/Shanghai: as given, else by SOURCE_DATE_EPOCH, else by the machine."""
    if given:
        return _parse(given)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return _from_epoch(epoch)
    return datetime.now(SHANGHAI).date()


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
