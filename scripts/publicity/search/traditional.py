"""The table of traditional characters as the engine reads it: half the size of the characters themselves."""

from __future__ import annotations

import hashlib
from pathlib import Path

from publicity.search.codec import encode_text, gaps

FIRST = 0x4E00  # gaps count from here
ROW, CELL, BANG = 0xB0, 0xA1, 33  # of the Chinese characters in GB 2312, and the first printable character


def write_traditional(traditional: tuple[str, str], folder: Path) -> str:
    """Writes ``traditional-<hash>.txt``; its name. The simplified forms are characters of GB 2312."""
    content = _render(traditional).encode("ascii")
    name = f"traditional-{hashlib.sha256(content).hexdigest()[:12]}.txt"
    (folder / name).write_bytes(content)
    return name


def _render(traditional: tuple[str, str]) -> str:
    pairs = sorted(zip(*traditional, strict=True))
    codes = [ord(one) - FIRST for one, _ in pairs]
    forms = [form.encode("gb2312") for _, form in pairs]
    placed = "".join(chr(row - ROW + BANG) + chr(cell - CELL + BANG) for row, cell in forms)
    return f"{encode_text(gaps(codes))}\n{placed}\n"
