"""What every verb shares: its options, one sentence for what keeps it from running, and how findings are told."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from publicity.checks.scrub import scrub_text
from publicity.errors import PublicityError, mishap
from publicity.finding import Finding
from publicity.model.fields import PENDING
from publicity.outputs.findings import render_github, render_json, render_summary, render_text
from publicity.project import Project

RENDERERS = {"text": render_text, "json": render_json, "github": render_github}
config_option = click.option(
    "-f", "config_file", default="mkdocs.yml", type=click.Path(path_type=Path), help="mkdocs.yml 的位置"
)
today_option = click.option("--today", metavar="日期", help="当作哪一天，如 2026-11-22（默认今天，北京时间）")
format_option = click.option("--format", "shape", type=click.Choice(list(RENDERERS)), default="text", help="输出形式")


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """What keeps a command from running is one Chinese sentence and exit code 2, never a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except PublicityError as error:
            click.echo(f"不能运行：{scrub_text(str(error))}", err=True)
            sys.exit(2)
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(1)
        except OSError as error:
            click.echo(f"不能运行：{mishap(error)}", err=True)
            sys.exit(2)
        except Exception as error:  # what nobody foresaw is still one sentence
            click.echo(f"程序出错，请把这一行告诉技术人员：{type(error).__name__}: {error}", err=True)
            sys.exit(2)

    return run


class counting:  # noqa: N801 - used like click's own context managers
    """A count on a terminal that rewrites its line; silent elsewhere."""

    def __init__(self, verb: str) -> None:
        self.verb, self.done, self.shown = verb, 0, sys.stderr.isatty()
        self.told = 0.0

    def __enter__(self) -> Callable[[int], None]:
        return self.add

    def add(self, number: int) -> None:
        self.done += number
        if self.shown and time.monotonic() - self.told > 0.1:
            self.told = time.monotonic()
            click.echo(f"\r{self.verb} {self.done} 页…", nl=False, err=True)

    def __exit__(self, *_: object) -> None:
        if self.shown:
            click.echo("\r" + " " * 24 + "\r", nl=False, err=True)


def closing_line(project: Project, findings: list[Finding], pages: int, started: float) -> str:
    blocking = sum(finding.blocks for finding in findings)
    pending = project.pending
    waiting = f"，{pending} 项{PENDING}" if pending else ""
    seconds = time.monotonic() - started
    return f"共 {pages} 页：必须改 {blocking} 处，建议 {len(findings) - blocking} 处{waiting}；用时 {seconds:.1f} 秒。"


def write_summary(shape: str, findings: list[Finding], closing: str) -> None:
    """On GitHub, also to the page a clerk reads."""
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if shape == "github" and target:
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(render_summary(findings, closing))
