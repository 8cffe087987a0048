"""Numbers as text that browsers read and servers compress, and where a gram is kept."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint32]
Bytes = NDArray[np.uint8]

ZERO = ord("0")
BITS = 5
MORE = 1 << BITS  # added to a digit that another one follows
MOST_DIGITS = 7  # of 32 bits
FNV_START, FNV_PRIME = 0x811C9DC5, 0x01000193


def encode(values: Numbers) -> tuple[Bytes, NDArray[np.int64]]:
    """The digits of all values one after another, and where each value begins and the last ends (one more than values)."""
    digits = np.ones(len(values), np.int64)
    for place in range(1, MOST_DIGITS):
        digits += values >= np.uint64(1 << BITS * place)
    begins = np.zeros(len(values) + 1, np.int64)
    np.cumsum(digits, out=begins[1:])
    written = np.empty(begins[-1], np.uint8)
    for place in range(MOST_DIGITS):
        rows = np.flatnonzero(digits > place)
        if not len(rows):
            break
        digit = (values[rows] >> np.uint32(BITS * place)) & np.uint32(MORE - 1)
        digit += np.uint32(ZERO) + np.uint32(MORE) * (digits[rows] > place + 1)
        written[begins[rows] + place] = digit
    return written, begins


def decode(text: str) -> Numbers:
    """The values of ``encode``."""
    digits = np.frombuffer(text.encode("ascii"), np.uint8) - np.uint8(ZERO)
    ends = np.flatnonzero(digits < MORE)
    if not len(ends):
        return np.empty(0, np.uint32)
    begins = np.concatenate(([0], ends[:-1] + 1))
    places = np.arange(len(digits)) - np.repeat(begins, ends - begins + 1)
    parts = (digits & np.uint8(MORE - 1)).astype(np.uint32) << (np.uint32(BITS) * places.astype(np.uint32))
    return np.add.reduceat(parts, begins, dtype=np.uint32)


def encode_text(values: Sequence[int] | Numbers) -> str:
    """The digits as text."""
    return encode(np.asarray(values, np.uint32))[0].tobytes().decode("ascii")


def compact(value: object) -> str:
    """JSON without spaces, characters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def gaps(documents: Sequence[int] | Numbers) -> Numbers:
    """Ascending numbers as what lies between them; the one before the first is taken as -1."""
    return np.diff(np.asarray(documents, np.int64), prepend=-1).astype(np.uint32) - np.uint32(1)


def from_gaps(values: Sequence[int] | Numbers) -> Numbers:
    """The numbers that ``gaps`` was given."""
    return (np.cumsum(np.asarray(values, np.int64) + 1) - 1).astype(np.uint32)


def fold(state: NDArray[np.uint32], codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """One step of FNV-1a of 32 bits, over code points instead of bytes."""
    return ((state ^ codes) * np.uint64(FNV_PRIME)).astype(np.uint32)


def hash_text(text: str) -> int:
    """FNV-1a over the code points of a text."""
    state = FNV_START
    for character in text:
        state = (state ^ ord(character)) * FNV_PRIME & 0xFFFFFFFF
    return state


def shard(hashed: int, bits: int) -> int:
    """Which of 2**bits files holds it: the upper bits, so that files follow one another in the order of the hash."""
    return hashed >> (32 - bits)
