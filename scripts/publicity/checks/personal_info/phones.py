"""Mobile numbers, and landlines that are not the office's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from publicity.checks.personal_info.digits import Number, Run
from publicity.checks.personal_info.scan import Hit, Scan
from publicity.finding import Severity

MOBILE, LANDLINE = "mobile", "landline"
_MOBILE = re.compile(r"(?:0{0,2}86|0)?(1[3-9]\d{9})")
LABEL = re.compile(r"电\s?话|手机|联系|致电|热线|传真|tel|phone|微信同号|短信|号码|机主", re.IGNORECASE)
_OTHER = re.compile(r"索引号|编号|编码|文号|序号|项目|流水号|代码|条码|条形码|订单|发票|合同|批次|许可证|证号|图号")
# How people part a mobile number; thousands (2-3-3-3) are an amount.
_SHAPES = {(3, 4, 4), (3, 8), (7, 4), (4, 7), (3, 3, 5), (3, 5, 3), (5, 6), (6, 5), (1, 10), (4, 4, 3), (1,) * 11}
_SHAPES |= {(2, *shape) for shape in _SHAPES} | {(2, 11), (3, 11), (4, 11), (1, 11), (4, 3, 4, 4), (1, 3, 4, 4)}
_ADDRESS = re.compile(r"(?:https?|ftp)://\S*$")


def find_phones(scan: Scan) -> Iterator[Hit]:
    """Each number of the right length that is written as people write telephone numbers."""
    for run in scan.runs:
        for number in run.numbers(15, 14, 13, 12, 11, 10):
            if len(number.digits) > 10 and (found := _MOBILE.fullmatch(number.digits)):
                yield from _mobile(scan, number, found.group(1))
            elif number.digits[0] == "0" and len(number.digits) <= 12:
                yield from _landline(scan, number)
        yield from _from_abroad(scan, run)


def _mobile(scan: Scan, number: Number, digits: str) -> Iterator[Hit]:
    if digits in scan.options.office_phones or not (number.unbroken or number.groups in _SHAPES):
        return
    around = scan.around(number.start, number.end)
    if number.in_cells and not LABEL.search(around):
        return
    other = _OTHER.search(around) or (_ADDRESS.search(scan.before(number.start, 200)) and number.unbroken)
    severity = Severity.WARN if other and not LABEL.search(around) else Severity.BLOCK
    yield Hit(MOBILE, number.start, number.end, f"{digits[:3]}******{digits[-2:]}", severity)


def _landline(scan: Scan, number: Number) -> Iterator[Hit]:
    """An area code of three or four digits, then seven or eight, in one or two parts."""
    digits = number.digits
    if digits in scan.options.office_phones or not _is_parted_as_landline(number) or not _is_landline(digits):
        return
    around = scan.around(number.start, number.end)
    labelled = LABEL.search(around)
    if number.groups[0] > 4 and not labelled:  # ten or more digits in a row that begin with 0 may be anything
        return
    severity = Severity.WARN if _OTHER.search(around) and not labelled else Severity.BLOCK
    yield Hit(LANDLINE, number.start, number.end, _mask(digits), severity)


def _is_parted_as_landline(number: Number) -> bool:
    if any(mark in part for part in number.between for mark in "|,，:：\n\\"):
        return False
    return number.unbroken or (number.groups[0] in (3, 4) and (len(number.groups) == 2 or number.groups[1] in (3, 4)))


def _from_abroad(scan: Scan, run: Run) -> Iterator[Hit]:
    """+86 854 3921234: the zero of the area code left out after the country's."""
    for number in run.numbers(12, 13):
        digits = f"0{number.digits[2:]}"
        abroad = number.digits.startswith("86") and number.groups[0] == 2 and digits[1] != "1"
        if abroad and digits not in scan.options.office_phones and _is_landline(digits):
            yield Hit(LANDLINE, number.start, number.end, _mask(digits))


def _mask(digits: str) -> str:
    return f"{digits[:4]}{'*' * (len(digits) - 6)}{digits[-2:]}"


def _is_landline(digits: str) -> bool:
    parsed = phonenumbers.PhoneNumber(country_code=86, national_number=int(digits))
    return len(digits) >= 10 and phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.FIXED_LINE
