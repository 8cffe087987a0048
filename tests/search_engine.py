"""The engine in a real browser over an index that lies in a folder or in the page's memory."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from publicity.outputs.search_assets import render_engine
from publicity.rules import DATA_DIR
from publicity.rules.search import load_search
from publicity.search.document import Source
from publicity.search.index import write_index
from publicity.search.update import update_index

ASSETS = Path(__file__).parents[1] / "overrides" / "assets" / "search"
RULES = load_search(DATA_DIR / "search.yml", DATA_DIR / "traditional.txt")
Step = tuple[dict[str, Source], set[int]]  # pages that changed or came, numbers of pages that go
# Runs queries one after another over files that the page holds: {query, options} → {words, urls, count, results}.
ASK = """async ([files, queries]) => {
  const index = await TownSearch.open(async path => path in files ? files[path] : null);
  const answers = [];
  for (const one of queries) {
    const cursor = await index.query(one.text, one.options || {});
    const early = cursor.count();
    const results = await cursor.next(one.most || 1e9);
    answers.push({words: cursor.words, early: early, count: cursor.count(), results: results,
                  facets: one.facets ? await cursor.facets() : null});
  }
  return answers;
}"""


def open_engine(page: Page) -> None:
    """Put the engine, as readers get it, into the page; without the panel, which needs a page of the site."""
    page.evaluate(render_engine(ASSETS))


def files_of(folder: Path) -> dict[str, str]:
    """An index as the engine reads it."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def write_and_edit(folder: Path, start: dict[str, Source], steps: Iterable[Step]) -> dict[str, Source]:
    """An index of the pages at the start, brought up to date step by step; the pages that live at the end."""
    write_index(start.values(), RULES, folder)
    pages = dict(start)
    for changed, gone in steps:
        removed = {f"page/{number}/" for number in gone} - set(changed)
        update_index(folder, [*changed.values()], removed, RULES)
        pages = {url: page for url, page in (pages | changed).items() if url not in removed}
    return pages


def ask(page: Page, folder: Path, queries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers to all queries over the index in that folder; the engine must have been opened in the page."""
    answers: list[dict[str, Any]] = json.loads(
        page.evaluate(f"async given => JSON.stringify(await ({ASK})(given))", [files_of(folder), queries])
    )
    return answers
