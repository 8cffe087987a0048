"""文号 as GB/T 9704 writes it: 机关代字〔2026〕3号."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus
from publicity.finding import Finding
from publicity.model.fields import PENDING
from publicity.rules import Rules

BASIS = "GB/T 9704—2012 党政机关公文格式"
FORM = re.compile(r"[\u4e00-\u9fff]+〔\d{4}〕[1-9]\d*号")
_BRACKETS = str.maketrans("[]［］()（）【】", "〔〕〔〕〔〕〔〕〔〕")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def check_document_numbers(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """六角括号, a year of four digits, no 第, no leading zero."""
    for page, record in corpus.records:
        number = record.document_number
        if number is None or number == PENDING or FORM.fullmatch(number):
            continue
        mended = mend(number)
        cure = f"请改为“{mended}”" if mended else "请写成“机关代字〔年份〕序号”，如 某府发〔2026〕3号；没有文号的留空"
        yield page.finding("document-number", ("document_number",), f"文号“{number}”写法不合规范", cure, basis=BASIS)


def mend(number: str) -> str | None:
    """The number as it was probably meant, or None."""
    text = re.sub(r"\s+", "", number).translate(_BRACKETS).translate(_DIGITS)
    text = re.sub(r"〕第?0*([1-9]\d*)号?$", r"〕\1号", text)
    return text if FORM.fullmatch(text) else None
