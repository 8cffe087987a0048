"""Which files are cleaned, under what names copies are written, and what is said of the others."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from content.cleaning import rich

from publicity.content.attachments import MAX_ATTACHMENT
from publicity.content.cleaning import clean_file
from publicity.content.cleaning.package import MAX_UNZIPPED
from publicity.errors import PublicityError

LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + "EncryptedPackage".encode("utf-16-le")
TYPES = "[Content_Types].xml"


def refusal(path: Path) -> str:
    """What is said of a file that cannot be cleaned; nothing may be left beside it."""
    before = sorted(path.parent.iterdir())
    with pytest.raises(PublicityError) as caught:
        clean_file(path)
    assert sorted(path.parent.iterdir()) == before
    assert rich.SECRET not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.csv", b"1,2\n", "不用清理"),
        ("a.txt", b"text", "不用清理"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "旧格式.*另存为 .docx"),
        ("a.et", b"\xd0\xcf\x11\xe0", "旧格式.*另存为 .xlsx"),
        ("a.xlsm", b"PK", "宏"),
        ("a.exe", b"MZ", "不认识"),
        ("noending", b"?", "不认识"),
        ("a.xlsx", LOCKED, "密码"),
        ("a.docx", LOCKED.replace(b"E\0n\0", b"X\0n\0"), "旧格式"),
        ("a.docx", b"not a zip", "损坏"),
        ("a.pdf", b"PK\x03\x04", "不是 .pdf"),
        ("a.pdf", b"%PDF-1.7\n%%EOF", "损坏"),
        ("a.png", b"GIF89a", "不是 .png"),
        ("a.jpg", rich.photo(form="PNG"), "不是 .jpg"),
        ("a.jpg", rich.photo()[:300], "损坏"),
        ("a.png", rich.photo(form="PNG")[:90], "损坏"),
        ("a.webp", rich.photo(form="WEBP")[:60], "损坏"),
        ("a.pdf", b"%PDF-1.7\n" + bytes(MAX_ATTACHMENT), "超过20MB"),
    ],
)
def test_what_cannot_be_cleaned_says_what_to_do(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    """Each kind of file has its own reason and cure, and nothing is written."""
    path = tmp_path / name
    path.write_bytes(data)

    message = refusal(path)
    assert message.startswith(f"{path} 没有清理：")
    assert re.search(words, message)


def test_a_missing_file_is_said_in_chinese(tmp_path: Path) -> None:
    """A path that leads nowhere is a reason, not a traceback."""
    assert "请检查文件是否存在" in refusal(tmp_path / "none.xlsx")


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    """Copies are numbered past whatever is there, also when a copy is cleaned."""
    path = tmp_path / "名单.png"
    path.write_bytes(rich.photo(form="PNG"))
    (tmp_path / "名单-clean-2.png").write_bytes(b"mine")
    names = [clean_file(path).path.name, clean_file(path).path.name]
    names.append(clean_file(tmp_path / "名单-clean.png").path.name)

    assert names == ["名单-clean.png", "名单-clean-3.png", "名单-clean-4.png"]
    assert (tmp_path / "名单-clean-2.png").read_bytes() == b"mine"
    assert path.read_bytes() == rich.photo(form="PNG")


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk gives a sentence, and neither half a copy nor an empty one."""
    path = tmp_path / "a.png"
    path.write_bytes(rich.photo(form="PNG"))

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)

    assert "No space left" in refusal(path)


def bomb() -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/media/a.png", "w") as entry:
        for _ in range(MAX_UNZIPPED // (1 << 20) + 1):
            entry.write(bytes(1 << 20))
    return output.getvalue()


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """Unpacking stops at the bound, whatever the directory of the zip says."""
    path = tmp_path / "a.docx"
    path.write_bytes(bomb())

    assert "解压后太大" in refusal(path)


@pytest.mark.parametrize("name", ["word/document.xml", "word/_rels/document.xml.rels", TYPES, "docProps/core.xml"])
def test_entities_are_refused(tmp_path: Path, name: str) -> None:
    """No part may declare a document type: entities could grow without end or fetch other files."""
    path = tmp_path / "a.docx"
    docx.Document().save(path)
    root = rich.parts_of(path)[name].decode().partition("?>")[2]
    change = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    rich.change(path, name, root[:40], change + root[:40])

    assert "文档类型声明" in refusal(path)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    """A workbook that calls itself a document is not taken for one."""
    path = tmp_path / "a.docx"
    openpyxl.Workbook().save(path)

    assert "不是 .docx" in refusal(path)


@pytest.mark.parametrize(
    ("kind", "target", "mode", "words"),
    [
        ("oleObject", "embeddings/a.bin", "", "嵌着另一份文件.*粘贴.*图片"),
        ("package", "embeddings/a.bin", "", "嵌着另一份文件"),
        ("vbaProject", "embeddings/a.bin", "", "宏"),
        ("aFChunk", "embeddings/a.bin", "", "夹着另一份文件"),
        ("control", "embeddings/a.bin", "", "控件"),
        ("somethingNew", "embeddings/a.bin", "", "不认识的内容"),
        ("image", "https://example.invalid/a.png", "External", "外部的图片"),
        ("subDocument", "b.docx", "External", "外部的图片或文件"),
    ],
)
def test_what_cannot_be_seen_through_is_refused(tmp_path: Path, kind: str, target: str, mode: str, words: str) -> None:
    """Files within the file, code, and links to outside each have a reason and a cure."""
    path = tmp_path / "a.docx"
    docx.Document().save(path)
    rich.change(path, "word/embeddings/a.bin", "", "x")
    rich.change(path, TYPES, "<Default ", '<Default Extension="bin" ContentType="application/octet-stream"/><Default ')
    form = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    added = f'<Relationship Id="rId99" Type="{form}" Target="{target}"' + (f' TargetMode="{mode}"/>' if mode else "/>")
    rich.change(path, "word/_rels/document.xml.rels", "</Relationships>", f"{added}</Relationships>")
    rich.change(path, "word/document.xml", "<w:sectPr", '<w:p><w:r><w:object r:id="rId99"/></w:r></w:p><w:sectPr')

    assert re.search(words, refusal(path))


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "a.pptx", "a.pdf", "a.jpg", "a.png", "a.webp"])
def test_a_broken_file_is_a_sentence(tmp_path: Path, name: str) -> None:
    """Cut or overwritten anywhere, a file is cleaned or refused, never a traceback."""
    path = tmp_path / name
    writers = {
        ".xlsx": rich.write_workbook,
        ".docx": rich.write_document,
        ".pptx": rich.write_slides,
        ".pdf": rich.write_pdf,
    }
    if path.suffix in writers:
        writers[path.suffix](path)
    else:
        path.write_bytes(rich.photo(form={".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}[path.suffix]))
    whole = path.read_bytes()
    for place in range(0, len(whole), len(whole) // 24):
        for broken in (whole[:place], whole[:place] + b"\xff\0<" + whole[place + 3 :]):
            path.write_bytes(broken)
            try:
                clean_file(path).path.unlink()
            except PublicityError as error:
                assert "没有清理" in str(error)  # noqa: PT017 - either outcome is right
