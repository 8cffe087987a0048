"""make bench: what search finds and what it costs a phone, at 1,000 and 10,000 documents, beside Pagefind and Material.

    PYTHONPATH=scripts:tests python bench/search.py [--documents 1000,10000,100000] [--rivals 1000]

The archive is synthetic (search_corpus.py); page, panel and engine are those of a site built by the project.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gate import Target, at_most, conclude, table
from playwright.sync_api import Browser
from search_browser import Asked, ask, ask_engine, chromium, serve
from search_corpus import Corpus
from search_index import Cost, rules, run
from search_rivals import Score, material, pagefind, score
from search_words import person, village
from synthetic import ROOT, write_town

# kB and requests from the first tap to the first result, kB of ten more; kB of scripts; ms on a slow processor.
FIRST_KB, FIRST_REQUESTS, NEXT_KB, CODE_KB, WARM_MS = 25, 8, 15, 12, 300
INDEX_S, INDEX_MB, CHANGE_S = 45, 400, 0.3
# Up to so many documents every query is followed to its last result, beyond it to so many results.
ALL_RESULTS, SOME_RESULTS = 1_000, 30


def representative(corpus: Corpus) -> tuple[str, ...]:
    """Twelve queries of every sort, and one that finds nothing."""
    middle = corpus.document(corpus.count // 2)
    late = corpus.count * 9 // 10
    return (
        "低保", "处罚", "执法全过程记录", "村", person(late // 3), village(late // 5), *middle.numbers,
        "资金应当专款专用，任何单位和个人不得截留", "宅基地 处罚", "PM2.5", "處罰", "量子纠缠",
    )  # fmt: skip


def build_site(folder: Path) -> Path:
    """A small town's site, built as towns build theirs."""
    config = write_town(folder / "town", 3)
    command = [sys.executable, str(ROOT / "scripts" / "cli.py"), "build", "-f", str(config), "--today", "2026-11-22"]
    subprocess.run(command, check=True, capture_output=True)
    return config.parent / "site"


def with_index(site: Path, index: Path, target: Path) -> Path:
    """A copy of the site that searches another archive."""
    shutil.copytree(
        site, target, ignore=lambda folder, names: [] if folder != str(site / "search") else _not_html(names)
    )
    for path in index.iterdir():
        path.rename(target / "search" / path.name)
    return target


def _not_html(names: Sequence[str]) -> list[str]:
    return [name for name in names if not name.endswith(".html")]


def code_kb(site: Path, name: str) -> float:
    """kB of one of the scripts of search, gzipped."""
    (script,) = (site / "assets").rglob(f"{name}.js")
    return len(gzip.compress(script.read_bytes(), 6)) / 1000


def truth_of(corpus: Corpus) -> tuple[tuple[str, ...], Any]:
    """The 200 queries, and what reads everything to answer them: both of the tests, which mypy does not read."""
    queries = importlib.import_module("search_queries").fixed(corpus)
    return queries, importlib.import_module("search_truth").Truth.of(corpus.sources(), rules().weights)


def found_by_engine(browser: Browser, address: str, queries: Sequence[str], most: int) -> dict[str, list[str]]:
    """The addresses that the engine gives in a browser, in order."""
    return {answer["query"]: answer["urls"] for answer in ask_engine(browser, address, queries, most)}


def show_queries(asked: Sequence[Asked]) -> None:
    """A row a query, and the middle and the worst of each column."""
    rows = [list(vars(one).values())[1:] for one in asked]
    columns = list(zip(*rows, strict=True))
    head = (
        "query, empty cache",
        "first B",
        "requests",
        "ten B",
        "requests",
        "next ten B",
        "slow first ms",
        "slow ten ms",
        "warm first ms",
        "warm ten ms",
    )
    whole = [(one.query[:14], *(f"{value:,.0f}" for value in row)) for one, row in zip(asked, rows, strict=True)]
    middle = ("median", *(f"{statistics.median(column):,.0f}" for column in columns))
    worst = ("worst", *(f"{max(column):,.0f}" for column in columns))
    table(head, [*whole, middle, worst])


def measure_size(browser: Browser, site: Path, folder: Path, documents: int) -> tuple[list[Target], Score]:
    """Everything at one size; prints as it goes."""
    print(f"\n{documents:,} documents", flush=True)
    index, corpus = folder / "index", Corpus(documents)
    built = run("build", index, documents)
    served_site = with_index(site, index, folder / "site")
    queries, truth = truth_of(corpus)
    most = documents if documents <= ALL_RESULTS else SOME_RESULTS
    with serve(served_site) as served:
        found = found_by_engine(browser, served.address, queries, most)
        true = {query: truth.search(query) for query in queries}
        few = representative(corpus)
        asked = [ask(browser, served.address, query, len(truth.search(query))) for query in few]
    steps = {"one edited document": "change", "each of 30 more": "edits", "one taken down": "remove"}
    costs = {name: run(step, served_site / "search", documents) for name, step in steps.items()}
    changed = costs["each of 30 more"]
    show_queries(asked)
    show_costs({"the whole archive": built} | costs)
    print(f"the dearest of the 30 edits, which joins segments: {changed.worst:.1f} CPU s")
    wanted = {query: _so_many(true[query], found[query], most) for query in queries}
    recall, exactness = score(found, wanted)
    single = [query for query in queries if len(query.split()) == 1]
    wrong = [query for query in queries if set(found[query]) != set(wanted[query])]
    wrong += [query for query in single if found[query][:most] != true[query][:most] and query not in wrong]
    print(
        f"recall {recall:.4f}, exactness {exactness:.4f} over the first {most} pages of {len(queries)} queries; "
        f"other pages, or another order where the query is one word: {'、'.join(wrong) or 'none'}"
    )
    ours = Score(
        "this project", recall, exactness, _middle(asked, "first_bytes") / 1000, int(_middle(asked, "first_requests")),
        _middle(asked, "page_bytes") / 1000, int(_middle(asked, "page_requests")), built.cpu, built.peak_mb,
    )  # fmt: skip
    return list(targets(documents, asked, built, changed, ours)), ours


def _so_many(true: Sequence[str], found: Sequence[str], most: int) -> list[str]:
    """All true ones, or as many as were asked for: first those that were found."""
    held = set(found)
    return sorted(true, key=lambda url: url not in held)[:most]


def show_costs(costs: Mapping[str, Cost]) -> None:
    """A row a step."""
    head = ("indexing", "CPU s", "peak MB", "files written", "MB written")
    rows = (
        (name, f"{one.cpu:.2f}", f"{one.peak_mb:.0f}", f"{one.files:,}", f"{one.mb:.2f}") for name, one in costs.items()
    )
    table(head, list(rows))


def _middle(asked: Sequence[Asked], name: str) -> float:
    return float(statistics.median(getattr(one, name) for one in asked))


def targets(documents: int, asked: Sequence[Asked], built: Cost, changed: Cost, ours: Score) -> Iterator[Target]:
    """The worst query counts."""
    at = f" at {documents:,}"
    yield at_most(f"kB to the first result{at}", max(one.first_bytes for one in asked) / 1000, FIRST_KB)
    yield at_most(f"requests to the first result{at}", max(one.first_requests for one in asked), FIRST_REQUESTS)
    yield at_most(f"kB of the next ten{at}", max(one.next_bytes for one in asked) / 1000, NEXT_KB)
    yield at_most(f"ms to the first result, slow processor{at}", max(one.warm_first_ms for one in asked), WARM_MS)
    yield at_most(f"MB of memory to index{at}", built.peak_mb, INDEX_MB)
    yield at_most(f"CPU s to index{at}", built.cpu, INDEX_S * max(1, documents / 10_000))
    yield at_most(f"CPU s for an edited document, mean of 30{at}", changed.cpu, CHANGE_S)
    yield at_most(f"share of pages missed{at}", 1 - ours.recall, 0)
    yield at_most(f"share of pages wrongly found{at}", 1 - ours.exactness, 0)


def show_rivals(browser: Browser, folder: Path, documents: int, ours: Score) -> None:
    """The other engines on the same documents, side by side."""
    corpus = Corpus(documents)
    queries, truth = truth_of(corpus)
    true: Mapping[str, list[str]] = {query: truth.search(query) for query in queries}
    pages = [source.load() for source in corpus.sources()]
    scores = [
        ours,
        pagefind(folder, pages, true, browser, representative(corpus)),
        material(folder, pages, true, browser),
    ]
    print(f"\n{documents:,} documents, {len(queries)} queries (Material's build grows with the square: no larger)")
    table(
        ("", "recall", "exactness", "kB to first", "requests", "kB to ten", "requests", "build CPU s", "build MB"),
        [
            (
                one.name, f"{one.recall:.4f}", f"{one.exactness:.4f}", f"{one.first_kb:.1f}", one.first_requests,
                f"{one.page_kb:.1f}", one.page_requests, f"{one.build_s:.1f}", f"{one.build_mb:.0f}",
            )
            for one in scores
        ],
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", default="1000,10000", metavar="N,N", help="sizes of the archive")
    parser.add_argument(
        "--rivals", type=int, default=1000, metavar="N", help="the size at which the others are asked, 0 for none"
    )
    given = parser.parse_args()
    kept: list[Target] = []
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        site = build_site(folder)
        sizes = {name: code_kb(site, name) for name in ("app", "search", "filters", "highlight")}
        print(f"kB of scripts, gzipped: {', '.join(f'{name}.js {size:.2f}' for name, size in sizes.items())};")
        print(f"app.js is on every page, filters.js and highlight.js come when used; in all {sum(sizes.values()):.2f}")
        kept.append(at_most("kB of script to search, gzipped", sizes["search"], CODE_KB))
        for documents in map(int, given.documents.split(",")):
            here = folder / str(documents)
            here.mkdir()
            found, ours = measure_size(browser, site, here, documents)
            kept += found
            if documents == given.rivals:
                show_rivals(browser, here, documents, ours)
            shutil.rmtree(here)
    conclude(kept)


if __name__ == "__main__":
    main()
