"""Half-width marks in Chinese text, and marks typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publicity.checks.proofreading.sheet import HAN, Mark, Sheet
from publicity.rules.wording import Wording

HALF_WIDTH = "half-width"
DOUBLED = "punctuation"
BASIS = "GB/T 15834—2011 标点符号用法"
# Beside a Chinese character or mark; beside digits and letters a half-width mark may well be right.
_HALF = re.compile(
    rf'[,;!?"](?<=[{HAN}”’》〉）〕】].)(?![A-Za-z0-9])'
    rf"|[,;](?<=[%％0-9].)(?=[{HAN}“‘《〈（【])"
    rf"|:(?<=[{HAN}”’》〉）〕】].)(?![A-Za-z0-9/:|-])"
    rf"|\((?=[{HAN}“‘《〈])|\)(?<=[{HAN}”’》〉].)"
    rf"|\.(?<=[{HAN}].)(?=[{HAN}\s]|\Z)"
)
_DOUBLED = re.compile("([，。、；：！？,;])\\1{1,5}|[，、；：][，。、；：]|。[，、；：]")


def mark_half_width(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """One mark for each file the text comes from, with how many there are and where the first one stands."""
    files: dict[str, list[int]] = {}
    for found in _HALF.finditer(sheet.text):
        if not sheet.is_cited(found.start()):
            files.setdefault(sheet.where(found.start())[0].path, []).append(found.start())
    for places in files.values():
        first = places[0]
        message = f"{sheet.title}的汉字之间有{len(places)}处半角标点，第一处是“{sheet.quote(first, first + 1)}”"
        yield Mark(first, first + 1, HALF_WIDTH, message, "请改为全角的，。；：？！（）“”", BASIS)


def mark_doubled_marks(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """，， 。。 、，: one of the two is too many."""
    for found in _DOUBLED.finditer(sheet.text):
        message = f"“{sheet.quote(*found.span())}”中的标点“{found.group()}”重复"
        yield Mark(*found.span(), DOUBLED, message, "请只留一个；省略号是“……”", BASIS)
