"""Generated copies that live in the repository; CI fails when one is stale."""

from __future__ import annotations

from pathlib import Path

from publicity.errors import PublicityError
from publicity.outputs.field_table import render_field_tables
from publicity.outputs.schemas import render_schemas
from publicity.outputs.templates import render_template
from publicity.settings import Settings, Town


def stale_copies(settings: Settings) -> dict[Path, str]:
    """Files whose content is not what the classes say, with what it should be."""
    contributing = settings.root / "CONTRIBUTING.md"
    if not contributing.is_file():
        raise PublicityError(f"找不到 {contributing}。")
    text = contributing.read_text(encoding="utf-8")
    text = _between(text, "样板", f"```yaml\n{_sample(settings.town)}```\n")
    text = _between(text, "字段表", render_field_tables())
    wanted = {settings.docs_dir / "schemas" / name: schema for name, schema in render_schemas().items()}
    wanted[contributing] = text
    return {path: text for path, text in wanted.items() if _read(path) != text}


def _between(document: str, name: str, text: str) -> str:
    """The document with what stands between the two marks of that name renewed."""
    begin, end = f"<!-- {name}：由 make generate 生成，请勿手改 -->", f"<!-- {name}结束 -->"
    if begin not in document or end not in document:
        raise PublicityError(f"CONTRIBUTING.md 里缺少起止标记：{begin} … {end}")
    before, _, rest = document.partition(begin)
    return f"{before}{begin}\n\n{text}\n{end}{rest.partition(end)[2]}"


def _sample(town: Town) -> str:
    """What ``new`` writes, as the manual shows it."""
    given = {"title": "关于做好冬季森林防火工作的通知", "category": "20.12"}
    return render_template("disclosure_item", "2026-00056", town, given)


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
