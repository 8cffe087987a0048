"""Search goes on from what a service worker has kept; the site has none yet, so the test brings its own."""

from __future__ import annotations

import shutil
from pathlib import Path

from browser.conftest import SUB_PATH, served
from playwright.sync_api import Browser, expect
from readers import open_overlay, said, search

# The network first, and what it gave before where there is none.
WORKER = """
addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("fetch", event => event.respondWith(caches.open("kept").then(kept =>
  fetch(event.request).then(answer => kept.put(event.request, answer.clone()).then(() => answer))
    .catch(() => kept.match(event.request).then(found => found || Response.error())))));
"""


def test_what_was_searched_is_found_again_without_network(browser: Browser, site_folder: Path, tmp_path: Path) -> None:
    """With the server ended: the page, the panel, the index and the texts come from the worker; the rest says so."""
    shutil.copytree(site_folder, tmp_path / "portal")
    (tmp_path / "portal" / SUB_PATH / "worker.js").write_text(WORKER, encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    with served(tmp_path / "portal") as address:
        page.goto(f"{address}guide/")
        page.evaluate("navigator.serviceWorker.register('../worker.js').then(() => navigator.serviceWorker.ready)")
        page.reload()  # from here on everything passes the worker
        online = search(open_overlay(page), "依申请公开")
        titles = page.locator(".search-title").all_inner_texts()

    page.reload()  # the overlay stands in the history, and opens again with what was asked
    overlay = page.get_by_role("dialog", name="搜索")
    assert said(overlay) == online
    assert overlay.locator(".search-title").all_inner_texts() == titles
    overlay.locator("input[type=search]").fill("从来没有搜过的词")
    expect(overlay.get_by_text("没有查成，可能是网络不通")).to_be_visible()
    expect(overlay.get_by_role("button", name="再试一次")).to_be_visible()
    search(overlay, "依申请公开")
    assert said(overlay) == online
    context.close()
