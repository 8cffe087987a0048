"""Wherever a build is cut off, the earlier or the new site is there afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from publicity.build.swap import fresh_site, recover_site
from publicity.errors import BuildFailedError


def _site(folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, encoding="utf-8")


def test_the_new_site_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    """After a good block only the new site is there."""
    _site(tmp_path / "site", "old")

    with fresh_site(tmp_path / "site") as folder:
        (folder / "index.html").write_text("new", encoding="utf-8")

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_failure_keeps_the_earlier_site(tmp_path: Path) -> None:
    """Whatever is raised inside, the earlier site stays and nothing half-built is left."""
    _site(tmp_path / "site", "old")

    with pytest.raises(RuntimeError), fresh_site(tmp_path / "site"):
        raise RuntimeError

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_cut_between_the_two_renames_is_mended_by_the_next_build(tmp_path: Path) -> None:
    """The earlier site, found under its resting name, comes back when the next build fails."""
    _site(tmp_path / ".site.previous", "old")

    with pytest.raises(RuntimeError), fresh_site(tmp_path / "site"):
        raise RuntimeError

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    """The second says that another is under way, and the first is not disturbed."""
    with fresh_site(tmp_path / "site") as folder:
        (folder / "index.html").write_text("first", encoding="utf-8")
        with pytest.raises(BuildFailedError, match="另一个生成"), fresh_site(tmp_path / "site"):
            pass

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "first"


def test_a_blocked_build_also_brings_the_earlier_site_back(tmp_path: Path) -> None:
    """Recovery does not wait for a build that passes."""
    _site(tmp_path / ".site.previous", "old")

    recover_site(tmp_path / "site")

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"


def test_what_lies_in_the_way_is_cleared(tmp_path: Path) -> None:
    """A file or link under the working name does not jam every later build."""
    (tmp_path / ".site.building").write_text("in the way", encoding="utf-8")

    with fresh_site(tmp_path / "site") as folder:
        (folder / "index.html").write_text("new", encoding="utf-8")

    assert [path.name for path in tmp_path.iterdir()] == ["site"]
