"""Forms of a long name with one slip in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from publicity.checks.proofreading.sheet import HAN


def find_slips(text: str, name: str) -> Iterator[tuple[int, str]]:
    """Where the name stands with one character wrong, swapped, lost or added; its first and its last stand as they are."""
    middle = len(name) // 2
    # One slip leaves one half of the name whole.
    if name[:middle] in text or name[middle:] in text:
        for found in _pattern(name).finditer(text):
            if found.group() != name:
                yield found.start(), found.group()


@lru_cache(maxsize=256)
def _pattern(name: str) -> re.Pattern[str]:
    """The name itself, tried first, and its slips."""
    first, middle = name[0], len(name) // 2
    left, right = name[1:middle], name[middle:]
    in_right, in_left = "|".join(_slips(right, len(right) - 1)), "|".join(_slips(left, len(left)))
    # The first character may end another word before the name: 推行|行政执法公示制度.
    return re.compile(f"{first}(?!{name})(?:{left}{right}|{left}(?:{in_right})|(?:{in_left}){right})")


def _slips(part: str, length: int) -> Iterator[str]:
    """The part with one of its first ``length`` characters wrong, lost, swapped, or another one before it."""
    for place in range(length):
        before, character, after = part[:place], part[place], part[place + 1 :]
        yield f"{before}[{HAN}]{after}"
        yield before + after
        yield f"{before}[{HAN}]{character}{after}"
        if place + 1 < length:
            yield before + after[0] + character + after[1:]
