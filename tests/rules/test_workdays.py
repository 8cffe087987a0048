"""Working days: the library's years, the files that add to them, and another library's opinion."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest

from publicity.errors import MissingYearError, RulesError
from publicity.rules import DATA_DIR
from publicity.rules.workdays import WorkCalendar, load_workdays, missing_year

WORKDAYS = load_workdays(DATA_DIR / "workdays")
GOOD = """\
year: 2027
source: 关于2027年放假的通知
days_off:
  - {name: 元旦, from: 2027-01-01, to: 2027-01-03}
  - {name: 春节, from: 2027-02-05, to: 2027-02-11}
  - {name: 清明节, from: 2027-04-03, to: 2027-04-05}
  - {name: 劳动节, from: 2027-05-01, to: 2027-05-05}
  - {name: 端午节, from: 2027-06-09, to: 2027-06-09}
  - {name: 中秋节, from: 2027-09-15, to: 2027-09-15}
  - {name: 国庆节, from: 2027-10-01, to: 2027-10-03}
working_weekends:
  - 2027-01-30
"""
NEW_YEAR = "{name: 元旦, from: 2027-01-01, to: 2027-01-03}"
# Where `holidays` 0.86 has not followed a later notice, with what the State Council says.
DIFFERENT = {
    date(2019, 4, 28): "made a working day by the notice of March 2019 that lengthened 劳动节",
    date(2019, 5, 2): "made a day off by the same notice",
    date(2019, 5, 3): "made a day off by the same notice",
    date(2019, 5, 5): "made a working day by the same notice",
}


def load(folder: Path, content: str | bytes, name: str = "2027.yml") -> WorkCalendar:
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return load_workdays(folder)


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days) for days in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", range(2004, 2027))
def test_another_library_agrees_on_every_day(year: int) -> None:
    """`holidays` was made from the same notices by other people; they differ on four days, for one known reason."""
    other = holidays.country_holidays("CN", years=year)
    differing = [day for day in days_of(year) if WORKDAYS.is_working_day(day) != other.is_working_day(day)]

    assert differing == [day for day in DIFFERENT if day.year == year]


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2005-12-31", True),
        ("2019-04-28", True),
        ("2019-05-02", False),
        ("2019-05-05", True),
        ("2020-01-31", False),
        ("2020-02-01", False),
        ("2020-02-02", False),
        ("2020-02-03", True),
        ("2024-02-09", True),
        ("2026-02-14", True),
        ("2026-02-23", False),
    ],
)
def test_days_that_notices_moved(day: str, works: bool) -> None:
    """调休, the lengthened 劳动节 of 2019 and the prolonged 春节 of 2020."""
    assert WORKDAYS.is_working_day(date.fromisoformat(day)) is works


def test_a_year_file_adds_its_year(tmp_path: Path) -> None:
    """Named days are off, the named weekend is worked, and the rest is a plain week."""
    added = load(tmp_path, GOOD)
    works = [added.is_working_day(date(2027, month, day)) for month, day in [(1, 1), (1, 3), (1, 4), (1, 30), (1, 31)]]

    assert works == [False, False, True, True, False]
    assert added.years == WORKDAYS.years | {2027}
    assert [day.isoformat() for day, _ in added.exceptions(2027, 2027)] == [
        "2027-01-01", "2027-01-30", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11",
        "2027-04-05", "2027-05-03", "2027-05-04", "2027-05-05", "2027-06-09", "2027-09-15", "2027-10-01",
    ]  # fmt: skip


def test_the_year_before_is_counted_into_the_year_added(tmp_path: Path) -> None:
    """With the file, the working day after New Year is known; without it the year is missing."""
    assert load(tmp_path, GOOD).next_working_day(date(2027, 1, 1)) == date(2027, 1, 4)
    with pytest.raises(MissingYearError):
        WORKDAYS.next_working_day(date(2027, 1, 1))


def test_a_notice_may_move_days_of_the_december_before(tmp_path: Path) -> None:
    """元旦 that begins on 31 December, and a worked Sunday for it, stand in the new year's file as in its notice."""
    before = [date(2026, 12, 27), date(2026, 12, 31)]
    added = load(tmp_path, GOOD.replace("from: 2027-01-01", "from: 2026-12-31").replace("2027-01-30", "2026-12-27"))

    assert [WORKDAYS.is_working_day(day) for day in before] == [False, True]
    assert [added.is_working_day(day) for day in before] == [True, False]


def form_of(year: int) -> str:
    """The form as the error prints it, for staff to copy."""
    return str(missing_year(year)).partition("：\n")[2]


def test_a_missing_year_names_the_file_and_shows_the_form() -> None:
    """No guess: which year, which file, and what to write into it."""
    with pytest.raises(MissingYearError) as caught:
        WORKDAYS.is_working_day(date(2027, 1, 4))

    assert caught.value.year == 2027
    assert "data/workdays/2027.yml" in str(caught.value)
    assert form_of(2027).startswith("year: 2027\n")
    assert isinstance(caught.value, RulesError)


def test_the_form_is_refused_until_every_place_is_filled(tmp_path: Path) -> None:
    """Pasted as it stands it is no knowledge of the year; with its days filled in it is."""
    form = form_of(2027)
    filled = form.replace("【待填】文号", "文号").replace("  - 【待填】", "  - 2027-02-06")
    for month_day in ("01-01", "02-08", "04-05", "05-01", "06-09", "09-15"):
        filled = filled.replace("【待填】", f"2027-{month_day}", 2)
    with pytest.raises(RulesError, match="第2行还有没填写的【待填】"):
        load(tmp_path, form)
    with pytest.raises(RulesError, match="【待填】"):
        load(tmp_path, filled)
    whole = load(tmp_path, filled.replace("【待填】", "2027-10-01", 1).replace("【待填】", "2027-10-03"))

    assert (whole.is_working_day(date(2027, 2, 6)), whole.is_working_day(date(2027, 10, 1))) == (True, False)


def test_holidays_that_fall_together_may_share_a_line(tmp_path: Path) -> None:
    """国庆节、中秋节 in one stretch names both."""
    joined = GOOD.replace("name: 国庆节", "name: 国庆节、中秋节").replace(
        "  - {name: 中秋节, from: 2027-09-15, to: 2027-09-15}\n", ""
    )

    assert 2027 in load(tmp_path, joined).years


def test_a_file_nobody_compared_is_known_as_such(tmp_path: Path) -> None:
    """Until ``verified`` is true."""
    assert load(tmp_path, GOOD).unverified == {2027}
    assert load(tmp_path, GOOD + "verified: true\n").unverified == frozenset()


def test_the_readme_of_the_folder_shows_the_same_form() -> None:
    """Staff who open the folder first find what the error would print."""
    assert form_of(2027).strip() in (DATA_DIR / "workdays" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", ["没有照样填写", "year: 2027"]),
        ("- 2027", ["没有照样填写"]),
        ("year: [", ["读不出来"]),
        ("year: 二〇二七".encode("gbk"), ["读不出来"]),
        (GOOD.replace("2027-01-03", "2027-02-30"), ["第4行没有 2027-02-30 这一天", "如 2026-02-28"]),
        (GOOD.replace("  - 2027", "\t- 2027"), ["第12行缩进里有制表符", "如"]),
        (GOOD.replace("source: ", "source："), ["第2行的冒号是全角的", "如 year: 2027"]),
        (GOOD.replace("year: ", "year："), ["第1行的冒号是全角的"]),
        (GOOD.replace("name: 元旦, ", "name: 元旦, name: 元旦, "), ["第4行“name”写了两次"]),
        (GOOD + "year: 2027\n", ["第13行“year”写了两次"]),
        (GOOD.replace("2027-10-01", "2027-10-02"), ["2027-10-01 放假", "days_off 不全"]),
        (GOOD.replace("name: 清明节", "name: 春假"), ["days_off 不全", "清明"]),
        (GOOD.replace("2027-10-03", "2027-10-13"), ["国庆节放假太长", "不超过12天"]),
        (GOOD.replace("关于2027", "关于2026"), ["source 没有写明是2027年的通知"]),
        (GOOD.replace("的通知", ""), ["source 没有写明是2027年的通知"]),
        (GOOD.replace("  - 2027-01-30", "  - 【待填】"), ["第12行还有没填写的【待填】"]),
        (GOOD.replace("2027-01-03", '"2027-02-30"'), ["days_off.0.to", "没有这一天"]),
        (GOOD.replace("2027-01-03", "2027-1-3"), ["days_off.0.to", "一个日期，如"]),
        (GOOD.replace("2027-01-03", "三天"), ["days_off.0.to", "一个日期，如"]),
        (GOOD.replace("2027-01-03", "2026-12-31"), ["元旦的起止日期不对", "都在2027年"]),
        (GOOD.replace("2027-01-01", "2026-11-30"), ["元旦的起止日期不对", "上年12月"]),
        (GOOD.replace("2027-02-11", "2028-02-11"), ["春节的起止日期不对"]),
        (GOOD.replace(NEW_YEAR, "元旦"), ["days_off.0"]),
        (GOOD.replace("name: 元旦", 'name: ""'), ["days_off.0.name"]),
        (GOOD.replace("name: 元旦, ", ""), ["days_off.0.name", "缺少必填字段"]),
        (GOOD.replace("2027-01-30", "2027-01-29"), ["2027-01-29 不该列为周末上班"]),
        (GOOD.replace("2027-01-30", "2027-01-02"), ["2027-01-02 不该列为周末上班"]),
        (GOOD.replace("2027-01-30", "2026-01-31"), ["2026-01-31 不该列为周末上班"]),
        (GOOD.replace("working_weekends:\n  - ", "working_weekends: "), ["working_weekends", "列表"]),
        (GOOD.replace("source: 关于2027年放假的通知\n", ""), ["source", "缺少必填字段"]),
        (GOOD.replace("关于2027年放假的通知", '""'), ["source"]),
        (GOOD.replace("year: 2027\n", ""), ["year", "缺少必填字段"]),
        (GOOD.replace("year: 2027\nsource: 关于2027", "year: 2028\nsource: 关于2028"), ["起止日期不对"]),
        (GOOD.replace("year: 2027", "year: 1999"), ["year", "不小于 2004"]),
        ("year: 2027\nsource: 2027年的通知\ndays_off: []\n", ["days_off", "至少 1 项"]),
        (GOOD + "verifed: true\n", ["verifed", "verified"]),
        (GOOD + "verified: 是\n", ["verified", "true（是）"]),
    ],
)
def test_a_bad_year_file_is_refused_in_plain_words(tmp_path: Path, content: str | bytes, words: list[str]) -> None:
    """The file is named, and the field, and what is expected there."""
    with pytest.raises(RulesError) as caught:
        load(tmp_path, content)

    told = str(caught.value)
    assert told.startswith("data/workdays/2027.yml ")
    assert [word for word in words if word not in told] == []


@pytest.mark.parametrize("name", ["2028.yml", "notes.yml", "2027.yaml", "2027.yml.bak"])
def test_the_name_of_a_file_is_its_year(tmp_path: Path, name: str) -> None:
    """A file found by its name holds that year."""
    with pytest.raises(RulesError, match=rf"data/workdays/{name} .*文件名要和年份一致"):
        load(tmp_path, GOOD, name)


def official(**changes: str) -> str:
    """The notice for 2021, as a file."""
    text = """\
year: 2021
source: 关于2021年部分节假日安排的通知（国办发明电〔2020〕27号）
days_off:
  - {name: 元旦, from: 2021-01-01, to: 2021-01-03}
  - {name: 春节, from: 2021-02-11, to: 2021-02-17}
  - {name: 清明节, from: 2021-04-03, to: 2021-04-05}
  - {name: 劳动节, from: 2021-05-01, to: 2021-05-05}
  - {name: 端午节, from: 2021-06-12, to: 2021-06-14}
  - {name: 中秋节, from: 2021-09-19, to: 2021-09-21}
  - {name: 国庆节, from: 2021-10-01, to: 2021-10-07}
working_weekends: [2021-02-07, 2021-02-20, 2021-04-25, 2021-05-08, 2021-09-18, 2021-09-26, 2021-10-09]
"""
    for old, new in changes.items():
        text = text.replace(old.replace("_", "-").removeprefix("d"), new)
    return text


def test_a_worked_december_of_the_next_notice_is_no_contradiction(tmp_path: Path) -> None:
    """30 and 31 December 2006 were worked by the notice for 2007, of which a file of 2006 knows nothing."""
    again = load(tmp_path, (DATA_DIR / "workdays" / "2006.yml").read_bytes(), "2006.yml")

    assert [again.is_working_day(date(2006, 12, day)) for day in (30, 31)] == [True, True]


def test_a_file_may_say_again_what_the_library_knows(tmp_path: Path) -> None:
    """After the library has caught up, the town's file of the same notice does no harm."""
    assert load(tmp_path, official(), "2021.yml").years == WORKDAYS.years


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"d2021_02_17": "2021-02-16"}, "放假日期不同：2021-02-17 等1天"),
        ({"d2021_06_12": "2021-06-11"}, "放假日期不同：2021-06-11 等1天"),
        ({"d2021_02_20": "2021-02-21"}, "周末上班日期不同：2021-02-20 等2天"),
    ],
)
def test_a_file_that_contradicts_the_library_is_refused(tmp_path: Path, changes: dict[str, str], words: str) -> None:
    """One of the two is wrong, and only the notice can say which."""
    with pytest.raises(RulesError, match=words):
        load(tmp_path, official(**changes), "2021.yml")


def test_the_folder_may_be_empty_or_absent(tmp_path: Path) -> None:
    """Then the library's years are all."""
    assert load_workdays(tmp_path / "none") == load_workdays(tmp_path)
    assert sorted(load_workdays(tmp_path).years) == list(range(2004, 2027))
