"""``serve``: a preview that shows findings while one types."""

from __future__ import annotations

from pathlib import Path

import click

from publicity.clock import read_today
from publicity.commands.common import config_option, guarded, today_option


@click.command(help="边写边看：在浏览器里预览，改动后自动刷新，并列出问题。")
@config_option
@today_option
@click.option("--address", default="127.0.0.1:8000", help="预览地址")
@guarded
def serve(config_file: Path, today: str | None, address: str) -> None:
    from publicity.build.serve import serve_site  # noqa: PLC0415 - MkDocs is slow to import

    serve_site(config_file, address, read_today(today) if today else None)
