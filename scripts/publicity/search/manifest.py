"""What the engine reads first: the only file of the index whose name stays while its content changes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from publicity.search import FORMAT
from publicity.search.codec import compact
from publicity.search.segment import Segment


@dataclass(frozen=True)
class Manifest:
    """``traditional``: name of that table; ``common``: frequent pairs, joined; ``segments`` newest first."""

    weights: dict[str, int]
    traditional: str
    common: str
    segments: tuple[Segment, ...]


def read_manifest(folder: Path) -> Manifest:
    """Raises FileNotFoundError where there is no index."""
    read = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    segments = tuple(
        Segment(**(one | {"front": tuple(one["front"]), "removed": tuple(one["removed"])})) for one in read["segments"]
    )
    return Manifest(read["weights"], read["traditional"], read["common"], segments)


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Replaces the earlier one at once, so that a reader finds one or the other."""
    content = compact({"format": FORMAT} | asdict(manifest))
    writing = folder / "manifest.json.new"
    writing.write_text(content + "\n", encoding="utf-8")
    writing.replace(folder / "manifest.json")
