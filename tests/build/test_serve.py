"""The preview that staff keep open while they type."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from conftest import page, record
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


def test_findings_are_shown_while_one_types(tmp_path: Path) -> None:
    """A broken page is told on the page and in the log, raw fields are never shown, and mending it brings it back."""
    config = make_site(tmp_path, PAGES)
    port = _free_port()
    log = (tmp_path / "log.txt").open("w", encoding="utf-8")
    server = subprocess.Popen(
        [sys.executable, str(ROOT / "scripts/cli.py"), "serve", "-f", str(config), "--today", "2026-11-22",
         "--address", f"127.0.0.1:{port}"],
        env=clean_env(), stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}/qingshi/disclosure/2026/2026-00001/"
    try:
        _wait_for(url, "一份公开件")

        (tmp_path / RECORD).write_text(record(formed_on="2026-02-30"), encoding="utf-8")
        broken = _wait_for(url, "检查发现")
        assert "2026-02-30" in broken
        assert "kind: disclosure_item" not in broken

        (tmp_path / RECORD).write_text(record(body="改好了。\n"), encoding="utf-8")
        mended = _wait_for(url, "改好了")
        assert "检查发现" not in mended
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)
        log.close()
    said = (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert f"{RECORD}:7" in said
    assert "Traceback" not in said
