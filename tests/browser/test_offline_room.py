"""How much a phone gives: what was only opened has a limit, what was saved has none, and a long list costs no time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import SUB_PATH
from offline_host import Host, forget_hour, kept_names, phone, visit, wait_for, wait_gone
from playwright.sync_api import Browser

COUNTING = b"""let matches = 0;
const match = Cache.prototype.match;
Cache.prototype.match = function (...all) { matches += 1; return match.apply(this, all); };
addEventListener("message", event => {
  if (event.data.ask === "matches") { event.stopImmediatePropagation(); event.ports[0].postMessage(matches); }
});
"""
ASK = """data => new Promise(done => {
  const channel = new MessageChannel();
  channel.port1.onmessage = event => done(event.data);
  navigator.serviceWorker.controller.postMessage(data, [channel.port2]);
})"""
VISITED = ("report/", "schedule/", "statutes/", "disclosure/", "enforcement/")


@pytest.fixture
def known(site_folder: Path) -> dict[str, Any]:
    """offline.json, to be altered."""
    read: dict[str, Any] = json.loads((site_folder / SUB_PATH / "offline.json").read_bytes())
    return read


def test_attachments_have_a_limit(browser: Browser, host: Host, known: dict[str, Any]) -> None:
    """A large one is not kept; of the others the one opened last is, and the one opened first makes room."""
    files = [name for name in known["attachments"] if name.endswith(".json")][:8]
    sizes = dict.fromkeys(files, 4_900_000) | {files[0]: 5_100_000}
    for name, size in sizes.items():
        known["attachments"][name][0] = size
    host.instead["offline.json"] = json.dumps(known).encode()
    with phone(browser) as context:
        page = visit(context, host, kept=("", "guide/"))

        for name in files:
            page.goto(host.address + name)
            if name != files[0]:
                wait_for(page, name)

        wait_gone(page, files[1])
        assert kept_names(page) & {*files} == {*files[2:]}


def test_visited_pages_have_a_limit_unless_all_are_saved(browser: Browser, host: Host, site_folder: Path) -> None:
    """The page visited longest ago goes; what everybody keeps, and what was saved, stays."""
    worker = (site_folder / SUB_PATH / "sw.js").read_bytes()
    host.instead["sw.js"] = worker.replace(b"VISITED=300", b"VISITED=3")
    assert host.instead["sw.js"] != worker
    with phone(browser) as context:
        page = visit(context, host, kept=("", "guide/"))
        for name in (*VISITED, VISITED[0]):
            page.goto(host.address + name)
            wait_for(page, name)
        forget_hour(page)

        page.goto(f"{host.address}guide/")
        for name in VISITED[1:3]:
            wait_gone(page, name)

        assert {"", "guide/", VISITED[0], *VISITED[3:]} <= kept_names(page)
        page.evaluate(ASK, {"ask": "keep", "names": list(VISITED)})
        forget_hour(page)
        page.evaluate(ASK, {"ask": "state"})
        assert {*VISITED} <= kept_names(page)


def test_a_long_list_costs_no_more_look_ups(
    browser: Browser, host: Host, site_folder: Path, known: dict[str, Any]
) -> None:
    """Only what is kept is looked at, however much the town has published."""
    known["pages"] |= {f"disclosure/old/{number}/": [1, "0123456789ab"] for number in range(5000)}
    host.instead["offline.json"] = json.dumps(known | {"version": "0123456789ab"}).encode()
    host.instead["sw.js"] = COUNTING + (site_folder / SUB_PATH / "sw.js").read_bytes()
    with phone(browser) as context:
        page = visit(context, host, kept=("", "guide/"))
        page.reload()
        before = page.evaluate(ASK, {"ask": "matches"})

        state = page.evaluate(ASK, {"ask": "state"})

        assert len(state["missing"]) > 5000
        assert page.evaluate(ASK, {"ask": "matches"}) - before < 500  # the core is being fetched meanwhile
