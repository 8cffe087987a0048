"""The workflow that labels a pull request of program and content together, run with a ``gh`` that only takes notes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml
from whole import ROOT

FILE = ROOT / ".github" / "workflows" / "scope.yml"
LABEL = "程序和内容同时改动"
GH = """#!/bin/bash
echo "$*" >> "$NOTES"
case $* in
  *--paginate*) cat "$FILES" ;;
  *) exit "$REFUSES" ;;
esac
"""


def run_step(
    folder: Path, files: list[str], *, labelled: bool = False, refuses: bool = False, unseen: int = 0
) -> dict[str, str]:
    """What the step printed, wrote to the summary, and asked of GitHub after reading the list."""
    (job,) = yaml.safe_load(FILE.read_text(encoding="utf-8"))["jobs"].values()
    (step,) = job["steps"]
    (folder / "gh").write_text(GH, encoding="utf-8")
    (folder / "gh").chmod(0o755)
    (folder / "files").write_text("".join(f"/\n{name}\n" for name in files), encoding="utf-8")
    environment = {
        "PATH": f"{folder}:{os.environ['PATH']}", "LABEL": step["env"]["LABEL"], "REPOSITORY": "o/r", "NUMBER": "7",
        "CHANGED": str(len(files) + unseen), "LABELLED": str(labelled).lower(), "REFUSES": str(int(refuses)),
        "NOTES": str(folder / "notes"), "FILES": str(folder / "files"), "GITHUB_STEP_SUMMARY": str(folder / "summary"),
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        env=environment, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    notes = (folder / "notes").read_text(encoding="utf-8").splitlines()[1:]
    summary = (folder / "summary").read_text(encoding="utf-8")
    return {"said": done.stdout, "asked": "\n".join(notes), "summary": summary}


CONTENT = ["docs/guide/apply.md", "data/deadlines.yml", "README.md", "CONTRIBUTING.md"]


@pytest.mark.parametrize(
    "code",
    [
        "scripts/cli.py",
        "docs/schemas/page.json",
        "docs/assets/site.css",
        "mkdocs.yml",
        ".github/CODEOWNERS",
        "docs.py",
        "data/html_allowed.yml",
        "data/allowed_personal_info.yml",
        "data/wording.yml",
        "README.py",
        "README.d/x.md",
        "LICENSE.md/x.py",
        "CONTRIBUTING",
        "scripts/README.md",
    ],
)
def test_code_and_content_together_are_labelled(tmp_path: Path, code: str) -> None:
    """Whatever is neither content nor a text about the project is code; the reviewer is told in three places."""
    found = run_step(tmp_path, [*CONTENT, code])

    assert f"issues/7/labels -f labels[]={LABEL}" in found["asked"]
    assert found["said"].startswith(f"::warning title={LABEL}::内容 2 个文件，程序 1 个文件。")
    assert "| 2 个文件 | 1 个文件 | 已贴上 |" in found["summary"]


@pytest.mark.parametrize("files", [CONTENT, ["scripts/cli.py", "overrides/main.html", "CHANGELOG.md"], ["LICENSE"], []])
def test_one_of_them_alone_is_not_labelled(tmp_path: Path, files: list[str]) -> None:
    """Nothing is asked of GitHub, and nobody is warned."""
    found = run_step(tmp_path, files)

    assert (found["asked"], found["said"]) == ("", "")
    assert "保持原样" in found["summary"]


def test_the_label_goes_when_it_is_no_longer_so(tmp_path: Path) -> None:
    """A pull request that was split loses it."""
    found = run_step(tmp_path, CONTENT, labelled=True)

    assert found["asked"] == f"api --silent --method DELETE repos/o/r/issues/7/labels/{LABEL}"
    assert "已取下" in found["summary"]


def test_a_label_that_is_there_is_not_set_again(tmp_path: Path) -> None:
    """The warning is still given."""
    found = run_step(tmp_path, [*CONTENT, "Makefile"], labelled=True)

    assert found["asked"] == ""
    assert "::warning" in found["said"]


@pytest.mark.parametrize("labelled", [False, True])
def test_a_fork_may_not_label_and_is_told_all_the_same(tmp_path: Path, labelled: bool) -> None:
    """Its token only reads: the summary says so, and the job does not fail."""
    found = run_step(
        tmp_path, ["docs/a.md"] if labelled else ["docs/a.md", "Makefile"], labelled=labelled, refuses=True
    )

    assert "没有权限" in found["summary"]
    assert ("::warning" in found["said"]) is not labelled


def test_files_that_github_does_not_list_count_as_code(tmp_path: Path) -> None:
    """Behind thousands of content files a program cannot hide."""
    found = run_step(tmp_path, CONTENT, unseen=1)

    assert "::warning" in found["said"]


def test_a_name_is_never_run_or_shown(tmp_path: Path) -> None:
    """File names are the pull request's own words: they are compared, and nothing else."""
    names = ["docs/$(touch pwned).md", "docs/`touch pwned`.md", "docs/::error::x.md", "x; touch pwned", "*"]
    found = run_step(tmp_path, names)

    assert not (tmp_path / "pwned").exists()
    assert "::error" not in found["said"] + found["summary"]
    assert "| 3 个文件 | 2 个文件 | 已贴上 |" in found["summary"]


def test_what_may_write_runs_nothing_of_the_pull_request() -> None:
    """One permission, no checkout, no action, no expression inside the script, never ``pull_request_target``."""
    workflow = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    (job,) = workflow["jobs"].values()
    (step,) = job["steps"]

    assert workflow[True] == {"pull_request": None}  # YAML reads ``on`` as true
    assert workflow["permissions"] == {}
    assert job["permissions"] == {"pull-requests": "write"}
    assert "uses" not in step
    assert "${{" not in step["run"]
