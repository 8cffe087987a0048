"""``new``: a page with its number taken and its form laid out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from publicity.clock import read_today
from publicity.commands.common import config_option, guarded, today_option
from publicity.enrich.disclosure_years import disclosure_reports, page_of
from publicity.errors import PublicityError
from publicity.explain import class_in, explain_errors, nearest_field
from publicity.model import KINDS
from publicity.model.fields import Choice
from publicity.model.report import ReportKind
from publicity.outputs import templates
from publicity.outputs.disclosure_form import disclosure_form
from publicity.project import Project, open_project


@click.command(help="新建一页：自动取号，写好模板。")
@config_option
@today_option
@click.argument("kind", default="")
@click.option("--set", "pairs", multiple=True, metavar="字段=值", help="直接给出字段，可多次使用；给全了就不再询问")
@guarded
def new(config_file: Path, today: str | None, kind: str, pairs: tuple[str, ...]) -> None:
    if kind not in templates.new_kinds():
        asked = f"不认识的种类“{kind}”" if kind else "请说明要新建哪一种页面"
        raise PublicityError(f"{asked}。可以新建：" + "、".join(templates.new_kinds()))
    day = read_today(today)
    project = open_project(config_file, day)
    given = _given(pairs, kind)
    for name, field in templates.fields_to_ask(kind):
        if name not in given and sys.stdin.isatty():
            given |= _ask(kind, name, field)
    _refuse_second_report(project, given)
    form = disclosure_form(disclosure_reports(project.corpus), project.settings.town, given)
    used = set(project.corpus.serials_ever)
    while True:  # somebody else may be taking the same number just now
        serial = templates.next_serial(used, day.year)
        path = project.settings.docs_dir / templates.path_of(kind, serial)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:  # never over an existing page
                file.write(templates.render_template(kind, serial, project.settings.town, given, form))
            break
        except FileExistsError:
            used.add(serial)
    click.echo(f"已新建 {project.settings.shown(path)}。填好空着的字段和正文后，运行 make check。")
    if form is not None and form.note:
        click.echo(f"{form.note}。")


def _given(pairs: tuple[str, ...], kind: str) -> dict[str, str]:
    given: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise PublicityError(f"--set 的写法是 字段=值，如 --set title=关于…的通知（给的是“{pair}”）")
        if name.strip() in ("kind", "serial") or not value.isprintable():
            raise PublicityError(f"不能设“{name.strip()}”：种类和流水号由程序填写，值里不能有看不见的字符。")
        if name.strip() not in KINDS[kind].model_fields:
            raise PublicityError(f"不认识的字段“{name.strip()}”；{nearest_field(name.strip(), KINDS[kind])}")
        given[name.strip()] = " ".join(value.split())
    if complaint := _complaint(kind, given):
        raise PublicityError(complaint)
    return given


def _complaint(kind: str, given: dict[str, str]) -> str:
    """What the kind's model has against the given values, in a line; the fields not given yet are no fault."""
    try:
        KINDS[kind].model_validate({"kind": kind, **given})
    except ValidationError as error:
        found = [one for one in explain_errors(error, KINDS[kind]) if one.place and one.place[0] in given]
        return "。".join(f"{one.message}；{one.cure}" for one in found)
    return ""


def _refuse_second_report(project: Project, given: dict[str, str]) -> None:
    if given.get("report_kind") != ReportKind.DISCLOSURE_ANNUAL or "year" not in given:
        return
    standing = page_of(project.corpus, int(given["year"]))
    if standing is not None:
        what = f"{given['year']}年度的政府信息公开工作年度报告"
        raise PublicityError(f"{what}已有 {standing.shown}，一个年度只有一份；请在那一页上修改。")


def _ask(kind: str, name: str, field: Any) -> dict[str, str]:
    """The field with an answer that its model takes; nothing when it was left empty, to be filled in the editor."""
    choice = class_in(field.annotation, Choice)
    hint = " ".join(f"{member.value}={member.label}" for member in choice) if choice else field.description or ""
    while answer := click.prompt(f"{field.title}（{name}，{hint}）", default="", show_default=False):
        complaint = _complaint(kind, {name: answer})
        if not complaint:
            return {name: answer}
        click.echo(complaint)
    return {}
