"""Spaces between Chinese characters, where none belongs in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publicity.checks.proofreading.sheet import HAN, Mark, Sheet
from publicity.rules.wording import Wording

RULE = "stray-space"
BASIS = "GB/T 15834—2011 标点符号用法"
_BLANK = "[ \t\u00a0\u2000-\u200a\u3000]"
_SPACE = re.compile(rf"{_BLANK}(?<=[{HAN}].){_BLANK}{{0,7}}(?=[{HAN}])")
# A line, or a cell of a table.
_CELL = re.compile(r"[^\n|]+")
_CLAUSE = re.compile("[，。；,;]")
# After these a space is usual: 第一条 为了……; 附件 名单; 问 ……; 答 ……
_LABEL = re.compile(
    r"[\s#>*+\-0-9.、]{0,20}(?:第[一二三四五六七八九十百零〇]{1,6}[编章节条款项](?:之[一二三四五六七八九十])?|附件|问|答|注|例)\Z"
)
_MANY = 3


def mark_stray_spaces(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """Spaces within a sentence; words set side by side without any punctuation are a layout, not a sentence."""
    if not _SPACE.search(sheet.text):
        return
    for cell in _CELL.finditer(sheet.text):
        spaces = list(_SPACE.finditer(sheet.text, *cell.span()))
        if spaces and _LABEL.match(sheet.text, cell.start(), spaces[0].start()):
            del spaces[0]
        if not spaces or not _CLAUSE.search(cell.group()):
            continue
        if len(spaces) > _MANY:
            message = f"这一行的汉字之间有{len(spaces)}处空格，第一处是“{sheet.quote(*spaces[0].span())}”"
            yield Mark(*spaces[0].span(), RULE, message, "请删去汉字之间的空格", BASIS)
            continue
        for found in spaces:
            message = f"“{sheet.quote(*found.span())}”的汉字之间有空格"
            yield Mark(*found.span(), RULE, message, "请删去空格；这里是句末的，请改为句号", BASIS)
