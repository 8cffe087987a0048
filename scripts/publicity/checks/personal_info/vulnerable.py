"""Children by name, and the health or misfortune of a person by name (个人信息保护法 art. 28, 未成年人保护法)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publicity.checks.personal_info.people import NAME, POST, is_name, name_before, name_beside
from publicity.checks.personal_info.scan import Hit, Scan
from publicity.finding import Severity

MINOR, HEALTH = "minor", "health"
_CHILD = r"留守儿童|困境儿童|孤儿|未成年|学生|儿童|小学生|初中生|中学生|幼儿|男童|女童|男孩|女孩|婴儿|少年|事实无人抚养"
_CHILD_WORD = re.compile(_CHILD)
_CALLED = re.compile(
    rf"(?:{_CHILD})(?:人|姓名|名单|对象)?[:：（(\s]{{0,2}}({NAME})(?=$|[^\u4e00-\u9fff]|[因在的系已被获由]|等)"
)
# An age below eighteen, or a school attended; the name stands just before it.
_YOUNG = re.compile(r"(?<!\d)(?:[1-9]|1[0-7])\s?(?:周)?岁|就读|(?:小学|中学|幼儿园)[^\n，。|]{0,8}(?:学生|年级)")
_BEFORE_YOUNG = re.compile(
    rf"({NAME})[，,、（(]?\s?(?:[男女][，,、]?\s?)?(?:今年|现年|年仅|年龄|系|是)?[\u4e00-\u9fff]{{0,6}}[，,]?\s?$"
)
_GROWN_UP = re.compile("监护|家长|父|母|户主|负责|联系|教师|校长|帮扶|责任")
_AGE_CELL = re.compile(r"(?:[0-9]|1[0-7])\s?(?:周?岁)?")
_ILL = re.compile(
    r"残疾|肢体[一二三四]级|视力[一二三四]级|听力[一二三四]级|言语[一二三四]级|智力[一二三四]级|精神[一二三四]级|精神分裂|精神病|艾滋|HIV|癌|肿瘤|尿毒症|白血病|肝炎|"
    r"结核|糖尿病|高血压|心脏病|脑梗|脑瘫|瘫痪|失明|聋哑|吸毒|戒毒|刑满释放|社区矫正|抑郁|重病|重疾|大病|患病|患有|流产|不孕|梅毒|病种|疾病|诊断|因病|肾|癫痫|障碍|肝硬化|哮喘|冠心病|卒中|中风|帕金森|风湿|狼疮|血友病|透析|病情|病名"
)


def find_vulnerable(scan: Scan) -> Iterator[Hit]:
    """Full names in tables and sentences about children block; those about health warn."""
    if _CHILD_WORD.search(scan.text) or "岁" in scan.text or "年龄" in scan.text or "就读" in scan.text:
        yield from _children(scan)
    yield from _ill(scan)


def _children(scan: Scan) -> Iterator[Hit]:
    yield from _children_in_sentences(scan)
    for row, cells in _rows_with_names(scan):
        headers = scan.headers(row)
        for head, cell in zip(headers, cells, strict=False):
            if is_name(cell) and _names_a_child(scan, row, head, headers, cells):
                yield _in_row(scan, row, cell, MINOR, Severity.BLOCK)


def _children_in_sentences(scan: Scan) -> Iterator[Hit]:
    text = scan.text
    for found in _CALLED.finditer(text):
        if not scan.is_row(scan.row_of(found.start())) and is_name(found.group(1)):
            yield _named(found.start(1), found.group(1), MINOR, Severity.BLOCK)
    for young in _YOUNG.finditer(text):
        before = scan.before(young.start(), 20)
        named = _BEFORE_YOUNG.search(before)
        if named and is_name(named.group(1)):
            start = young.start() - len(before) + named.start(1)
            yield _named(start, named.group(1), MINOR, Severity.BLOCK)


def _rows_with_names(scan: Scan) -> Iterator[tuple[int, list[str]]]:
    """Rows of the tables that have a column of names."""
    for table in scan.tables:
        head = " ".join(scan.headers(table.stop - 1))
        if "姓名" in head or _CHILD_WORD.search(head):
            yield from ((row, scan.cells(row)) for row in table)


def _names_a_child(scan: Scan, row: int, head: str, headers: Sequence[str], cells: Sequence[str]) -> bool:
    if _CHILD_WORD.search(head):
        return True
    if "姓名" not in head or _GROWN_UP.search(head) or POST.search(" ".join((*headers, *cells))):
        return False
    ages = [cell for label, cell in zip(headers, cells, strict=False) if "年龄" in label and cell]
    if ages:
        return any(_AGE_CELL.fullmatch(age) for age in ages)
    return bool(_CHILD_WORD.search(" ".join(headers) + scan.title_before(scan.table_of(row).start)))


def _ill(scan: Scan) -> Iterator[Hit]:
    seen: set[int] = set()
    for found in _ILL.finditer(scan.text):
        row = scan.row_of(found.start())
        for one in _rows_spoken_of(scan, row):
            name = _ill_person(scan, found.start() if one == row else scan.offset_of(one)) if one not in seen else ""
            if name and not POST.search(_said_of(scan, one, found.start())):
                seen.add(one)
                yield _in_row(scan, one, name, HEALTH, Severity.WARN)


def _said_of(scan: Scan, row: int, offset: int) -> str:
    """The row of a table; in prose the sentence around the place."""
    if scan.is_row(row):
        return scan.line_text(row)
    return scan.before(offset, 60) + scan.after(offset, 60)


def _ill_person(scan: Scan, offset: int) -> str:
    return name_beside(scan, offset) or name_before(scan.before(offset, 20))


def _rows_spoken_of(scan: Scan, row: int) -> range:
    """The line itself; for a word that heads a column, all rows below it."""
    if scan.is_row(row) and row == (table := scan.table_of(row)).start:
        return range(row, table.stop)
    return range(row, row + 1)


def _in_row(scan: Scan, row: int, name: str, kind: str, severity: Severity) -> Hit:
    return _named(scan.offset_of(row) + max(0, scan.line_text(row).find(name)), name, kind, severity)


def _named(start: int, name: str, kind: str, severity: Severity) -> Hit:
    return Hit(kind, start, start + len(name), f"{name[0]}**", severity)
