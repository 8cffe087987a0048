"""All documents of a site → the whole index, a pure function of their content."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from publicity.rules.search import SearchRules
from publicity.search.document import Source
from publicity.search.manifest import Manifest, write_manifest
from publicity.search.normal import Normaliser
from publicity.search.segment import write_segment
from publicity.search.traditional import write_traditional

ONE_SEGMENT = 2000  # documents up to which the closed years are not kept apart
MOST_WEIGHTED = 500
MOST_COMMON = 50


def write_index(sources: Iterable[Source], rules: SearchRules, folder: Path) -> None:
    """Write ``folder`` anew. Each source is loaded once.

    Beyond ``ONE_SEGMENT`` documents the years before the newest make a segment of their own, which stays the same,
    and in readers' caches, while the newest year grows.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    normaliser = Normaliser(rules.traditional)
    segments, common = [], Counter[str]()
    for part in _parts(in_order(sources)):
        segment, found = write_segment(part, normaliser, folder)
        segments.append(segment)
        common.update(found)
    often = sorted(common, key=lambda pair: (-common[pair], pair))[:MOST_COMMON]
    traditional = write_traditional(rules.traditional, folder)
    write_manifest(Manifest(dict(rules.weights), traditional, "".join(often), tuple(segments)), folder)


def in_order(sources: Iterable[Source]) -> list[Source]:
    """The best standing first; of those with a weight only so many keep it as the manifest has room for.

    Raises ValueError for two documents of one address, which could not be told apart when one is taken down.
    """
    ordered = sorted(sources, key=lambda source: source.standing)
    if repeated := [url for url, count in Counter(source.url for source in ordered).items() if count > 1]:
        raise ValueError(f"more than one document at {repeated[0]}")
    beyond = (replace(source, weight=0) for source in ordered[MOST_WEIGHTED:])  # those with a weight stand first
    return [*ordered[:MOST_WEIGHTED], *sorted(beyond, key=lambda source: source.standing)]


def _parts(ordered: list[Source]) -> list[list[Source]]:
    newest = max((source.day.year for source in ordered if source.day), default=0)

    def is_closed(source: Source) -> bool:
        return not source.weight and source.day is not None and source.day.year < newest

    closed = [source for source in ordered if is_closed(source)]
    if len(ordered) <= ONE_SEGMENT or not closed:
        return [ordered]
    return [[source for source in ordered if not is_closed(source)], closed]
