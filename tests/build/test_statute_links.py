"""From a citation on a page to the statute's page, and from there to whatever rests on it and to the official text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import page, record
from whole import make_site, run_cli

BODY = "依照《城乡规划法》第六十五条办理；`《草原法》第二条`不算。\n\n## 《草原法》怎么说\n\n环境保护法第十二条已经废止。\n"
PAGES = {
    "index.md": page("欢迎。\n", title="首页", layout="home"),
    "disclosure/index.md": page("这里公开。\n", title="法定主动公开内容", layout="categories"),
    "disclosure/2026/2026-00001.md": record(body=BODY, late_reason="依照行政强制法第二条"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("town")
    done = run_cli("build", "-f", make_site(folder, PAGES), "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def law_links(site: Path, uri: str) -> dict[str, str]:
    """Words and target of the links to statutes on a built page."""
    html = (site / uri / "index.html").read_text(encoding="utf-8")
    return {words: target for target, words in re.findall(r'<a class="law" href="([^"]*)">(.*?)</a>', html)}


def test_body_fields_and_templates_all_lead_to_the_statute(site: Path) -> None:
    """What staff wrote in the body and in a field, and what the template adds from a rule; not code, not headings."""
    links = law_links(site, "disclosure/2026/2026-00001")

    assert {
        "《城乡规划法》第六十五条",
        "环境保护法第十二条",
        "行政强制法第二条",
        "《政府信息公开条例》第二十六条",
    } <= set(links)
    assert not any("草原法" in words for words in links)
    assert re.fullmatch(r"\.\./\.\./\.\./statutes/[0-9a-f]{8}/#article-65", links["《城乡规划法》第六十五条"])


def test_the_statute_page_leads_back_and_to_the_official_text(site: Path) -> None:
    """The record under its article, the database as a link and nothing loaded from it."""
    folder = law_links(site, "disclosure/2026/2026-00001")["《城乡规划法》第六十五条"].split("/")[-2]
    html = (site / "statutes" / folder / "index.html").read_text(encoding="utf-8")

    assert '<h2 id="article-65">第六十五条</h2>' in html
    assert '<a href="../../disclosure/2026/2026-00001/">一份公开件</a>' in html
    assert '<a href="https://flk.npc.gov.cn/" rel="noopener">' in html
    assert re.findall(r'(?:src|data|action|poster)="https?:', html) == []
    assert [one for one in re.findall(r"<link [^>]*>", html) if "flk.npc" in one] == []


def test_a_repealed_statute_warns_on_its_page_and_in_the_list(site: Path) -> None:
    """环境保护法 was replaced on 2026-08-15."""
    folder = law_links(site, "disclosure/2026/2026-00001")["环境保护法第十二条"].split("/")[-2]
    html = (site / "statutes" / folder / "index.html").read_text(encoding="utf-8")
    listed = (site / "statutes" / "index.html").read_text(encoding="utf-8")

    assert "state--stop" in html
    assert "已于2026-08-15废止，由" in html
    assert f'<a href="{folder}/">《环境保护法》</a>' in listed
    assert "已废止" in listed


def test_the_page_of_a_statute_does_not_link_to_itself(site: Path) -> None:
    """On its own page its name is only text."""
    folder = law_links(site, "disclosure/2026/2026-00001")["环境保护法第十二条"].split("/")[-2]

    assert all(folder not in target for target in law_links(site, f"statutes/{folder}").values())
