"""Some documents changed, came or went → the index brought up to date, at a cost that does not grow with the archive."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

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
    dying = [one for segment in manifest.segments for one in _found(folder, segment, gone)]
    kept = [_with_tombstones(segment, dying) for segment in manifest.segments]
    mutable = [segment for segment in kept if segment.hot]
    frozen = [segment for segment in kept if not segment.hot]
    if frozen and len(changed) + sum(len(list(living(one))) for one in mutable) > MOST_HOT:
        mutable.append(frozen.pop(0))
    moved = [source for segment in mutable for source in _sources(folder, segment)]
    written = _written([*changed, *moved], normaliser, folder)
    write_manifest(replace(manifest, weights=dict(rules.weights), segments=(*written, *frozen)), folder)
    for one in dying:
        if one.segment.path in {segment.path for segment in frozen}:
            purge_document(folder, one.segment, one.url, one.number, normaliser)
    _remove_others(folder, {segment.path for segment in (*written, *frozen)})


class _Dying(NamedTuple):
    segment: Segment
    url: str
    number: int


def _found(folder: Path, segment: Segment, urls: Collection[str]) -> Iterator[_Dying]:
    for url in sorted(urls):
        number = find_document(folder, segment, url)
        if number is not None:
            yield _Dying(segment, url, number)


def _with_tombstones(segment: Segment, dying: Sequence[_Dying]) -> Segment:
    numbers = {one.number for one in dying if one.segment is segment}
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


def _written(sources: Sequence[Source], normaliser: Normaliser, folder: Path) -> list[Segment]:
    if not sources:
        return []
    segment, _ = write_segment(in_order(sources), normaliser, folder, hot=len(sources) <= MOST_HOT)
    return [segment]


def _remove_others(folder: Path, named: Collection[str]) -> None:
    """What the manifest no longer names does not stay on disk."""
    for path in folder.iterdir():
        if path.is_dir() and path.name not in named:
            shutil.rmtree(path)
