"""A web server that can fail as real ones do, and a phone that keeps what it reads from it."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page
from readers import POLICY

# Of the site that the page is of.
KEPT = """async () => {
  let has = [];
  for (const key of await caches.keys()) {
    const root = key.replace(/^\\S+ /, "");
    if (!location.href.startsWith(root)) { continue; }
    has = (await (await caches.open(key)).keys()).map(one => one.url.slice(root.length));
  }
  return has;
}"""


class Host:
    """Serves a folder, which may be exchanged, under the strict policy. ``path`` is the site's own, with both slashes.

    ``instead`` stands in for files, by name; ``gone`` has the status of what is not there. ``asked`` are the names that were
    asked for, in that order.
    """

    def __init__(self, folder: Path, path: str) -> None:
        self.folder, self.path, self.port = folder, path, 0
        self.instead: dict[str, bytes] = {}
        self.gone: dict[str, int] = {}
        self.asked: list[str] = []
        self.failing = False
        self._answers = threading.Event()
        self._server: ThreadingHTTPServer | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.path}"

    def start(self) -> None:
        """On a free port, and on the same one after an end."""
        self._answers.set()
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), partial(_Handler, self))
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def hang(self) -> None:
        """Requests are taken and not answered, until ``answer`` or ``end``."""
        self._answers.clear()

    def answer(self) -> None:
        self._answers.set()

    def wait(self) -> None:
        self._answers.wait()

    def end(self) -> None:
        """From here on connections are refused."""
        self._answers.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, host: Host, *args: Any) -> None:
        self.host = host
        super().__init__(*args, directory=str(host.folder))

    def do_GET(self) -> None:
        name = self.path.removeprefix(self.host.path).partition("?")[0]
        self.host.asked.append(name)
        self.host.wait()
        content = self.host.instead.get(name, b"")
        status = 500 if self.host.failing else self.host.gone.get(name)
        if status is not None:
            self.send_error(status)
        elif content:
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(name))
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.host.path))

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def hosting(folder: Path, path: str = "/town/") -> Iterator[Host]:
    """A host that is up, on a free port."""
    host = Host(folder, path)
    host.start()
    try:
        yield host
    finally:
        host.end()


@contextmanager
def phone(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """A profile of its own, 360 wide; whatever a page says went wrong fails the test, but that the network is away."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, **options)
    wrong: list[str] = []
    context.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    try:
        yield context
    finally:
        context.close()
    told = [text for text in wrong if "Failed to load resource" not in text]
    assert told == [], told


def visit(context: BrowserContext, host: Host, name: str = "", *, kept: Iterable[str] = ("offline/",)) -> Page:
    """A page opened, once the phone keeps it and ``kept``."""
    page = context.new_page()
    page.goto(host.address + name)
    wait_for(page, name, *kept)
    return page


def until(page: Page, script: str, is_right: Callable[[Any], bool]) -> Any:
    """What the script gives as soon as that is right, or else after ten seconds."""
    for _ in range(200):
        if is_right(found := page.evaluate(script)):
            break
        page.wait_for_timeout(50)
    return found


def wait_for(page: Page, *names: str) -> None:
    """Until the phone keeps all of them."""
    assert set(names) <= set(until(page, KEPT, set(names).issubset))


def kept_names(page: Page) -> set[str]:
    """What the phone keeps now."""
    return set(page.evaluate(KEPT))


def wait_for_core(page: Page) -> None:
    """Until the phone keeps all that everybody keeps: until then the worker fetches in the background."""
    worker = page.evaluate(
        "fetch(document.querySelector('[data-worker]').dataset.worker).then(answer => answer.text())"
    )
    (core,) = re.findall(r"^const CORE=(.*);$", worker, re.MULTILINE)
    wait_for(page, *json.loads(core))


def wait_gone(page: Page, name: str) -> None:
    """Until the phone does not keep it any more."""
    assert name not in until(page, KEPT, lambda kept: name not in kept)


def forget_hour(page: Page) -> None:
    """The worker asked for the list an hour ago."""
    page.evaluate(
        """async () => {
          const key = (await caches.keys())[0], address = key.replace(/^\\S+ /, "") + "offline.json?state";
          const cache = await caches.open(key), state = await (await cache.match(address)).json();
          await cache.put(address, new Response(JSON.stringify(Object.assign(state, {told: 0}))));
        }"""
    )
