"""Files with a secret in every hiding place come out without one, look as before, and open everywhere."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from content.cleaning import rich
from content.cleaning.conftest import Pair
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import StreamObject

from publicity.content.cleaning import clean_file
from publicity.content.cleaning.markup import parse, referenced
from publicity.content.cleaning.package import Package

NAMES = [
    f"{how}-{what}"
    for how in ("made", "saved")
    for what in ("workbook.xlsx", "document.docx", "slides.pptx", "pages.pdf")
]
PICTURE = {"照片的拍摄信息（时间、设备等）", "照片的拍摄地点", "图片里的说明和编辑记录", "图片末尾的附加数据"}
WRITTEN = {"作者和修改者姓名", "文档属性（标题、时间、统计等）"}
REMOVED = {
    "made-workbook.xlsx": PICTURE | WRITTEN | {
        "隐藏的工作表2张", "自定义名称2个", "筛选和排序条件", "隐藏列的内容3格", "隐藏行的内容3格", "格式隐去的内容1格",
        "引用隐藏内容的规则1条", "自定义属性", "批注1条",
    },
    "saved-workbook.xlsx": PICTURE | WRITTEN | {
        "隐藏的工作表2张", "自定义名称2个", "筛选和排序条件", "隐藏列的内容3格", "隐藏行的内容3格", "格式隐去的内容1格",
        "引用隐藏内容的规则1条", "自定义属性", "批注1条", "引用隐藏内容的公式2个（改为数值）",
        "引用隐藏内容的图表数据2组（改为数值）", "不再使用的文字8条",
    },
    "made-document.docx": PICTURE | WRITTEN | {
        "修订标识", "文档变量", "修订记录5处", "隐藏文字2处", "域代码2处", "不显示的页眉页脚2个", "缩略图",
        "自定义数据", "批注1条", "图片的原文件名",
    },
    "made-slides.pptx": PICTURE | WRITTEN | {
        "隐藏的幻灯片1张", "缩略图", "打印机设置", "备注1页", "图表背后的数据表", "图片的原文件名", "隐藏的图形1个",
    },
    "made-pages.pdf": PICTURE | {
        "文档信息（作者、标题、时间等）", "脚本和自动运行的动作", "附带的文件", "注释、批注和不安全的链接1处",
        "编辑软件的私有数据", "删去后仍留在文件里的页1页",
    },
}  # fmt: skip


def bytes_of(path: Path) -> bytes:
    """Everything in a file, decompressed, names included."""
    if path.suffix != ".pdf":
        return b"\n".join(name.encode() + data for name, data in rich.parts_of(path).items())
    reader = PdfReader(path)
    objects = [reader.get_object(number) for number in range(1, int(reader.trailer["/Size"]))]
    streams = [one.get_data() for one in objects if isinstance(one, StreamObject)]
    return path.read_bytes() + b"\n".join([*streams, repr(objects).encode()])


def words_of(pdf: Path) -> list[str]:
    """The words that were planted to be seen, in reading order."""
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    return re.findall(r"公开(?:(?!公开)[一-龥]){0,8}|PUBLIC \w{1,9}|\d{2,}", text)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_planted_is_left(pairs: Mapping[str, Pair], name: str) -> None:
    """The original holds the secret word in its parts or streams, the copy nowhere."""
    pair = pairs[name]

    assert rich.SECRET.encode() in bytes_of(pair.original)
    assert re.findall(rb"[^\n]{0,60}secret[^\n]{0,60}", bytes_of(pair.cleaned.path), re.IGNORECASE) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_seen_stays(pairs: Mapping[str, Pair], name: str) -> None:
    """Printed by LibreOffice, original and copy show the same public words."""
    pair = pairs[name]

    assert len(words_of(pair.printed)) >= 2
    assert words_of(pair.printed_clean) == words_of(pair.printed)


@pytest.mark.parametrize("name", REMOVED)
def test_it_says_what_went(pairs: Mapping[str, Pair], name: str) -> None:
    """Every sort of thing removed is named, and nothing else."""
    assert set(pairs[name].cleaned.removed) == REMOVED[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_real_readers_open_the_copy(pairs: Mapping[str, Pair], name: str) -> None:
    """openpyxl, python-docx, python-pptx and pypdf read what was written."""
    path = pairs[name].cleaned.path
    readers = {".xlsx": openpyxl.load_workbook, ".docx": docx.Document, ".pptx": pptx.Presentation, ".pdf": PdfReader}

    assert readers[path.suffix](str(path)) is not None


@pytest.mark.parametrize("name", NAMES)
def test_the_original_is_not_touched(pairs: Mapping[str, Pair], name: str) -> None:
    """The bytes of the original are what they were."""
    assert pairs[name].original.read_bytes() == pairs[name].before


@pytest.mark.parametrize("name", NAMES)
def test_cleaning_again_removes_nothing(pairs: Mapping[str, Pair], name: str, tmp_path: Path) -> None:
    """A cleaned file has nothing more to take out; an Office file keeps its very bytes."""
    copy = tmp_path / name
    copy.write_bytes(pairs[name].cleaned.path.read_bytes())
    again = clean_file(copy)

    assert again.removed == ()
    assert copy.suffix == ".pdf" or again.path.read_bytes() == copy.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_the_same_file_gives_the_same_bytes(pairs: Mapping[str, Pair], name: str, tmp_path: Path) -> None:
    """Neither the hour nor the place gets into the copy."""
    copy = tmp_path / f"other{Path(name).suffix}"
    copy.write_bytes(pairs[name].before)

    assert clean_file(copy).path.read_bytes() == pairs[name].cleaned.path.read_bytes()


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith(".pdf")])
def test_nothing_points_at_what_is_gone(pairs: Mapping[str, Pair], name: str) -> None:
    """Every relationship that a part names is there, and every part has its content type: Office repairs no copy."""
    package = Package(pairs[name].cleaned.path.read_bytes())
    parts = [part for part in package.walk() if part]
    dangling = {
        (part, one)
        for part in parts
        if package.is_xml(part)
        for one in referenced(parse(package.parts[part])) - {relation.id for relation in package.relations(part)}
    }

    assert dangling - {(part, "") for part in parts} == set()
    assert [part for part in parts if not package.type_of(part)] == []


def test_formulas_become_what_they_showed(pairs: Mapping[str, Pair]) -> None:
    """A formula that needs a hidden sheet or row keeps the figure LibreOffice had computed."""
    sheet = openpyxl.load_workbook(pairs["saved-workbook.xlsx"].cleaned.path)["公开表"]

    assert (sheet["F1"].value, sheet["F2"].value) == (42, 1299)


def test_parts_that_hide_nothing_keep_their_bytes(pairs: Mapping[str, Pair]) -> None:
    """Themes, styles and the like are copied as they are."""
    pair = pairs["made-document.docx"]
    before, after = rich.parts_of(pair.original), rich.parts_of(pair.cleaned.path)
    same = [name for name in after if after[name] == before[name]]

    assert {"word/theme/theme1.xml", "word/styles.xml", "word/numbering.xml", "word/fontTable.xml"} <= set(same)


def test_a_document_keeps_what_it_declares(pairs: Mapping[str, Pair]) -> None:
    """Prefixes that mc:Ignorable names are still declared, or Word would not open the file."""
    root = rich.parts_of(pairs["made-document.docx"].cleaned.path)["word/document.xml"].split(b"<w:body", 1)[0]

    assert b'mc:Ignorable="w14 wp14"' in root
    assert b"xmlns:w14=" in root
    assert b"xmlns:wp14=" in root


def test_a_picture_in_a_document_keeps_its_pixels(pairs: Mapping[str, Pair]) -> None:
    """The photo is copied without another compression, and still says which way is up."""
    media = [data for name, data in rich.parts_of(pairs["made-document.docx"].cleaned.path).items() if "media/" in name]
    before = Image.open(io.BytesIO(rich.photo(6)))
    after = Image.open(io.BytesIO(media[0]))

    assert after.tobytes() == before.tobytes()
    assert dict(after.getexif()) == {0x0112: 6}
