"""Some documents changed, came or went → the index brought up to date, at a cost that does not grow with the archive."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from publicity.rules.search import SearchRules
from publicity.search.document import Document, Source
from publicity.search.index import in_order
from publicity.search.manifest import read_manifest, write_manifest
from publicity.search.normal import Normaliser
from publicity.search.purge import find_document, living, purge_document, read_document
from publicity.search.segment import Segment, write_segment

MOST_HOT = 64  # documents; a hot segment that would outgrow this is joined with the newest of the others


def update_index(folder: Path, changed: Sequence[Source], removed: Collection[str], rules: SearchRules) -> None:
    """Bring the index in ``folder`` up to date; addresses in ``removed`` that it does not hold are passed over.

    What is changed goes into a small hot segment, before all others, until the index is next written whole. If it is
    cut off, the same call again ends it. Raises FileNotFoundError where there is no index.
    """
    manifest = read_manifest(folder)
    normaliser = Normaliser(rules.traditional)
    gone = {source.url for source in changed} | set(removed)
    dying = [(segment, number) for segment in manifest.segments for number in _found(folder, segment, gone)]
    kept = [_with_tombstones(segment, dying) for segment in manifest.segments]
    mutable = [segment for segment in kept if segment.hot]
    frozen = [segment for segment in kept if not segment.hot]
    if frozen and len(changed) + sum(len(list(living(one))) for one in mutable) > MOST_HOT:
        mutable.append(frozen.pop(0))
    moved = [source for segment in mutable for source in _sources(folder, segment)]
    if changed or len(moved) < sum(segment.docs for segment in mutable):
        hot = all(segment.hot for segment in mutable)
        segments = [*_written([*changed, *moved], hot, normaliser, folder), *frozen]
    else:
        segments = kept
    write_manifest(replace(manifest, weights=dict(rules.weights), segments=tuple(segments)), folder)
    _clean(folder, segments, dying, normaliser)


def _found(folder: Path, segment: Segment, urls: Collection[str]) -> list[int]:
    numbers = (find_document(folder, segment, url) for url in sorted(urls))
    return [number for number in numbers if number is not None]


def _with_tombstones(segment: Segment, dying: Sequence[tuple[Segment, int]]) -> Segment:
    numbers = {number for one, number in dying if one.path == segment.path}
    return replace(segment, removed=tuple(sorted({*segment.removed, *numbers})))


def _sources(folder: Path, segment: Segment) -> Iterator[Source]:
    for number in living(segment):
        first = json.loads((folder / segment.path / "t" / str(number) / "0.txt").read_bytes())
        day = date.fromisoformat(first["d"]) if "d" in first else None
        yield Source(first["u"], first.get("w", 0), day, _Stored(folder, segment, number))


class _Stored:
    """Reads a document back from its passages."""

    def __init__(self, folder: Path, segment: Segment, number: int) -> None:
        self.at = (folder, segment, number)

    def __call__(self) -> Document:
        return read_document(*self.at)


def _written(sources: Sequence[Source], hot: bool, normaliser: Normaliser, folder: Path) -> list[Segment]:
    if not sources:
        return []
    segment, _ = write_segment(in_order(sources), normaliser, folder)
    return [replace(segment, hot=hot)]


def _clean(
    folder: Path, segments: Sequence[Segment], dying: Sequence[tuple[Segment, int]], normaliser: Normaliser
) -> None:
    """The manifest no longer names them; now nothing of them stays on disk."""
    named = {segment.path for segment in segments}
    for segment, number in dying:
        if segment.path in named:
            purge_document(folder, segment, number, normaliser)
    for path in folder.iterdir():
        if path.is_dir() and path.name not in named:
            shutil.rmtree(path)
