"""``inspect``: the self-inspection of 国办秘函〔2019〕19号; it reports, and never fails."""

from __future__ import annotations

from pathlib import Path

import click

from publicity.clock import read_today
from publicity.commands.common import config_option, counting, guarded, today_option
from publicity.outputs.inspection import render_inspection_json, render_inspection_text
from publicity.project import open_project

SHAPES = {"text": render_inspection_text, "json": render_inspection_json}


@click.command(help="照国办秘函〔2019〕19号自查本站：指标、栏目更新、应公开事项。只报告，不报错。")
@config_option
@today_option
@click.option("--format", "shape", type=click.Choice(list(SHAPES)), default="text", help="输出形式")
@guarded
def inspect(config_file: Path, today: str | None, shape: str) -> None:
    with counting("读取") as count:
        project = open_project(config_file, read_today(today), count)
    click.echo(SHAPES[shape](project), nl=False)
