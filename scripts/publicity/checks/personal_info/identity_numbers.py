"""Resident identity numbers, of 18 and of 15 digits (GB 11643—1999), and those that foreigners and people of
Hong Kong, Macau and Taiwan carry in the same form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from stdnum import numdb
from stdnum.cn import ric, uscc

from publicity.checks.personal_info.digits import Number, Run
from publicity.checks.personal_info.people import name_beside
from publicity.checks.personal_info.scan import Hit, Scan, mask
from publicity.finding import Severity

KIND = "identity_number"
# First two digits: the provinces, and 71 81 82 83 for Taiwan, Hong Kong, Macau and residents from Taiwan.
PROVINCES = frozenset(map(str, (
    *range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83,
)))  # fmt: skip
LABEL = re.compile(
    r"身\s?份\s?证|公民身份|证件|身份号|身分证|居留证|居住证号|(?<![\u4e00-\u9fff])证号|(?<![A-Za-z?&])ID(?![A-Za-z=])"
)
# What an organisation's or a thing's number of that length is called.
_OTHER = re.compile(
    r"注册号|营业执照|信用代码|编码|编号|文号|索引号|条码|条形码|流水号|订单|发票|合同|区划|事项|项目|案号|办件|证编号|权证"
)
# Far beyond any number; a longer stretch of digits is something else.
_LONGEST_GROUP = 2000
_NAMED_OTHER = re.compile(rf"(?:{_OTHER.pattern})[^\u4e00-\u9fff，。；]{{0,6}}$")
_LABELLED = re.compile(r"身\s?份\s?证(?:号码?|件号码?)?[为是:：\s]{0,3}$|公民身份号码[为是:：\s]{0,3}$")
_STAR = re.compile(r"[\s\\]{0,2}[*＊×xX●•○■□＃#]")
_SPOKEN = re.compile(r"(\d{6})\D{0,3}((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日\D{0,3}(\d{3}[\dXx])(?!\d)")


def find_identity_numbers(scan: Scan) -> Iterator[Hit]:
    """A right check digit blocks; so does a number that is labelled as one; a likely slip of the pen warns."""
    yield from _with_date_in_words(scan)
    for run in scan.runs:
        if len(run.digits) < 14:
            continue
        yield from _inside_long_groups(run)
        for number in run.numbers(_may_be, 17, 14):
            if (
                number.unbroken
                and not _STAR.match(scan.text, number.end)
                and _LABELLED.search(scan.before(number.start))
                and _is_birth_date(number.digits[6:14])
            ):
                yield Hit(KIND, number.start, number.end, mask(number.digits, 3, 2))
        for number in run.numbers(_may_be, 18, 15):
            severity = _judge(scan, number)
            if severity is not None:
                yield Hit(KIND, number.start, number.end, mask(number.digits, 3, 2), severity)


def _with_date_in_words(scan: Scan) -> Iterator[Hit]:
    """522732 1967年1月1日 1234: the date of birth written out between the other parts."""
    for found in _SPOKEN.finditer(scan.text) if scan.has("月") else ():
        region, year, month, day, rest = found.groups()
        digits = f"{region}{year}{int(month):02}{int(day):02}{rest.upper()}"
        if is_shape(digits) and _is_right(digits):
            yield Hit(KIND, found.start(), found.end(), mask(digits, 3, 2))


def _judge(scan: Scan, number: Number) -> Severity | None:
    digits = number.digits
    shaped = is_shape(digits)
    if not shaped and not number.unbroken:
        return None
    around = scan.around(number.start, number.end)
    labelled = bool(LABEL.search(around))
    if not shaped:
        meant = labelled and digits[:2] in PROVINCES and not _OTHER.search(around)
        return Severity.BLOCK if meant and not scan.in_address(number.start) else None
    if number.in_cells and not (labelled or (is_known_county(digits) and (_is_right(digits) or _is_filled_in(number)))):
        return None
    if not labelled and _is_named_otherwise(scan, number):
        return Severity.WARN if is_known_county(digits) and _is_right(digits) else None
    if scan.passage.place and digits.endswith("000") and is_known_county(digits):
        return Severity.BLOCK  # a workbook keeps fifteen digits of a number and makes the rest zeros
    if labelled or (_is_right(digits) and "信用代码" not in around):
        return Severity.BLOCK
    if not is_known_county(digits) or uscc.is_valid(digits):
        return None
    return Severity.BLOCK if len(digits) == 15 else Severity.WARN


def _is_named_otherwise(scan: Scan, number: Number) -> bool:
    """The label just before it, or at the head of a column without people, is that of a thing; or it is a hash."""
    if _NAMED_OTHER.search(scan.before(number.start)) or _is_hash(scan.text, number.start, number.end):
        return True
    return bool(_OTHER.search(scan.header(number.start))) and not name_beside(scan, number.start)


def _is_hash(text: str, start: int, end: int) -> bool:
    """Part of 32, 40 or 64 hexadecimal digits."""
    before = re.search(r"[0-9a-fA-F]*\Z", text[max(0, start - 64) : start])
    after = re.match(r"[0-9a-fA-F]*", text[end : end + 64])
    return len((before.group() if before else "") + (after.group() if after else "")) + end - start in (32, 40, 64)


def _may_be(digits: str) -> bool:
    """Quick to tell, of nearly everything, that it is none."""
    return (digits[:2] in PROVINCES or digits[0] == "9") and "X" not in digits[:-1]


def is_shape(digits: str) -> bool:
    """A province and a day of birth stand where an identity number has them."""
    home = digits[1:3] if digits[0] == "9" else digits[:2]
    born = digits[6:14] if len(digits) == 18 else f"19{digits[6:12]}"
    return home in PROVINCES and "X" not in digits[:-1] and _is_birth_date(born)


def _is_filled_in(number: Number) -> bool:
    """Spread over the boxes of a form: one digit a box, or region, date of birth and the rest."""
    return number.groups in ((1,) * 15, (1,) * 18, (6, 9), (6, 6, 3), (6, 8, 4))


def _is_birth_date(digits: str) -> bool:
    try:
        return 1870 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year < 2100
    except ValueError:
        return False


def _is_right(digits: str) -> bool:
    """The check digit fits. One number in thirty is a good credit code as well: its label tells, not its digits."""
    return len(digits) == 18 and ric.calc_check_digit(digits) == digits[-1]


def is_known_county(digits: str) -> bool:
    """The six digits have been a county's code at some time. The register lacks some that were withdrawn."""
    return any("county" in known for _, known in numdb.get("cn/loc").info(digits[:6]))


def _inside_long_groups(run: Run) -> Iterator[Hit]:
    """A number with others written to it without a gap: only where county, date and check digit are all right."""
    for begin, end in run.pieces:
        if 18 < end - begin <= _LONGEST_GROUP:
            for first in range(begin, end - 17):
                digits = run.digits[first : first + 18]
                if is_shape(digits) and _is_right(digits) and is_known_county(digits):
                    yield Hit(KIND, run.offsets[first], run.offsets[first + 17] + 1, mask(digits, 3, 2))
