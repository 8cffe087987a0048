"""The arithmetic of the yearly disclosure report: what is said, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from conftest import findings_of, make_town
from disclosure import YEAR, report

from publicity.finding import Finding, Severity

DAYS = {"formed_on": "2025-01-10", "published_at": "2025-01-12 09:00"}
NOTHING_BEFORE: Mapping[str, Mapping[str, int]] = {
    "carried_in": {"natural_person": 2, "total": 2},
    "carried_out": {"natural_person": 2, "total": 2},
}


def found(folder: Path, *pages: str) -> list[Finding]:
    """What the check says of these reports."""
    names = (f"report/{page.partition('serial: ')[2][:10]}.md" for page in pages)
    return [
        one
        for one in findings_of(make_town(folder, dict(zip(names, pages, strict=True))))
        if one.rule == "disclosure-tables"
    ]


def changed(**rows: Mapping[str, int]) -> dict[str, Mapping[str, int]]:
    """The good year with some rows written otherwise."""
    return dict(YEAR) | rows


def test_a_year_that_adds_up_is_left_alone(tmp_path: Path) -> None:
    """8 and 2 came, 1 was left, 9 were answered, 2 are left."""
    assert found(tmp_path, report(2024, **DAYS)) == []


def test_a_wrong_total_of_a_row_stands_at_its_cell(tmp_path: Path) -> None:
    """The row by name, what its cells give, what stands there, and what to do."""
    page = report(2024, changed(granted={"natural_person": 5, "company": 2, "total": 8}), **DAYS)

    (one, *rest) = found(tmp_path, page)

    line = next(
        number for number, text in enumerate(page.split("\n"), 1) if "granted: {" in text and "partly" not in text
    )
    assert (one.line, one.column) == (line, page.split("\n")[line - 1].index("total") + 1)
    assert one.message == "“（一）予以公开”一行：自然人5＋商业企业2＝7，而总计填的是8"
    assert one.cure == "请改正总计，或改正这一行里填错的一格"
    assert one.basis == "国办公开办函〔2021〕30号"
    # The column of totals no longer adds up either: it is a column like the others.
    assert [other.message.partition("：")[0] for other in rest] == ["“总计”一列"]


def test_the_endings_of_a_column_add_up_to_its_seventh_row(tmp_path: Path) -> None:
    """Rows that hold nought are not told."""
    page = report(2024, changed(case_file={"natural_person": 2, "total": 2}), **DAYS)

    messages = [one.message for one in found(tmp_path, page)]

    assert messages == [
        "“自然人”一列：（一）予以公开5＋（三）不予公开 7.属于行政执法案卷2＋（四）无法提供 1.本机关不掌握相关政府信息1＝8，"
        "而“（七）总计”填的是7",
        "“总计”一列：（一）予以公开7＋（三）不予公开 7.属于行政执法案卷2＋（四）无法提供 1.本机关不掌握相关政府信息1＝10，"
        "而“（七）总计”填的是9",
    ]


def test_what_came_is_what_was_answered_and_what_is_left(tmp_path: Path) -> None:
    """一 + 二 = 三（七） + 四, with both sides and their figures."""
    page = report(2024, changed(carried_out={"natural_person": 1, "company": 1, "total": 2}), **DAYS)

    messages = [one.message for one in found(tmp_path, page)]

    assert messages == [
        "“自然人”一列：一、本年新收8＋二、上年结转1＝9，三、（七）总计7＋四、结转下年度1＝8，两边不相等",
        "“商业企业”一列：一、本年新收2＋二、上年结转0＝2，三、（七）总计2＋四、结转下年度1＝3，两边不相等",
    ]


def test_a_case_that_no_ending_counts_is_missed(tmp_path: Path) -> None:
    """Disputes have a total too."""
    page = report(2024, changed(suit_after={"other": 1, "total": 2}), **DAYS)

    (one,) = found(tmp_path, page)

    assert one.message == "“复议后起诉”一行：其他结果1，其余是0，而总计填的是2"


def test_a_year_takes_up_what_the_last_one_left(tmp_path: Path) -> None:
    """Two were left over; one is said to have been taken up."""
    later = report(2024, **DAYS)
    earlier = report(2023, formed_on="2024-01-10", published_at="2024-01-12 09:00")

    lines = {(one.line, one.severity) for one in found(tmp_path, earlier, later) if "结转" in one.message}

    row = next(number for number, text in enumerate(later.split("\n"), 1) if "carried_in: {" in text)
    assert lines == {(row, Severity.BLOCK)}


def test_a_year_that_begins_where_the_last_one_ended_is_left_alone(tmp_path: Path) -> None:
    """The carry-over agrees, and so do the documents in force."""
    rows = dict(NOTHING_BEFORE) | {"normative_documents": {"made": 1, "repealed": 2, "in_force": 4}}
    earlier = report(2023, formed_on="2024-01-10", published_at="2024-01-12 09:00")

    assert found(tmp_path, earlier, report(2024, rows, **DAYS)) == []


def test_documents_in_force_are_only_asked_about(tmp_path: Path) -> None:
    """The form does not ask for that sum: a document may lapse without being repealed."""
    rows = dict(NOTHING_BEFORE) | {"normative_documents": {"made": 1, "repealed": 2, "in_force": 3}}
    earlier = report(2023, formed_on="2024-01-10", published_at="2024-01-12 09:00")

    (one,) = found(tmp_path, earlier, report(2024, rows, **DAYS))

    assert one.severity is Severity.WARN
    assert "格式没有规定这样算" in one.cure


def test_reports_of_the_time_before_the_form_need_no_tables(tmp_path: Path) -> None:
    """The form came in 2021; what was reported before had other tables."""
    new = report(2021, formed_on="2022-01-10", published_at="2022-01-12 09:00")
    old = new.replace("2021", "2020").replace("2022-", "2021-")

    def bare(page: str) -> str:
        head, _, rest = page.partition("# 法定的三张统计表")
        return head + rest[rest.index("---\n\n") :]

    (one,) = found(tmp_path, bare(old), bare(new))

    assert (one.path, one.severity) == ("docs/report/2022-00001.md", Severity.WARN)


def test_one_mistake_in_any_cell_is_never_missed(tmp_path: Path) -> None:
    """Whatever figure of sections 三 and 四 is one too many, a sum that stands in the form no longer holds."""
    page = report(2024, **DAYS)
    lines = page.split("\n")
    start = lines.index("  applications:")
    end = lines.index("---", start)
    cells = [
        (row, cell) for row in range(start, end) if "{" in lines[row] for cell in range(lines[row].count(": ") - 1)
    ]
    pages = {}
    for number, (row, cell) in enumerate(cells, 1):
        head, brace, inside = lines[row].partition("{")
        values = inside.rstrip("}").split(", ")
        name, figure = values[cell].split(": ")
        values[cell] = f"{name}: {int(figure) + 1}"
        text = "\n".join([*lines[:row], head + brace + ", ".join(values) + "}", *lines[row + 1 :]])
        # Each in a year of its own, far enough from the others not to be compared with them.
        serial, year = f"2025-{number:05d}", 1949 + number % 75 * 2
        text = text.replace("serial: 2025-00001", f"serial: {serial}").replace('year: "2024"', f'year: "{year}"')
        pages[f"report/{serial}.md"] = text

    told = {
        one.path
        for one in findings_of(make_town(tmp_path, pages))
        if one.rule == "disclosure-tables" and ("一行" in one.message or "一列" in one.message)
    }

    assert len(cells) == 25 * 7 + 3 * 5
    assert told == {f"docs/{uri}" for uri in pages}
