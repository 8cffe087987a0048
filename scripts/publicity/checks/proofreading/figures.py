"""Percentages that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from publicity.checks.proofreading.sheet import Mark, Sheet
from publicity.rules.wording import Wording

RULE = "percentage"


def mark_percentages(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """A rate of a part in its whole, above one hundred per cent or below zero."""
    if "%" not in sheet.text and "％" not in sheet.text:
        return
    for found in wording.rates_pattern.finditer(sheet.text):
        value = found.group(1)
        if value[0] in "-−－" or float(value) > 100:
            message = f"“{found.group()}”不可能：部分占全体的比率在0%和100%之间"
            yield Mark(*found.span(), RULE, message, "请核对数字；指增长的，请写明是增长率")
