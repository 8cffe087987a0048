"""make bench: what a page costs a reader on a phone, beside stock Material with the same pages.

    PYTHONPATH=scripts:tests python bench/reading.py [--runs 3]

nginx serves both, gzipped, ours with the file that the site brings along. Weight and requests are those of Chromium's
network panel with an empty cache; axe looks at 360 px; Lighthouse is of bench/npm, its phone at 1.6 Mbit/s, 150 ms, 4×.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gate import Target, at_least, at_most, conclude, table
from playwright.sync_api import Browser
from search_browser import Traffic, chromium
from synthetic import ROOT, STOCK

# The same addresses in both. What stock Material shows of a record is its body, without what we make of its fields.
PAGES = {
    "home": "",
    "report": "report/2022-1843313/",
    "procedure": "enforcement/procedures/2026-00021/",
    "listing": "enforcement/powers/",
    "guide": "guide/apply/",
}
SUB_PATH = "town"
# kB and requests of a first view, ms, points of 100.
FIRST_KB, FIRST_REQUESTS, LCP_MS, POINTS = 45, 4, 1500, 98
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LIGHTHOUSE = Path(__file__).parent / "npm" / "node_modules" / "lighthouse" / "cli" / "index.js"
GZIP = "gzip on; gzip_vary on; gzip_types text/css text/javascript application/json image/svg+xml; types { %s }"
TYPES = "text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; image/png png;"


@dataclass(frozen=True)
class View:
    """A first view of one page; ``points`` in the order of CATEGORIES; ``short``: audits that cost points."""

    kb: float
    requests: int
    outside: int
    axe: int
    lcp_ms: float
    cls: float
    points: tuple[float, ...]
    short: tuple[str, ...]


def tests(name: str) -> Any:
    """A module of the tests, which mypy does not read."""
    return importlib.import_module(name)


def build_ours(folder: Path, port: int) -> Path:
    """The real site, as if this machine's address were its place; the folder it stands in."""
    town = folder / "ours"
    for name in ("docs", "overrides", "scripts", "data"):
        shutil.copytree(ROOT / name, town / name, ignore=shutil.ignore_patterns("__pycache__"))
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    placed = [f"site_url: http://127.0.0.1:{port}/{SUB_PATH}/" if one.startswith("site_url:") else one for one in lines]
    (town / "mkdocs.yml").write_text("\n".join(placed), encoding="utf-8")
    target = folder / "portal" / SUB_PATH
    command = ("build", "-f", town / "mkdocs.yml", "--site-dir", target, "--today", "2026-11-22")
    done = tests("whole").run_cli(*command)
    assert done.returncode == 0, done.stdout + done.stderr
    return target.parent


def build_stock(folder: Path) -> Path:
    """The same files of docs/ through stock Material, with the settings that bench/build_time.py measures it with."""
    town = folder / "stock"
    shutil.copytree(ROOT / "docs", town / "docs")
    (town / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    target = folder / "stock-portal" / SUB_PATH
    command = ["build", "-q", "-f", str(town / "mkdocs.yml"), "-d", str(target)]
    env = {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", *command], cwd=town / "docs", env=env, check=True)
    return target.parent


def served(folder: Path, port: int, portal: Path) -> AbstractContextManager[Any]:
    """nginx over it: with the site's own file where it has one, with plain gzip else."""
    own = portal / SUB_PATH / "headers" / "nginx.conf"
    server = own.read_text(encoding="utf-8") if own.is_file() else GZIP % TYPES
    context: AbstractContextManager[Any] = tests("web_servers").nginx(folder, portal, server, port=port)
    return context


def visit(browser: Browser, address: str, uri: str) -> tuple[float, int, int, int]:
    """kB, requests, requests to other hosts, and what axe finds, in a profile of its own."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, traffic, outside = context.new_page(), Traffic(), []
    traffic.listen(context.new_cdp_session(page))
    page.on("request", lambda one: None if one.url.startswith((address, "data:")) else outside.append(one.url))
    page.goto(address + uri, wait_until="networkidle")
    sizes = [size for _, size, url in traffic.ended if not url.startswith("data:")]
    found = tests("readers").faults(page)
    context.close()
    return sum(sizes) / 1000, len(sizes), len(outside), len(found)


def lighthouse(url: str) -> dict[str, Any]:
    """One run in a browser of its own, with Lighthouse's phone."""
    flags = " ".join([*(one for one in tests("browser.conftest").FLAGS if one != "--headless"), "--headless=new"])
    command = ["node", str(LIGHTHOUSE), url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    env = {**os.environ, "CHROME_PATH": tests("browser.conftest").CHROMIUM}
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True, timeout=300)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def view(browser: Browser, address: str, uri: str, runs: int) -> View:
    """The middle of several runs of Lighthouse."""
    reports = [lighthouse(address + uri) for _ in range(runs)]
    points = [statistics.median(one["categories"][name]["score"] * 100 for one in reports) for name in CATEGORIES]
    lcp, cls = (
        statistics.median(one["audits"][name]["numericValue"] for one in reports)
        for name in ("largest-contentful-paint", "cumulative-layout-shift")
    )
    return View(*visit(browser, address, uri), lcp, cls, tuple(points), tuple(sorted(set(_short(reports[0])))))


def _short(report: dict[str, Any]) -> Iterator[str]:
    for category in report["categories"].values():
        for part in category["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{part['id']} {audit['score']:.2f}"


def show(views: dict[tuple[str, str], View]) -> None:
    """A row a page and site, and what costs points."""
    head = ("first view", "kB", "requests", "outside", "axe", "LCP ms", "CLS", *CATEGORIES)
    table(
        head,
        [
            (
                f"{site}, {page}", f"{one.kb:.1f}", one.requests, one.outside, one.axe, f"{one.lcp_ms:,.0f}",
                f"{one.cls:.3f}", *(f"{points:.0f}" for points in one.points),
            )
            for (site, page), one in views.items()
        ],
    )  # fmt: skip
    for (site, page), one in views.items():
        print(f"below 1 in {site}, {page}: {', '.join(one.short) or 'nothing'}")
    print(flush=True)


def targets(page: str, one: View) -> Iterator[Target]:
    """Of our pages."""
    yield at_most(f"kB, {page}", one.kb, FIRST_KB)
    yield at_most(f"requests, {page}", one.requests, FIRST_REQUESTS)
    yield at_most(f"requests to other hosts, {page}", one.outside, 0)
    yield at_most(f"axe, {page}", one.axe, 0)
    yield at_most(f"LCP in ms, {page}", one.lcp_ms, LCP_MS)
    yield at_most(f"CLS, {page}", one.cls, 0)
    yield at_least(f"least of Lighthouse, {page}", min(one.points), POINTS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--runs", type=int, default=3, metavar="N", help="runs of Lighthouse, of which the middle counts"
    )
    runs: int = parser.parse_args().runs
    views: dict[tuple[str, str], View] = {}
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        port = tests("web_servers").free_port()
        portals = {"this site": build_ours(folder, port), "stock": build_stock(folder)}
        for site, portal in portals.items():
            with served(folder / f"run {site}".replace(" ", "-"), port, portal):
                for page, uri in PAGES.items():
                    views[site, page] = view(browser, f"http://127.0.0.1:{port}/{SUB_PATH}/", uri, runs)
    show(views)
    conclude([one for (site, page), found in views.items() if site == "this site" for one in targets(page, found)])


if __name__ == "__main__":
    main()
