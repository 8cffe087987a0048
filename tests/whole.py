"""Whole sites, built as a town builds them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from conftest import TOWN, make_town

ROOT = Path(__file__).resolve().parents[1]
NAV = [{"首页": "index.md"}, {"政府信息公开": "disclosure/index.md"}]
SITE: dict[str, Any] = {
    "site_name": "青石镇信息公开",
    "site_url": "https://example.invalid/qingshi/",
    "theme": {
        "name": "material",
        "custom_dir": str(ROOT / "overrides"),
        "language": "zh-CN",
        "font": False,
    },
    "plugins": [],
    "hooks": [str(ROOT / "scripts" / "hooks.py")],
    "not_in_nav": "*",
    "exclude_docs": "_fragments/",
    "markdown_extensions": [
        "admonition",
        "attr_list",
        "tables",
        {"markdown_include.include": {"base_path": "docs", "throwException": True}},
    ],
    "nav": NAV,
}


def make_site(folder: Path, pages: Mapping[str, str | bytes], **settings: Any) -> Path:
    """An invented town that MkDocs can build; its mkdocs.yml."""
    config = make_town(folder, pages)
    values = SITE | {"extra": {"generator": False, "publicity": TOWN | settings}}
    config.write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8")
    return config


def run_cli(
    *arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The command as people run it; no standard input, its own process."""
    return _run([ROOT / "scripts" / "cli.py", *arguments], cwd, clean_env(env))


def run_module(module: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """``python -m module`` on 2026-11-22."""
    return _run(["-m", module, *arguments], ROOT, clean_env({"SOURCE_DATE_EPOCH": "1795276800"}))


def _run(arguments: list[str | Path], cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def clean_env(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without what another test or CI may have set."""
    kept = {
        name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "GITHUB_STEP_SUMMARY")
    }
    return {**kept, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **(extra or {})}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
