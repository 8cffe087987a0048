"""Bytes of a file → text, or a reason that a clerk can act on."""

from __future__ import annotations

from pathlib import Path

MAX_BYTES = 2 * 1024 * 1024


class NotTextError(Exception):
    def __init__(self, message: str, cure: str, line: int = 1) -> None:
        super().__init__(message)
        self.message, self.cure, self.line = message, cure, line


def read_text(path: Path) -> str:
    """UTF-8 text with ``\\n`` line ends."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise NotTextError("文件超过2MB", "正文请控制在2MB以内，长材料请作附件")
        data = path.read_bytes()
    except OSError as error:
        raise NotTextError(f"文件打不开（{error.strerror}）", "请检查文件是否存在、是否可读") from None
    if not data.strip():
        raise NotTextError("文件是空的", "请写上内容，或删去这个文件")
    if data.startswith(b"\xef\xbb\xbf"):
        raise NotTextError("文件开头有 BOM 标记", "请在编辑器里另存为“UTF-8（无 BOM）”")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotTextError("文件是 UTF-16 编码", "请在编辑器里另存为 UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotTextError(f"第{line}行不是 UTF-8 编码（可能是 GBK）", "请在编辑器里另存为 UTF-8", line) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise NotTextError(f"第{line}行有空字符，不像文字文件", "请重新粘贴内容，另存为 UTF-8 文本", line)
    return text.replace("\r\n", "\n").replace("\r", "\n")
