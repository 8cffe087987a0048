"""Brackets and quotation marks that have lost their other half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from publicity.checks.proofreading.sheet import Mark, Sheet
from publicity.rules.wording import Wording

RULE = "bracket"
BASIS = "GB/T 15834—2011 标点符号用法"
_PAIRS = {"（": "）", "〔": "〕", "【": "】", "《": "》", "〈": "〉", "「": "」", "『": "』", "“": "”", "‘": "’"}
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}
_QUOTES = "“‘"
# A token, or the end of a paragraph, a row, a heading or an item.
_TOKEN = re.compile(r"[（）()〔〕【】《》〈〉「」『』“”‘’]|\n(?=[ \t]*(?:\n|\||#|>|[-*+] |[0-9]{1,3}[.)] )|\Z)|\|")
# A bracket that stands open below so many others is lost.
_DEPTH = 20
_HALVES = str.maketrans("()", "（）")
# 1） and 一） number an item, ’ between letters is an apostrophe.
_ITEM = re.compile(r"(?:^|[\n。；：;:，,|\s])[0-9A-Za-z一二三四五六七八九十①-⑳]{1,3}\Z")


def mark_brackets(sheet: Sheet, wording: Wording) -> Iterator[Mark]:
    """Each paragraph by itself; a quotation may run over several."""
    desk = _Desk(sheet.text)
    for found in _TOKEN.finditer(sheet.text):
        token = found.group().translate(_HALVES)
        if token in _PAIRS:
            desk.begin(found.start(), token)
        elif token in _OPENERS:
            desk.close(found.start(), _OPENERS[token])
        else:
            desk.end()
    desk.end()
    for place in sorted(desk.lost + [place for place, _ in desk.quotes]):
        token = sheet.text[place]
        other = "后一半" if token.translate(_HALVES) in _PAIRS else "前一半"
        message = f"“{sheet.quote(place, place + 1)}”中的 {token} 没有{other}"
        yield Mark(place, place + 1, RULE, message, "请补上另一半，或删去多余的", BASIS)


@dataclass
class _Desk:
    """What is open in the paragraph, what was never closed, and the quotations that a later paragraph may close."""

    text: str
    open: list[tuple[int, str]] = field(default_factory=list)
    quotes: list[tuple[int, str]] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)

    def begin(self, place: int, opener: str) -> None:
        starts_line = place == 0 or self.text[place - 1] == "\n"
        if starts_line and self.quotes and self.quotes[-1][1] == opener:
            # Of a quotation in several paragraphs each begins with the mark, and the last alone ends with it.
            self.quotes.pop()
        self.open.append((place, opener))

    def close(self, place: int, opener: str) -> None:
        if any(token == opener for _, token in self.open[-_DEPTH:]):
            while (last := self.open.pop())[1] != opener:
                self.lost.append(last[0])
        elif self.quotes and self.quotes[-1][1] == opener:
            self.quotes.pop()
        elif not self._is_right(place, opener):
            self.lost.append(place)

    def end(self) -> None:
        self.quotes += [last for last in self.open if last[1] in _QUOTES]
        self.lost += [place for place, token in self.open if token not in _QUOTES]
        self.open.clear()

    def _is_right(self, place: int, opener: str) -> bool:
        if opener == "‘":
            return self.text[max(0, place - 1) : place].isascii()
        return opener == "（" and bool(_ITEM.search(self.text, max(0, place - 5), place))
