"""People's door: every verb of publicity.commands."""

from __future__ import annotations

import click

from publicity.commands import COMMANDS

cli = click.Group(
    "cli", commands=COMMANDS, help="乡镇政府信息公开网站：检查、生成、预览、新建、清理附件、期限和引用、打包。"
)

if __name__ == "__main__":
    cli()
