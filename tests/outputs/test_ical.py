"""Calendars to subscribe to: valid, stable, with alarms, and readable in Chinese."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import vobject
from conftest import ORGAN, TODAY, make_town, record
from places import ADDRESS, place

from publicity.outputs.calendars import make_calendars, render_public_dates
from publicity.outputs.ical import Occasion, render_ical
from publicity.project import open_project

GOLDEN = Path(__file__).parents[1] / "golden" / "duties.ics"
OCCASIONS = (
    Occasion(
        "rule:rule-of-law-report-public:2027", date(2027, 3, 31), date(2027, 3, 31),
        "到期要办：法治政府建设年度报告（向社会公开）（2026年度），还没有公开的页面",
        "怎么办：请建立页面；公开后填写实际的发布时间,不得改动\n责任：党政办\n依据：《某规定》第二十四条", "到期要办",
    ),
    Occasion("day:week:2026", date(2026, 12, 1), date(2026, 12, 7), "一周", "", "普法日"),
    Occasion("publish:2026-00001", date(2026, 11, 1), date(2026, 11, 1), "已经超期：公开甲", "", "已经超期"),
)  # fmt: skip


def render(today: date = TODAY, organ: str = ORGAN) -> bytes:
    return render_ical(f"{organ}待办事项", OCCASIONS, today)


def events(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_the_file_is_as_it_was() -> None:
    """Byte for byte: order, folding, stamps and ids."""
    assert render() == GOLDEN.read_bytes()


def test_lines_are_folded_within_characters() -> None:
    """At most 75 octets a line, ended by CRLF, each of them whole UTF-8 (RFC 5545 §3.1)."""
    *lines, last = render().split(b"\r\n")

    assert last == b""
    assert all(len(line) <= 75 and line.decode("utf-8") for line in lines)
    assert b"\n" not in render().replace(b"\r\n", b"")


def test_what_was_put_in_is_read_back() -> None:
    """All-day events whose end is the day after the last; commas and line breaks survive."""
    first, week, _ = events(render())

    assert str(first["SUMMARY"]) == OCCASIONS[0].title
    assert str(first["DESCRIPTION"]) == OCCASIONS[0].details
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (date(2027, 3, 31), date(2027, 4, 1))
    assert (week["DTSTART"].dt, week["DTEND"].dt) == (date(2026, 12, 1), date(2026, 12, 8))
    assert first["DTSTAMP"].dt == datetime(2026, 11, 21, 16, tzinfo=UTC)


def test_another_program_reads_the_same() -> None:
    """vobject, which has nothing of the library that wrote it, finds what RFC 5545 wants and every word."""
    read = vobject.readOne(render().decode("utf-8"))

    assert read.validate(raiseException=True)
    assert [
        (one.summary.value, one.dtstart.value, one.dtend.value - timedelta(days=1), len(one.contents.get("valarm", [])))
        for one in read.vevent_list
    ] == [(one.title, one.first, one.last, 2 if one.first >= TODAY else 0) for one in OCCASIONS]
    assert read.vevent_list[0].description.value == OCCASIONS[0].details


def test_a_day_is_that_day_in_every_zone() -> None:
    """Days carry no time; the only moments are in UTC; nothing in it asks anybody to a meeting."""
    text = render().decode("utf-8")
    dated = [line for line in text.split("\r\n") if line.startswith(("DTSTART", "DTEND", "DTSTAMP"))]

    assert len(dated) == 9
    assert all(re.fullmatch(r"DT(START|END);VALUE=DATE:[0-9]{8}|DTSTAMP:[0-9]{8}T[0-9]{6}Z", line) for line in dated)
    assert "METHOD" not in text
    assert "TZID" not in text


def test_alarms_ring_in_the_morning_a_week_and_a_day_ahead() -> None:
    """Nine o'clock; what is past rings no more."""
    first, _, past = events(render())
    start = datetime(2027, 3, 31)

    rings = [start + alarm["TRIGGER"].dt for alarm in first.walk("VALARM")]

    assert rings == [datetime(2027, 3, 24, 9), datetime(2027, 3, 30, 9)]
    assert past.walk("VALARM") == []


def test_ids_stay_from_day_to_day_and_differ_between_towns() -> None:
    """A calendar that is fetched again updates what it has; two towns in one calendar do not mix."""
    ids = [str(one["UID"]) for one in events(render())]

    assert [str(one["UID"]) for one in events(render(TODAY + timedelta(days=9)))] == ids
    assert len(set(ids)) == len(ids)
    assert not set(ids) & {str(one["UID"]) for one in events(render(organ="云岭县白石镇人民政府"))}


EVENT = (
    "---\nkind: publicity_event\ntitle: 赶集普法\nserial: 2026-00002\nevent_kind: activity\nstarts_on: 2026-11-25\n"
    "place: 青石场坝\n---\n"
)


def test_the_public_calendar_holds_events_days_and_publication_dates(tmp_path: Path) -> None:
    """Of this year and the next; what concerns only the superior organ is not in it."""
    days = [{"name": "镇庆", "month_day": "11-28", "note": "本地"}]
    config = make_town(tmp_path, {"schedule/2026/2026-00002.md": EVENT}, local_days=days)
    found = events(render_public_dates(open_project(config, TODAY)))
    titles = [str(one["SUMMARY"]) for one in found]

    assert {"赶集普法", "镇庆", "国家宪法日", "法治政府建设年度报告（向社会公开）"} <= set(titles)
    assert "法治政府建设情况报告（报上一级党委和政府）" not in titles
    assert titles.count("镇庆") == 2
    assert len({str(one["UID"]) for one in found}) == len(found)
    assert [one["DTSTART"].dt for one in found] == sorted(one["DTSTART"].dt for one in found)


def test_an_event_keeps_its_id_when_its_words_change(tmp_path: Path) -> None:
    """Title and day are corrected in the calendars that people have; a placed site names the page."""
    uri, changed = "schedule/2026/2026-00002.md", EVENT.replace("赶集普法", "赶集送法").replace("11-25", "11-26")
    old = events(render_public_dates(open_project(make_town(tmp_path / "old", {uri: EVENT}), TODAY)))
    new = events(render_public_dates(open_project(place(make_town(tmp_path / "new", {uri: changed})), TODAY)))
    before, after = ([one for one in found if str(one["SUMMARY"]).startswith("赶集")] for found in (old, new))

    assert [str(one["UID"]) for one in old] == [str(one["UID"]) for one in new]
    assert [(str(one["SUMMARY"]), one["DTSTART"].dt) for one in after] == [("赶集送法", date(2026, 11, 26))]
    assert [str(one["URL"]) for one in after] == [f"{ADDRESS}schedule/2026/2026-00002/"]
    assert "URL" not in before[0]


@pytest.mark.parametrize(
    ("staff_pages", "uris"), [(True, ["calendar.ics", "staff/duties.ics"]), (False, ["calendar.ics"])]
)
def test_duties_are_a_file_only_with_staff_pages(tmp_path: Path, staff_pages: bool, uris: list[str]) -> None:
    """A town that keeps them out of its site has the command."""
    pages = {"disclosure/2026/2026-00001.md": record(published_at="待核定")}
    project = open_project(make_town(tmp_path, pages, staff_pages=staff_pages), TODAY)

    assert [one.uri for one in make_calendars(project)] == uris
