"""The Nu HTML checker (vnu-jar, by npm) over every page: of the real site, and of an invented one with every kind of record."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

from browser.conftest import SUB_PATH
from playwright.sync_api import Browser
from whole import ROOT

VNU = ROOT / "tests" / "npm" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# Where the checker takes the policy wrongly: it reads files from the disk, where it does not take 'self' to mean the site,
# and it takes data for a script that runs (HTML Standard, "data block"). test_policy.py asks a browser.
UNFIT = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) "
    r"|Inline script violates Content Security Policy .*<script type=\"application/ld\+json\">",
    re.DOTALL,
)


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

    tab.goto((invented / SUB_PATH / "disclosure/2026/2026-00030/index.html").as_uri())

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
