"""Numbered points: none left out, none numbered twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from publicity.checks.proofreading.sheet import Mark, Sheet
from publicity.model.citation import to_chinese
from publicity.rules.wording import Wording

RULE = "ordinal"
BASIS = "GB/T 9704—2012 党政机关公文格式"
_COUNT = "[一二三四五六七八九十百零]"
_NUMBERS = {to_chinese(number): number for number in range(1, 400)}
# More than this missing at once is an excerpt, not a slip.
_MISSING = 3
# How many runs of one kind may lie one inside another.
_NESTED = 5
# A numeral and what makes it a number of something; or the signs of a heading.
_POINT = re.compile(rf"(?:{_COUNT}{{1,5}}|[0-9]{{1,2}})[是要，,章节条、.．)）]|#{{1,6}} ")
_NUMBERED = re.compile(rf"[第（(]?(?:{_COUNT}|[0-9])")
_LEAD = " \t>#*+-"
_WIDEST_LEAD = 24
_STOPS = "\n。；：;:"
# Points of a lower rank begin anew under one of a higher rank that opens a line; articles run on through the chapters.
_RANKS = {"章": 0, "节": 0, "条": 0, "、": 1, "（一）": 2, ".": 3, "（1）": 4, "第，": 5, "是": 5, "要": 5}


class _Point(NamedTuple):
    number: int
    start: int
    end: int
    numeral: str


class _Series(dict[str, list[list[_Point]]]):
    """By kind of numbering: the runs under way, each with its last two points, the innermost run last."""

    def follow(self, kind: str, point: _Point) -> _Point | None:
        """Adds the point; gives the one before it when something between the two is wrong."""
        runs = self.setdefault(kind, [])
        if point.number == 1:
            runs.append([point])
            del runs[:-_NESTED]
            return None
        for depth in range(len(runs), 0, -1):
            if runs[depth - 1][-1].number == point.number - 1:
                del runs[depth:]
                runs[-1].append(point)
                return None
        if not runs:
            return None
        last = runs[-1][-1]
        repeated = point.number == last.number and len(runs[-1]) > 1
        if repeated or 1 < point.number - last.number <= _MISSING + 1:
            runs[-1].append(point)
            return last
        return None

    def descend(self, rank: int) -> None:
        """Forgets what stands under a point of that rank."""
        for kind in [kind for kind in self if _RANKS[kind] > rank]:
            del self[kind]


def mark_broken_ordinals(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """一是 二是 四是; 一、二、四、; （一）（三）; 第一条 第三条; 1. 2. 4.; only series that begin with one are judged."""
    series, text = _Series(), sheet.text
    for found in _POINT.finditer(text):
        start, end = found.start(), found.end() - 1
        if text[start] == "#":
            if not _NUMBERED.match(text, end + 1):
                series.descend(_RANKS["条"])
            continue
        opens_line = _opens_line(text, start)
        kind = _kind(text, start, end, opens_line)
        number = int(text[start:end]) if text[start].isascii() else _NUMBERS.get(text[start:end], 0)
        if not kind or not number:
            continue
        if opens_line:
            series.descend(_RANKS[kind])
        point = _Point(number, start, end, text[start:end])
        if last := series.follow(kind, point):
            yield _mark(sheet, last, point)


def _opens_line(text: str, start: int) -> bool:
    """Whether nothing but marks of headings, lists and quotations comes before it on its line."""
    window = max(0, start - _WIDEST_LEAD)
    _, broken, lead = text[window:start].rpartition("\n")
    return bool(broken or window == 0) and not lead.strip(f"{_LEAD}第（(")


def _kind(text: str, start: int, end: int, opens_line: bool) -> str:
    """The kind of numbering by what stands around the numeral; empty when it numbers nothing."""
    before, earlier, after = text[max(0, start - 1) : start], text[max(0, start - 2) : start - 1], text[end]
    in_digits, follows_stop = text[start].isascii(), before in ("", *_STOPS)
    if after in "是要":
        return "" if in_digits or before.isalnum() else after
    if after in "，,":
        return "第，" if before == "第" and earlier in ("", *_STOPS, " ", "，", ",") else ""
    if after in "章节条":
        return after if before == "第" and opens_line and text[end + 1 : end + 2] != "之" else ""
    if after in ")）":
        begins = before in ("（", "(") and earlier in ("", *_STOPS, *_LEAD)
        return ("（1）" if in_digits else "（一）") if begins else ""
    if in_digits:
        return "." if (opens_line or follows_stop) and not text[end + 1 : end + 2].isdecimal() else ""
    return "、" if after == "、" and opens_line and before != "第" else ""


def _mark(sheet: Sheet, last: _Point, point: _Point) -> Mark:
    name, before = (_in_full(sheet.text, one, one.numeral) for one in (point, last))
    if point.number == last.number:
        message, cure = f"“{name}”用了两次", "请顺改序号"
    else:
        written = str if point.numeral.isascii() else to_chinese
        missing = "、".join(_in_full(sheet.text, point, written(n)) for n in range(last.number + 1, point.number))
        message = f"“{before}”之后直接是“{name}”，缺少“{missing}”"
        cure = "请补上缺少的一项，或顺改后面的序号"
    start, end = point.start, point.end
    return Mark(start, end, RULE, f"“{sheet.quote(start, end)}”处{message}", cure, BASIS, since=last.end)


def _in_full(text: str, point: _Point, numeral: str) -> str:
    """The numeral as it stands in the text: 四是, （四）, 第四条."""
    before, after = text[max(0, point.start - 1) : point.start], text[point.end : point.end + 1]
    return (before if before in ("第", "（", "(") else "") + numeral + after
