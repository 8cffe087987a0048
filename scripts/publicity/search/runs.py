"""Rows of grams of any number, sorted within bounded memory: runs on disk, merged by ranges of the hash."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from publicity.search.grams import Rows

ROWS_AT_ONCE = 250_000  # some 30 MB while they are merged and encoded
BIN_BITS = 12  # rows are told apart by so many upper bits of their hash


class Runs:
    """Sorted pieces of one table; ``folder`` holds them until it is removed by whoever made it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bounds: list[NDArray[np.int64]] = []  # of each run, where each bin begins and the last ends
        folder.mkdir(parents=True)

    def add(self, rows: Rows) -> None:
        """Keep a run on disk. Runs come in ascending order of document."""
        bins = np.arange(1 << BIN_BITS, dtype=np.uint32) << np.uint32(32 - BIN_BITS)
        starts = np.searchsorted(rows.hash, bins)
        number = len(self._bounds)
        self._bounds.append(np.append(starts, len(rows.hash)))
        for name, column in rows._asdict().items():
            column.tofile(self._folder / f"{number}-{name}")

    def merged(self) -> Iterator[Rows]:
        """All rows, ascending by hash, gram, field and document, some at a time; no gram is split between two times."""
        if not self._bounds:
            return
        totals = np.sum(self._bounds, axis=0)
        low = 0
        while low < 1 << BIN_BITS:
            high = max(low + 1, int(np.searchsorted(totals, totals[low] + ROWS_AT_ONCE, side="right")) - 1)
            yield _sorted([self._read(number, low, high) for number in range(len(self._bounds))])
            low = high

    def _read(self, number: int, low: int, high: int) -> Rows:
        begin, end = self._bounds[number][[low, high]].tolist()

        def column(name: str, kind: type[Any]) -> NDArray[Any]:
            path = self._folder / f"{number}-{name}"
            return np.fromfile(path, kind, end - begin, offset=begin * np.dtype(kind).itemsize)

        key = column("key", np.uint64)
        return Rows(column("hash", np.uint32), key, column("document", np.uint32), column("mask", np.uint32))


def _sorted(runs: list[Rows]) -> Rows:
    rows = Rows(
        np.concatenate([run.hash for run in runs]),
        np.concatenate([run.key for run in runs]),
        np.concatenate([run.document for run in runs]),
        np.concatenate([run.mask for run in runs]),
    )
    return rows.at(np.lexsort((rows.key, rows.hash)))  # stable, so the documents stay in order
