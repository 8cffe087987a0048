"""Texts → the grams in them: what a query can be looked up by.

A gram is a number: two bits of sort (one character, two neighbours, three or four ASCII letters and digits) above the
code points, of 21 bits each (7 in the ASCII sorts). Rows of grams are kept as columns of equal length.
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
FIELD_BITS, DOCUMENT_BITS, PASSAGE_BITS = 2, 13, 5
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
    packed = np.concatenate([gram << np.uint64(20) | place[at] for gram, at in _grams(codes)])
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
    at = np.flatnonzero(told)
    yield wide[at], at
    at = np.flatnonzero(told[:-1] & told[1:])
    yield np.uint64(1 << SORT_SHIFT) | wide[at] << np.uint64(CODE_BITS) | wide[at + 1], at
    ascii_only = told & (codes < 0x80)
    for sort, length in ((2, 3), (3, 4)):
        run = ascii_only[: len(codes) - length + 1].copy()
        for step in range(1, length):
            run &= ascii_only[step : len(codes) - length + 1 + step]
        at = np.flatnonzero(run)
        gram = np.full(len(at), sort << SORT_SHIFT, np.uint64)
        for step in range(length):
            gram |= wide[at + step] << np.uint64(ASCII_BITS * (length - 1 - step))
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
    sort = grams >> np.uint64(SORT_SHIFT)
    state = np.full(len(grams), FNV_START, np.uint32)
    for number in range(4):
        rows = np.flatnonzero(sort == number)
        state[rows] = _hashed(grams[rows], number)
    return state


def _hashed(grams: NDArray[np.uint64], sort: int) -> Numbers:
    state = np.full(len(grams), FNV_START, np.uint32)
    for shift, bits in _units(sort):
        state = fold(state, (grams >> np.uint64(shift) & np.uint64((1 << bits) - 1)).astype(np.uint32))
    return state


def _units(sort: int) -> list[tuple[int, int]]:
    """Where the code points of a gram of that sort lie in its number: shift and width, first to last."""
    bits = CODE_BITS if sort < 2 else ASCII_BITS
    return [(bits * step, bits) for step in range(sort, -1, -1)]


def gram_text(gram: int) -> str:
    """The characters of a gram."""
    return "".join(chr(gram >> shift & (1 << bits) - 1) for shift, bits in _units(gram >> SORT_SHIFT))
