"""``cli.py duties`` as people run it."""

from __future__ import annotations

import json
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner, Result
from conftest import make_town, record

from publicity.commands import COMMANDS
from publicity.commands.duties import duties

PAGES = {
    "disclosure/2026/2026-00001.md": record(published_at="待核定"),
    "disclosure/2026/2026-00002.md": record("2026-00002", published_at="待核定", formed_on="2026-11-20"),
}


def run(folder: Path, *options: str) -> Result:
    config = make_town(folder, PAGES, owners={"disclosure/": "党政办"})
    return CliRunner().invoke(duties, ["-f", str(config), "--today", "2026-11-22", *options])


def test_it_is_one_of_the_verbs() -> None:
    """It stands in the visible tuple."""
    assert duties in COMMANDS


def test_the_list_is_text_with_file_and_line(tmp_path: Path) -> None:
    """Whatever is overdue, the command itself has done well."""
    done = run(tmp_path)

    assert done.exit_code == 0
    assert "2026-04-30（已过206天）  公开《一份公开件》  [docs/disclosure/2026/2026-00001.md:9]" in done.stdout
    assert "责任：党政办" in done.stdout


@pytest.mark.parametrize(
    ("within", "listed"), [("25d", False), ("26d", True), ("3w", False), ("4w", True), ("0m", False), ("1m", True)]
)
def test_within_cuts_by_days_weeks_or_months(tmp_path: Path, within: str, listed: bool) -> None:
    """2026-11-20 and twenty working days is 2026-12-18, 26 days ahead; what is late or undated stays."""
    ids = [one["id"] for one in json.loads(run(tmp_path, "--within", within, "--format", "json").stdout)]

    assert ("publish:2026-00002" in ids) is listed
    assert "publish:2026-00001" in ids
    assert "pending:2026-00001" in ids


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--within", "30"], "--within 的写法不对：“30”。请写成 30d（天）、2w（周）或 3m（月）。"),
        (["--within", "-3d"], "--within 的写法不对"),
        (["--owner", "财政所"], "没有“财政所”这个责任岗位；mkdocs.yml 的 owners 里有：党政办、待核定。"),
        (["--today", "明天"], "日期“明天”无效"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, options: list[str], words: str) -> None:
    """Exit code 2, and how to write it."""
    done = run(tmp_path, *options)

    assert done.exit_code == 2
    assert words in done.stderr
    assert done.stdout == ""


def test_one_owner_sees_their_own(tmp_path: Path) -> None:
    """And 待核定 those of nobody."""
    mine, nobodys = (
        json.loads(run(tmp_path, "--owner", owner, "--format", "json").stdout) for owner in ("党政办", "待核定")
    )

    assert {one["owner"] for one in mine} == {"党政办"}
    assert {one["owner"] for one in nobodys} == {"待核定"}


def test_the_calendar_holds_what_has_a_day(tmp_path: Path) -> None:
    """The same file that the site has."""
    done = run(tmp_path, "--format", "ics")
    titles = [str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(done.stdout_bytes).walk("VEVENT")]

    assert "已经超期：公开《一份公开件》" in titles
    assert not [title for title in titles if "待核定：" in title]


@pytest.mark.parametrize("span", ["9999d", "9999w", "9999m"])
def test_a_span_past_all_calendars_is_no_crash(tmp_path: Path, span: str) -> None:
    """Everything is listed."""
    assert run(tmp_path, "--within", span).exit_code == 0
