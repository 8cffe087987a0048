"""``duties``: what staff have to see to, by urgency."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import click

from publicity.clock import read_today
from publicity.commands.common import config_option, counting, guarded, today_option
from publicity.enrich.duties import Duty, until
from publicity.errors import PublicityError
from publicity.model.fields import PENDING
from publicity.outputs.duties import render_json, render_text
from publicity.project import Project, open_project
from publicity.rules.periods import Unit, last_day

# 30d, 2w, 3m: up to four digits, which end before the calendar does.
SPAN = re.compile(r"([0-9]{1,4})([dwm])")


@click.command(help="要办的事：到期、超期、缺少、将失效、尚未核定的，各由谁办、怎么办。")
@config_option
@today_option
@click.option(
    "--within", metavar="时间", help="只看多久以内到期的：30d 是30天，2w 是2周，3m 是3个月；没有日期的照样列出"
)
@click.option("--owner", metavar="责任岗位", help=f"只看一个岗位或机构的，如 {PENDING}")
@click.option("--format", "shape", type=click.Choice(["text", "json", "ics"]), default="text", help="输出形式")
@guarded
def duties(config_file: Path, today: str | None, within: str | None, owner: str | None, shape: str) -> None:
    day = read_today(today)
    with counting("读取") as count:
        project = open_project(config_file, day, count)
    found = _owned(project, owner)
    if within is not None:
        found = tuple(until(found, _last_day(within, day, project)))
    if shape == "ics":
        from publicity.outputs.calendars import render_duties  # noqa: PLC0415 - the calendar library is slow to import

        click.echo(render_duties(found, project.settings.town.organ, day), nl=False)
    else:
        click.echo(render_json(found) if shape == "json" else render_text(found, day), nl=False)


def _owned(project: Project, owner: str | None) -> tuple[Duty, ...]:
    known = sorted({*project.settings.town.owners.values(), PENDING})
    if owner is not None and owner not in known:
        raise PublicityError(f"没有“{owner}”这个责任岗位；mkdocs.yml 的 owners 里有：{'、'.join(known)}。")
    return tuple(duty for duty in project.duties if owner in (None, duty.owner))


def _last_day(within: str, today: date, project: Project) -> date:
    found = SPAN.fullmatch(within)
    if found is None:
        raise PublicityError(f"--within 的写法不对：“{within}”。请写成 30d（天）、2w（周）或 3m（月）。")
    number, unit = int(found.group(1)), found.group(2)
    if unit == "m":
        return last_day(today, number, Unit.MONTHS, project.rules.workdays)
    return today + timedelta(days=number * (7 if unit == "w" else 1))
