"""The same documents and queries in Pagefind and in Material's own search: what they find, and what it costs.

Both are asked through their own code in the same Chromium; their traffic is counted at the server, workers included.
"""

from __future__ import annotations

import gzip
import html
import json
import re
import statistics
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_time import measure
from playwright.sync_api import Browser, Page
from search_browser import PAGE_OF_RESULTS, Served, serve
from synthetic import STOCK

from publicity.search.document import Document

# Material answers in a worker; what it says there is the whole list, of which the page shows a part.
LISTEN = """
window.answers = [];
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", (event) => window.answers.push(event.data));
  }
};"""
MATERIAL_READY, MATERIAL_RESULT = 1, 3
ASK_MATERIAL = """(query) => {
  window.answers = [];
  const box = document.querySelector(".md-search__input");
  box.focus();
  box.value = query;
  box.dispatchEvent(new Event("keyup", {bubbles: true}));
  box.dispatchEvent(new Event("input", {bubbles: true}));
}"""
ASK_PAGEFIND = """async ([query, shown]) => {
  window.engine = window.engine || await import("/pagefind/pagefind.js");
  const found = await window.engine.search(query);
  await Promise.all(found.results.slice(0, shown).map((one) => one.data()));
  return found.results.map((one) => one.id);
}"""


@dataclass(frozen=True)
class Score:
    """How an engine did: shares found and rightly found, kB and requests of one search, seconds and MB of the build."""

    name: str
    recall: float
    exactness: float
    first_kb: float
    first_requests: int
    page_kb: float
    page_requests: int
    build_s: float
    build_mb: float


def score(found: Mapping[str, Iterable[str]], truth: Mapping[str, Iterable[str]]) -> tuple[float, float]:
    """Recall and exactness over all queries together: right finds by pages that match, and by pages found."""
    right = sum(len(set(found[query]) & set(pages)) for query, pages in truth.items())
    matching = sum(len(set(pages)) for pages in truth.values())
    given = sum(len(set(found[query])) for query in truth)
    return right / matching, right / given if given else 1.0


def pagefind(
    folder: Path,
    documents: Iterable[Document],
    truth: Mapping[str, Sequence[str]],
    browser: Browser,
    cold: Sequence[str],
) -> Score:
    """Pagefind, built and asked. ``cold``: the queries whose traffic is measured from an empty cache."""
    site = folder / "pagefind-site"
    for document in documents:
        page = site / document.url / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_html(document), encoding="utf-8")
    (site / "blank").mkdir()
    (site / "blank" / "index.html").write_text("<!doctype html><title>-</title>", encoding="utf-8")
    built = measure([sys.executable, "-m", "pagefind", "--silent", "--site", str(site)], folder, site)
    urls = dict(map(_fragment, (site / "pagefind" / "fragment").iterdir()))
    with serve(site) as served:
        page_ = _blank(browser, served)
        found = {query: [urls[one] for one in page_.evaluate(ASK_PAGEFIND, [query, 0])] for query in truth}
        page_.context.close()
        first = [_pagefind_traffic(browser, served, query, 1) for query in cold]
        whole = [_pagefind_traffic(browser, served, query, PAGE_OF_RESULTS) for query in cold]
    return _scored("Pagefind 1.5.2", score(found, truth), first, whole, built.cpu, built.peak_mb)


def _blank(browser: Browser, served: Served) -> Page:
    page = browser.new_context().new_page()
    page.goto(served.address + "blank/")
    return page


def _pagefind_traffic(browser: Browser, served: Served, query: str, shown: int) -> tuple[int, int]:
    page = _blank(browser, served)
    served.answers.clear()
    page.evaluate(ASK_PAGEFIND, [query, shown])
    page.context.close()
    return sum(size for _, size in served.answers), len(served.answers)


def _fragment(path: Path) -> tuple[str, str]:
    """Pagefind's name of a page, and its address from the site's root."""
    told = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
    return path.stem, told["url"].lstrip("/")


def _html(document: Document) -> str:
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head>'
        f"<body><main data-pagefind-body><h1>{html.escape(document.title)}</h1>{_paragraphs(document)}</main></body>"
    )


def _paragraphs(document: Document) -> str:
    """All that the page and its attachments say, as HTML that Markdown lets through as well."""
    attached = [block for one in document.attachments for block in one.blocks]
    return "\n\n".join(f"<p>{html.escape(block)}</p>" for block in (*document.blocks, *attached))


def material(
    folder: Path, documents: Iterable[Document], truth: Mapping[str, Sequence[str]], browser: Browser
) -> Score:
    """Material's own search, as it comes with ``language: zh``: its index is the same for every query."""
    docs = folder / "material" / "docs"
    for document in documents:
        path = docs / document.url / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {html.escape(document.title)}\n\n{_paragraphs(document)}\n", encoding="utf-8")
    (docs.parent / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    site = docs.parent / "site"
    built = measure([sys.executable, "-m", "mkdocs", "build", "-q"], docs.parent, site)
    with serve(site) as served:
        page = browser.new_context().new_page()
        page.add_init_script(LISTEN)
        page.goto(served.address)
        page.wait_for_function(f"answers.some((one) => one.type === {MATERIAL_READY})", timeout=300_000)
        loaded = [size for path, size in served.answers if re.search(r"search|lunr|tinyseg|wordcut", path)]
        found = {query: _ask_material(page, query) for query in truth}
        page.context.close()
    traffic = [(sum(loaded), len(loaded))]
    return _scored("Material 9.8.1", score(found, truth), traffic, traffic, built.cpu, built.peak_mb)


def _ask_material(page: Page, query: str) -> list[str]:
    page.evaluate(ASK_MATERIAL, query)
    result = f"answers.find((one) => one.type === {MATERIAL_RESULT})"
    page.wait_for_function(result, timeout=120_000)
    items: list[list[dict[str, Any]]] = page.evaluate(f"({result}).data.items")
    return list(dict.fromkeys(part["location"].partition("#")[0] for group in items for part in group))


def _scored(
    name: str,
    found: tuple[float, float],
    first: Sequence[tuple[int, int]],
    whole: Sequence[tuple[int, int]],
    cpu: float,
    mb: float,
) -> Score:
    def middle(pairs: Sequence[tuple[int, int]], place: int) -> float:
        return statistics.median(pair[place] for pair in pairs)

    return Score(
        name, *found, middle(first, 0) / 1000, int(middle(first, 1)), middle(whole, 0) / 1000, int(middle(whole, 1)), cpu, mb
    )  # fmt: skip
