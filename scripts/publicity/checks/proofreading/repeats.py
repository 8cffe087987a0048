"""Words typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publicity.checks.proofreading.sheet import HAN, Mark, Sheet
from publicity.rules.wording import Wording

RULE = "doubled-word"
# 进行进行, 人民政府人民政府. 一个一个 counts, and 考虑考虑 softens.
_TWICE = re.compile(rf"(?!一)(?=([{HAN}])(?!\1))([{HAN}]{{2,4}})\2")
# 人口少的村|的村民委员会 is no repeat.
_PARTICLES = frozenset("的了和与")


def mark_repeats(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """The same word twice running, unless the data knows a longer word in which that is right."""
    for found in _TWICE.finditer(sheet.text):
        start, end = found.span()
        if _PARTICLES.isdisjoint(found.group(2)) and not wording.right_words.covers(sheet.text, start, end):
            word = found.group(2)
            message = f"“{sheet.quote(start, end)}”中的“{word}”重复"
            yield Mark(start, end, RULE, message, f"请只留一个“{word}”")
