"""The one normaliser: digits however they are written, and however they are parted.

Full-width and other scripts' digits, circled ones, Chinese numerals, O and l typed for 0 and 1; parted by spaces,
dashes, dots, invisible characters, Markdown emphasis, line breaks, or the cells of a table.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from publicity.content.passages import CELL

CHINESE = dict(zip("○〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺", "000123456789123456789" + "1", strict=True))
_CHINESE_DIGITS = {ord(char): digit for char, digit in CHINESE.items()}
_LETTERS = {"O": "0", "o": "0", "l": "1", "I": "1"}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⓪⓿❶❷❸❹❺❻❼❽❾➀➁➂➃➄➅➆➇➈➊➋➌➍➎➏➐➑➒〡〢〣〤〥〦〧〨〩⑴⑵⑶⑷⑸⑹⑺⑻⑼¹²³⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉㈠㈡㈢㈣㈤㈥㈦㈧㈨㊀㊁㊂㊃㊄㊅㊆㊇㊈"
DIGIT = rf"[\d{''.join(CHINESE)}OolI{_CIRCLED}]"
# Nothing to see: controls, fillers, marks that combine, selectors, tags, and what private fonts draw.
INVISIBLE = (
    "\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u2800\u3164"
    "\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\U0001d173-\U0001d17a\U000e0000-\U000e01ef"
)
# What may stand between two digits of one number without ending it.
_DASHES = "\\-_~\u2010-\u2015\u2212\uff0d\ufe63\uff3f\uff5e"
_DOTS = ".·•・．,，、;；:：／│┃¦"
_BRACKETS = "()（）"
# Four stars hide digits; up to three are emphasis.
MASKED = "****"
_TAIL = re.compile(r"\d[ \\]?(?:\\?\*){4,18}\Z")
_BETWEEN = rf"[\s{INVISIBLE}{_DASHES}{_DOTS}{_BRACKETS}*`\\/{re.escape(CELL)}+>]"
SHORTEST = 7
_FEWEST_REAL = 4
RUN = re.compile(
    rf"{DIGIT}(?:{_BETWEEN}{{0,8}}{DIGIT}){{{SHORTEST - 1},}}(?:{_BETWEEN}{{0,4}}[xXｘＸ×ΧχХхⅩⅹ](?![A-Za-z]))?"
)
_PARTS = re.compile(rf"[{re.escape(CELL)}、;；,，:：()（）│┃¦]|\n[^{INVISIBLE}]")
# Nothing that a reader would take for the end of one number and the beginning of another.
_UNSEEN = re.compile(rf"[{INVISIBLE}*`_\\]*(?:[ \t]*\n[ \t]*)?[{INVISIBLE}*`_\\]*")


@dataclass(frozen=True)
class Number:
    """Digits that stand together once what parts them is dropped.

    ``digits`` are ASCII, the last one may be X; ``start`` and ``end`` are offsets in the text; ``groups`` are the
    lengths of the unbroken stretches; ``between`` is everything that parts them, in order.
    """

    digits: str
    start: int
    end: int
    groups: tuple[int, ...]
    between: tuple[str, ...]

    @property
    def unbroken(self) -> bool:
        """Written in one piece, as far as a reader can see."""
        return all(_UNSEEN.fullmatch(part) for part in self.between)

    @property
    def in_cells(self) -> bool:
        """Spread over cells of a table, or over the parts of a list."""
        return any(_PARTS.search(part) for part in self.between)


@dataclass(frozen=True)
class Run:
    """The longest stretch of digits with nothing but separators between them; numbers are cut out of it."""

    digits: str
    offsets: tuple[int, ...]
    starts: tuple[int, ...]
    text: str

    @cached_property
    def _ends(self) -> frozenset[int]:
        return frozenset((*self.starts, len(self.digits)))

    def numbers(self, fits: Callable[[str], object], *lengths: int) -> Iterator[Number]:
        """Every number of one of these lengths that begins and ends where a group does, and whose digits fit."""
        ends = self._ends
        for begin in self.starts:
            for length in lengths:
                if begin + length in ends and fits(self.digits[begin : begin + length]):
                    number = self.cut(begin, begin + length)
                    if _TAIL.search(self.text, max(0, number.start - 24), number.start):
                        continue  # the end of a number that is masked
                    if not any(MASKED in part for part in number.between):
                        yield number

    @property
    def pieces(self) -> Iterator[tuple[int, int]]:
        """Where each unbroken stretch begins and ends, the letter that ends a number included."""
        begin = 0
        for place in range(1, len(self.digits) + 1):
            if place == len(self.digits) or self.offsets[place] != self.offsets[place - 1] + 1:
                yield begin, place
                begin = place

    def cut(self, begin: int, end: int) -> Number:
        """The digits from ``begin`` to before ``end``, with what parts them."""
        starts = self.starts[bisect_right(self.starts, begin) : bisect_left(self.starts, end)]
        inner = (start for start in starts if self.offsets[start] != self.offsets[start - 1] + 1)
        marks = [begin, *inner, end]
        groups = tuple(after - before for before, after in pairwise(marks))
        between = tuple(self.text[self.offsets[mark - 1] + 1 : self.offsets[mark]] for mark in marks[1:-1])
        return Number(self.digits[begin:end], self.offsets[begin], self.offsets[end - 1] + 1, groups, between)


def find_runs(text: str) -> Iterator[Run]:
    """Stretches of at least seven digits, at least four of them real ones (not letters)."""
    for found in RUN.finditer(text):
        if run := _read_run(text, found.start(), found.end()):
            yield run


def _read_run(text: str, start: int, end: int) -> Run | None:
    digits: list[str] = []
    offsets: list[int] = []
    starts: list[int] = []
    letters, was_plain = 0, True
    for offset in range(start, end):
        char = text[offset]
        digit = char if "0" <= char <= "9" else digit_of(char)
        if not digit:
            continue
        letters += char in _LETTERS
        is_plain = char.isdecimal()
        if not offsets or offsets[-1] != offset - 1 or digit == "X" or is_plain != was_plain:
            starts.append(len(digits))
        was_plain = is_plain
        digits.append(digit)
        offsets.append(offset)
    if len(digits) - letters < _FEWEST_REAL:
        return None
    return Run("".join(digits), tuple(offsets), tuple(starts), text)


def digit_of(char: str) -> str:
    """The ASCII digit that the character stands for, X for the letter that ends an identity number, or nothing."""
    if char in CHINESE:
        return CHINESE[char]
    if char in _LETTERS:
        return _LETTERS[char]
    if char in "xXｘＸ×ΧχХхⅩⅹ":
        return "X"
    value = unicodedata.numeric(char, -1.0)
    if value in range(10):
        return str(int(value))
    plain = re.sub(r"\D", "", unicodedata.normalize("NFKC", char).translate(_CHINESE_DIGITS))
    return plain if len(plain) == 1 else ""
