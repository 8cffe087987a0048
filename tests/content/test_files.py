"""Bytes of a file become text, or a reason a clerk can act on."""

from __future__ import annotations

from pathlib import Path

import pytest

from publicity.content.files import MAX_BYTES, NotTextError, read_text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空的"),
        (b" \r\n\t\n", "空的"),
        (b"\xef\xbb\xbf---\n", "BOM"),
        ("公告".encode("utf-16"), "UTF-16"),
        ("title: 公告".encode("utf-16-be"), "UTF-8|空字符"),
        (b"\xfe\xff" + "公告".encode("utf-16-be"), "UTF-16"),
        ("---\ntitle: ok\n第二行\n".encode() + "公告".encode("gbk"), "第4行不是 UTF-8"),
        (b"a\0b", "空字符"),
        (b"a" * (MAX_BYTES + 1), "2MB"),
    ],
)
def test_a_file_that_is_not_text_says_why(tmp_path: Path, data: bytes, words: str) -> None:
    """Each kind of unusable file has its own message and cure."""
    path = tmp_path / "a.md"
    path.write_bytes(data)
    with pytest.raises(NotTextError, match=words) as caught:
        read_text(path)

    assert caught.value.cure


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_are_made_one(tmp_path: Path, end: str) -> None:
    """Files of Windows, old Macs and Unix read the same."""
    path = tmp_path / "a.md"
    path.write_bytes(f"甲{end}乙{end}".encode())

    assert read_text(path) == "甲\n乙\n"


def test_a_missing_file_is_a_reason_too(tmp_path: Path) -> None:
    """A file that vanished while we read is said, not raised as an OSError."""
    with pytest.raises(NotTextError, match="打不开"):
        read_text(tmp_path / "none.md")
