"""``new`` as a clerk runs it: the next number, a form that says what it lacks, and no file for a wrong value."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import git, make_town, page, record
from whole import run_cli

TODAY = ("--today", "2026-11-22")


@pytest.mark.parametrize(
    "kind",
    ["annual_report", "disclosure_item", "normative_document", "enforcement_item", "procedure_notice",
     "enforcement_result", "publicity_event", "notice_board"],
)  # fmt: skip
def test_a_new_page_only_lacks_what_the_clerk_must_fill(tmp_path: Path, kind: str) -> None:
    """Every finding of a fresh template is an empty value of its front matter, or the hint in its body."""
    config = make_town(tmp_path, {"index.md": page()})

    done = run_cli("new", "-f", config, *TODAY, kind, "--set", "title=试一试")
    found = json.loads(run_cli("check", "-f", config, *TODAY, "--format", "json").stdout)

    assert done.returncode == 0, done.stderr
    assert {one["rule"] for one in found} == {"front-matter", "placeholder"}
    assert all("是空的" in one["message"] or "【待填】" in one["message"] for one in found)


@pytest.mark.parametrize(
    ("kind", "pair", "words"),
    [
        ("annual_report", "year=abc", "报告年度（year）的值“abc”不对：写法不对；应当是一个整数"),
        ("annual_report", "year=20266", "报告年度（year）的值“20266”不对；应当是不大于 2100 的数"),
        ("annual_report", "year=", "报告年度（year）的值“”不对"),
        ("annual_report", "year=２０２６", "报告年度（year）的值“２０２６”不对"),
        ("annual_report", "year=待核定", "报告年度（year）的值“待核定”不对"),
        ("annual_report", "report_kind=foo", "下列之一：rule_of_law（法治政府建设年度报告）"),
        ("disclosure_item", "formed_on=2026-2-3", "成文日期（formed_on）的值“2026-2-3”不对"),
        ("disclosure_item", "category=15", "公开类别（category）的值“15”不对"),
        ("disclosure_item", "attachments=a.pdf", "应当是一个列表"),
    ],
)
def test_new_refuses_what_the_field_does_not_take(tmp_path: Path, kind: str, pair: str, words: str) -> None:
    """Exit 2, the field, the value and what is wanted in Chinese, and no file."""
    config = make_town(tmp_path, {"index.md": page()})

    done = run_cli("new", "-f", config, *TODAY, kind, "--set", pair)

    assert done.returncode == 2
    assert words in done.stderr
    assert [path.name for path in (tmp_path / "docs").rglob("*")] == ["index.md"]


def test_new_takes_a_value_that_nobody_knows_yet(tmp_path: Path) -> None:
    """待核定 stands where the field allows it."""
    config = make_town(tmp_path, {"index.md": page()})

    done = run_cli("new", "-f", config, *TODAY, "disclosure_item", "--set", "formed_on=待核定")

    assert done.returncode == 0, done.stderr
    assert "\nformed_on: 待核定\n" in (tmp_path / "docs/disclosure/2026/2026-00001.md").read_text(encoding="utf-8")


def test_new_takes_the_next_free_serial_of_the_year(tmp_path: Path) -> None:
    """After 2026-00007 comes 2026-00008, whatever folder it stood in; another year starts at 1."""
    config = make_town(tmp_path, {"disclosure/2026/2026-00007.md": record("2026-00007")})

    run_cli("new", "-f", config, *TODAY, "notice_board")
    run_cli("new", "-f", config, "--today", "2027-01-05", "disclosure_item")

    assert (tmp_path / "docs/schedule/2026/2026-00008.md").is_file()
    assert (tmp_path / "docs/disclosure/2027/2027-00001.md").is_file()


def test_a_filled_new_page_passes(tmp_path: Path) -> None:
    """With every field given and the hint replaced, nothing is left to mend."""
    config = make_town(tmp_path, {"index.md": page()})
    fields = ("title=关于宣传周的通知", "category=20.15", "formed_on=2026-11-20", "published_at=2026-11-22 09:00")

    run_cli("new", "-f", config, *TODAY, "disclosure_item", *(word for one in fields for word in ("--set", one)))
    path = tmp_path / "docs/disclosure/2026/2026-00001.md"
    head, _, _ = path.read_text(encoding="utf-8").partition("【待填】")
    path.write_text(head + "正文写好了。\n", encoding="utf-8")
    done = run_cli("check", "-f", config, *TODAY)

    assert (done.returncode, done.stdout) == (0, "")


def test_a_serial_once_used_is_never_given_again(tmp_path: Path) -> None:
    """The address of a deleted page stays its own."""
    config = make_town(tmp_path, {"disclosure/2026/2026-00001.md": record()})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one page")
    (tmp_path / "docs/disclosure/2026/2026-00001.md").unlink()

    run_cli("new", "-f", config, *TODAY, "disclosure_item")

    assert [path.name for path in (tmp_path / "docs/disclosure/2026").iterdir()] == ["2026-00002.md"]
