"""The preview that staff keep open while they type."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import page, record
from personal import IDENTITY
from whole import ROOT, clean_env, make_site

PAGES = {
    "index.md": page("欢迎。\n", title="首页", layout="home"),
    "disclosure/index.md": page("这里公开。\n", title="法定主动公开内容", layout="categories"),
    "disclosure/2026/2026-00001.md": record(),
}
RECORD = "docs/disclosure/2026/2026-00001.md"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(url: str, words: str, seconds: int = 90) -> str:
    """The page once it holds the words; the last answer where it never does."""
    html = ""
    for _ in range(seconds * 4):
        try:
            html = urllib.request.urlopen(url, timeout=5).read().decode()
        except (urllib.error.URLError, OSError):
            html = ""
        if words in html:
            return html
        time.sleep(0.25)
    raise AssertionError(f"{words!r} never came; last answer: {html[:500]}")


@contextmanager
def _preview(config: Path) -> Iterator[str]:
    """The address of a running preview; what it said stands in ``log.txt`` afterwards."""
    port = _free_port()
    with (config.parent / "log.txt").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, str(ROOT / "scripts/cli.py"), "serve", "-f", str(config), "--today", "2026-11-22",
             "--address", f"127.0.0.1:{port}"],
            env=clean_env(), stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            yield f"http://127.0.0.1:{port}/qingshi/"
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)


def test_findings_are_shown_while_one_types(tmp_path: Path) -> None:
    """A broken page is told on the page and in the log, raw fields are never shown, and mending it brings it back."""
    config = make_site(tmp_path, PAGES)
    with _preview(config) as address:
        url = f"{address}disclosure/2026/2026-00001/"
        _wait_for(url, "一份公开件")

        (tmp_path / RECORD).write_text(record(formed_on="2026-02-30"), encoding="utf-8")
        broken = _wait_for(url, "检查发现")
        assert "2026-02-30" in broken
        assert "kind: disclosure_item" not in broken

        (tmp_path / RECORD).write_text(record(body="改好了。\n"), encoding="utf-8")
        mended = _wait_for(url, "改好了")
        assert "检查发现" not in mended
        assert "Content-Security-Policy" not in mended  # MkDocs' own script is inline
    said = (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert f"{RECORD}:7" in said
    assert "Traceback" not in said


def test_a_preview_is_kept_by_no_worker(tmp_path: Path) -> None:
    """Staff see what they edit: no page registers a worker, and one of an earlier site at the same address is ended."""
    with _preview(make_site(tmp_path, PAGES)) as address:
        assert "data-worker" not in _wait_for(address, "欢迎。")
        assert "registration.unregister()" in _wait_for(f"{address}sw.js", "registration")
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{address}offline.json", timeout=5)


SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
# What the check refuses, and MkDocs alone would serve.
REFUSED = {
    "evil.html": "<script>alert(1)</script>",
    "evil.svg": SVG,
    "site.js": "alert(1)",
    "a.php": "<?php",
    "people.csv": f"姓名,身份证号\n张三,{IDENTITY}\n",
    "m.markdown": page("MkDocs takes this for a page.\n"),
    "assets/site.css": "/* refused */",
    f"{IDENTITY}.txt": "正文",
}
TITLED = {
    "guide/titled.md": page(title=f"张三{IDENTITY}的低保"),
    "guide/told.md": page(summary=f"身份证号{IDENTITY}"),
    "disclosure/2026/2026-00001.md": record(title=f"关于{IDENTITY}的公示"),
    f"guide/{IDENTITY}.md": page(),
}


def test_what_is_refused_cannot_be_previewed(tmp_path: Path) -> None:
    """Refused files and files behind links answer 404, and a number in front matter or a name is on no page."""
    config = make_site(tmp_path, PAGES | REFUSED | TITLED)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "docs" / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "docs" / "etc").symlink_to("/etc")  # holds files that cannot be read
    hidden = {*REFUSED, "m/", "linked/secret.txt", "etc/passwd"}

    with _preview(config) as address:
        home = _wait_for(address, "欢迎")
        answers = {uri: _status(f"{address}{uri}") for uri in hidden}
        pages = [_wait_for(f"{address}{uri.removesuffix('.md')}/", "检查发现") for uri in TITLED]
        listing = _wait_for(f"{address}disclosure/", "这里公开")

    assert answers == dict.fromkeys(hidden, 404)
    own = f"guide/{IDENTITY}/"  # the address that was asked for
    assert [html for html in (home, listing, *pages) if IDENTITY in html.replace(own, "")] == []
    said = (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert "Traceback" not in said
    assert [line for line in said.split("\n") if IDENTITY in line and '"GET /' not in line] == []


def _status(url: str) -> int:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(url, timeout=5)
    caught.value.close()
    return caught.value.code
