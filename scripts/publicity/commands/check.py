"""``check``: every finding, or those of the given files and folders."""

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
from publicity.errors import PublicityError
from publicity.finding import Finding
from publicity.project import Project, open_project


@click.command(help="检查全部内容（或只看给出的文件、文件夹）。")
@config_option
@today_option
@format_option
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@guarded
def check(config_file: Path, today: str | None, shape: str, paths: tuple[Path, ...]) -> None:
    started = time.monotonic()
    with counting("读取") as count:
        project = open_project(config_file, read_today(today), count)
    findings = _within(project, paths)
    click.echo(RENDERERS[shape](findings), nl=False)
    closing = closing_line(project, findings, len(project.corpus.pages), started)
    click.echo(closing, err=True)
    write_summary(shape, findings, closing)
    sys.exit(1 if any(finding.blocks for finding in findings) else 0)


def _within(project: Project, paths: tuple[Path, ...]) -> list[Finding]:
    """The findings of the given files and folders; all of them when none is given."""
    wanted = [project.settings.shown(path.resolve()) for path in paths]
    for path, shown in zip(paths, wanted, strict=True):
        if not path.exists():
            raise PublicityError(f"找不到 {shown}。")
    return [one for one in project.findings if not wanted or any(_is_in(one.path, shown) for shown in wanted)]


def _is_in(path: str, shown: str) -> bool:
    return shown in (".", path) or path.startswith(f"{shown}/")
