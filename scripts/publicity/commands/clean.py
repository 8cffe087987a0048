"""``clean``: a copy of an attachment without what nobody sees."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from publicity.commands.common import guarded
from publicity.finding import Severity


@click.command(help="清理附件：去掉作者、批注、隐藏内容、照片的拍摄地点等，另存一份；原文件不动。")
@click.argument("file", metavar="附件", type=click.Path(path_type=Path))
@guarded
def clean(file: Path) -> None:
    from publicity.content.attachments import read_attachments  # noqa: PLC0415 - only this verb needs them
    from publicity.content.cleaning import clean_file  # noqa: PLC0415

    cleaned = clean_file(file)
    click.echo(f"已另存为 {cleaned.path}；原文件没有动。")
    for one in cleaned.removed or ("没有看不见的内容",):
        click.echo(f"  {'去掉了' if cleaned.removed else ''}{one}")
    left = read_attachments([(cleaned.path, cleaned.path.name)])[cleaned.path.name].troubles
    for trouble in left:
        click.echo(f"  仍有：{trouble.message}；{trouble.cure}")
    click.echo("请打开看一遍，再用它替换原来的附件；看得见的文字没有改，个人信息要自己删。")
    sys.exit(1 if any(trouble.severity is Severity.BLOCK for trouble in left) else 0)
