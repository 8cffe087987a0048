"""In a real browser search finds what reading everything finds: no page more, no page less, in the right order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from search_browser import serve
from search_corpus import Corpus
from search_engine import RULES, files_of, open_engine
from search_queries import fixed, random_substrings
from search_truth import Truth, normalise, words_of

from publicity.search.index import write_index

ROOT = Path(__file__).parents[2]
DOCUMENTS, AT_ONCE = 1_000, 25


@dataclass(frozen=True)
class Archive:
    """A page that has the engine, and the truth about the same thousand documents."""

    page: Page
    folder: Path
    base: str
    truth: Truth

    def ask(self, queries: Sequence[str], sort: str = "best") -> Iterator[dict[str, Any]]:
        """What the engine answers to each query, to the last result."""
        harness = (ROOT / "bench" / "search_engine.js").read_text(encoding="utf-8")
        for start in range(0, len(queries), AT_ONCE):
            some = list(queries[start : start + AT_ONCE])
            yield from self.page.evaluate(harness, [self.base, some, sort, DOCUMENTS + 1])

    def differences(self, queries: Sequence[str], sort: str = "best") -> list[tuple[str, str, object, object]]:
        """(query, what differs, found, true) for everything that is not as it must be."""
        return [
            (answer["query"], *difference)
            for answer in self.ask(queries, sort)
            for difference in _differences(answer, self.truth.search(answer["query"], sort))
        ]


def _differences(answer: dict[str, Any], true: list[str]) -> Iterator[tuple[str, object, object]]:
    found = answer["urls"]
    if answer["words"] != words_of(answer["query"]):
        yield "words", answer["words"], words_of(answer["query"])
    if set(found) != set(true):
        yield "pages", sorted(set(found) - set(true)), sorted(set(true) - set(found))
    elif found != true and (len(answer["words"]) == 1 or answer["sort"] == "date"):
        yield "order", *next((one, other) for one, other in zip(found, true, strict=True) if one != other)
    if answer["told"] != found:
        yield "told one by one", answer["told"], found
    if answer["late"] != {"number": len(true), "exact": True}:
        yield "count", answer["late"], len(true)
    early = answer["early"]
    if early["number"] < len(true) or (early["exact"] and early["number"] > len(true)):
        yield "count after ten", early, len(true)


@pytest.fixture(scope="module")
def documents() -> Corpus:
    return Corpus(DOCUMENTS)


@pytest.fixture(scope="module")
def archive(documents: Corpus, tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Archive]:
    """Served as a site would be."""
    folder = tmp_path_factory.mktemp("archive")
    write_index(documents.sources(), RULES, folder / "search")
    (folder / "index.html").write_text("<!doctype html><title>-</title>", encoding="utf-8")
    with serve(folder) as served:
        page = browser.new_page()
        page.goto(served.address)
        open_engine(page)
        yield Archive(page, folder / "search", served.address + "search/", Truth.of(documents.sources(), RULES.weights))
        page.close()


@pytest.fixture(scope="module")
def in_memory(archive: Archive) -> Archive:
    """The same files, given to the page at once: one by one, thousands of requests would take minutes."""
    archive.page.evaluate("files => { window.files = files; window.engine = null; }", files_of(archive.folder))
    return archive


def test_over_the_network_search_finds_what_reading_everything_finds(archive: Archive, documents: Corpus) -> None:
    """A tenth of the fixed queries, file by file."""
    assert archive.differences(fixed(documents)[::10]) == []


def test_the_fixed_queries_find_what_reading_everything_finds(in_memory: Archive, documents: Corpus) -> None:
    """Terms, single characters, names, villages, numbers, mixed Latin, sentences, traditional forms, and nothing."""
    assert in_memory.differences(fixed(documents)) == []


def test_pieces_of_the_pages_find_every_page_that_holds_them(in_memory: Archive, documents: Corpus) -> None:
    """1,000 random pieces of titles, numbers, paragraphs, cells and attachments."""
    pieces = list(random_substrings((source.load() for source in documents.sources()), seed=5, count=1_000))

    assert in_memory.differences(pieces) == []


def test_sorted_by_date_the_newest_comes_first(in_memory: Archive, documents: Corpus) -> None:
    """The same pages as in the other order."""
    assert in_memory.differences(fixed(documents), sort="date") == []


def test_what_is_marked_is_what_was_asked_for(in_memory: Archive, documents: Corpus) -> None:
    """Every mark is one of the words, or words that touch; every result shows at least one."""
    for answer in in_memory.ask(fixed(documents)):
        for marks in answer["marks"]:
            assert marks, answer["query"]
            assert all(any(word in normalise(mark) for word in answer["words"]) for mark in marks), answer["query"]
