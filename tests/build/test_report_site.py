"""A site with a yearly disclosure report: the tables on its page, and their files beside it."""

from __future__ import annotations

import re

import pytest
from conftest import page
from disclosure import report
from whole import make_site, run_cli, tree

PAGES = {
    "index.md": page("欢迎。\n", title="首页", layout="home"),
    "disclosure/index.md": page("这里公开。\n", title="法定主动公开内容", layout="categories"),
    "report/2025-00001.md": report(2024, formed_on="2025-01-08", published_at="2025-01-10 09:00"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of the built site; the build itself checks that every link leads somewhere."""
    folder = tmp_path_factory.mktemp("reports")
    done = run_cli("build", "-f", make_site(folder, PAGES), "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(folder / "site")


def test_the_page_links_its_files_with_kind_and_size(site: dict[str, bytes]) -> None:
    """What the link says is what is there."""
    html = site["report/2025-00001/index.html"].decode()

    links = re.findall(r'<a href="(tables\.\w+)" download>[^（]+（(\w+)，(\d+)KB）</a>', html)

    assert [(name, kind) for name, kind, _ in links] == [("tables.xlsx", "xlsx"), ("tables.csv", "csv")]
    for name, _, size in links:
        assert 0 <= int(size) * 1024 - len(site[f"report/2025-00001/{name}"]) < 1024


def test_every_table_has_a_caption_and_named_headings(site: dict[str, bytes]) -> None:
    """Six tables, each in a region one can scroll by keyboard, between the headings of its section and the next."""
    html = site["report/2025-00001/index.html"].decode()
    text = html[html.index('class="text"') :]

    assert re.findall(r'<h2 id="(\w+)"|<table class="data form form--(\w+)"', text)[:10] == [
        ("overview", ""), ("published", ""), *[("", "published")] * 4, ("applications", ""), ("", "applications"),
        ("disputes", ""), ("", "disputes"),
    ]  # fmt: skip
    assert len(re.findall(r'<div class="scroll" tabindex="0" role="region" aria-label="[^"]+"><table', text)) == 6
    assert '<th scope="row" rowspan="22">三、本年度办理结果</th><th scope="row" colspan="2">（一）予以公开</th>' in text
    assert '<th scope="col" colspan="5">法人或其他组织</th>' in text
    assert re.findall(r"<th\b(?! scope=)", text) == []


def test_the_source_of_the_tables_stays_out_of_the_page(site: dict[str, bytes]) -> None:
    """Neither field names nor the clerk's hints reach a reader, on the page or in its files."""
    for name, content in site.items():
        if name.startswith("report/") and name.endswith((".html", ".csv")):
            assert [word for word in ("natural_person", "carried_in", "待填") if word in content.decode()] == [], name
