"""What reaches out of a file, and what only looks so."""

from __future__ import annotations

import pytest

from publicity.content.attachments.reaching import field_reaches, formula_cells, formula_reaches


@pytest.mark.parametrize(
    "formula",
    [
        "SUM(A1:B2)",
        "表1[件数]+'Sheet 2'!A1",
        "SUM(表1[[#This Row],[件数]],S!A1)",
        "[0]!名单",
        'HYPERLINK("#"&A1,"目录")',
        'HYPERLINK("https://www.gov.cn/")',
        '"甲|乙"&Sheet1!A1',
    ],
)
def test_formulas_of_the_workbook_itself_pass(formula: str) -> None:
    """Tables, other sheets, links within the file and to the web."""
    assert not formula_reaches(formula)


@pytest.mark.parametrize(
    "formula", ["[1]S!A1", r"'C:\a.xlsx'!N", "cmd|' /C calc'!A0", "HYPERLINK(A1)", "IMPORTXML(A1,A2)"]
)
def test_formulas_that_reach_out_are_seen(formula: str) -> None:
    """By number, by path, to a program, or to an address that is worked out."""
    assert formula_reaches(formula)


@pytest.mark.parametrize(
    "instruction",
    [
        "PAGE",
        r'TOC \o "1-3" \h \z',
        r'HYPERLINK \l "_Toc1"',
        r'HYPERLINK \l"_Toc1" \h',
        r'HYPERLINK "https://www.gov.cn/" \* MERGEFORMAT',
    ],
)
def test_fields_of_real_documents_pass(instruction: str) -> None:
    """Page numbers, contents and links to the web."""
    assert not field_reaches(instruction)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("增减,电话\n-5,+86 138\n-,-1.5%\n", []),
        ('"-1,000",甲\r\n', []),
        ("'=1,甲\n", []),
        ("-无|ABC|x\n", [(0, False)]),
        ('甲,"=1+1"\n', [(3, False)]),
        ("@甲," + r"\\server\a", [(0, True)]),
        ("=1,甲\n=[a.xlsx]S!A1", [(0, False), (5, True)]),
    ],
)
def test_cells_that_would_be_formulas(text: str, cells: list[tuple[int, bool]]) -> None:
    """Signs before numbers, phones and nothing are no formulas."""
    assert list(formula_cells(text)) == cells


@pytest.mark.parametrize("text", ["=," * 300_000, '"=' + '""' * 300_000])
def test_endless_signs_are_one_cell(text: str) -> None:
    """A line of signs, or quotes that never close, are read once."""
    assert len(list(formula_cells(text))) == 1
