"""Sorted rows of grams → the buckets and further blocks of a segment."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from publicity.search.codec import MORE, ZERO, Numbers, encode, encode_text, gaps, shard
from publicity.search.grams import FIELD_BITS, SORT_SHIFT, Rows, gram_text, starts_of_equal
from publicity.search.passages import TEXT
from publicity.search.runs import Runs

BUCKET_BYTES = 2500
MOST_BITS = 20
HEAD_BYTES, BLOCK_BYTES = 500, 6000
FIELDS = 4
LAST_FIELD = FIELDS - 1
# A gram in more than one of so many documents is common, and worth avoiding where it is in so many; a word that only
# a removed page held must not be told here either.
COMMON_SHARE, COMMON_LEAST = 10, 50


def write_postings(runs: Runs, documents: int, folder: Path) -> tuple[int, Counter[str]]:
    """Writes ``b/`` and ``r/`` of a segment; the bits of its buckets, and in how many documents the common pairs are."""
    common: Counter[str] = Counter()
    lengths, hashes = array("I"), array("I")
    spool = folder / "lines"
    with spool.open("wb") as file:
        for rows in runs.merged():
            if len(rows.hash):
                common.update(dict(_common(rows, documents)))
                for hashed, line in _lines(rows, folder):
                    file.write(line)
                    hashes.append(hashed)
                    lengths.append(len(line))
    bits = bits_for(sum(lengths), BUCKET_BYTES)
    with spool.open("rb") as file:
        _write_buckets(file, hashes, lengths, bits, folder / "b")
    spool.unlink()
    return bits, common


def bits_for(total: int, each: int) -> int:
    """The fewest bits with which 2**bits files of that size hold the total."""
    return min(MOST_BITS, max(0, -(-total // each) - 1).bit_length())


def _write_buckets(lines: BinaryIO, hashes: array[int], lengths: array[int], bits: int, folder: Path) -> None:
    folder.mkdir()
    end = 0
    for bucket in range(1 << bits):
        begin = end
        while end < len(hashes) and shard(hashes[end], bits) == bucket:
            end += 1
        (folder / f"{bucket}.txt").write_bytes(lines.read(sum(lengths[begin:end])))


def _common(rows: Rows, documents: int) -> Iterator[tuple[str, int]]:
    starts = starts_of_equal(rows.key)
    counts = np.diff(np.append(starts, len(rows.key)))
    keys = rows.key[starts]
    chosen = (counts > max(COMMON_LEAST, documents // COMMON_SHARE)) & (keys & np.uint64(LAST_FIELD) == TEXT)
    chosen &= keys >> np.uint64(SORT_SHIFT + FIELD_BITS) == 1
    for key, count in zip(keys[chosen].tolist(), counts[chosen].tolist(), strict=True):
        yield gram_text(key >> FIELD_BITS), count


def _lines(rows: Rows, folder: Path) -> Iterator[tuple[int, bytes]]:
    """The line of each gram with its hash; what of a list is too long for a bucket is written to ``r/``."""
    starts = starts_of_equal(rows.key)
    blob, begins = _encoded(rows, starts)
    starts_and_end = [*starts.tolist(), len(rows.key)]
    keys, hashes = rows.key[starts].tolist(), rows.hash[starts].tolist()
    at = begins[starts_and_end].tolist()
    lists: list[bytes] = []
    for number, key in enumerate(keys):
        gram, field = key >> FIELD_BITS, key & LAST_FIELD
        lists += [b""] * (field - len(lists))
        if at[number + 1] - at[number] <= HEAD_BYTES:
            lists.append(blob[at[number] : at[number + 1]])
        else:
            first, last = starts_and_end[number : number + 2]
            blocks = _Blocks(blob, begins[first : last + 1], rows.document[first:last])
            lists.append(blocks.write(folder / "r", further_name(gram_text(gram), field)))
        if number + 1 == len(keys) or keys[number + 1] >> FIELD_BITS != gram:
            yield hashes[number], "\t".join((gram_text(gram), b"\t".join(lists).decode("ascii"))).encode() + b"\n"
            lists = []


def further_name(gram: str, field: int) -> str:
    """What the names of a list's further blocks begin with."""
    return f"{'_'.join(f'{ord(one):x}' for one in gram)}-{field}"


def _encoded(rows: Rows, starts: NDArray[np.int64]) -> tuple[bytes, NDArray[np.int64]]:
    """All lists one after another, and where each row begins in them and the last ends."""
    between = np.diff(rows.document.astype(np.int64), prepend=0) - 1
    between[starts] = rows.document[starts]
    masked = rows.key & np.uint64(LAST_FIELD) >= TEXT
    place = np.concatenate(([0], np.cumsum(1 + masked.astype(np.int64))))
    values = np.empty(place[-1], np.uint32)
    values[place[:-1]] = between
    values[place[:-1][masked] + 1] = rows.mask[masked]
    written, begins = encode(values)
    return written.tobytes(), begins[place]


class _Blocks:
    """A list too long for a bucket; ``begins``: where its rows begin in ``blob``, and where the last ends."""

    def __init__(self, blob: bytes, begins: NDArray[np.int64], documents: Numbers) -> None:
        self.blob, self.begins, self.documents = blob, begins, documents

    def write(self, folder: Path, name: str) -> bytes:
        """The newest part, how many there are, and where the further blocks begin; these are written."""
        folder.mkdir(exist_ok=True)
        head_end = self._end(0, HEAD_BYTES)
        firsts: list[int] = []
        row = head_end
        while row < len(self.documents):
            end = self._end(row, BLOCK_BYTES)
            (folder / f"{name}-{len(firsts)}.txt").write_bytes(self._block(row, end))
            firsts.append(int(self.documents[row]))
            row = end
        tail = encode_text([len(self.documents)]) + encode_text(gaps(firsts))
        return self.blob[self.begins[0] : self.begins[head_end]] + b"|" + tail.encode("ascii")

    def _end(self, row: int, size: int) -> int:
        """The row before which a block that begins at ``row`` ends."""
        fits = int(np.searchsorted(self.begins, self.begins[row] + size, side="right")) - 1
        return min(max(fits, row + 1), len(self.documents))

    def _block(self, row: int, end: int) -> bytes:
        """Its first gap counts from -1 again, which makes it the document itself."""
        first = encode_text(self.documents[row : row + 1]).encode("ascii")
        begin, stop = int(self.begins[row]), int(self.begins[end])
        while self.blob[begin] >= ZERO + MORE:  # the digits of the gap that is replaced
            begin += 1
        return first + self.blob[begin + 1 : stop]
