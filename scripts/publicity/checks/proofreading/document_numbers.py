"""The year of a document number stands in 〔〕."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publicity.checks.proofreading.sheet import HAN, Mark, Sheet
from publicity.rules.wording import Wording

RULE = "year-bracket"
BASIS = "GB/T 9704—2012 党政机关公文格式"
_NUMBER = re.compile(
    rf"(?<=[{HAN}]{{2}})([\[［(（【〖]((?:19|20)[0-9]{{2}})[\]］)）】〗])[ 第]{{0,2}}[0-9]{{1,5}}[ ]?号"
)


def mark_year_brackets(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """某府发[2020]1号, （2020） and 【2020】; a court's （2020）黔某民初1号 is another thing."""
    if "号" not in sheet.text:
        return
    for found in _NUMBER.finditer(sheet.text):
        start, end = found.span(1)
        message = f"“{sheet.quote(start, found.end())}”中文号的年份用了 {found.group(1)[0]}{found.group(1)[-1]}"
        yield Mark(start, end, RULE, message, f"请改为六角括号“〔{found.group(2)}〕”", BASIS)
