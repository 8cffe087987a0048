"""The commands as people run them: exit codes, forms of output, and words."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import openpyxl
import pytest
from conftest import PDF, make_town, page, record
from whole import run_cli

from publicity.commands.common import guarded

TODAY = ("--today", "2026-11-22")
BROKEN = {"index.md": page(title="首页"), "disclosure/2026/2026-00001.md": record(published_at="2026-03-01 09:00")}


def test_check_says_file_line_problem_cure(tmp_path: Path) -> None:
    """One line a finding, exit 1 when one blocks, and a closing line with pages, findings, seconds."""
    config = make_town(tmp_path, BROKEN)

    done = run_cli("check", "-f", config, *TODAY)

    assert done.returncode == 1
    assert done.stdout == (
        "docs/disclosure/2026/2026-00001.md:9  [必须改] 发布日期 2026-03-01 早于成文日期 2026-04-01；"
        "请核对两个日期：先成文，后发布\n"
    )
    assert done.stderr.startswith("共 2 页：必须改 1 处，建议 0 处")
    assert "秒" in done.stderr


def test_check_passes_a_clean_town(tmp_path: Path) -> None:
    """Nothing on standard output, exit 0."""
    config = make_town(tmp_path, {"index.md": page(), "disclosure/2026/2026-00001.md": record()})

    done = run_cli("check", "-f", config, *TODAY)

    assert (done.returncode, done.stdout) == (0, "")


def test_json_is_a_list_of_objects_with_eight_keys(tmp_path: Path) -> None:
    """Programs read path, line, column, severity, rule, message, cure, basis."""
    config = make_town(tmp_path, BROKEN)

    found = json.loads(run_cli("check", "-f", config, *TODAY, "--format", "json").stdout)

    assert [sorted(one) for one in found] == [
        ["basis", "column", "cure", "line", "message", "path", "rule", "severity"]
    ]
    assert (found[0]["path"], found[0]["line"], found[0]["severity"], found[0]["rule"]) == (
        "docs/disclosure/2026/2026-00001.md", 9, "block", "date",
    )  # fmt: skip


def test_github_gives_annotations_and_a_summary(tmp_path: Path) -> None:
    """Workflow commands on standard output, a table a clerk can read in the summary file."""
    config = make_town(tmp_path, BROKEN)
    summary = tmp_path / "summary.md"

    done = run_cli("check", "-f", config, *TODAY, "--format", "github", env={"GITHUB_STEP_SUMMARY": str(summary)})

    assert done.stdout.startswith("::error file=docs/disclosure/2026/2026-00001.md,line=9,col=")
    text = summary.read_text(encoding="utf-8")
    assert "| 必须改 | docs/disclosure/2026/2026-00001.md | 9 |" in text


def test_paths_narrow_what_is_shown_not_what_is_read(tmp_path: Path) -> None:
    """A clean file beside a broken one passes; its folder does not."""
    config = make_town(tmp_path, BROKEN)

    clean = run_cli("check", "-f", config, *TODAY, tmp_path / "docs" / "index.md")
    folder = run_cli("check", "-f", config, *TODAY, tmp_path / "docs" / "disclosure")
    missing = run_cli("check", "-f", config, *TODAY, tmp_path / "docs" / "nothing.md")

    assert (clean.returncode, folder.returncode, missing.returncode) == (0, 1, 2)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "-f", "nowhere/mkdocs.yml"), "找不到"),
        (("check", "--today", "2026-13-01"), "日期“2026-13-01”无效"),
        (("new", "nonsense"), "不认识的种类“nonsense”"),
        (("pack", "--site-dir", "nowhere"), "make site"),
        (
            ("check", "--format", "xml"),
            "--format 的值“xml”不对，应当是下列之一：text、json、github；用法见 cli.py check --help",
        ),
        (("generate", "另一个"), "不能运行：多出了“另一个”；用法见 cli.py generate --help"),
        (("publish",), "没有“publish”这个动词，可以用：check、build、"),
        (("clean",), "不能运行：缺少“附件”；用法见 cli.py clean --help"),
        (("check", "--fast"), "没有“--fast”这个选项；用法见 cli.py check --help"),
        (("--fast",), "没有“--fast”这个选项；用法见 cli.py 动词 --help"),
        (("check", "--today"), "选项“--today”后面还要有一个值"),
        (("check", "-f", "scripts"), "scripts：是文件夹，要的是文件"),
    ],
)
def test_what_cannot_run_says_why_with_exit_2(arguments: tuple[str, ...], words: str) -> None:
    """One Chinese sentence on standard error and no traceback."""
    done = run_cli(*arguments)

    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not any(word in done.stderr for word in ("Usage", "Try", "Error", "Errno"))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOENT, "找不到"),
        (errno.EISDIR, "是文件夹"),
        (errno.ENOTDIR, "不是文件夹"),
        (errno.EACCES, "没有权限"),
        (errno.ENOSPC, os.strerror(errno.ENOSPC)),
    ],
)
def test_what_the_system_refuses_is_said_in_chinese(
    number: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The common mishaps have Chinese words after the file's name; a rare one keeps the system's."""

    @guarded
    def fail() -> None:
        raise OSError(number, os.strerror(number), "docs/a.md")

    with pytest.raises(SystemExit):
        fail()

    said = capsys.readouterr().err
    assert said.startswith("不能运行：docs/a.md：")
    assert words in said


def test_settings_with_an_unknown_key_cannot_run(tmp_path: Path) -> None:
    """The key is named, with the nearest known one."""
    config = make_town(tmp_path, {"index.md": page()}, conty="云岭县")

    done = run_cli("check", "-f", config)

    assert done.returncode == 2
    assert "extra.publicity.conty" in done.stderr
    assert "county" in done.stderr


def test_source_date_epoch_fixes_the_clock_in_shanghai(tmp_path: Path) -> None:
    """16:30 UTC is already the next day there, so a page of that day is not in the future."""
    config = make_town(tmp_path, {"disclosure/2026/2026-00001.md": record(published_at="2026-11-23 00:10")})

    late = run_cli("check", "-f", config, env={"SOURCE_DATE_EPOCH": "1795365000"})  # 2026-11-22 16:30 UTC
    early = run_cli("check", "-f", config, env={"SOURCE_DATE_EPOCH": "1795361400"})  # 2026-11-22 15:30 UTC

    assert (late.returncode, early.returncode) == (0, 1)


def test_clean_writes_a_copy_and_says_what_went(tmp_path: Path) -> None:
    """The copy lies beside the original, which is untouched; a second run takes another name."""
    book = openpyxl.Workbook()
    book.active.append(["公示名单"])
    hidden = book.create_sheet("底稿")
    hidden.append(["不公开的底稿"])
    hidden.sheet_state = "veryHidden"
    book.properties.creator = "某某"
    original = tmp_path / "list.xlsx"
    book.save(original)
    before = original.read_bytes()

    first, second = run_cli("clean", original), run_cli("clean", original)

    assert (first.returncode, second.returncode) == (0, 0)
    assert "去掉了隐藏的工作表1张" in first.stdout
    assert "不公开" not in first.stdout + first.stderr
    assert original.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["list-clean-2.xlsx", "list-clean.xlsx", "list.xlsx"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("old.doc", b"x", "旧格式"),
        ("gone.pdf", None, "没有清理"),
        ("a.docx", PDF, "没有清理"),
        ("a.csv", b"a,b", "不用清理"),
    ],
)
def test_clean_refuses_with_the_cure(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    """Exit 2, one Chinese sentence, nothing written."""
    if content is not None:
        (tmp_path / name).write_bytes(content)

    done = run_cli("clean", tmp_path / name)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(list(tmp_path.iterdir())) == (content is not None)


def test_no_output_repeats_a_number_whatever_check_speaks_of_it(tmp_path: Path) -> None:
    """A number in a link, a field and a file name is masked in text, in JSON and in annotations."""
    number = "522732196701011231"
    pages: dict[str, str | bytes] = {
        f"guide/{number}.md": page(f"[名单](../{number}.xlsx) [x](http://a.example/{'a' * 30}{number})\n"),
        "disclosure/2026/2026-00001.md": record(index_number=f"X/{number}", category=number, document_number=number),
    }
    config = make_town(tmp_path, pages)

    for shape in ("text", "json", "github"):
        done = run_cli("check", "-f", config, *TODAY, "--format", shape)

        assert done.returncode == 1
        assert all(number[start : start + 8] not in done.stdout + done.stderr for start in range(len(number) - 7))
