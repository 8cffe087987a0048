"""Rows of grams of any number, sorted within bounded memory: put into bins on disk by their hash, sorted bin by bin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from publicity.search.grams import Rows

BIN_BITS = 8  # of the hash: at 100,000 documents a bin has some 700,000 rows
ROWS_AT_ONCE = 300_000  # bins are taken together up to so many: some 40 MB while they are sorted and encoded
_STORED = np.dtype([("hash", np.uint32), ("key", np.uint64), ("document", np.uint32), ("mask", np.uint32)])


class Runs:
    """Sorted pieces of one table; ``folder`` is for what does not stay in memory, and left to whoever made it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._first: Rows | None = None
        self._sizes = np.zeros(1 << BIN_BITS, np.int64)
        folder.mkdir(parents=True)

    def add(self, rows: Rows) -> None:
        """Runs come in ascending order of document. A single one, as in an update, needs no disk."""
        if self._first is None and not self._sizes.any():
            self._first = rows
            return
        if self._first is not None:
            self._store(self._first)
            self._first = None
        self._store(rows)

    def _store(self, rows: Rows) -> None:
        stored = np.empty(len(rows.hash), _STORED)
        for name, column in rows._asdict().items():
            stored[name] = column
        starts = np.searchsorted(rows.hash, np.arange(1 << BIN_BITS, dtype=np.uint32) << np.uint32(32 - BIN_BITS))
        for number, rows_of_bin in enumerate(np.split(stored, starts[1:])):
            self._sizes[number] += len(rows_of_bin)
            with (self._folder / str(number)).open("ab") as file:
                file.write(rows_of_bin.tobytes())

    def merged(self) -> Iterator[Rows]:
        """All rows, ascending by hash, gram, field and document, some at a time; no gram is split between two times."""
        if self._first is not None:
            yield self._first
            return
        totals = np.concatenate(([0], np.cumsum(self._sizes)))
        low = 0
        while low < len(self._sizes) and totals[-1]:
            high = max(low + 1, int(np.searchsorted(totals, totals[low] + ROWS_AT_ONCE, side="right")) - 1)
            yield _sorted(np.concatenate([np.fromfile(self._folder / str(bin_), _STORED) for bin_ in range(low, high)]))
            low = high


def _sorted(stored: np.ndarray[tuple[int], np.dtype[np.void]]) -> Rows:
    rows = Rows(*(np.ascontiguousarray(stored[name]) for name in Rows._fields))
    return rows.at(np.lexsort((rows.key, rows.hash)))  # stable, so the documents stay in order
