"""Where somebody lives, their household register, and the papers of their house and land."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publicity.checks.personal_info.people import name_beside
from publicity.checks.personal_info.scan import Hit, Scan
from publicity.finding import Severity

ADDRESS, HOUSEHOLD, PROPERTY = "home_address", "household", "property"
_NUMBER = r"[\d０-９一二三四五六七八九十百]{1,5}"
# A group, house, building or room; what it belongs to stands just before it.
_DOOR = re.compile(rf"{_NUMBER}\s?(?:组|号|栋|幢|座|单元|室|队|楼|户|社)(?!文|线|公告|令)")
_PLACE = re.compile(
    r"(?:村|社区|寨|屯|坝|街|路|巷|弄|小区|花园|苑|公寓|家园|新城|安置点|安置区|居委会)[^\n|，。；;、〔〕]{0,14}$"
)
_OFFICE = re.compile(
    r"政府|办公|中心|派出所|司法所|村委会|居委会|卫生院|学校|小学|中学|幼儿园|公司|合作社|工厂|门店|大厅|站|所在地|窗口|会议室|宣传栏|公示栏|法院|检察院|银行"
)
_HOUSEHOLD = re.compile(
    r"(?:户口[簿本]?(?:编号|号码|号)|户籍(?:编?号|号码)|户号|户口簿)[为是:：\s*（(]{0,4}([A-Za-z]?\d{6,14})(?!\d)"
)
_HOUSEHOLD_HEADER = re.compile(r"户口簿?本?(?:编)?号|户号|户籍(?:编)?号")
_PROPERTY = re.compile(
    r"[（(〔]\s?\d{4}\s?[)）〕][^\n|，。]{0,14}不动产(?:权|证明)[^\n|，。\d]{0,4}第?\s?\d{4,10}\s?号?|"
    r"(?:房权证|房产证|土地(?:使用)?证|林权证|宅基地(?:使用)?证)[^\n|，。\d]{0,8}(?:第|号|[:：])\s?\d{4,12}\s?号?"
)


def find_homes(scan: Scan) -> Iterator[Hit]:
    """An address with its house or group blocks when a full name stands beside it."""
    text = scan.text
    done = 0
    for door in _DOOR.finditer(text):
        before = text[max(0, door.start() - 20) : door.start()]
        place = _PLACE.search(before)
        if door.start() < done or place is None:
            continue
        start = door.start() - len(before) + place.start()
        if not _OFFICE.search(_near(scan, start, door.end())) and name_beside(scan, door.start()):
            done = door.end() + 12
            yield Hit(ADDRESS, start, door.end(), f"…{place.group()[0]}***")
    yield from _households(scan)
    for found in _PROPERTY.finditer(text):
        severity = Severity.BLOCK if name_beside(scan, found.start()) else Severity.WARN
        yield Hit(PROPERTY, found.start(), found.end(), "不动产权证号***", severity)


def _near(scan: Scan, start: int, end: int) -> str:
    """The words that tell an office's address from a home: of the cell, or just around in a sentence."""
    if scan.is_row(scan.row_of(start)):
        return scan.before(start) + scan.text[start:end] + scan.after(end)
    return scan.text[max(0, start - 12) : end + 12]


def _households(scan: Scan) -> Iterator[Hit]:
    if "户" not in scan.text:
        return
    for found in _HOUSEHOLD.finditer(scan.text):
        yield Hit(HOUSEHOLD, found.start(1), found.end(1), _mask(found.group(1)))
    if not _HOUSEHOLD_HEADER.search(scan.text):
        return
    for found in re.finditer(r"\|\s*([A-Za-z]?\d{6,14})\s*(?=\|)", scan.text):
        if _HOUSEHOLD_HEADER.search(scan.header(found.start(1))):
            yield Hit(HOUSEHOLD, found.start(1), found.end(1), _mask(found.group(1)))


def _mask(number: str) -> str:
    return f"{number[:2]}{'*' * (len(number) - 3)}{number[-1]}"
