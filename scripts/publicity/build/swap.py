"""The earlier site stays until the new one is whole; whatever happens between, one of them can be found."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def fresh_site(site_dir: Path) -> Iterator[Path]:
    """A new empty folder beside ``site_dir`` that takes its place when the block ends well, and goes when it does not."""
    building = site_dir.with_name(f".{site_dir.name}.building")
    previous = site_dir.with_name(f".{site_dir.name}.previous")
    _recover(site_dir, previous)
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    try:
        yield building
        if site_dir.exists():
            site_dir.rename(previous)
        building.rename(site_dir)
    finally:
        shutil.rmtree(building, ignore_errors=True)
        _recover(site_dir, previous)


def _recover(site_dir: Path, previous: Path) -> None:
    """After a cut between the two renames the earlier site comes back; after the second it is no longer needed."""
    if not previous.exists():
        return
    if site_dir.exists():
        shutil.rmtree(previous)
    else:
        previous.rename(site_dir)
