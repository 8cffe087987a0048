"""Mobile numbers, and landlines that are not the office's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from publicity.checks.personal_info.digits import Number, Run
from publicity.checks.personal_info.people import NAME, name_before, name_beside
from publicity.checks.personal_info.scan import Hit, Scan, mask
from publicity.finding import Severity

MOBILE, LANDLINE = "mobile", "landline"
_MOBILE = re.compile(r"(?:0{0,2}86|0)?(1[3-9]\d{9})")
LABEL = re.compile(r"电\s?话|座机|手机|联系|致电|热线|传真|tel|phone|微信同号|短信|机主|拨打|Tel|TEL|Phone")
_OTHER = re.compile(
    r"索引号|编号|编码|文号|序号|项目|流水号|代码|条码|条形码|订单|发票|合同|批次|许可证|证号|图号|档案|次数|水位|雨量|读数|测值|监测|毫米"
)
_NAMED_OTHER = re.compile(
    rf"(?:{_OTHER.pattern}|记录)[^\u4e00-\u9fff，。；]{{0,6}}$|(?:{_OTHER.pattern})[^，。；\n]{{0,4}}[:：]\s?$"
)
_HOME_PHONE = re.compile(r"(?:家庭电话|住宅电话|宅电|座机)[为是:：\s]{0,3}([2-8]\d{6,7})(?!\d)")
_GLUED = re.compile(r"(?:1[3-9]\d{9}){2,3}")
_AREA = re.compile(r"(?:010|02[0-57-9])[2-8]\d{7}|0[3-9]\d{2}[2-8]\d{6,7}")
# How people part a mobile number; thousands (2-3-3-3) are an amount.
_SHAPES = {(3, 4, 4), (3, 8), (7, 4), (4, 7), (3, 3, 5), (3, 5, 3), (5, 6), (6, 5), (1, 10), (4, 4, 3), (1,) * 11}
# What makes eleven digits an amount or a measure.
_UNIT = re.compile(
    r"\s?(?:\.\d|[（(]?[万亿千]?元|千瓦|[万亿吨斤克米平亩立千度只株头次]|人次|户(?!主|籍|口)|份(?!额)|公[斤里顷])"
)
_NAME_AT_END = re.compile(rf"(?<![\u4e00-\u9fff])({NAME})[\s，,：:（(]{{0,3}}$")
_LETTER = re.compile("[A-Za-z]")
_AMOUNT = re.compile(r"金额|总额|余额|数额|[（(]?万?元[)）]?$|产值|收入(?!户)|支出|预算|决算")
_TOTALS = frozenset(("合计", "总计", "小计", "共计"))


def find_phones(scan: Scan) -> Iterator[Hit]:
    """Each number of the right length that is written as people write telephone numbers."""
    for run in scan.runs:
        for number in run.numbers(_may_be, 15, 14, 13, 12, 11, 10):
            if len(number.digits) > 10 and (found := _MOBILE.fullmatch(number.digits)):
                yield from _mobile(scan, number, found.group(1))
            else:
                yield from _landline(scan, number)
        yield from _from_abroad(scan, run)
        yield from _glued(run)
    for found in _HOME_PHONE.finditer(scan.text) if scan.has("宅", "家庭电话", "座机") else ():
        yield Hit(LANDLINE, found.start(1), found.end(1), f"{found.group(1)[:2]}***{found.group(1)[-2:]}")


def _glued(run: Run) -> Iterator[Hit]:
    """Several mobile numbers written to each other without a gap."""
    for begin, end in run.pieces:
        if end - begin in (22, 33) and _GLUED.fullmatch(run.digits[begin:end]):
            number = run.cut(begin, end)
            yield Hit(MOBILE, number.start, number.end, f"{number.digits[:3]}******{number.digits[-2:]}")


def _may_be(digits: str) -> bool:
    return bool(_AREA.fullmatch(digits) or (len(digits) > 10 and _MOBILE.fullmatch(digits)))


def _starts_abroad(digits: str) -> bool:
    return digits.startswith("86") and bool(_AREA.fullmatch(f"0{digits[2:]}"))


def _mobile(scan: Scan, number: Number, digits: str) -> Iterator[Hit]:
    if digits in scan.options.office_phones or not _is_parted_as_mobile(number) or _is_other_thing(scan, number):
        return
    around = scan.around(number.start, number.end)
    if number.in_cells and not (LABEL.search(around) or name_beside(scan, number.start) or _is_filled_in(scan, number)):
        return
    severity = Severity.WARN if _is_labelled_otherwise(scan, number, around) else Severity.BLOCK
    yield Hit(MOBILE, number.start, number.end, mask(digits, 3, 2), severity)


def _is_labelled_otherwise(scan: Scan, number: Number, around: str) -> bool:
    if LABEL.search(around):
        return False
    before, header = scan.before(number.start), scan.header(number.start)
    other = _NAMED_OTHER.search(before) or _OTHER.search(header) or "毫米" in around
    return bool(other) or scan.in_address(number.start)


def _is_parted_as_mobile(number: Number) -> bool:
    """In one piece, or as people part it, once the country's code is taken off."""
    extra = len(number.digits) - 11
    groups = list(number.groups)
    while extra and extra >= groups[0]:
        extra -= groups.pop(0)
    return number.unbroken or (groups[0] - extra, *groups[1:]) in _SHAPES


def _is_filled_in(scan: Scan, number: Number) -> bool:
    """The boxes of a form: nothing in the row but the number, and words."""
    rest = scan.line_text(scan.row_of(number.start)).replace(scan.text[number.start : number.end], "")
    return not any(char.isdigit() for char in rest)


def _is_other_thing(scan: Scan, number: Number) -> bool:
    """An amount, or part of a longer code of letters and digits."""
    text = scan.text
    if _LETTER.match(text[number.start - 1 : number.start]) and _LETTER.match(text, number.end):
        return True
    if _UNIT.match(text, number.end):
        return not (LABEL.search(scan.before(number.start, 6)) or _NAME_AT_END.search(scan.before(number.start, 8)))
    row = scan.row_of(number.start)
    if not scan.is_row(row) or LABEL.search(scan.header(number.start)):
        return False
    return bool(_AMOUNT.search(scan.header(number.start))) or not _TOTALS.isdisjoint(scan.cells(row)[:3])


def _landline(scan: Scan, number: Number) -> Iterator[Hit]:
    """An area code of three or four digits, then seven or eight, in one or two parts."""
    digits = number.digits
    if digits in scan.options.office_phones or not _is_parted_as_landline(number) or not _is_landline(digits):
        return
    around = scan.around(number.start, number.end)
    labelled = LABEL.search(around)
    before = scan.before(number.start)
    if number.groups[0] > 4 and (
        _OTHER.search(before) or not (labelled or name_beside(scan, number.start) or name_before(before))
    ):
        return  # eleven digits in a row that begin with 0 may be anything
    severity = Severity.WARN if _OTHER.search(around) and not labelled else Severity.BLOCK
    yield Hit(LANDLINE, number.start, number.end, mask(digits, 4, 2), severity)


def _is_parted_as_landline(number: Number) -> bool:
    if any(mark in part for part in number.between for mark in "|,，:：\n\\"):
        return False
    return number.unbroken or (number.groups[0] in (3, 4) and (len(number.groups) == 2 or number.groups[1] in (3, 4)))


def _from_abroad(scan: Scan, run: Run) -> Iterator[Hit]:
    """+86 854 3921234: the zero of the area code left out after the country's."""
    for number in run.numbers(_starts_abroad, 12, 13):
        digits = f"0{number.digits[2:]}"
        abroad = number.groups[0] == 2 and not number.in_cells
        if abroad and digits not in scan.options.office_phones and _is_landline(digits):
            yield Hit(LANDLINE, number.start, number.end, mask(digits, 4, 2))


def _is_landline(digits: str) -> bool:
    """Area codes of three digits have eight after them, those of four have seven or eight.

    The register of valid numbers follows renumberings, documents do not: whether one is possible is enough.
    """
    return phonenumbers.is_possible_number(phonenumbers.PhoneNumber(country_code=86, national_number=int(digits)))
