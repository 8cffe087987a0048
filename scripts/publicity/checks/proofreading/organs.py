"""Names of organs: this organ's full name without a slip, and one form for one organ on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publicity.checks.proofreading.sheet import Mark, Sheet
from publicity.checks.proofreading.slips import find_slips
from publicity.rules.wording import Wording

RULE = "organ-name"
# 镇党委政府 runs two organs into one; beside 镇党委、镇政府 it is a second form for the same two.
_MERGED = re.compile("([乡镇县市区州省])党委政府")


def mark_slips_in_organ(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """The full name of the organ, one character off."""
    for start, slip in find_slips(sheet.text, sheet.organ):
        message = f"“{slip}”与本机关全称“{sheet.organ}”只差一个字"
        yield Mark(start, start + len(slip), RULE, message, "请核对；指本机关的，请写全称")


def mark_mixed_organs(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """镇党委政府 on a page that also says 镇党委、镇政府; told once."""
    for unit in dict.fromkeys(_MERGED.findall(sheet.text)):
        merged = f"{unit}党委政府"
        both = next(
            (form for form in (f"{unit}党委、{unit}政府", f"{unit}党委和{unit}政府") if form in sheet.text), None
        )
        if both is not None:
            start = sheet.text.index(merged)
            message = f"本页“{merged}”与“{both}”混用，这是第一处“{merged}”"
            cure = f"同一机关前后写法要一致，请统一写作“{both}”"
            yield Mark(start, start + len(merged), RULE, message, cure)
