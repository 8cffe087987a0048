"""The verb that says what rests on a law, and what to look at again when the register changes."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import make_town, page
from whole import ROOT, run_cli

TODAY = ("--today", "2026-11-22")
REGISTER = ROOT / "data" / "statutes.csv"
Rows = list[dict[str, str]]


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A town whose one page cites three laws that no rule of data/ rests on, and one that rules rest on."""
    body = "依照《种子法》第二条、第九十条。\n\n《渔业法》第三条，城乡规划法第六十五条。\n"
    return make_town(tmp_path, {"guide/a.md": page(body, title="说明")})


def changed(folder: Path, change: Callable[[Rows], Rows]) -> Path:
    """The register with something changed, written anew."""
    with REGISTER.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    target = folder / "new.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(change(rows))
    return target


def set_of(title: str, **cells: str) -> Callable[[Rows], Rows]:
    return lambda rows: [row | cells if row["title"] == title else row for row in rows]


def test_what_rests_on_a_law_is_told_with_file_line_and_article(town: Path) -> None:
    """Pages by article, rules with file, id and mark."""
    done = run_cli("statute", "-f", town, *TODAY, "《城乡规划法》")

    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("《城乡规划法》（法律，")
    assert "  docs/guide/a.md:8  第六十五条  说明" in lines
    assert any(line.startswith("  data/deadlines.yml:") and "planning-notice，已核实" in line for line in lines)


def test_a_known_law_that_nothing_rests_on_says_so(town: Path) -> None:
    """Exit 0: it is no mistake."""
    done = run_cli("statute", "-f", town, *TODAY, "专利法")

    assert (done.returncode, "本站没有页面和规则引用它" in done.stdout) == (0, True)


def test_programs_read_the_same(town: Path) -> None:
    """An object with title, known, uses."""
    told = json.loads(run_cli("statute", "-f", town, *TODAY, "渔业法", "--format", "json").stdout)

    assert told == {
        "title": "渔业法",
        "known": True,
        "uses": [
            {
                "path": "docs/guide/a.md",
                "line": 8,
                "page": "docs/guide/a.md",
                "title": "说明",
                "article": 3,
                "place": "第三条",
            }
        ],
    }


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("城乡规化法",), "登记表里没有《城乡规化法》。是不是《城乡规划法》？"),
        ((), "请写一部法律法规的名称"),
        (("种子法", "--changed", "x.csv"), "只用一种"),
        ((" ",), "请写一部法律法规的名称"),
        (("《 》",), "请写一部法律法规的名称"),
        (("种子法第九千条",), "没有第九千条"),
        (("--changed", "nowhere.csv"), "nowhere.csv 读不出来：没有这个文件"),
    ],
)
def test_what_cannot_be_answered_says_why(town: Path, arguments: tuple[str, ...], words: str) -> None:
    """Exit 2, one Chinese sentence."""
    done = run_cli("statute", "-f", town, *TODAY, *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_the_same_register_asks_for_nothing(town: Path) -> None:
    """Exit 0."""
    done = run_cli("statute", "-f", town, *TODAY, "--changed", REGISTER)

    assert (done.returncode, done.stdout) == (0, "新登记表和现在的没有不同。\n")


def test_a_changed_law_that_nothing_rests_on_asks_for_nothing(town: Path, tmp_path: Path) -> None:
    """It is named, and the exit code stays 0."""
    new = changed(tmp_path, set_of("专利法", articles="90"))

    done = run_cli("statute", "-f", town, *TODAY, "--changed", new)

    assert done.returncode == 0
    assert done.stdout == "有变化、本站没有引用的（1 部）：《专利法》\n共有 1 部有变化，本站都没有引用。\n"


def test_changes_name_the_pages_to_look_at_again_the_worst_first(town: Path, tmp_path: Path) -> None:
    """The repealed law with what replaces it, then the shorter one with the article that is gone; exit 1."""

    def change(rows: Rows) -> Rows:
        rows = set_of("种子法", articles="89", last_changed="2027-01-01")(rows)
        rows = set_of("渔业法", repealed_on="2027-05-01", repealed_by="渔业法典")(rows)
        return [
            *rows,
            rows[0] | {"title": "渔业法典", "full_title": "", "articles": "120", "in_force_from": "2027-05-01"},
        ]

    done = run_cli("statute", "-f", town, *TODAY, "--changed", changed(tmp_path, change))

    assert done.returncode == 1, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "《渔业法》：自2027-05-01起废止，由《渔业法典》取代（自2027-05-01起施行，共120条）"
    assert lines[1] == "  docs/guide/a.md:8  第三条  说明"
    assert lines[2].startswith("《种子法》：条数由")
    assert "最近修改由" in lines[2]
    assert lines[3:5] == [
        "  docs/guide/a.md:6  第九十条  说明  ← 新文本只有89条",
        "  docs/guide/a.md:6  第二条  说明",
    ]
    assert lines[5] == "共有 2 部有变化；要重新核对 1 个页面、0 条规则。"


def test_rules_that_rest_on_a_changed_law_are_named_too(town: Path, tmp_path: Path) -> None:
    """With file, line and id, in JSON as in text."""
    new = changed(tmp_path, set_of("城乡规划法", articles="20"))

    done = run_cli("statute", "-f", town, *TODAY, "--changed", new, "--format", "json")

    assert done.returncode == 1
    (told,) = json.loads(done.stdout)
    rules = {use["id"]: use for use in told["uses"] if "id" in use}
    assert rules["planning-notice"]["article_gone"] is True
    line = (
        (ROOT / rules["planning-notice"]["path"])
        .read_text(encoding="utf-8")
        .splitlines()[rules["planning-notice"]["line"] - 1]
    )
    assert "planning-notice" in line


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"title,kind,colour\n", "缺少列 full_title、adopted、last_changed"),
        (b"title,kind,colour\n", "多出列 colour"),
        (REGISTER.read_bytes().split(b"\n")[0] + b"\n", "只有表头，一部法律法规也没有"),
        (REGISTER.read_bytes().split(b"\n")[0] + "\n甲法,,法律,2020年,,,,,,2026-01-01\n".encode(), "第2行（甲法）有误"),
        (REGISTER.read_bytes().split(b"\n")[0] + "\n甲法,,法律\n".encode(), "第2行（甲法）有误"),
        ("甲法".encode("gb18030"), "不是UTF-8编码"),
    ],
)
def test_a_file_that_is_no_register_is_refused_with_its_line(
    town: Path, tmp_path: Path, content: bytes, words: str
) -> None:
    """Exit 2; the file is named as it was given."""
    (tmp_path / "bad.csv").write_bytes(content)

    done = run_cli("statute", "-f", town, *TODAY, "--changed", tmp_path / "bad.csv")

    assert (done.returncode, done.stdout) == (2, "")
    assert f"{tmp_path / 'bad.csv'} 读不出来" in done.stderr
    assert words in done.stderr


def test_a_repealed_law_says_what_took_its_place(town: Path) -> None:
    """With the day."""
    done = run_cli("statute", "-f", town, *TODAY, "环境保护法")

    assert "2026-08-15废止，由《生态环境法典》取代" in done.stdout.splitlines()[0]


@pytest.mark.parametrize("asked", ["种子法第九十条", "《种子法》第九十条", "种子法第90条"])
def test_an_article_is_asked_for_alone(town: Path, asked: str) -> None:
    """Only what rests on that article."""
    lines = run_cli("statute", "-f", town, *TODAY, asked).stdout.splitlines()

    assert lines[0].startswith("《种子法》第九十条（法律，")
    assert lines[1:] == ["引用它的页面（1 处）：", "  docs/guide/a.md:6  第九十条  说明"]


def test_a_line_that_names_one_document_twice_is_listed_once(tmp_path: Path) -> None:
    """By title and by number."""
    title = "关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见"
    body = f"国务院办公厅《{title}》（国办发〔2018〕118号）要求公示。\n"
    config = make_town(tmp_path, {"guide/a.md": page(body, title="说明")})

    told = run_cli("statute", "-f", config, *TODAY, title)
    plain = json.loads(run_cli("statute", "-f", config, *TODAY, title, "--format", "json").stdout)

    assert "引用它的页面（1 处）：" in told.stdout
    assert told.stdout.count("docs/guide/a.md:6") == 1
    assert [use["line"] for use in plain["uses"] if use["path"] == "docs/guide/a.md"] == [6]


def test_a_law_that_only_the_new_register_knows_is_listed_where_pages_cite_it(tmp_path: Path) -> None:
    """Nobody could check those citations before."""
    config = make_town(tmp_path, {"guide/a.md": page("依照《乡村新事法》第三条、第九条。\n", title="说明")})
    new = changed(tmp_path, lambda rows: [*rows, rows[0] | {"title": "乡村新事法", "full_title": "", "articles": "5"}])

    done = run_cli("statute", "-f", config, *TODAY, "--changed", new)

    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "《乡村新事法》：登记表里新增加的",
        "  docs/guide/a.md:6  第九条  说明  ← 新文本只有5条",
        "  docs/guide/a.md:6  第三条  说明",
        "共有 1 部有变化；要重新核对 1 个页面、0 条规则。",
    ]


def test_a_register_saved_by_an_office_program_is_the_same_register(town: Path, tmp_path: Path) -> None:
    """A mark at the beginning, days like 2026/6/26, Windows line ends, and rows of nothing but commas at the end."""
    text = REGISTER.read_text(encoding="utf-8")
    text = re.sub(r"(\d{4})-0?(\d+)-0?(\d+)", r"\1/\2/\3", text) + ",,,,,,,,,\n" * 3
    (tmp_path / "new.csv").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))

    done = run_cli("statute", "-f", town, *TODAY, "--changed", tmp_path / "new.csv")

    assert (done.returncode, done.stdout) == (0, "新登记表和现在的没有不同。\n"), done.stderr
