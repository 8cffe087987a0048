"""Taking one document out of a segment: its text, its address, and every trace of its characters in the postings.

A tombstone alone would hide it from the results and leave what it said in the files; after a leak that matters.
The pieces are here; ``update`` has their order.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from pathlib import Path

import numpy as np

from publicity.search.codec import MORE, ZERO, compact, decode, encode_text, from_gaps, hash_text, shard
from publicity.search.document import Document
from publicity.search.grams import FIELD_BITS, Rows, gram_text, rows_of
from publicity.search.normal import Normaliser
from publicity.search.passages import TEXT, cut, pieces, read_passages
from publicity.search.postings import FIELDS, LAST_FIELD, further_name
from publicity.search.segment import FACET_DOCUMENTS, LABEL_CODE, Segment, address_bits


def find_document(folder: Path, segment: Segment, url: str) -> int | None:
    """The number of the document of that address, whether it counts or not."""
    path = _addresses(folder, segment, url)
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return next(
        (int(number) for address, _, number in (line.partition("\t") for line in lines) if address == url), None
    )


def read_document(folder: Path, segment: Segment, number: int) -> Document:
    """What the index holds of a document."""
    texts = folder / segment.path / "t" / str(number)
    paths = sorted(texts.iterdir(), key=lambda path: int(path.stem))
    return read_passages([path.read_bytes() for path in paths])


def rows_in(document: Document, normaliser: Normaliser) -> Rows:
    """The grams of one document, as if it were the first."""
    return rows_of(list(pieces(0, document, cut(document), normaliser)), 0)


def purge_grams(folder: Path, segment: Segment, number: int, gone: Rows) -> None:
    """A document does not hold these grams in this segment any more; those that it never held are passed over."""
    buckets: defaultdict[int, list[int]] = defaultdict(list)
    for hashed, key in zip(gone.hash.tolist(), gone.key.tolist(), strict=True):
        buckets[shard(hashed, segment.bits)].append(key)
    for bucket, keys in buckets.items():
        _purge_bucket(folder / segment.path, bucket, keys, number)


def purge_text(folder: Path, segment: Segment, number: int) -> None:
    """Its passages go."""
    shutil.rmtree(folder / segment.path / "t" / str(number), ignore_errors=True)


def purge_labels(folder: Path, segment: Segment) -> None:
    """Labels that only documents had that do not count any more are emptied; the places of the others stay."""
    path = folder / segment.path / "f"
    labels: dict[str, list[str]] = json.loads((path / "labels.json").read_text(encoding="utf-8"))
    columns = [""] * len(labels)
    for number in range(-(-segment.docs // FACET_DOCUMENTS)):
        lines = (path / f"{number}.txt").read_text(encoding="utf-8").split("\n")
        columns = [column + line for column, line in zip(columns, lines, strict=False)]
    kept = {name: {column[number] for number in segment.living()} for name, column in zip(labels, columns, strict=True)}
    for name, listed in labels.items():
        labels[name] = [label if chr(LABEL_CODE + place) in kept[name] else "" for place, label in enumerate(listed)]
    (path / "labels.json").write_text(compact(labels), encoding="utf-8")


def purge_address(folder: Path, segment: Segment, url: str) -> None:
    """It cannot be found any more, so this is the last that is done to a document."""
    path = _addresses(folder, segment, url)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(f"{url}\t")), encoding="utf-8", newline="")


def _addresses(folder: Path, segment: Segment, url: str) -> Path:
    return folder / segment.path / "u" / f"{shard(hash_text(url), address_bits(segment.docs))}.txt"


def _purge_bucket(folder: Path, bucket: int, keys: list[int], number: int) -> None:
    path = folder / "b" / f"{bucket}.txt"
    fields: defaultdict[bytes, list[int]] = defaultdict(list)
    for key in keys:
        fields[gram_text(key >> FIELD_BITS).encode() + b"\t"].append(key & LAST_FIELD)
    content = path.read_bytes()
    for gram, touched in fields.items():
        begin = 0 if content.startswith(gram) else content.find(b"\n" + gram) + 1
        if begin == 0 and not content.startswith(gram):
            continue
        end = content.index(b"\n", begin)
        lists = content[begin + len(gram) : end].decode("ascii").split("\t")
        lists += [""] * (FIELDS - len(lists))
        for field in touched:
            further = folder / "r" / further_name(gram.decode()[:-1], field)
            lists[field] = _purge_list(lists[field], field, number, further)
        kept = "\t".join(lists).rstrip("\t").encode("ascii")
        content = content[:begin] + (gram + kept + b"\n" if kept else b"") + content[end + 1 :]
    path.write_bytes(content)


def _purge_list(text: str, field: int, number: int, further: Path) -> str:
    head, bar, tail = text.partition("|")
    less = _without(head, field, number)
    if not bar:
        return less
    count, *firsts = decode(tail).tolist()
    begins = from_gaps(firsts).tolist()
    removed = less != head
    if not removed:
        block = max((place for place, begin in enumerate(begins) if begin <= number), default=-1)
        path = further.with_name(f"{further.name}-{block}.txt")
        if block >= 0:
            before = path.read_text(encoding="ascii")
            after = _without(before, field, number)
            removed = after != before
            if removed:
                path.write_text(after, encoding="ascii")
    return f"{less}|{encode_text([count - removed, *firsts])}"


def _without(text: str, field: int, number: int) -> str:
    """A list or block without the document: the gap after it grows by what is taken out."""
    step = 2 if field >= TEXT else 1
    between = decode(text)[::step]
    documents = from_gaps(between)
    row = int(np.searchsorted(documents, number))
    if row == len(documents) or documents[row] != number:
        return text
    ends = _value_ends(text)
    begin = ends[row * step - 1] if row else 0
    if row + 1 == len(documents):
        return text[:begin]
    merged = encode_text([int(between[row]) + int(between[row + 1]) + 1])
    return text[:begin] + merged + text[ends[(row + 1) * step] :]


def _value_ends(text: str) -> list[int]:
    digits = np.frombuffer(text.encode("ascii"), np.uint8)
    return (np.flatnonzero(digits < ZERO + MORE) + 1).tolist()
