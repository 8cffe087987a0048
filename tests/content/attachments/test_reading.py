"""What a reading says, and where."""

from __future__ import annotations

import hashlib
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook
from openpyxl.comments import Comment

from publicity.content.attachments import Reading, read_attachments
from publicity.finding import Severity


def read(path: Path) -> Reading:
    """The reading of one file."""
    return read_attachments([(path, "docs/a/附件")])["docs/a/附件"]


def places(reading: Reading) -> dict[str, str]:
    """Where each line stands, by its text."""
    return {line.text: passage.place_of(line) for passage in reading.passages for line in passage.lines}


def write_csv(folder: Path, text: str) -> Path:
    path = folder / "a.csv"
    path.write_bytes(text.encode())
    return path


def test_a_cell_stands_below_its_header(tmp_path: Path) -> None:
    """Empty cells keep their place, the sheet and its state are named, and dates are dates."""
    book = Workbook()
    sheet = book.active
    sheet.title = "名单"
    sheet.append(["姓名", "", "出生日期"])
    sheet["C4"] = "=DATE(1990,1,2)"
    sheet["A6"], sheet["C6"] = "甲", 33000
    sheet["C6"].number_format = "yyyy-mm-dd"
    hidden = book.create_sheet("底册")
    hidden["B2"] = 123456789012345
    hidden.sheet_state = "veryHidden"
    book.save(tmp_path / "a.xlsx")
    found = places(read(tmp_path / "a.xlsx"))

    assert found["| 姓名 |  | 出生日期 |"] == "工作表“名单”第1行"
    assert found["| 甲 |  | 1990-05-07 |"] == "工作表“名单”第6行"
    assert found["|  | 123456789012345 |"] == "工作表“底册”（深度隐藏）第2行"


def test_a_merged_cell_of_a_document_takes_its_columns(tmp_path: Path) -> None:
    """What follows a merged cell still stands below its header."""
    document = Document()
    table = document.add_table(2, 3)
    for place, text in enumerate(("姓名", "年龄", "证号")):
        table.cell(0, place).text = text
    table.cell(1, 0).merge(table.cell(1, 1)).text = "合并"
    table.cell(1, 2).text = "乙"
    document.save(str(tmp_path / "a.docx"))
    found = places(read(tmp_path / "a.docx"))

    assert "| 姓名 | 年龄 | 证号 |" in found
    assert "| 合并 |  | 乙 |" in found


def test_names_never_carry_a_number_into_a_message(tmp_path: Path) -> None:
    """A sheet named after somebody's number is shown masked, though its name is read."""
    book = Workbook()
    book.active.title = "522732199001010011"
    book.active["A1"].comment = Comment("核", "审核人")
    book.active.row_dimensions[1].hidden = True
    book.save(tmp_path / "a.xlsx")
    reading = read(tmp_path / "a.xlsx")
    said = [passage.place for passage in reading.passages] + [trouble.message for trouble in reading.troubles]

    assert [text for text in said if "522732" in text or "审核人" in text] == []
    assert "522732199001010011" in places(reading)


def test_a_line_knows_its_file_and_row(tmp_path: Path) -> None:
    """Rows of a csv file count lines of the file, also after a cell of two lines."""
    reading = read(write_csv(tmp_path, '甲,"一\n二"\n乙,三\n'))
    (passage,) = reading.passages

    assert [(line.path, line.number, line.text) for line in passage.lines] == [
        ("docs/a/附件", 1, "| 甲 | 一 二 |"),
        ("docs/a/附件", 3, "| 乙 | 三 |"),
    ]
    assert passage.place == "第{n}行"


def test_the_digest_is_that_of_the_file(tmp_path: Path) -> None:
    """A sign-off holds for these bytes only."""
    path = write_csv(tmp_path, "甲,乙\n")

    assert read(path).digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_that_is_gone_is_a_trouble(tmp_path: Path) -> None:
    """It may be deleted between listing and reading."""
    assert [one.rule for one in read(tmp_path / "none.pdf").troubles] == ["attachment-broken"]


def test_no_process_is_started_for_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site without attachments pays nothing."""
    monkeypatch.setattr(subprocess, "run", lambda *arguments, **named: pytest.fail("started"))

    assert read_attachments([]) == {}


def test_a_worker_that_cannot_start_is_a_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing unread is taken for clean."""
    done: Any = subprocess.CompletedProcess([], 1, b"", b"")
    monkeypatch.setattr(subprocess, "run", lambda *arguments, **named: done)
    (trouble,) = read(write_csv(tmp_path, "甲\n")).troubles

    assert (trouble.rule, trouble.severity) == ("attachment-broken", Severity.BLOCK)


def test_damaged_files_are_answered(tmp_path: Path) -> None:
    """Bytes changed at random give a reading or a trouble, whatever the parsers make of them."""
    book, document = Workbook(), Document()
    book.active["A1"] = "甲"
    book.save(tmp_path / "a.xlsx")
    document.add_paragraph("乙")
    document.save(str(tmp_path / "a.docx"))
    chance = random.Random(7)
    files = []
    for source in ("a.xlsx", "a.docx"):
        whole = (tmp_path / source).read_bytes()
        for count in range(20):
            data = bytearray(whole)
            for _ in range(chance.randrange(1, 60)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            cut = chance.randrange(len(data)) if count % 4 == 0 else len(data)
            path = tmp_path / f"{count}-{source}"
            path.write_bytes(data[:cut])
            files.append((path, path.name))
    readings = read_attachments(files)

    assert len(readings) == len(files)
    assert [name for name, one in readings.items() if not one.passages and not one.troubles] == []
