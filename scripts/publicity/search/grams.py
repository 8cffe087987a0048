"""Texts → the grams in them: what a query can be looked up by.

A gram is a number: three bits of its sort above its code points, of 21 bits each (7 where they must be ASCII). Rows of
grams are kept as columns of equal length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from publicity.search.codec import FNV_START, Numbers, fold
from publicity.search.normal import SIGNS

SEPARATOR = "\n"  # a sign: no gram reaches across it
CODE_BITS, ASCII_BITS, SORT_SHIFT = 21, 7, 42
FIELD_BITS, DOCUMENT_BITS, PASSAGE_BITS = 2, 12, 5
PLACE_BITS = FIELD_BITS + DOCUMENT_BITS + PASSAGE_BITS
# How many ASCII letters and digits a sort of grams begins with, and how many characters of any kind come after.
SORTS = ((0, 1), (0, 2), (3, 0), (4, 0), (2, 1), (3, 1))


def _units(ascii_count: int, others: int) -> tuple[tuple[int, int], ...]:
    widths = [ASCII_BITS] * ascii_count + [CODE_BITS] * others
    return tuple((sum(widths[place + 1 :]), width) for place, width in enumerate(widths))


# Where the code points of a sort lie in the number of a gram: shift and width, first to last.
UNITS = tuple(_units(*sort) for sort in SORTS)
MOST_DOCUMENTS = 1 << DOCUMENT_BITS  # in one call of rows_of


class Piece(NamedTuple):
    """A normalised text; ``document`` counts within the call, ``field`` as in the contract."""

    document: int
    field: int
    passage: int
    text: str


class Rows(NamedTuple):
    """Ascending by hash, gram, field and document. ``key``: gram and field; ``mask``: the passages that hold it."""

    hash: Numbers
    key: NDArray[np.uint64]
    document: Numbers
    mask: Numbers

    def at(self, rows: NDArray[np.integer] | NDArray[np.bool_]) -> Rows:
        """These rows, by their places or by a flag for each."""
        return Rows(self.hash[rows], self.key[rows], self.document[rows], self.mask[rows])


def rows_of(pieces: Sequence[Piece], first_document: int) -> Rows:
    """What grams are where; the pieces may come in any order."""
    texts = [piece.text + SEPARATOR for piece in pieces]
    codes = np.frombuffer("".join([*texts, SEPARATOR * 3]).encode("utf-32-le"), np.uint32)  # room for a gram of four
    places = np.array([_place(piece) for piece in pieces], np.uint64)
    lengths = np.array([len(text) for text in texts], np.int64)
    place = np.repeat(places, lengths)
    packed = np.concatenate([gram << np.uint64(PLACE_BITS) | place[at] for gram, at in _grams(codes)])
    packed.sort()  # numpy's own unique is forty times slower
    packed = packed[starts_of_equal(packed)]
    if not len(packed):
        none = np.empty(0, np.uint32)
        return Rows(none, packed, none, none)
    listed = packed >> np.uint64(PASSAGE_BITS)
    begins = starts_of_equal(listed)
    bits = np.uint32(1) << (packed & np.uint64((1 << PASSAGE_BITS) - 1)).astype(np.uint32)
    listed = listed[begins]
    key = listed >> np.uint64(DOCUMENT_BITS)
    document = (listed & np.uint64(MOST_DOCUMENTS - 1)).astype(np.uint32) + np.uint32(first_document)
    hashed = hash_grams(key >> np.uint64(FIELD_BITS))
    order = np.argsort(hashed, kind="stable")
    mask = np.bitwise_or.reduceat(bits, begins)
    return Rows(hashed[order], key[order], document[order], mask[order])


def _place(piece: Piece) -> int:
    return (piece.field << DOCUMENT_BITS | piece.document) << PASSAGE_BITS | piece.passage


def _grams(codes: Numbers) -> Iterator[tuple[NDArray[np.uint64], NDArray[np.int64]]]:
    """Each sort: the grams, and where in the text each begins."""
    wide = codes.astype(np.uint64)
    told = ~is_sign(codes)
    ascii_only = told & (codes < 0x80)
    for sort, (ascii_count, others) in enumerate(SORTS):
        kinds = [ascii_only] * ascii_count + [told & ~ascii_only if ascii_count else told] * others
        last = len(codes) - len(kinds) + 1
        fits = kinds[0][:last].copy()
        for step, kind in enumerate(kinds):
            fits &= kind[step : last + step]
        at = np.flatnonzero(fits)
        gram = np.full(len(at), sort << SORT_SHIFT, np.uint64)
        for step, (shift, _) in enumerate(UNITS[sort]):
            gram |= wide[at + step] << np.uint64(shift)
        yield gram, at


def starts_of_equal(column: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Where in a sorted column each run of equal values begins."""
    return np.flatnonzero(np.concatenate((np.ones(min(1, len(column)), np.bool_), column[1:] != column[:-1])))


def is_sign(codes: Numbers) -> NDArray[np.bool_]:
    """Which code points no gram is made of."""
    firsts = np.array([first for first, _ in SIGNS], np.uint32)
    lasts = np.array([last for _, last in SIGNS], np.uint32)
    within = np.searchsorted(firsts, codes, side="right") - 1
    return (within >= 0) & (codes <= lasts[within])


def hash_grams(grams: NDArray[np.uint64]) -> Numbers:
    """FNV-1a over the code points of each gram."""
    sorts = grams >> np.uint64(SORT_SHIFT)
    hashed = np.full(len(grams), FNV_START, np.uint32)
    for sort in range(len(SORTS)):
        rows = np.flatnonzero(sorts == sort)
        state = hashed[rows]
        for shift, bits in UNITS[sort]:
            state = fold(state, (grams[rows] >> np.uint64(shift) & np.uint64((1 << bits) - 1)).astype(np.uint32))
        hashed[rows] = state
    return hashed


def gram_text(gram: int) -> str:
    """The characters of a gram."""
    return "".join(chr(gram >> shift & (1 << bits) - 1) for shift, bits in UNITS[gram >> SORT_SHIFT])
