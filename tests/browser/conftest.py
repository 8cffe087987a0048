"""The real site, built once a worker and served under a sub-path as the portal would, in Debian's Chromium."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from every_kind import SEEN, every_kind
from offline_host import Host, hosting
from playwright.sync_api import Browser, Page, sync_playwright
from search_engine import open_engine
from whole import run_cli

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SUB_PATH = "dahe"


class _Quiet(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        if "/assets/" in self.path:  # as headers/ tells the portal's server
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a web server's root would be; the site stands in its sub-folder."""
    folder = tmp_path_factory.mktemp("portal")
    done = run_cli("build", "--site-dir", folder / SUB_PATH, "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for an invented town with every kind of record and layout; five rows a page of a listing."""
    folder = tmp_path_factory.mktemp("invented")
    config = every_kind(folder, SEEN, address=f"https://portal.example/{SUB_PATH}/", per_page=5)
    done = run_cli("build", "-f", config, "--site-dir", folder / "portal" / SUB_PATH, "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "portal"


@contextmanager
def served(portal: Path) -> Iterator[str]:
    """Where the site in the folder is served while the block lasts: a free port of this machine, sub-path included."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(portal)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def address(site_folder: Path) -> Iterator[str]:
    """Where the real site is served."""
    with served(site_folder) as where:
        yield where


@pytest.fixture
def host(site_folder: Path) -> Iterator[Host]:
    """The real site on a server that a test can end, or let fail."""
    with hosting(site_folder / SUB_PATH) as host:
        yield host


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Page]:
    """A page that holds the search engine and nothing else."""
    page = browser.new_page()
    open_engine(page)
    yield page
    page.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium a worker; every test opens a profile of its own in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
