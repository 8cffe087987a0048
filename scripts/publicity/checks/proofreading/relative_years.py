"""今年 in a document about one year that was signed in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from publicity.checks.proofreading.sheet import Mark, Sheet
from publicity.model import AnnualReport
from publicity.model.record import Record
from publicity.rules.wording import Wording

RULE = "relative-year"
# 本年度 and 本年新收 are terms of reports and their tables.
_WORDS = re.compile("今年|去年|明年|本年(?!度|新收|结转|报告)")
_YEAR = re.compile("((?:19|20)[0-9]{2})年")


def mark_relative_years(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """Readers count from the day of the document, its writer from the year it is about."""
    record = sheet.page.record
    if record is None or (about := _year_of(record)) is None or (signed := _signed_in(record)) in (None, about):
        return
    for found in _WORDS.finditer(sheet.text):
        message = f"“{sheet.quote(*found.span())}”：本件说的是{about}年的事，落款或发布在{signed}年，“{found.group()}”会被读错"
        yield Mark(*found.span(), RULE, message, f"请写明年份，如“{about}年”")


def _year_of(record: Record) -> int | None:
    if isinstance(record, AnnualReport):
        return record.year
    named = set(_YEAR.findall(record.title))
    return int(named.pop()) if len(named) == 1 else None


def _signed_in(record: Record) -> int | None:
    days = (getattr(record, "signed_on", None), record.formed_on, record.published_at)
    return next((day.year for day in days if isinstance(day, date)), None)
