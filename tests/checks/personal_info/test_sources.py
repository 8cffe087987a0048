"""Where it is looked for: every text of a page at its own line, fragments, settings, names, and attachments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY, Pages, corpus_of, make_town, page, record
from openpyxl import Workbook
from personal import IDENTITY, LANDLINE, MOBILE

from publicity.checks.personal_info import check_personal_info, sources
from publicity.finding import Finding
from publicity.rules import load_rules

Placed = list[tuple[str, int, int, str]]


def found(folder: Path, pages: Pages, **values: Any) -> list[Finding]:
    corpus = corpus_of(make_town(folder, pages, **values))
    return sorted(set(check_personal_info(corpus, load_rules(), TODAY)))


def placed(findings: list[Finding]) -> Placed:
    return [(one.path, one.line, one.column, one.rule) for one in findings]


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        (f"电话{MOBILE}", 6, 3),
        (f"正文。\n\n- 项\n    - 电话{MOBILE}", 9, 9),
        (f"| 甲 | 乙 |\n| --- | --- |\n| 丙 | {MOBILE} |", 8, 7),
        (f"正文<!-- 待删 {MOBILE} -->", 6, 11),
        (f"![电话{MOBILE}](a.png)", 6, 5),
        (f'[甲](a.md "电话{MOBILE}")', 6, 13),
        (f"[甲](../files/{MOBILE}.pdf)", 6, 14),
        (f"[甲](tel:{MOBILE})", 6, 9),
        (f"见[甲]。\n\n[甲]: ../files/{MOBILE}.pdf", 8, 15),
        (f"```\n电话={MOBILE}\n```", 7, 4),
        (f"    电话={MOBILE}", 6, 8),
        (f"`{MOBILE}`", 6, 2),
        (f"## {MOBILE}", 6, 4),
        (f"> {MOBILE}", 6, 3),
        (f"甲[^1]\n\n[^1]: {MOBILE}", 8, 7),
        (f'<img src="a.png" alt="{MOBILE}">', 6, 23),
        ("甲 138\n12345678 乙", 6, 3),
        (f"甲\\\n{MOBILE}", 7, 1),
    ],
)
def test_a_page_is_searched_whole(tmp_path: Path, body: str, line: int, column: int) -> None:
    """Text, tables, comments, alt texts, titles, link targets, code and footnotes, each at its own place."""
    assert placed(found(tmp_path, {"index.md": page(body)})) == [("docs/index.md", line, column, "mobile")]


def test_front_matter_is_searched(tmp_path: Path) -> None:
    """A title is text that goes out as well."""
    pages = {"disclosure/2026/2026-00001.md": record(title=f"关于{IDENTITY}的公告")}

    assert placed(found(tmp_path, pages)) == [("docs/disclosure/2026/2026-00001.md", 3, 10, "identity-number")]


def test_a_fragment_is_told_once_at_its_own_line(tmp_path: Path) -> None:
    """However many pages include it."""
    pages = {name: page("{!_fragments/a.md!}\n") for name in ("a.md", "b.md")}

    assert placed(found(tmp_path, pages | {"_fragments/a.md": f"甲\n\n{MOBILE}\n"})) == [
        ("docs/_fragments/a.md", 3, 1, "mobile")
    ]


def test_a_page_whose_front_matter_is_broken_is_searched(tmp_path: Path) -> None:
    """One mistake does not hide another."""
    assert placed(found(tmp_path, {"a.md": f"---\nkind: [\n---\n\n{MOBILE}\n"})) == [("docs/a.md", 5, 1, "mobile")]


def test_the_settings_file_is_searched(tmp_path: Path) -> None:
    """mkdocs.yml is public too; what it lists as the office's own passes."""
    findings = found(
        tmp_path, {}, local_days=[{"name": f"赶场 {MOBILE}", "month_day": "01-01"}], office_phones=[LANDLINE]
    )

    assert [(one.path, one.rule) for one in findings] == [("mkdocs.yml", "mobile")]


def test_the_rules_as_data_are_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number in data/, in a folder below it too."""
    (tmp_path / "data" / "workdays").mkdir(parents=True)
    (tmp_path / "data" / "workdays" / "2026.yml").write_text(f"# 值班\n# {MOBILE}\n", encoding="utf-8")
    monkeypatch.setattr(sources, "DATA_DIR", tmp_path / "data")

    assert placed(found(tmp_path / "town", {})) == [("data/workdays/2026.yml", 2, 3, "mobile")]


@pytest.mark.parametrize(
    "uri", [f"guide/{MOBILE}.md", f"{MOBILE}/index.md", f"files/{MOBILE}.txt", f"files/名单{MOBILE}.txt"]
)
def test_a_file_s_name_is_searched(tmp_path: Path, uri: str) -> None:
    """Of pages, folders and attachments: it is part of the address."""
    (one,) = found(tmp_path, {uri: page() if uri.endswith(".md") else "附件。"})

    assert (one.line, one.column, one.rule) == (1, 1, "mobile")
    assert one.message == "文件名里有手机号“138******78”"


def test_an_ordinary_file_name_is_nothing(tmp_path: Path) -> None:
    """Serials and dates in names are no numbers of people."""
    pages = {"files/2026-00001-20260501.txt": "附件。", "disclosure/2026/2026-00001.md": record()}

    assert found(tmp_path, pages) == []


def test_a_csv_is_read_as_a_table(tmp_path: Path) -> None:
    """Its first row heads its columns."""
    findings = found(tmp_path, {"files/a.csv": f"姓名,身份证号\n韦明明,{IDENTITY[:-1]}5\n"})

    assert [(one.path, one.rule, one.blocks) for one in findings] == [("docs/files/a.csv", "identity-number", True)]


def test_a_workbook_tells_sheet_and_row(tmp_path: Path) -> None:
    """The clerk opens it there."""
    config = make_town(tmp_path, {"files/a.txt": "甲"})
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名单"
    sheet.append(["姓名", "身份证号"])
    sheet.append(["韦明明", IDENTITY])
    book.save(tmp_path / "docs" / "files" / "a.xlsx")
    (one,) = [
        one for one in check_personal_info(corpus_of(config), load_rules(), TODAY) if one.rule == "identity-number"
    ]

    assert (one.path, one.line, one.column) == ("docs/files/a.xlsx", 1, 1)
    assert "附件里（工作表“名单”第2行）" in one.message


def test_the_contact_settings_pass(tmp_path: Path) -> None:
    """The office's own telephone, fax and box may stand on every page."""
    contact = {"phone": LANDLINE, "fax": "0854-3921235", "email": "qingshi@163.com"}
    body = f"电话（0854）3921234，传真 0854 3921235，邮箱 QINGSHI@163.com，手机 {MOBILE}，值班 0854-3921236\n"

    assert found(tmp_path, {"a.md": page(body)}, contact=contact, office_phones=[MOBILE, "0854-3921236"]) == []
