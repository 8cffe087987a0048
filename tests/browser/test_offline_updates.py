"""A new build on the phone of somebody who keeps the old one: what was taken down is gone, nothing else is lost or mixed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from conftest import PDF, page, record
from every_kind import RESULT
from offline_host import Host, forget_hour, hosting, kept_names, phone, visit, wait_for, wait_gone
from playwright.sync_api import Browser, Page, expect
from readers import open_overlay, search
from whole import ROOT, make_site, run_cli

FIRST, SECOND, STAYS = (f"disclosure/2026/2026-0000{number}/" for number in (1, 2, 4))
DECISION, FILE = "enforcement/results/2026-00003/", "disclosure/2026/attachments/a.pdf"
ABSENT = "您要看的这一页现在打不开"


def _decision(more: str) -> str:
    said = {"party": "青石采石场", "number": "青罚决〔2026〕7号", "facts": "超出范围开采", "outcome": "责令停止开采"}
    return RESULT.format(serial="2026-00003", more=more, **said)


DOCS: dict[str, str | bytes] = {
    "index.md": page("首页。\n", layout="home"),
    "guide/index.md": page("怎样查。\n", title="公开指南"),
    "disclosure/index.md": page("目录。\n", layout="categories"),
    "disclosure/2026/2026-00001.md": record("2026-00001", "水渠先修东段。\n"),
    "disclosure/2026/2026-00002.md": record("2026-00002", "误发的名单。\n"),
    "disclosure/2026/2026-00004.md": record("2026-00004", "桥已修好，见[图](attachments/a.pdf)。\n"),
    FILE: PDF,
    "enforcement/results/2026-00003.md": _decision(""),
}
# Struck out, withdrawn, replaced; each under the address that it had.
CHANGED = {
    "disclosure/2026/2026-00001.md": record("2026-00001", "水渠先修西段。\n"),
    "enforcement/results/2026-00003.md": _decision("withdrawal: {withdrawn_on: 2026-11-01, reason: 复议撤销}\n"),
    FILE: PDF.replace(b"(notice)", b"(second)"),
}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site; and later, with one page taken down, others changed, and another style sheet."""
    folder = tmp_path_factory.mktemp("builds")
    later = DOCS | CHANGED
    del later["disclosure/2026/2026-00002.md"]
    theme = folder / "overrides"
    shutil.copytree(ROOT / "overrides", theme)
    with (theme / "assets" / "styles" / "frame.css").open("a", encoding="utf-8") as style:
        style.write(".top { background: #123456; }\n")
    return _built(folder / "before", DOCS), _built(folder / "after", later, theme)


def _built(folder: Path, docs: dict[str, str | bytes], theme: Path = ROOT / "overrides") -> Path:
    config = make_site(folder, docs)
    settings = yaml.safe_load(config.read_text(encoding="utf-8"))
    settings["theme"]["custom_dir"] = str(theme)
    config.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    done = run_cli("build", "-f", config, "--site-dir", folder / "site", "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture
def host(builds: tuple[Path, Path]) -> Iterator[Host]:
    """The earlier build, below a path with several steps."""
    with hosting(builds[0], "/portal/towns/qingshi/") as host:
        yield host


def read_all(page: Page, host: Host) -> None:
    """The reader has every document, one of them found by search, and a file."""
    page.goto(host.address)
    search(open_overlay(page), "误发的名单")
    for name in (FIRST, SECOND, DECISION, STAYS):
        page.goto(host.address + name)
    page.goto(host.address + FILE)
    page.goto(host.address + STAYS)
    wait_for(page, FIRST, SECOND, DECISION, STAYS, FILE, "search/manifest.json")


def expect_absent(page: Page, host: Host, *names: str) -> None:
    """Instead of each of them stands the page that says so."""
    for name in names:
        page.goto(host.address + name)
        expect(page.get_by_text(ABSENT)).to_be_visible()


def header(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor"))


def test_a_new_build_takes_down_renews_and_never_mixes(browser: Browser, host: Host, builds: tuple[Path, Path]) -> None:
    """Told by the new worker: what was taken down, withdrawn, changed or replaced is gone, also from search; the home page is
    there anew; a page that says what it said stays, in the style of before."""
    with phone(browser) as context:
        page = visit(context, host)
        read_all(page, host)
        before = kept_names(page)
        host.folder = builds[1]

        page.goto(host.address)
        wait_gone(page, SECOND)
        wait_for(page, "", "guide/", "offline/", "offline.json")

        assert not {
            name for name in kept_names(page) & before if name.startswith("search/") and "traditional" not in name
        }
        host.end()
        expect_absent(page, host, SECOND, FIRST, DECISION, FILE)
        page.goto(host.address + STAYS)
        assert "桥已修好" in page.locator("#content").inner_text()
        assert header(page) == "rgb(29, 78, 121)"
        host.start()
        for name in (FIRST, DECISION):
            page.goto(host.address + name)
            wait_for(page, name)
        host.end()
        page.goto(host.address + DECISION)
        assert "超出范围开采" not in page.locator("body").inner_text()
        page.goto(host.address + FIRST)
        assert "水渠先修西段" in page.locator("#content").inner_text()
        assert header(page) == "rgb(18, 52, 86)"


def test_the_list_alone_is_enough_to_take_down(browser: Browser, host: Host, builds: tuple[Path, Path]) -> None:
    """Where the worker's own file comes old from some cache, the hourly look at offline.json tells."""
    with phone(browser) as context:
        page = visit(context, host)
        read_all(page, host)
        host.instead["sw.js"] = (builds[0] / "sw.js").read_bytes()
        host.folder = builds[1]
        forget_hour(page)

        page.goto(f"{host.address}guide/")
        wait_gone(page, SECOND)
        wait_for(page, "", "guide/")

        host.end()
        expect_absent(page, host, SECOND, FIRST, DECISION, FILE)


def test_the_list_is_asked_for_once_an_hour(browser: Browser, host: Host) -> None:
    """However many pages are opened."""
    with phone(browser) as context:
        page = visit(context, host, kept=("", "guide/"))
        asked = host.asked.count("offline.json")

        for name in ("guide/", FIRST, "disclosure/", ""):
            page.goto(host.address + name)
            wait_for(page, name)

        assert host.asked.count("offline.json") == asked == 1


@pytest.mark.parametrize("status", [404, 410])
def test_an_answer_that_it_is_gone_deletes_at_once(
    browser: Browser, host: Host, builds: tuple[Path, Path], status: int
) -> None:
    """The reader sees the server's answer, and without network the page is not there any more."""
    with phone(browser) as context:
        page = visit(context, host)
        read_all(page, host)
        host.gone[SECOND] = status

        page.goto(host.address + SECOND)
        assert str(status) in page.inner_text("body")
        wait_gone(page, SECOND)

        host.end()
        expect_absent(page, host, SECOND)


@pytest.mark.parametrize(
    "content", [b"<!doctype html><title>Portal</title>", b'{"format":1,"pages"', b'{"format":2}', b""]
)
def test_a_broken_list_loses_nothing(browser: Browser, host: Host, content: bytes) -> None:
    """Another page in its place, half of it, one of another shape, none: the last whole one holds."""
    with phone(browser) as context:
        page = visit(context, host, kept=("", "guide/"))
        read_all(page, host)
        before = kept_names(page)
        host.instead |= {"offline.json": content} if content else {}
        host.gone |= {} if content else {"offline.json": 404}
        forget_hour(page)

        page.goto(f"{host.address}disclosure/")
        wait_for(page, "disclosure/")

        assert before <= kept_names(page)
        host.end()
        page.goto(host.address + SECOND)
        assert "误发的名单" in page.locator("#content").inner_text()
