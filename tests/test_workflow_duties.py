"""The weekly workflow that keeps one issue of duties, run with a ``make`` and a ``gh`` that only take notes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from whole import ROOT

FILE = ROOT / ".github" / "workflows" / "duties.yml"
WORKFLOW = yaml.safe_load(FILE.read_text(encoding="utf-8"))
LISTING, TELLING = WORKFLOW["jobs"]["list"], WORKFLOW["jobs"]["tell"]
GH = """#!/bin/bash
echo "$*" >> notes
case $* in
  "issue list"*) printf '%s' "$OPEN" ;;
  "label create"*) exit "$REFUSES" ;;
  *--body-file*) cat body.md > written ;;
esac
"""
MAKE = """#!/bin/bash
echo "$*" >> notes
cat list
"""


def run_script(script: str, folder: Path, **extra: str) -> None:
    for name, text in (("gh", GH), ("make", MAKE)):
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o755)
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        env={"PATH": f"{folder}:{os.environ['PATH']}", "LANG": "C.UTF-8", **extra},
        cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def tell(folder: Path, text: str, *, open_issue: str = "", refuses: bool = False) -> tuple[list[str], str]:
    """What was asked of GitHub, and the body that was written."""
    (step,) = TELLING["steps"]
    extra = {"TEXT": text, "LABEL": step["env"]["LABEL"], "OPEN": open_issue, "REFUSES": str(int(refuses))}
    run_script(step["run"], folder, **extra)
    notes = (folder / "notes").read_text(encoding="utf-8").splitlines()
    return notes, (folder / "written").read_text(encoding="utf-8")


def listed(folder: Path, text: str) -> str:
    """The output of the step that makes the list."""
    (folder / "list").write_text(text, encoding="utf-8")
    run_script(LISTING["steps"][-1]["run"], folder, GITHUB_OUTPUT=str(folder / "output"))
    first, *middle, last = (folder / "output").read_text(encoding="utf-8").splitlines()
    assert first == f"text<<{last}"
    assert last not in middle
    return "\n".join(middle)


def test_the_first_week_opens_an_issue(tmp_path: Path) -> None:
    """With the label, which is made beforehand, and the list as its text."""
    notes, body = tell(tmp_path, "缺少（1项）\n  《甲》")

    assert [note.split(" --")[0] for note in notes] == ["label create 每周待办", "issue list", "issue create"]
    assert "--label 每周待办 --body-file body.md" in notes[-1]
    assert body.endswith("~~~~~~~~~~text\n缺少（1项）\n  《甲》\n~~~~~~~~~~\n")


def test_later_weeks_update_it(tmp_path: Path) -> None:
    """The issue that a workflow opened gets a new body, and no second one is opened."""
    notes, body = tell(tmp_path, "没有要办的事。", open_issue="7", refuses=True)

    assert notes[1].startswith("issue list --app github-actions --label 每周待办 --state open")
    assert notes[2:] == ["issue edit 7 --body-file body.md"]
    assert "没有要办的事。" in body


@pytest.mark.parametrize("text", ["$(touch pwned)", "`touch pwned`", '"; touch pwned; "', "%s%n @everyone ~~~ ```"])
def test_a_title_is_never_run(tmp_path: Path, text: str) -> None:
    """What pages are called reaches the body as it is, inside the fence."""
    _, body = tell(tmp_path, text)

    assert not (tmp_path / "pwned").exists()
    assert f"~~~~~~~~~~text\n{text}\n~~~~~~~~~~\n" in body


def test_the_list_is_made_for_thirty_days(tmp_path: Path) -> None:
    """By the same verb that people use, unchanged where it is short enough."""
    assert listed(tmp_path, "甲\n  乙\n\n丙\n") == "甲\n  乙\n\n丙"
    assert (tmp_path / "notes").read_text(encoding="utf-8") == "--silent duties WITHIN=30d FORMAT=text\n"


def test_a_long_list_is_cut_between_lines_and_says_so(tmp_path: Path) -> None:
    """An issue that is too long would be refused whole."""
    text = listed(tmp_path, "".join(f"{number}号事项要办\n" for number in range(9000)))

    assert len(text) < 65_536
    assert text.splitlines()[-1] == "……后面的没有列出，请运行 make duties 看全部。"
    assert text.splitlines()[-2].endswith("号事项要办")


def test_what_may_write_runs_nothing_of_the_project() -> None:
    """The job that holds the permission checks nothing out and has no expression inside its script."""
    steps: list[dict[str, Any]] = TELLING["steps"]

    assert WORKFLOW["permissions"] == {}
    assert LISTING["permissions"] == {"contents": "read"}
    assert TELLING["permissions"] == {"issues": "write"}
    assert [step.get("uses") for step in steps] == [None]
    assert not [step for job in (LISTING, TELLING) for step in job["steps"] if "${{" in step.get("run", "")]


def test_it_runs_on_monday_morning() -> None:
    """00:00 UTC is 08:00 in Shanghai, which keeps one time all year."""
    assert WORKFLOW[True]["schedule"] == [{"cron": "0 0 * * 1"}]
