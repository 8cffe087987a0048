"""Generated copies that live in the repository; CI fails when one is stale."""

from __future__ import annotations

from pathlib import Path

from publicity.errors import PublicityError
from publicity.outputs.field_table import insert_field_tables
from publicity.outputs.schemas import render_schemas
from publicity.settings import Settings


def stale_copies(settings: Settings) -> dict[Path, str]:
    """Files whose content is not what the classes say, with what it should be."""
    contributing = settings.root / "CONTRIBUTING.md"
    if not contributing.is_file():
        raise PublicityError(f"找不到 {contributing}。")
    wanted = {settings.docs_dir / "schemas" / name: text for name, text in render_schemas().items()}
    wanted[contributing] = insert_field_tables(contributing.read_text(encoding="utf-8"))
    return {path: text for path, text in wanted.items() if _read(path) != text}


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
