"""The self-inspection as text, JSON, a page and a file: the same indicators everywhere, honest about what is unread."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from conftest import TODAY, make_town, page
from whole import ROOT, make_site, run_cli

from publicity.outputs.artefacts import artefacts_of
from publicity.outputs.inspection import URI, render_inspection_json, render_inspection_text
from publicity.project import open_project
from publicity.view.inspection import PAGE, inspection_page


def test_the_real_site_is_told_as_it_is() -> None:
    """Old dates fail the home page, blanks are named, nothing that the portal owns is judged."""
    project = open_project(ROOT / "mkdocs.yml", date(2026, 11, 22))
    found = json.loads(render_inspection_json(project))
    verdicts = {one["id"]: one["verdict"] for one in found["indicators"]}
    items = {one["id"]: one for one in found["items"]}

    assert verdicts["home-updated"] == "fail"
    assert verdicts["availability"] == verdicts["consultation"] == "portal"
    assert verdicts["forged-dates"] == "manual"
    assert {one["name"] for one in found["columns"] if one["state"] == "blank"} == {
        "政府信息公开年报",
        "行政规范性文件",
    }
    assert (items["disclosure-annual"]["state"], items["disclosure-annual"]["due_on"]) == ("missing", "2026-01-31")
    assert items["20.15"]["pages"] == ["report/2022-1843313.md"]
    assert items["enforcement-bases"]["state"] == "pending"
    assert not any(one["verified"] for one in found["indicators"])


def test_text_and_json_count_the_same(tmp_path: Path) -> None:
    """Each indicator is one line of the text, and what is not in order is listed."""
    project = open_project(make_town(tmp_path, {"guide/index.md": page()}), TODAY)
    indicators = json.loads(render_inspection_json(project))["indicators"]
    text = render_inspection_text(project)

    assert sum(line.startswith("[") and ("单项否决" in line or "] 扣分" in line) for line in text.splitlines()) == len(
        indicators
    )
    assert "[缺] 行政执法主体：还没有公开" in text
    assert "政府信息公开指南：" not in text
    assert f"共 {len(indicators)} 项指标" in text


def test_the_command_reports_and_never_fails(tmp_path: Path) -> None:
    """Exit 0 even where everything is wrong; JSON is JSON; a bad day is one sentence."""
    config = make_town(tmp_path, {"disclosure/2026/2026-00001.md": "坏的"})
    text = run_cli("inspect", "-f", config, "--today", "2026-11-22")
    data = run_cli("inspect", "-f", config, "--today", "2026-11-22", "--format", "json")
    bad = run_cli("inspect", "-f", config, "--today", "昨天")

    assert (text.returncode, data.returncode, bad.returncode) == (0, 0, 2)
    assert json.loads(data.stdout)["today"] == "2026-11-22"
    assert "[不合格]" in text.stdout


def test_a_town_may_leave_the_staff_page_out(tmp_path: Path) -> None:
    """With the setting off there is neither page nor file; with it on the page is hidden."""
    on = open_project(make_town(tmp_path / "on", {}), TODAY)
    off = open_project(make_town(tmp_path / "off", {}, staff_pages=False), TODAY)

    assert [(one.uri, one.hidden) for one in inspection_page(on)] == [(PAGE, True)]
    assert URI in artefacts_of(on)
    assert list(inspection_page(off)) == []
    assert URI not in artefacts_of(off)


def test_the_built_page_is_kept_from_search_engines(tmp_path: Path) -> None:
    """noindex on the page, and the sitemap does not name it; the file beside it is the command's JSON."""
    config = make_site(tmp_path, {"index.md": page(layout="home"), "disclosure/index.md": page(layout="categories")})
    done = run_cli("build", "-f", config, "--today", "2026-11-22", "--site-dir", tmp_path / "site")

    assert done.returncode == 0, done.stdout + done.stderr
    html = (tmp_path / "site" / "staff" / "inspect" / "index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex,nofollow">' in html
    assert "staff/" not in (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
    shown = run_cli("inspect", "-f", config, "--today", "2026-11-22", "--format", "json").stdout
    assert (tmp_path / "site" / URI).read_text(encoding="utf-8") == shown
    assert "待核定" in (tmp_path / "site" / "disclosure" / "index.html").read_text(encoding="utf-8")
