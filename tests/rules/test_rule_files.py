"""Files of rules: what the loader refuses, by file and entry, and what the project's own files keep to."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from publicity.errors import RulesError
from publicity.rules import DATA_DIR, load_rules
from publicity.rules.catalogue import load_categories
from publicity.rules.deadlines import Unit, load_deadlines
from publicity.rules.entries import Entry
from publicity.rules.publicity_days import load_days
from publicity.rules.statutes import load_statutes

RULES = load_rules()
ENTRIES: tuple[Entry, ...] = (*RULES.categories.values(), *RULES.deadlines, *RULES.days)
HEAD = "title,full_title,kind,adopted,last_changed,in_force_from,articles,repealed_on,repealed_by,as_of\n"
ROW = "甲法,中华人民共和国甲法,法律,,,,10,,,2026-06-26\n"
YEARLY = "deadlines:\n- {id: a, subject: 甲, wording: 乙, source: 丙, recurs: yearly"
AFTER = "deadlines:\n- {id: a, subject: 甲, wording: 乙, source: 丙, recurs: after_event"
COUNTED = AFTER + ", event: 丁, length: 7, unit: days"
JUDGES = ", judges: ["
DAY = "days:\n- {id: first, name: 甲, source: 乙, when: {month_day: '12-04'}}\n- {id: second, name: 乙, source: 丙, when: "

Load = Callable[[Path], Any]


def refusal(folder: Path, load: Load, content: str | bytes, name: str = "rules.yml") -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(RulesError) as caught:
        load(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("load", "content", "words"),
    [
        (load_days, "days: [", ["读不出来", "第1行括号没有成对"]),
        (load_days, "days:\n\t- id: a\n", ["第2行缩进里有制表符"]),
        (load_days, "days：\n- id: a\n", ["冒号是全角的"]),
        (load_days, "days:\n- id: a\n  id: b\n", ["第3行“id”写了两次"]),
        (load_days, "days:\n- [a]: b\n", ["第2行的字段名写法不对"]),
        (load_days, "days: \x01\n", ["看不见的控制字符"]),
        (load_days, "days: 'a\n", ["第1行引号没有成对"]),
        (load_days, "days: a: b\n", ["第1行多了一个冒号"]),
        (load_days, "days: *a\n", ["第1行的格式读不懂"]),
        (load_days, "days: 公告".encode("gbk"), ["读不出来"]),
        (load_days, "", ["没有列表“days”"]),
        (load_days, "- a", ["没有列表“days”"]),
        (load_days, "dates: []", ["没有列表“days”"]),
        (load_days, "days: {a: b}", ["没有列表“days”"]),
        (load_days, "days: [x]", ["第1条"]),
        (load_days, DAY + "{month_day: '01-01'}, nmae: x}", ["第2条（second）", "nmae", "“name”"]),
        (load_days, DAY.replace("second", "first") + "{month_day: '01-01'}}", ["“first”", "不止一次"]),
        (load_days, DAY.replace("second", "Second Day") + "{month: 5}}", ["第2条", "id"]),
        (load_days, DAY + "{month: 13}}", ["第2条（second）", "when.month", "不大于 12"]),
        (load_days, DAY + "{month: 5, month_day: '05-01'}}", ["第2条（second）", "只能用一种写法"]),
        (load_days, DAY + "{}}", ["第2条（second）", "只能用一种写法"]),
        (load_days, DAY + "{from: '05-01'}}", ["第2条（second）", "要一起写"]),
        (load_days, DAY + "{month_day: '5-1'}}", ["第2条（second）", "when.month_day"]),
        (load_days, DAY + "{month_day: '13-45'}}", ["第2条（second）", "13-45"]),
        (load_days, DAY + "{week_of: '02-30'}}", ["第2条（second）", "02-30"]),
        (load_days, DAY + "{from: '04-31', to: '05-02'}}", ["第2条（second）", "04-31"]),
        (load_days, DAY + "{nth_weekday: {month: 5, weekday: 8, nth: 3}}}", ["第2条（second）", "weekday", "不大于 7"]),
        (load_days, DAY + "{years: {2026: {from: '2026-05-09', to: '2026-05-03'}}}}", ["第2条（second）"]),
        (load_days, DAY + "{years: {2026: {from: '2025-05-03', to: '2025-05-09'}}}}", ["第2条（second）"]),
        (load_deadlines, YEARLY + "}", ["第1条（a）", "month_day"]),
        (load_deadlines, YEARLY + ", month_day: '02-30'}", ["第1条（a）", "02-30"]),
        (load_deadlines, YEARLY + ", month_day: '13-01'}", ["第1条（a）", "13-01"]),
        (load_deadlines, AFTER + "}", ["第1条（a）", "event、length、unit"]),
        (load_deadlines, AFTER + ", event: 甲, length: 0, unit: days}", ["第1条（a）", "length"]),
        (load_deadlines, AFTER + ", event: 甲, length: 7, unit: weeks}", ["第1条（a）", "unit"]),
        (load_deadlines, YEARLY + ", month_day: '01-31', effective_from: 去年}", ["第1条（a）", "effective_from"]),
        (load_deadlines, YEARLY + ", month_day: '01-31', effective_from: 2021-02-30}", ["没有 2021-02-30 这一天"]),
        (
            load_deadlines,
            YEARLY + ", month_day: '01-31', effective_from: 2021-2-3}",
            ["effective_from", "如 2026-04-20"],
        ),
        (load_deadlines, COUNTED + ", last_day_off: next_working_day}", ["第1条（a）", "last_day_basis"]),
        (load_deadlines, COUNTED + ", audience: everybody}", ["第1条（a）", "audience"]),
        (load_deadlines, COUNTED + ", extension: {length: 3, unit: days}}", ["第1条（a）", "extension.wording"]),
        (load_deadlines, AFTER.replace("after_event", "promptly") + "}", ["第1条（a）", "event"]),
        (load_deadlines, COUNTED.replace("after_event", "promptly") + "}", ["第1条（a）", "不写 length"]),
        (load_deadlines, COUNTED + JUDGES + "{kind: disclosure_item}]}", ["第1条（a）", "starts 或 year"]),
        (load_deadlines, COUNTED + JUDGES + "{kind: nothing, starts: [formed_on]}]}", ["第1条（a）", "“nothing”"]),
        (load_deadlines, COUNTED + JUDGES + "{kind: disclosure_item, starts: [day]}]}", ["第1条（a）", "“day”"]),
        (load_deadlines, COUNTED + JUDGES + "{kind: annual_report, year: year}]}", ["第1条（a）", "yearly 的规则"]),
        (
            load_deadlines,
            COUNTED + JUDGES + "{kind: disclosure_item, starts: [formed_on], when: {colour: [red]}}]}",
            ["第1条（a）", "“colour”"],
        ),
        (load_categories, "categories:\n- {id: '20.1', title: 甲, holds: 乙}", ["第1条（20.1）", "limit"]),
        (
            load_categories,
            "categories:\n- {id: '20.1', title: 甲, holds: 乙, limit: 丙, basis: {article: 20}}",
            ["第1条（20.1）", "basis.statute"],
        ),
        (load_statutes, ROW, ["读不出来"]),
        (load_statutes, HEAD + ROW.replace("10", "十"), []),
        (load_statutes, HEAD + ROW.replace("2026-06-26", "去年"), []),
        (load_statutes, HEAD + "甲法,中华人民共和国甲法,法律\n", ["第2行（甲法）", "缺少 adopted"]),
        (load_statutes, HEAD + ROW.replace("10", "-10"), ["第2行（甲法）", "articles“-10”"]),
        (load_statutes, HEAD + ROW.replace("2026-06-26", "2026/13/1"), ["as_of“2026/13/1”不是日期"]),
        (load_statutes, HEAD + ROW.replace("甲法", "", 1), ["第2行", "title 和 as_of 不能空着"]),
        (load_statutes, HEAD + ROW.replace("\n", ",甲\n"), ["第2行（甲法）", "格子比表头多"]),
        (load_statutes, HEAD + ",,,,,,,,,\n", ["只有表头"]),
        (load_statutes, HEAD + ROW + ROW + ROW.replace("10", "11"), ["第2行和第4行都是《甲法》"]),
        (load_statutes, HEAD + ROW + '乙法,"中华人民共和国乙法,法律\n' + ROW * 4000, []),
        (load_statutes, "标题".encode("gbk"), ["读不出来"]),
    ],
)
def test_a_bad_file_is_refused_by_file_and_entry(
    tmp_path: Path, load: Load, content: str | bytes, words: list[str]
) -> None:
    """Whatever is wrong is one error that names the file, the entry and what is wrong with it."""
    message = refusal(tmp_path, load, content)

    assert "data/rules.yml" in message
    assert [word for word in words if word not in message] == []


@pytest.mark.parametrize("load", [load_days, load_deadlines, load_categories, load_statutes])
def test_a_missing_file_is_refused(tmp_path: Path, load: Load) -> None:
    """A file that is not there is named."""
    with pytest.raises(RulesError, match=r"data/none\.yml"):
        load(tmp_path / "none.yml")


def test_a_rule_without_a_source_is_refused(tmp_path: Path) -> None:
    """Every rule says where it comes from: a legal basis, or a source."""
    assert "第1条（a）" in refusal(tmp_path, load_days, "days:\n- {id: a, name: 甲, when: {month: 5}}")


@pytest.mark.parametrize(
    ("begins", "ends", "day", "holds"),
    [
        (None, None, date(1949, 10, 1), True),
        (date(2026, 1, 1), None, date(2025, 12, 31), False),
        (date(2026, 1, 1), None, date(2026, 1, 1), True),
        (None, date(2026, 8, 14), date(2026, 8, 14), True),
        (None, date(2026, 8, 14), date(2026, 8, 15), False),
    ],
)
def test_a_rule_holds_from_its_first_to_its_last_day(
    begins: date | None, ends: date | None, day: date, holds: bool
) -> None:
    """Both ends are included, and an open end is open."""
    assert Entry(id="a", source="甲", effective_from=begins, effective_to=ends).in_force_on(day) is holds


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda one: one.id)
def test_every_rule_of_the_project_cites_its_source(entry: Entry) -> None:
    """A rule is law with an address, or says plainly who set it."""
    assert entry.basis is not None or entry.source
    assert entry.effective_from is None or entry.effective_to is None or entry.effective_from <= entry.effective_to


@pytest.mark.parametrize(
    "entry", [one for one in ENTRIES if one.basis is not None and "〔" not in one.basis.statute], ids=lambda one: one.id
)
def test_a_statute_that_a_rule_cites_has_that_article(entry: Entry) -> None:
    """Where the register knows the statute, the article is not beyond its last; no rule of today cites repealed law."""
    basis = entry.basis
    statute = RULES.statutes.get(basis.statute) if basis else None
    if basis is None or statute is None:
        return

    assert basis.article is None or statute.articles is None or basis.article <= statute.articles
    assert statute.repealed_on is None or entry.effective_to is not None


def test_the_catalogue_is_complete() -> None:
    """Fifteen items of article 20 and eight of article 21, in their order."""
    assert list(RULES.categories) == [f"20.{n}" for n in range(1, 16)] + [f"21.{n}" for n in range(1, 9)]


@pytest.mark.parametrize(
    ("rule", "month_day"),
    [
        ("annual-disclosure-report", "01-31"),
        ("rule-of-law-report-public", "03-31"),
        ("rule-of-law-report-superior", "02-28"),
    ],
)
def test_yearly_duties_fall_due_on_their_day(rule: str, month_day: str) -> None:
    """Before 1 March is by the last of February; before 1 April is by the last of March."""
    (found,) = (one for one in RULES.deadlines if one.id == rule)

    assert found.due_in(2027) == date.fromisoformat(f"2027-{month_day}")


def test_lengths_are_as_the_law_counts_them() -> None:
    """Twenty working days, twenty days, seven working days: the unit is the law's, not ours."""
    lengths = {one.id: (one.length, one.unit) for one in RULES.deadlines if one.length}

    assert lengths["proactive-disclosure"] == (20, Unit.WORKING_DAYS)
    assert lengths["budget"] == (20, Unit.DAYS)
    assert lengths["licence-or-penalty-result"] == (7, Unit.WORKING_DAYS)
    assert lengths["penalty-withdrawal"] == (3, Unit.WORKING_DAYS)


def test_nothing_local_stands_in_the_rules() -> None:
    """data/ holds what is the same everywhere: no town is named there."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(DATA_DIR.glob("*.yml"))}

    assert [name for name, text in texts.items() if re.search(r"三都|大河镇|黔南", text)] == []


def test_an_old_text_is_never_verified() -> None:
    """What is cited from memory, as a source without an article of today's text, may only advise, and has ended."""
    remembered = [one for one in RULES.deadlines if one.basis is None]

    assert remembered != []
    assert [one.id for one in remembered if one.verified or one.effective_to is None] == []


def test_what_a_rule_displaces_is_there() -> None:
    """The general rule that gives way is one of the file's."""
    known = {one.id for one in RULES.deadlines}

    assert [(one.id, name) for one in RULES.deadlines for name in one.displaces if name not in known] == []
