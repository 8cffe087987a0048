"""Documents in the order of their standing → one segment of the index."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from publicity.search import FORMAT
from publicity.search.codec import compact, hash_text, shard
from publicity.search.document import Document, Source
from publicity.search.grams import MOST_DOCUMENTS, Piece, rows_of
from publicity.search.normal import Normaliser
from publicity.search.passages import cut, pieces, render_passage
from publicity.search.postings import bits_for, write_postings
from publicity.search.runs import Runs

CHARACTERS_AT_ONCE = 400_000  # of one run
FACET_DOCUMENTS = 4096
LABEL_CODE = 48  # of the first label
ADDRESSES = 64  # in a shard
EPOCH = date(1970, 1, 1)
FACETS = ("kind", "year", "category", "validity", "organ")


@dataclass(frozen=True)
class Segment:
    """Its entry in the manifest. ``hot``: made by updates since the whole index was last written."""

    path: str
    docs: int
    bits: int
    front: tuple[int, ...]
    removed: tuple[int, ...] = ()
    hot: bool = False

    def living(self) -> list[int]:
        """The numbers that still count."""
        gone = frozenset(self.removed)
        return [number for number in range(self.docs) if number not in gone]


def write_segment(
    sources: Iterable[Source], normaliser: Normaliser, folder: Path, *, hot: bool = False
) -> tuple[Segment, Counter[str]]:
    """Write a folder named after the content below ``folder``; its entry, and how often its common pairs occur.

    ``sources`` in the order of their standing; each is loaded once, and let go of before the next.
    """
    building = folder / ".building"
    shutil.rmtree(building, ignore_errors=True)
    writer = _Writer(building, normaliser, hot)
    for source in sources:
        writer.add(source)
    segment, common = writer.finish()
    target = folder / segment.path
    shutil.rmtree(target, ignore_errors=True)
    building.rename(target)
    return segment, common


class _Writer:
    def __init__(self, folder: Path, normaliser: Normaliser, hot: bool) -> None:
        self._folder = folder
        self._hot = hot
        self._normaliser = normaliser
        self._runs = Runs(folder / "runs")
        self._hash = hashlib.sha256(f"{FORMAT} {hot} {normaliser.version}\n".encode())
        self._front: list[int] = []
        self._addresses: list[str] = []
        self._labels: list[tuple[str, ...]] = []
        self._pieces: list[Piece] = []
        self._waiting = 0  # characters of the pieces
        self._first = 0  # document of the run being gathered

    def add(self, source: Source) -> None:
        """Write the passages' files now, and keep the pieces for the next run."""
        number = len(self._addresses)
        document = source.load()
        passages = cut(document)
        folder = self._folder / "t" / str(number)
        folder.mkdir(parents=True)
        for place, passage in enumerate(passages):
            day = source.day.isoformat() if source.day else ""
            content = render_passage(document, passage, day, source.weight)
            (folder / f"{place}.txt").write_bytes(content)
            self._hash.update(content + b"\n")
        if source.weight:
            self._front.append((source.day - EPOCH).days if source.day else -1)
        self._addresses.append(document.url)
        self._labels.append(_labels(document, source.day))
        found = list(pieces(number - self._first, document, passages, self._normaliser))
        self._pieces += found
        self._waiting += sum(len(piece.text) for piece in found)
        if self._waiting >= CHARACTERS_AT_ONCE or number + 1 - self._first == MOST_DOCUMENTS:
            self._end_run()

    def _end_run(self) -> None:
        if self._pieces:
            self._runs.add(rows_of(self._pieces, self._first))
        self._first = len(self._addresses)
        self._pieces, self._waiting = [], 0

    def finish(self) -> tuple[Segment, Counter[str]]:
        """Write the rest; the folder then holds the segment and nothing else."""
        self._end_run()
        bits, common = write_postings(self._runs, len(self._addresses), self._folder)
        shutil.rmtree(self._folder / "runs")
        self._write_facets()
        self._write_addresses()
        name = self._hash.hexdigest()[:12]
        return Segment(name, len(self._addresses), bits, tuple(self._front), hot=self._hot), common

    def _write_facets(self) -> None:
        folder = self._folder / "f"
        folder.mkdir()
        columns = list(zip(*self._labels, strict=True)) or [()] * len(FACETS)
        labels = {name: sorted(set(column)) for name, column in zip(FACETS, columns, strict=True)}
        (folder / "labels.json").write_text(compact(labels), encoding="utf-8")
        coded = []
        for name, column in zip(FACETS, columns, strict=True):
            code = {label: chr(LABEL_CODE + place) for place, label in enumerate(labels[name])}
            coded.append("".join(code[label] for label in column))
        for number, begin in enumerate(range(0, len(self._labels), FACET_DOCUMENTS)):
            lines = (line[begin : begin + FACET_DOCUMENTS] + "\n" for line in coded)
            (folder / f"{number}.txt").write_text("".join(lines), encoding="utf-8", newline="")

    def _write_addresses(self) -> None:
        folder = self._folder / "u"
        folder.mkdir()
        bits = address_bits(len(self._addresses))
        shards: dict[int, list[str]] = {}
        for number, address in enumerate(self._addresses):
            shards.setdefault(shard(hash_text(address), bits), []).append(f"{address}\t{number}\n")
        for number, lines in shards.items():
            (folder / f"{number}.txt").write_text("".join(lines), encoding="utf-8", newline="")


def address_bits(documents: int) -> int:
    """Of the shards of addresses."""
    return bits_for(documents, ADDRESSES)


def _labels(document: Document, day: date | None) -> tuple[str, ...]:
    year = str(day.year) if day else ""
    return (document.kind, year, document.category, document.validity, document.organ)
