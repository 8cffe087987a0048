"""Numbers that are masked already: whether the mask hides enough, and what stands beside it.

A resident's number with its six-digit region and last four digits shown leaves 3,312 candidates; with the year of
birth or the age beside it, 34. Two different masks of one number can restore all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from publicity.checks.personal_info.identity_numbers import LABEL, PROVINCES
from publicity.checks.personal_info.people import name_beside
from publicity.checks.personal_info.scan import Hit, Scan

MASK, BIRTH = "mask", "birth"
_STAR = "*＊xX×✕●•○◯〇■□＃?？…·_╳"
# Digits and signs that hide them, mixed; which of them form a number is told by their count.
_MASKED = re.compile(rf"(?<![0-9A-Za-z])[\d{_STAR}](?:\\?[\d{_STAR}]){{9,22}}(?![0-9A-Za-z])")
_HIDDEN = re.compile(rf"[{_STAR}]{{2}}")
_SEVERAL = (*(star * 2 for star in _STAR), "\\*")
_AGE_HEADER = re.compile(r"年龄|出生|生日|周岁")
_AGE = re.compile(
    r"(?<!\d)\d{1,3}\s?周?岁|(?:年龄|现年)[为是:：\s]{0,2}\d{1,3}|"
    r"(?:19|20)\d{2}\s?[年.\-/]\s?(?:\d{1,2}\s?[月.\-/]?\s?(?:\d{1,2}\s?日?)?)?\s?出?生|"
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
    accepted = {len(mask): _shown_places(mask) for mask in scan.options.masks}
    for masked in masked_numbers(scan):
        if not any(masked.positions <= places for places in _of_length(scan, 18)):
            yield masked.hit
        if _birth_beside(scan, masked.hit.start):
            yield Hit(BIRTH, masked.hit.start, masked.hit.end, masked.hit.masked)
    if 11 in accepted:
        yield from _phones(scan)


def masked_numbers(scan: Scan) -> Iterator[MaskedNumber]:
    """Masked identity numbers of the passage: 18 places, or fewer stars than digits where a label says what it is."""
    for found in _MASKED.finditer(scan.text) if scan.has(*_SEVERAL) else ():
        shown = _shown(found.group().replace("\\", ""))
        if shown is None or (len(found.group()) != 18 and not LABEL.search(scan.around(found.start(), found.end()))):
            continue
        head = "".join(digit for place, digit in shown if place < 3)
        tail = "".join(digit for place, digit in shown if place > 15)
        hit = Hit(MASK, found.start(), found.end(), f"{head}{'*' * 13}{tail}")
        yield MaskedNumber(hit, scan, shown, name_beside(scan, found.start()))


def _shown(token: str) -> tuple[tuple[int, str], ...] | None:
    """The digits that show, by their place in a number of 18; None when it can be none."""
    if not _HIDDEN.search(token) or not 12 <= len(token) <= 20:
        return None
    last = len(token) - 1
    digits = [
        (place, char) for place, char in enumerate(token) if char.isdigit() or (char in "xX" and _ends(token, place))
    ]
    hidden = [place for place in range(len(token)) if place not in dict(digits)]
    # Fewer or more stars than digits: what stands behind the last star counts from the end.
    moved = [(place + 17 - last if place > hidden[-1] else place, char) for place, char in digits]
    region = "".join(char for place, char in moved if place < 2)
    if len(digits) < 4 or (len(region) == 2 and region not in PROVINCES):
        return None
    return tuple(moved)


def _ends(token: str, place: int) -> bool:
    """A single X at the end, behind a digit, is the check digit."""
    return place == len(token) - 1 and token[place - 1].isdigit()


def differing_masks(numbers: Iterable[MaskedNumber]) -> Iterator[tuple[MaskedNumber, MaskedNumber]]:
    """Pairs that are one person's number under two masks, by name and by the digits that both show."""
    buckets: dict[object, dict[frozenset[int], MaskedNumber]] = {}
    for number in numbers:
        for key in _keys(number):
            buckets.setdefault(key, {}).setdefault(number.positions, number)
    told: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        for one, other in combinations(bucket.values(), 2):
            pair = (id(one), id(other))
            if pair not in told and _one_person(one, other):
                told.add(pair)
                yield one, other


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


def _birth_beside(scan: Scan, offset: int) -> bool:
    row = scan.row_of(offset)
    if scan.is_row(row):
        pairs = zip(scan.headers(row), scan.cells(row), strict=False)
        if any(_AGE_HEADER.search(head) and re.search(r"\d", cell) for head, cell in pairs):
            return True
    return bool(_AGE.search(scan.line_text(row)))


_MASKED_PHONE = re.compile(rf"(?<![0-9A-Za-z])(1[3-9]\d{{0,8}})((?:\\?[{_STAR}]){{1,8}})(\d{{0,8}})(?![0-9A-Za-z])")


def _phones(scan: Scan) -> Iterator[Hit]:
    accepted = _of_length(scan, 11)
    if not scan.has(*_SEVERAL):
        return
    for found in _MASKED_PHONE.finditer(scan.text):
        head, stars, tail = found.groups()
        stars = stars.replace("\\", "")
        shown = frozenset((*range(len(head)), *range(11 - len(tail), 11)))
        if len(head) + len(stars) + len(tail) == 11 and not any(shown <= places for places in accepted):
            yield Hit(MASK, found.start(), found.end(), f"{head[:3]}******{tail[-2:]}")


__all__ = ["BIRTH", "MASK", "MaskedNumber", "differing_masks", "find_masks", "masked_numbers"]
