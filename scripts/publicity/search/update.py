"""Some documents changed, came or went → the index brought up to date, at a cost that does not grow with the archive."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np

from publicity.rules.search import SearchRules
from publicity.search.document import Source
from publicity.search.index import in_order
from publicity.search.manifest import Manifest, read_manifest, write_manifest
from publicity.search.normal import Normaliser
from publicity.search.purge import (
    find_document,
    purge_address,
    purge_grams,
    purge_labels,
    purge_text,
    read_document,
    rows_in,
)
from publicity.search.segment import Segment, write_segment

MOST_HOT = 24  # documents; a hot segment that would outgrow this is joined with the newest of the others


def update_index(folder: Path, changed: Sequence[Source], removed: Collection[str], rules: SearchRules) -> None:
    """Bring the index in ``folder`` up to date; addresses in ``removed`` that it does not hold are passed over.

    What is changed goes into a small hot segment, before all others, until the index is next written whole; every so
    many changes that segment is joined with the newest of the others, which costs as much as these are large. Where it
    stood before, it loses at once what its new text does not say; a removed document loses everything. Cut off, the
    same call again ends it: the grams go first, while the manifest still tells what the document said.
    Raises FileNotFoundError where there is no index.
    """
    manifest = read_manifest(folder)
    normaliser = Normaliser(rules.traditional)
    changed = [_loaded(source) for source in changed]
    places = _places(folder, manifest, {source.url for source in changed} | set(removed))
    kept = [_with_tombstones(segment, places) for segment in manifest.segments]
    mutable = [segment for segment in kept if segment.hot]
    frozen = [segment for segment in kept if not segment.hot]
    if frozen and len(changed) + sum(len(one.living()) for one in mutable) > MOST_HOT:
        mutable.append(frozen.pop(0))
    moved = [source for segment in mutable for source in _sources(folder, segment)]
    named = {segment.path for segment in frozen}
    staying = [place for place in places if place.segment.path in named]
    _purge_grams(folder, places, staying, changed, normaliser)
    written = _written([*changed, *moved], normaliser, folder)
    write_manifest(replace(manifest, weights=dict(rules.weights), segments=(*written, *frozen)), folder)
    touched = {place.segment.path for place in staying}
    for segment in frozen:
        if segment.path in touched:
            purge_labels(folder, segment)
    for place in staying:
        purge_text(folder, place.segment, place.number)
        if place.url in removed:
            purge_address(folder, place.segment, place.url)
    _remove_others(folder, {segment.path for segment in (*written, *frozen)})


class _Place(NamedTuple):
    """Where a document is, or was: of one that changed, its old grams stay where its new text says the same."""

    segment: Segment
    url: str
    number: int

    @property
    def lives(self) -> bool:
        return self.number not in self.segment.removed


def _places(folder: Path, manifest: Manifest, urls: Collection[str]) -> list[_Place]:
    found = (
        (segment, url, find_document(folder, segment, url)) for segment in manifest.segments for url in sorted(urls)
    )
    return [_Place(segment, url, number) for segment, url, number in found if number is not None]


def _purge_grams(
    folder: Path, places: Sequence[_Place], staying: Sequence[_Place], changed: Sequence[Source], normaliser: Normaliser
) -> None:
    """What the living text says and the new one does not, in all segments that stay."""
    coming = {source.url: source for source in changed}
    for living_place in (place for place in places if place.lives):
        url = living_place.url
        old = rows_in(read_document(folder, living_place.segment, living_place.number), normaliser)
        if url in coming:
            keys = rows_in(coming[url].load(), normaliser).key
            old = old.at(~np.isin(old.key, keys))
        for place in staying:
            if place.url == url:
                purge_grams(folder, place.segment, place.number, old)


def _loaded(source: Source) -> Source:
    """Loads once, however often it is asked."""
    document = source.load()
    return replace(source, load=lambda: document)


def _with_tombstones(segment: Segment, places: Sequence[_Place]) -> Segment:
    numbers = {place.number for place in places if place.segment is segment}
    return replace(segment, removed=tuple(sorted({*segment.removed, *numbers})))


def _sources(folder: Path, segment: Segment) -> Iterator[Source]:
    for number in segment.living():
        first = json.loads((folder / segment.path / "t" / str(number) / "0.txt").read_bytes())
        day = date.fromisoformat(first["d"]) if "d" in first else None
        yield Source(first["u"], first.get("w", 0), day, partial(read_document, folder, segment, number))


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
