"""Two helpers carry the suite: a small invented town, and what the checks find in it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from publicity.content.corpus import Corpus
from publicity.content.loader import load_corpus
from publicity.finding import Finding
from publicity.project import open_project
from publicity.settings import load_settings

TODAY = date(2026, 11, 22)
BROKEN = Path(__file__).parent / "broken"
# The smallest files that are what their names say.
PNG = (BROKEN / "images" / "a.png").read_bytes()
PDF = (BROKEN / "links" / "report" / "a.pdf").read_bytes()
ORGAN = "云岭县青石镇人民政府"
COLUMN = {"path": "", "name": "首页", "description": "青石镇信息公开", "keywords": "青石镇", "column_type": "首页"}
TOWN = {"town": "青石镇", "county": "云岭县", "organ": ORGAN, "superior": "云岭县人民政府", "columns": [COLUMN]}

Pages = Mapping[str, str | bytes]


def make_town(folder: Path, pages: Pages, **settings: Any) -> Path:
    """Write 青石镇 with these files of docs/; ``settings`` join extra.publicity. Returns its mkdocs.yml."""
    config = folder / "mkdocs.yml"
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    values = {"site_name": "青石镇信息公开", "extra": {"publicity": TOWN | settings}}
    config.write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8")
    for uri, content in pages.items():
        path = folder / "docs" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return config


def broken_town(folder: Path, name: str, **settings: Any) -> Path:
    """The town whose docs/ is the tree ``tests/broken/<name>``."""
    config = make_town(folder, {}, **settings)
    shutil.copytree(BROKEN / name, folder / "docs", dirs_exist_ok=True)
    return config


def corpus_of(config: Path) -> Corpus:
    """The town's content, read."""
    return load_corpus(load_settings(config))


def findings_of(config: Path, today: date = TODAY) -> list[Finding]:
    """Everything the checks say about a town."""
    return list(open_project(config, today).findings)


def short(findings: list[Finding]) -> list[tuple[str, int, str, str]]:
    """Findings as (path below docs/, line, severity, rule)."""
    return [(one.path.removeprefix("docs/"), one.line, one.severity.value, one.rule) for one in findings]


def git(folder: Path, *arguments: str, when: str = "2026-05-01T12:00:00+08:00") -> None:
    """Run git with an identity and a date of its own, whatever the machine is set to."""
    environment = {
        "GIT_AUTHOR_NAME": "测试", "GIT_AUTHOR_EMAIL": "t@example.invalid", "GIT_AUTHOR_DATE": when,
        "GIT_COMMITTER_NAME": "测试", "GIT_COMMITTER_EMAIL": "t@example.invalid", "GIT_COMMITTER_DATE": when,
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "PATH": "/usr/bin:/bin:/usr/local/bin",
    }  # fmt: skip
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=environment)


def page(body: str = "正文。\n", **fields: str) -> str:
    """A plain page; ``fields`` are written as they stand."""
    return _written({"kind": "page", "title": "标题"} | fields, body)


def record(serial: str = "2026-00001", body: str = "正文。\n", **fields: str) -> str:
    """A disclosure item that no check complains of; a field given as "-" is left out."""
    values = {
        "kind": "disclosure_item",
        "title": "一份公开件",
        "serial": serial,
        "index_number": "待核定",
        "issuing_organ": ORGAN,
        "formed_on": "2026-04-01",
        "document_number": "",
        "published_at": "2026-04-02 09:30",
        "category": '"20.15"',
    }
    return _written(values | fields, body)


# An enforcement item that rests on 城乡规划法 and on one more statute.
POWER = """---
kind: enforcement_item
title: {title}
serial: {serial}
power_kind: other
verified: false
legal_bases:
  - {{statute: 城乡规划法, article: 65, says: 停工改正}}
  - {{statute: {statute}, article: 3}}
implementing_organ: 镇人民政府
applies_to: 建设单位
time_limit: 待核定
procedures: {procedures}
---
"""


def power(serial: str, title: str, statute: str, procedures: str = "[]") -> str:
    """A power by its serial, title and second statute."""
    return POWER.format(serial=serial, title=title, statute=statute, procedures=procedures)


def _written(fields: Mapping[str, str], body: str) -> str:
    lines = [f"{name}: {value}".rstrip() for name, value in fields.items() if value != "-"]
    return "\n".join(["---", *lines, "---", "", body])
