"""Live preview for staff: MkDocs' own server, with findings after every change."""

from __future__ import annotations

import logging
import os
import re
from datetime import date
from pathlib import Path

from mkdocs.commands.serve import serve
from mkdocs.exceptions import Abort, ConfigurationError

from publicity.clock import epoch_of
from publicity.errors import PublicityError
from publicity.settings import load_settings


def serve_site(config_file: Path, address: str, today: date | None) -> None:
    """Serve until interrupted. Findings are logged by the hook and shown on the page they belong to."""
    if today is not None:
        os.environ["SOURCE_DATE_EPOCH"] = str(epoch_of(today))
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if not re.fullmatch(r"[^\s:]+:[0-9]{1,5}", address) or int(address.rpartition(":")[2]) > 65535:
        raise PublicityError(f"预览地址“{address}”写法不对，应当是 地址:端口，如 127.0.0.1:8000。")
    load_settings(config_file)
    try:
        serve(config_file=str(config_file), dev_addr=address)
    except OSError as error:
        if error.filename is not None:
            raise PublicityError(f"预览服务没有启动：{error.filename} 读不了（{error.strerror}）。") from None
        raise PublicityError(f"预览服务没有启动（{address}）：{error.strerror}。可用 --address 换一个端口。") from None
    except (Abort, ConfigurationError) as error:
        raise PublicityError(f"预览服务没有启动：{error}") from None
