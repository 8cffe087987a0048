"""Rare characters: in an official text most of them are slips of the hand or of a scanner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from publicity.checks.proofreading.sheet import Mark, Sheet
from publicity.rules.wording import Wording

RULE = "rare-character"
BASIS = "GB/T 2312—1980 信息交换用汉字编码字符集 基本集（一级汉字）"
# Rows 16 to 55, the last one short: the 3,755 common characters, in the order of their readings.
_COMMON = bytes(byte for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for byte in (row, cell))[:7510]


def mark_rare_characters(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """Characters outside the common set, unless the data knows them, or the words they stand in."""
    for found in _rare(wording.known_characters).finditer(sheet.text):
        start, end = found.span()
        if not wording.right_words.covers(sheet.text, start, end):
            message = f"“{sheet.quote(start, end)}”中的“{found.group()}”是不常用的字，可能是错字"
            yield Mark(start, end, RULE, message, "请核对；没有错的（如人名、地名）可以保留", BASIS)


@lru_cache(maxsize=2)
def _rare(known: str) -> re.Pattern[str]:
    """Every Chinese character but the common and the known ones; those beyond the basic plane are rare all the same."""
    right = set(_COMMON.decode("gb2312")).union(known)
    rare = (chr(code) for code in range(0x3400, 0xA000) if chr(code) not in right)
    return re.compile(f"[{''.join(rare)}\U00020000-\U0003ffff]")
