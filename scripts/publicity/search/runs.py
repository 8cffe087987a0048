"""Rows of grams of any number, sorted within bounded memory: runs on disk, merged by ranges of the hash."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from publicity.search.grams import Rows

ROWS_AT_ONCE = 1_500_000  # about 100 MB while they are merged and encoded


class Runs:
    """Sorted pieces of one table; ``folder`` holds them until it is removed by whoever made it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._runs: list[Rows] = []
        folder.mkdir(parents=True)

    def add(self, rows: Rows) -> None:
        """Keep a run on disk. Runs come in ascending order of document."""
        number = len(self._runs)
        columns: list[NDArray[np.generic]] = []
        for name, column in rows._asdict().items():
            path = self._folder / f"{number}-{name}.npy"
            np.save(path, column)
            columns.append(np.load(path, mmap_mode="r") if len(column) else column)
        self._runs.append(Rows(*columns))

    def merged(self) -> Iterator[Rows]:
        """All rows, ascending by hash, gram, field and document, some at a time; no gram is split between two times."""
        total = sum(len(run.hash) for run in self._runs)
        parts = total // ROWS_AT_ONCE + 1
        bounds = [(1 << 32) * part // parts for part in range(parts + 1)]
        for low, high in zip(bounds, bounds[1:], strict=False) if total else ():
            yield _sorted([_between(run, low, high) for run in self._runs])


def _between(run: Rows, low: int, high: int) -> Rows:
    begin = np.searchsorted(run.hash, np.uint32(low))
    end = np.searchsorted(run.hash, np.uint32(high)) if high < 1 << 32 else len(run.hash)
    return Rows(*(np.array(column[begin:end]) for column in run))


def _sorted(runs: list[Rows]) -> Rows:
    rows = Rows(*(np.concatenate(columns) for columns in zip(*runs, strict=True)))
    order = np.lexsort((rows.key, rows.hash))  # stable, so the documents stay in order
    return Rows(*(column[order] for column in rows))
