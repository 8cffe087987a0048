"""People's door: every verb of publicity.commands."""

from __future__ import annotations

from publicity.commands import COMMANDS
from publicity.commands.usage import Verbs

cli = Verbs("cli", commands=COMMANDS, help="乡镇政府信息公开网站：检查、生成、预览、新建、清理附件、期限和引用、打包。")

if __name__ == "__main__":
    cli()
