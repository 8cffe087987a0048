"""``generate``: the copies in the repository that programs write."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from publicity.commands.common import config_option, guarded
from publicity.outputs.copies import stale_copies
from publicity.settings import load_settings


@click.command(help="重写由程序生成的副本：docs/schemas/ 和 CONTRIBUTING.md 的字段表。")
@config_option
@click.option("--check", "only_check", is_flag=True, help="只核对，不写；有过期的就报错")
@guarded
def generate(config_file: Path, only_check: bool) -> None:
    stale = stale_copies(load_settings(config_file))
    for path, text in stale.items():
        if not only_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"{'已过期' if only_check else '已重写'}：{path}")
    if only_check and stale:
        click.echo("请运行 make generate 并一并提交。", err=True)
        sys.exit(1)
