"""A phone as Chromium plays one: a site over a loopback server that gzips, traffic as the network panel counts it."""

from __future__ import annotations

import gzip
import importlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

ENGINE = Path(__file__).parent / "search_engine.js"
TYPES = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".json": "application/json", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml", ".wasm": "application/wasm",
}  # fmt: skip
# Lighthouse's phone: 1.6 Mbit/s down, 750 kbit/s up, 150 ms a round trip; bytes a second and milliseconds for CDP.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOW_CPU = 4
PAGE_OF_RESULTS = 10
# Notes when the words arrived in the box, and when the first and the tenth result had been painted (ms since 1970).
WATCH = """(wanted) => {
  const now = () => performance.timeOrigin + performance.now();
  const marks = window.marks = {typed: 0, first: 0, full: 0, settled: 0};
  const painted = (name) => requestAnimationFrame(() => setTimeout(() => { marks[name] = marks[name] || now(); }));
  document.addEventListener("input", () => { marks.typed = now(); }, true);
  new MutationObserver(() => {
    const shown = document.querySelectorAll(".search-results li").length;
    const said = (document.querySelector(".search-said") || {}).textContent || "";
    if (shown >= 1) { painted("first"); }
    if (shown >= wanted) { painted("full"); }
    if (/找到/.test(said) || /至多/.test(said)) { painted("settled"); }
  }).observe(document.documentElement, {childList: true, subtree: true, characterData: true, attributes: true});
}"""


@dataclass
class Served:
    """A folder being served; ``address`` ends in a slash; ``answers``: path and bytes of each body sent."""

    folder: Path
    address: str = ""
    answers: list[tuple[str, int]] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    """Files with gzip where it helps, kept for an hour, and a plain 404."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body leave together: apart, the second waits 40 ms for word of the first

    def __init__(self, served: Served, *given: Any) -> None:
        self.served = served  # the request is answered in the constructor of the base
        super().__init__(*given)

    def do_GET(self) -> None:
        path = self.served.folder / unquote(urlsplit(self.path).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        body = path.read_bytes() if found else b""
        self.send_response(200 if found else 404)
        if found and path.suffix in TYPES:
            self.send_header("Content-Type", TYPES[path.suffix])
            if path.suffix != ".wasm" and "gzip" in self.headers.get("Accept-Encoding", ""):
                body = gzip.compress(body, 6, mtime=0)
                self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=3600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.served.answers.append((self.path, len(body)))

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """The folder over HTTP on a free port of this machine."""
    served = Served(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, served))
    served.address = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium with the flags of the tests."""
    tests: Any = importlib.import_module("browser.conftest")  # of the tests, which mypy does not read
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tests.CHROMIUM, args=tests.FLAGS)
        yield browser
        browser.close()


@dataclass
class Traffic:
    """What went over the network since ``start``: (when it ended in ms since 1970, bytes with headers, address)."""

    ended: list[tuple[float, int, str]] = field(default_factory=list)
    _began: dict[str, tuple[float, str]] = field(default_factory=dict)
    _offset: float = 0.0

    def listen(self, session: CDPSession) -> None:
        session.on("Network.requestWillBeSent", self._will_send)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")

    def until(self, moment: float) -> tuple[int, int]:
        """Bytes and requests that had come in by that moment."""
        sizes = [size for when, size, _ in self.ended if when <= moment]
        return sum(sizes), len(sizes)

    def start(self) -> None:
        self.ended.clear()

    def _will_send(self, event: dict[str, Any]) -> None:
        self._offset = event["wallTime"] - event["timestamp"]
        self._began[event["requestId"]] = (event["timestamp"], event["request"]["url"])

    def _finished(self, event: dict[str, Any]) -> None:
        _, url = self._began.get(event["requestId"], (0.0, ""))
        self.ended.append(((event["timestamp"] + self._offset) * 1000, int(event["encodedDataLength"]), url))


@dataclass(frozen=True)
class Asked:
    """One query from an empty cache: bytes and requests to the first result, to ten, for ten more; ms on a slow phone."""

    query: str
    first_bytes: int
    first_requests: int
    page_bytes: int
    page_requests: int
    next_bytes: int
    slow_first_ms: float
    slow_page_ms: float
    warm_first_ms: float
    warm_page_ms: float


def ask(browser: Browser, address: str, query: str, expected: int) -> Asked:
    """Search as a reader does in a new profile; ``expected`` results exist. Only the slow figures hold network time."""
    # What the offline worker fetches or keeps would blur what a search costs.
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    wanted = max(1, min(PAGE_OF_RESULTS, expected))
    page, traffic, session = _opened(context, address)
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_CPU})
    page.evaluate(WATCH, wanted)
    traffic.start()
    tapped = page.evaluate("performance.timeOrigin + performance.now()")
    _type(page, query)
    cold = _painted(page, expected)
    first, whole = traffic.until(cold["first"]), traffic.until(cold["settled"])
    next_bytes = _next_page(page, traffic, wanted) if expected > PAGE_OF_RESULTS else 0
    page.close()
    warm = _warm(context, address, query, expected)
    context.close()
    return Asked(
        query, *first, *whole, next_bytes, cold["first"] - tapped, cold["settled"] - tapped,
        warm["first"] - warm["typed"], warm["settled"] - warm["typed"],
    )  # fmt: skip


def _opened(context: BrowserContext, address: str) -> tuple[Page, Traffic, CDPSession]:
    page, traffic = context.new_page(), Traffic()
    session = context.new_cdp_session(page)
    traffic.listen(session)
    page.goto(address, wait_until="networkidle")
    return page, traffic, session


def _type(page: Page, query: str) -> None:
    page.locator("input[type=search]:visible").first.click()
    page.keyboard.insert_text(query)
    page.keyboard.press("Enter")


def _warm(context: BrowserContext, address: str, query: str, expected: int) -> dict[str, float]:
    """The same again in a new page: search is open, all files are in the cache, only the processor is slow."""
    page, _, session = _opened(context, address)
    page.locator("input[type=search]:visible").first.click()
    page.locator("[role=dialog] input[type=search]").wait_for()
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_CPU})
    page.evaluate(WATCH, max(1, min(PAGE_OF_RESULTS, expected)))
    page.keyboard.insert_text(query)
    page.keyboard.press("Enter")
    marks = _painted(page, expected)
    page.close()
    return marks


def _painted(page: Page, expected: int) -> dict[str, float]:
    """The marks once the answer stands; where nothing is to be found, the sentence that says so is the first result."""
    page.wait_for_function("() => marks.settled > 0", timeout=120_000)  # the policy stops a string that is no function
    marks: dict[str, float] = page.evaluate("marks")
    return marks if expected else marks | {"first": marks["settled"]}


def _next_page(page: Page, traffic: Traffic, shown: int) -> int:
    page.wait_for_load_state("networkidle")
    traffic.start()
    page.locator("button:has-text('继续看后面的')").click()
    page.wait_for_function(
        "n => document.querySelectorAll('.search-results li').length > n", arg=shown, timeout=120_000
    )
    page.wait_for_timeout(2_500)  # the last of ten may still be on its way over the slow network
    return sum(size for _, size, _ in traffic.ended)


def ask_engine(browser: Browser, address: str, queries: Sequence[str], most: int) -> Iterator[dict[str, Any]]:
    """What the engine itself answers to each query, up to ``most`` results (search_engine.js says in which form)."""
    page = browser.new_page()
    page.goto(address)
    app = page.evaluate("document.querySelector('script[src]').src")
    page.add_script_tag(url=app.replace("app.js", "search/search.js"))
    for query in queries:
        yield from page.evaluate(ENGINE.read_text(encoding="utf-8"), [address + "search/", [query], "best", most])
    page.close()
