"""``new`` opens the form of a yearly disclosure report: nothing invented, last year's rest carried over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import make_town, page
from disclosure import YEAR, fill
from whole import run_cli

REPORT = ("annual_report", "--set", "report_kind=disclosure_annual")


def new(config: Path, today: str, *fields: str) -> str:
    """The text of the page that ``new`` wrote."""
    done = run_cli("new", "-f", config, "--today", today, *REPORT, *(word for one in fields for word in ("--set", one)))
    assert done.returncode == 0, done.stderr
    return (config.parent / done.stdout.split(" ")[1].split("。")[0]).read_text(encoding="utf-8")


def row_of(text: str, name: str) -> str:
    """One row of the form."""
    return next(line.strip() for line in text.split("\n") if line.strip().startswith(f"{name}: {{"))


def test_no_figure_is_invented(tmp_path: Path) -> None:
    """Every cell waits for the clerk, and the comments say which is which in Chinese."""
    text = new(make_town(tmp_path, {"index.md": page()}), "2026-11-22", "year=2025")
    fields = text.partition("\ntables:\n")[2].partition("\n---\n")[0].split("\n")

    assert row_of(text, "rules") == "rules: {made: 【待填】, repealed: 【待填】, in_force: 【待填】}"
    assert [line for line in fields if "#" not in line and any(char.isdigit() for char in line)] == []
    assert "    # 8.属于行政查询事项" in (line[4:] for line in fields)
    assert (
        "    # 二、上年结转政府信息公开申请数量：本站没有2024年的统计表，照上年报告的“四、结转下年度继续办理”填"
        in fields
    )
    assert "    licences: 【待填】  # 行政许可：本年处理决定数量" in fields


def test_the_title_and_the_sections_are_those_of_the_form(tmp_path: Path) -> None:
    """Six sections in the form's order, the fourth of the five headings of art. 50 among them."""
    text = new(make_town(tmp_path, {"index.md": page()}), "2026-11-22", "year=2025")

    assert "\ntitle: 云岭县青石镇人民政府2025年政府信息公开工作年度报告\n" in text
    assert [line.partition(" {")[0] for line in text.split("\n") if line.startswith("## ")] == [
        "## 一、总体情况",
        "## 二、主动公开政府信息情况",
        "## 三、收到和处理政府信息公开申请情况",
        "## 四、政府信息公开行政复议、行政诉讼情况",
        "## 五、存在的主要问题及改进情况",
        "## 六、其他需要报告的事项",
    ]


def test_what_is_missing_is_told_a_row_at_a_time(tmp_path: Path) -> None:
    """One finding for each row of the form, at its line, not one a cell."""
    config = make_town(tmp_path, {"index.md": page()})
    text = new(config, "2026-11-22", "year=2025")

    found = json.loads(run_cli("check", "-f", config, "--today", "2026-11-22", "--format", "json").stdout)

    waiting = [
        number for number, line in enumerate(text.split("\n"), 1) if "【待填】" in line and not line.startswith("#")
    ]
    assert [one["line"] for one in found] == waiting
    assert len([one for one in found if "整行还没有填" in one["message"]]) == 2 + 25 + 3


def test_the_second_year_takes_up_what_the_first_left(tmp_path: Path) -> None:
    """Two years, filled as a clerk would: both pass, and the carried row says where it comes from."""
    config = make_town(tmp_path, {"index.md": page()})
    docs = tmp_path / "docs" / "report"

    first = new(config, "2025-01-10", "year=2024", "formed_on=2025-01-08", "published_at=2025-01-10 09:00")
    (docs / "2025-00001.md").write_text(fill(first), encoding="utf-8")
    second = new(config, "2026-01-10", "year=2025", "formed_on=2026-01-08", "published_at=2026-01-10 09:00")
    rows = {name: cells for name, cells in YEAR.items() if name != "carried_in"}
    rows |= {
        "carried_out": {"natural_person": 3, "total": 3},
        "normative_documents": {"made": 0, "repealed": 0, "in_force": 5},
    }
    (docs / "2026-00001.md").write_text(fill(second, rows), encoding="utf-8")
    done = run_cli("check", "-f", config, "--today", "2026-01-10")

    assert row_of(second, "carried_in") == (
        "carried_in: {natural_person: 2, company: 0, research: 0, welfare: 0, legal_service: 0, other: 0, total: 2}"
    )
    assert "已照抄2024年报告（docs/report/2025-00001.md）的“四、结转下年度继续办理”，请核对" in second
    assert (done.returncode, done.stdout) == (0, "")


def test_a_year_that_is_not_known_carries_nothing_over(tmp_path: Path) -> None:
    """Without a year there is no title to make and no report to look up; the form opens all the same."""
    text = new(make_town(tmp_path, {"index.md": page()}), "2026-11-22")

    assert "\ntitle:" in text
    assert "年政府信息公开工作年度报告\n" not in text
    assert "# 二、上年结转政府信息公开申请数量：照上年报告的“四、结转下年度继续办理”填" in text


def test_other_reports_start_without_tables(tmp_path: Path) -> None:
    """The rule-of-law report has no statutory tables."""
    config = make_town(tmp_path, {"index.md": page()})

    run_cli("new", "-f", config, "--today", "2026-11-22", "annual_report", "--set", "report_kind=rule_of_law")

    assert "tables" not in (tmp_path / "docs/report/2026-00001.md").read_text(encoding="utf-8")


def test_a_year_has_one_report(tmp_path: Path) -> None:
    """The second is refused with the page that stands, though nobody has filled that one yet."""
    config = make_town(tmp_path, {"index.md": page()})
    new(config, "2026-11-22", "year=2025")

    done = run_cli("new", "-f", config, "--today", "2026-11-22", *REPORT, "--set", "year=2025")

    assert done.returncode == 2
    assert "2025年度的政府信息公开工作年度报告已有 docs/report/2026-00001.md" in done.stderr
    assert [one.name for one in (tmp_path / "docs/report").iterdir()] == ["2026-00001.md"]


@pytest.mark.parametrize(("year", "has_tables"), [("2020", False), ("2021", True)])
def test_the_form_begins_with_the_reports_of_2021(tmp_path: Path, year: str, has_tables: bool) -> None:
    """An earlier report opens without the tables, and both the command and the page say why."""
    config = make_town(tmp_path, {"index.md": page()})

    done = run_cli("new", "-f", config, "--today", "2026-11-22", *REPORT, "--set", f"year={year}")

    text = (tmp_path / "docs/report/2026-00001.md").read_text(encoding="utf-8")
    why = "2020年的报告没有给出三张统计表：国办公开办函〔2021〕30号的格式从2021年度的报告用起"
    assert f"人民政府{year}年政府信息公开工作年度报告" in text
    assert ("\ntables:" in text, why in text, why in done.stdout) == (has_tables, not has_tables, not has_tables)
