"""When each file first entered the project's history, asked of git once."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from publicity.clock import SHANGHAI


def read_first_commits(root: Path, docs_dir: Path) -> Mapping[str, date]:
    """By path below docs/. Empty where there is no git, no history, or only a cut-off one."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    output = _git(root, "-c", "core.quotePath=false", "log", "--diff-filter=A", "--name-only", "-M",
                  "--relative", "--format=%x00%ct", "--", str(docs_dir))  # fmt: skip
    days: dict[str, date] = {}
    for block in output.split("\0")[1:]:
        stamp, _, names = block.partition("\n")
        day = datetime.fromtimestamp(int(stamp), UTC).astimezone(SHANGHAI).date()
        for name in filter(None, names.split("\n")):
            try:
                uri = (root / name).relative_to(docs_dir).as_posix()
            except ValueError:
                continue
            days[uri] = min(day, days.get(uri, day))
    return days


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="surrogateescape",
            env={name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            check=False,
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
