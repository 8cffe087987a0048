"""Bank cards and personal accounts: Luhn's check, the issuers' ranges, and what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn

from publicity.checks.personal_info.digits import Number
from publicity.checks.personal_info.people import name_beside
from publicity.checks.personal_info.scan import Hit, Scan, mask
from publicity.finding import Severity

KIND = "bank_card"
LABEL = re.compile(
    r"银行|账号|帐号|账户|帐户|开户|一卡通|一折通|储蓄|存折|信用社|农信|农商|邮储|卡|收款|"
    r"[工农中建交]行|银联|社保卡|card",
    re.IGNORECASE,
)
# UnionPay, and the ranges of Visa, Mastercard, American Express, JCB and Diners.
_ISSUER = re.compile(r"6[02]|81|9[0-9]|4|5[1-5]|2[2-7]|3[04-8]")
# Whose account may be published: an office, a company.
_ORGAN = re.compile("[局厅委所站]，|政府|公司|中心|委员会|合作社|医院|学校|协会|账户名称|专户|国库|财政")
_OTHER = re.compile(r"订单|条码|条形码|流水号|发票|合同|编码|索引号|信用代码|事项|项目")


def find_bank_cards(scan: Scan) -> Iterator[Hit]:
    """16 to 19 digits of an issuer's range that pass Luhn's check: with a bank's words around it blocks."""
    for run in scan.runs:
        if len(run.digits) < 16:
            continue
        for number in run.numbers(_may_be, 19, 16, 18, 17):
            severity = _judge(scan, number)
            if severity is not None:
                yield Hit(KIND, number.start, number.end, mask(number.digits, 4, 2), severity)


def _may_be(digits: str) -> bool:
    return bool(_ISSUER.match(digits)) and digits.isdigit() and luhn.is_valid(digits)


def _judge(scan: Scan, number: Number) -> Severity | None:
    digits = number.digits
    if not _is_written_as_card(number):
        return None
    around = scan.around(number.start, number.end)
    somebody = name_beside(scan, number.start)
    if not somebody and _ORGAN.search(scan.before(number.start, 40) + scan.after(number.end, 30)):
        return Severity.WARN if LABEL.search(around) else None
    if LABEL.search(around) or (digits.startswith("62") and somebody):
        return Severity.BLOCK
    if number.in_cells or not digits.startswith("62") or _OTHER.search(around):
        return None
    return Severity.WARN


def _is_written_as_card(number: Number) -> bool:
    """In one piece, in fours, or one digit at a time."""
    groups = number.groups
    return number.unbroken or set(groups[:-1]) == {4} or set(groups) == {1} or groups[0] in (6, 8)
