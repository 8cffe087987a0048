"""The earlier site stays until the new one is whole; whatever happens between, one of them can be found."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from publicity.errors import BuildFailedError


@contextmanager
def fresh_site(site_dir: Path) -> Iterator[Path]:
    """A new empty folder beside ``site_dir`` that takes its place when the block ends well, and goes when it does not."""
    with _alone(site_dir.parent):
        yield from _swap(site_dir)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One build at a time in a folder: the lock is on the folder itself, leaves no file, and ends with the process."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise BuildFailedError("另一个生成正在进行。请等它结束后再试。") from None
    try:
        yield
    finally:
        os.close(handle)


def _swap(site_dir: Path) -> Iterator[Path]:
    building = site_dir.with_name(f".{site_dir.name}.building")
    previous = site_dir.with_name(f".{site_dir.name}.previous")
    recover_site(site_dir)
    _remove(building)
    building.mkdir(parents=True)
    try:
        yield building
        if site_dir.exists():
            site_dir.rename(previous)
        building.rename(site_dir)
    finally:
        _remove(building)
        recover_site(site_dir)


def recover_site(site_dir: Path) -> None:
    """After a cut between the two renames the earlier site comes back; after the second it is no longer needed."""
    previous = site_dir.with_name(f".{site_dir.name}.previous")
    if previous.exists() and site_dir.exists():
        _remove(previous)
    elif previous.exists():
        previous.rename(site_dir)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
