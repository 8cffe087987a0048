"""Live preview for staff: MkDocs' own server, with findings after every change."""

from __future__ import annotations

import logging
import os
from datetime import date
from pathlib import Path

from mkdocs.commands.serve import serve

from publicity.clock import epoch_of
from publicity.errors import PublicityError


def serve_site(config_file: Path, address: str, today: date | None) -> None:
    """Serve until interrupted. Findings are logged by the hook and shown on the page they belong to."""
    if today is not None:
        os.environ["SOURCE_DATE_EPOCH"] = str(epoch_of(today))
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        serve(config_file=str(config_file), dev_addr=address)
    except OSError as error:
        raise PublicityError(f"预览服务没有启动（{address}）：{error.strerror}。可用 --address 换一个端口。") from None
