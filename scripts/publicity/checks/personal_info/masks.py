"""Numbers that are masked already: whether the mask hides enough, and what stands beside it.

A resident's number with its six-digit region and last four digits shown leaves 3,312 candidates; with the year of
birth or the age beside it, 34. Two different masks of one number can restore all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from publicity.checks.personal_info.digits import CHINESE
from publicity.checks.personal_info.identity_numbers import LABEL, PROVINCES
from publicity.checks.personal_info.people import name_beside
from publicity.checks.personal_info.scan import Hit, Scan

MASK, BIRTH = "mask", "birth"
# Signs that hide a digit; the weaker ones also mean other things, so one alone hides nothing.
_STRONG = "*＊∗﹡⁎✱✕★☆※●◯■□█▇▉◆◇△▲＃╳"
_WEAK = "xXＸХ×•○?？…·_某"
_DIGIT = rf"\d{''.join(CHINESE)}"
# Digits and signs that hide them, mixed, with a space or a dash between; which form a number is told by their count.
_TOKEN = re.compile(
    rf"(?<![0-9A-Za-z])[{_DIGIT}{_STRONG}{_WEAK}](?:[ \-]?\\?[{_DIGIT}{_STRONG}{_WEAK}]){{9,22}}(?![0-9A-Za-z])"
)
_MOBILE = re.compile(r"1[3-9]\d")
_SIGNS = (*_STRONG, *(sign * 2 for sign in _WEAK))
_HIDDEN = re.compile(rf"[{_STRONG}]|[{_WEAK}]{{2}}")
_AGE_HEADER = re.compile(r"年\s*龄|出生|生日|周岁|岁数|生年月")
_AGE_CELL = re.compile(r"\d|[一二三四五六七八九十〇零]")
_FORM_ROWS = 40
_AGE = re.compile(
    r"(?<!\d)\d{1,3}\s?周?岁|[一二三四五六七八九十]{1,3}周?岁|(?<!\d)\d{2}年出?生|[一二][一二三四五六七八九〇零○]{3}年[^，。]{0,8}出?生|"
    r"(?:年龄|现年)[为是:：\s]{0,2}\d{1,3}|"
    r"(?:19|20)\d{2}\s?[年.\-/]\s?(?:\d{1,2}\s?[月.\-/]?\s?(?:\d{1,2}\s?日?)?)?\s?出?生(?!医学)|"
    r"(?:出生(?:日期|年月|于)?|生于|生日)[为是:：\s]{0,2}(?:19|20)\d{2}"
)


@dataclass(frozen=True)
class MaskedNumber:
    """A masked identity number: ``shown`` holds each visible digit by its position from 0; ``name`` stands beside it."""

    hit: Hit
    scan: Scan
    shown: tuple[tuple[int, str], ...]
    name: str

    @property
    def positions(self) -> frozenset[int]:
        return frozenset(place for place, _ in self.shown)


def find_masks(scan: Scan) -> Iterator[Hit]:
    """A mask that shows more than the settings accept; an age or a date of birth beside a masked number."""
    for masked in masked_numbers(scan):
        if not any(masked.positions <= places for places in _of_length(scan, 18)):
            yield masked.hit
        if _birth_beside(scan, masked.hit):
            yield Hit(BIRTH, masked.hit.start, masked.hit.end, masked.hit.masked)
    yield from _phones(scan)


def masked_numbers(scan: Scan) -> Iterator[MaskedNumber]:
    """Masked identity numbers of the passage: 18 places, or fewer stars than digits where a label says what it is."""
    for start, end, signs in _tokens(scan):
        shown = _shown(signs)
        if shown is None or (len(signs) != 18 and not LABEL.search(scan.around(start, end))):
            continue
        head = "".join(digit for place, digit in shown if place < 3)
        tail = "".join(digit for place, digit in shown if place > 15)
        hit = Hit(MASK, start, end, f"{head}{'*' * 13}{tail}")
        yield MaskedNumber(hit, scan, shown, name_beside(scan, start))


def _tokens(scan: Scan) -> Iterator[tuple[int, int, str]]:
    """Start, end, and what stands there with digits as ASCII and everything that hides one as a star."""
    if not scan.has(*_SIGNS):
        return
    for found in _TOKEN.finditer(scan.text):
        bare = re.sub(r"[ \-\\]", "", found.group())
        if _HIDDEN.search(bare):
            last = bare[-1] in "xX" and bare[-2] not in "xX"
            signs = "".join(char if char.isascii() and char.isdigit() else CHINESE.get(char, "*") for char in bare)
            yield found.start(), found.end(), f"{signs[:-1]}X" if last and signs[-2] != "*" else signs


def _shown(signs: str) -> tuple[tuple[int, str], ...] | None:
    """The digits that show, by their place in a number of 18; None when it can be none."""
    if not 12 <= len(signs) <= 20 or "*" not in signs:
        return None
    behind = signs.rindex("*")
    # Fewer or more stars than digits: what stands behind the last star counts from the end.
    moved = [(p + 18 - len(signs) if p > behind else p, char) for p, char in enumerate(signs) if char != "*"]
    region = "".join(char for place, char in moved if place < 2)
    if len(moved) + (behind < len(signs) - 1) < 4 or (len(region) == 2 and region not in PROVINCES):
        return None
    return tuple(moved)


def differing_masks(numbers: Iterable[MaskedNumber]) -> Iterator[tuple[MaskedNumber, MaskedNumber]]:
    """Pairs that are one person's number under two masks, by name and by the digits that both show."""
    buckets: dict[object, dict[frozenset[int], MaskedNumber]] = {}
    for number in numbers:
        for key in _keys(number):
            buckets.setdefault(key, {}).setdefault(number.positions, number)
    told: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        first, *others = bucket.values()
        other = next((one for one in others if _one_person(first, one)), None)
        if other is not None and (pair := (id(first), id(other))) not in told:
            told.add(pair)
            yield first, other


def _keys(number: MaskedNumber) -> Iterator[object]:
    if number.name:
        yield number.name
    tail = tuple(item for item in number.shown if item[0] >= 14)
    if len(tail) == 4:
        yield tail


def _one_person(one: MaskedNumber, other: MaskedNumber) -> bool:
    if one.name and other.name and one.name != other.name:
        return False
    first, second = dict(one.shown), dict(other.shown)
    return all(first[place] == second[place] for place in first.keys() & second.keys())


def _of_length(scan: Scan, length: int) -> list[frozenset[int]]:
    return [_shown_places(mask) for mask in scan.options.masks if len(mask) == length]


def _shown_places(mask: str) -> frozenset[int]:
    return frozenset(place for place, char in enumerate(mask) if char == "#")


def _birth_beside(scan: Scan, hit: Hit) -> bool:
    """In the row, or in the sentence."""
    row = scan.row_of(hit.start)
    if not scan.is_row(row):
        return bool(_AGE.search(f"{scan.before(hit.start, 60)}\n{scan.after(hit.end, 60)}"))
    pairs = zip(scan.headers(row), scan.cells(row), strict=False)
    if any(_AGE_HEADER.search(head) and _AGE_CELL.search(cell) for head, cell in pairs):
        return True
    return bool(_AGE.search(scan.line_text(row))) or _birth_in_form(scan, scan.table_of(row))


def _birth_in_form(scan: Scan, table: range) -> bool:
    """A form has each label before its value: the age may stand in another row than the number."""
    if len(table) > _FORM_ROWS:
        return False
    rows = (scan.cells(row) for row in table)
    pairs = (pair for cells in rows for pair in pairwise(cells))
    return any(_AGE_HEADER.fullmatch(label) and re.match(r"\d", value) for label, value in pairs)


def _phones(scan: Scan) -> Iterator[Hit]:
    accepted = _of_length(scan, 11)
    if not accepted:
        return  # the town has not said how
    for start, end, signs in _tokens(scan):
        shown = frozenset(place for place, char in enumerate(signs) if char != "*")
        if len(signs) == 11 and _MOBILE.match(signs) and not any(shown <= places for places in accepted):
            yield Hit(MASK, start, end, f"{signs[:3]}******{signs[-2:]}")


__all__ = ["BIRTH", "MASK", "MaskedNumber", "differing_masks", "find_masks", "masked_numbers"]
