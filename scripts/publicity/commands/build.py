"""``build``: check, then the whole site or nothing."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from publicity.clock import read_today
from publicity.commands.common import (
    RENDERERS,
    closing_line,
    config_option,
    counting,
    format_option,
    guarded,
    today_option,
    write_summary,
)
from publicity.project import open_project


@click.command(help="检查，然后生成网站；不成功时原来的网站不动。")
@config_option
@today_option
@click.option("--site-dir", type=click.Path(path_type=Path), help="生成到哪个文件夹（默认按 mkdocs.yml）")
@format_option
@guarded
def build(config_file: Path, today: str | None, site_dir: Path | None, shape: str) -> None:
    from publicity.build.site import build_site  # noqa: PLC0415 - MkDocs is slow to import
    from publicity.build.swap import recover_site  # noqa: PLC0415

    started = time.monotonic()
    with counting("读取") as count:
        project = open_project(config_file, read_today(today), count)
    target = (site_dir or project.settings.site_dir).resolve()
    findings, pages = list(project.findings), len(project.corpus.pages)
    if target.name:
        recover_site(target)
    if not project.blocked:
        with counting("生成") as count:
            pages, broken = build_site(project, target, count)
        findings += broken
    click.echo(RENDERERS[shape](findings), nl=False)
    closing = closing_line(project, findings, pages, started)
    click.echo(closing, err=True)
    write_summary(shape, findings, closing)
    if any(finding.blocks for finding in findings):
        click.echo("有必须改的地方，网站没有生成；原来的网站没有动。", err=True)
        sys.exit(1)
    click.echo(f"网站已生成：{target / 'index.html'}", err=shape == "json")
