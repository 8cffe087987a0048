"""The archive for the portal."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from publicity.errors import PublicityError
from publicity.release.pack import write_pack


def _site(folder: Path) -> Path:
    (folder / "a").mkdir(parents=True)
    (folder / "index.html").write_text("首页", encoding="utf-8")
    (folder / "a" / "index.html").write_text("页", encoding="utf-8")
    return folder


def test_equal_sites_make_equal_archives(tmp_path: Path) -> None:
    """Times and modes of the files do not reach the archive."""
    first, second = _site(tmp_path / "one"), _site(tmp_path / "two")
    os.utime(second / "index.html", (0, 0))
    (second / "index.html").chmod(0o600)

    count, digest = write_pack(first, tmp_path / "one.zip")

    assert (count, digest) == write_pack(second, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["a/index.html", "index.html"]
        assert archive.testzip() is None


def test_a_link_in_the_site_is_refused(tmp_path: Path) -> None:
    """An archive must not reach outside the site."""
    site = _site(tmp_path / "site")
    (site / "leak").symlink_to("/etc")

    with pytest.raises(PublicityError, match="leak"):
        write_pack(site, tmp_path / "site.zip")


def test_without_a_site_it_says_what_to_run(tmp_path: Path) -> None:
    """The message names the verb that makes one."""
    with pytest.raises(PublicityError, match="make site"):
        write_pack(tmp_path, tmp_path / "site.zip")


@pytest.mark.parametrize("target", ["site/site.zip", ".", "notes", "dist/site.tar"])
def test_an_unfit_target_is_refused(tmp_path: Path, target: str) -> None:
    """Inside the site (the archive would hold itself), a folder, or no zip."""
    site = _site(tmp_path / "site")

    with pytest.raises(PublicityError, match="zip"):
        write_pack(site, tmp_path / target)
