"""The Nu HTML checker (vnu-jar, by npm) over every page: of the real site, and of an invented one with every kind of record."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import SUB_PATH
from conftest import PDF, page, power, record
from disclosure import report
from normative import FOLDER, documents
from playwright.sync_api import Browser
from whole import ROOT, make_site, run_cli

VNU = ROOT / "tests" / "npm" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# Where the checker takes the policy wrongly: it reads files from the disk, where it does not take 'self' to mean the site,
# and it takes data for a script that runs (HTML Standard, "data block"). test_policy.py asks a browser.
UNFIT = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) "
    r"|Inline script violates Content Security Policy .*<script type=\"application/ld\+json\">",
    re.DOTALL,
)

BODY = """## 一、事项

| 项目 | 数量 |
| --- | ---: |
| 甲村 | 3 |

!!! note "说明"
    以公告为准。

1. 甲
    - 乙

> 引用一句。

见[清单](../index.md)，《城乡规划法》第六十五条。
"""
RESULT = """---
kind: enforcement_result
title: 对某砂场的处罚{serial}
serial: {serial}
result_kind: penalty
decision_number: 青决〔2026〕{serial}
decided_on: 2026-03-02
published_at: 2026-03-03 09:00
party_kind: legal_person
party_name: 某砂场
item: 2026-00011
facts: 未经批准堆放砂石
legal_bases: [{{statute: 城乡规划法, article: 65}}]
outcome: 责令改正
deciding_organ: 镇人民政府
{more}---
"""
PROCEDURE = """---
kind: procedure_notice
title: 处罚程序
serial: 2026-00012
verified: false
items: [2026-00011]
applies_to: 建设单位
legal_bases: [{statute: 城乡规划法, article: 65}]
steps:
  - {id: a, name: 立案, actor: 镇, action: 办, time_limit: 待核定}
  - {id: b, name: 调查, actor: 镇, action: 办, time_limit: 待核定, next: [{to: c, when: 属实}]}
  - {id: c, name: 决定, actor: 镇, action: 办, time_limit: 待核定, next: []}
---
"""
EVENT = """---
kind: publicity_event
title: 赶集普法
serial: 2026-00015
event_kind: activity
starts_on: 2026-12-04
place: 青石场坝
---
"""
BOARD = """---
kind: notice_board
title: 场坝宣传栏
serial: 2026-00016
number: 1
board_kind: fixed
location: 场坝
keeper: 综合行政执法办公室
update_cycle: quarterly
updates: [{period: 2026Q3, posted_on: 2026-07-01, content: 民法典}]
---
"""
OPENED = {
    "index.md": "home", "report/index.md": "section", "report/annual.md": "section", "disclosure/index.md": "categories",
    f"{FOLDER}index.md": "section", "enforcement/index.md": "section", "enforcement/basis/index.md": "basis",
    "enforcement/powers/index.md": "section", "enforcement/procedures/index.md": "section",
    "enforcement/results/index.md": "section", "schedule/index.md": "calendar", "schedule/plan.md": "plan",
    "schedule/boards.md": "boards", "guide/catalogue.md": "catalogue", "guide/apply.md": "contact",
    "guide/supervision.md": "plain",
}  # fmt: skip


def pages() -> dict[str, str | bytes]:
    """A page of every layout, a record of every kind, and what shows only now and then: attachments, states, tables."""
    attached = "[{title: 附表 1, file: attachments/a.pdf}]"
    made: dict[str, str | bytes] = {
        uri: page(title=f"栏目{number}", layout=layout) for number, (uri, layout) in enumerate(OPENED.items())
    }
    made |= documents(
        {"01": {"replaced_by": "2024-00002"}, "02": {"repeals": "[2024-00001]"}, "03": {"expires_on": "2025-12-31"}}
    )
    made |= {f"disclosure/2026/2026-000{name}.md": record(f"2026-000{name}") for name in range(30, 40)}
    return made | {
        "disclosure/2026/2026-00001.md": record(body=BODY, attachments=attached, summary='"甲 & 乙"'),
        "disclosure/2026/attachments/a.pdf": PDF,
        "report/2025-00001.md": report(2024),
        "enforcement/powers/2026-00011.md": power("2026-00011", "停工", "土地管理法", "[2026-00012]"),
        "enforcement/procedures/2026-00012.md": PROCEDURE,
        "enforcement/results/2026-00013.md": RESULT.format(serial="2026-00013", more=""),
        "enforcement/results/2026-00014.md": RESULT.format(
            serial="2026-00014", more="withdrawal: {withdrawn_on: 2026-04-01, reason: 复议撤销}\n"
        ),
        "schedule/2026/2026-00015.md": EVENT,
        "schedule/2026/2026-00016.md": BOARD,
    }


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built on 2026-11-22, five rows a page so that listings have several."""
    folder = tmp_path_factory.mktemp("invented")
    done = run_cli("build", "-f", make_site(folder, pages(), per_page=5), "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def said(*arguments: str | Path) -> list[str]:
    """What the checker says of all files, in one process: sort of message, file, line, words."""
    done = subprocess.run(
        ["java", "-jar", VNU, "--format", "json", *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [
        f"{one.get('subType', one['type'])} {one['url']}:{one.get('lastLine')} {one['message']} {one.get('extract')}"
        for one in messages
        if not UNFIT.match(f"{one['message']} {one.get('extract')}")
    ]


def test_every_page_of_both_sites_is_valid(site_folder: Path, invented: Path) -> None:
    """No error and no warning, in pages and in the style sheet."""
    real = site_folder / SUB_PATH

    assert len(list(invented.rglob("*.html"))) > 40
    assert said("--skip-non-html", real, invented) == []
    assert said("--css", *real.glob("assets/*/*.css")) == []


def test_a_column_set_to_the_right_is_on_the_right(browser: Browser, invented: Path) -> None:
    """What Markdown writes as a style attribute, the policy would refuse."""
    tab, wrong = browser.new_page(), list[str]()
    tab.on("console", lambda message: wrong.append(message.text))

    tab.goto((invented / "disclosure/2026/2026-00001/index.html").as_uri())

    cell = tab.locator("td", has_text="3").and_(tab.locator(".align-right"))
    assert cell.evaluate("one => getComputedStyle(one).textAlign") == "right"
    assert wrong == []
    tab.close()


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    """A broken page and a broken style sheet are errors: the silence above means something."""
    (tmp_path / "a.html").write_text(
        "<!doctype html><html lang=zh-CN><title>a</title><p><p id=a><p id=a><table><b>", "utf-8"
    )
    (tmp_path / "a.css").write_text("a { colour: red }", "utf-8")

    assert {one.split()[0] for one in said("--skip-non-html", tmp_path)} >= {"error"}
    assert [one.split()[0] for one in said("--css", tmp_path / "a.css")] == ["error"]
