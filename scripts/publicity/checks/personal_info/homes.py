"""Where somebody lives, their household register, and the papers of their house and land."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publicity.checks.personal_info.people import name_before, name_beside
from publicity.checks.personal_info.scan import Hit, Scan, mask
from publicity.content.passages import CELL
from publicity.finding import Severity

ADDRESS, HOUSEHOLD, PROPERTY = "home_address", "household", "property"
# A group, house, building or room; what it belongs to stands just before it.
_DOOR = re.compile(
    r"[\d０-９一二三四五六七八九十百]\s?(?:[组号栋幢座室队楼户社]|单元)(?!文|线|公告|令)|村[\u4e00-\u9fff]{1,4}组"
)
_PLACE = re.compile(
    r"(?:村|社区|寨|屯|坝|街|路|巷|弄|小区|花园|苑|公寓|家园|新城|安置点|安置区|居委会)[^\n|，。；;、〔〕]{0,14}$"
)
_OFFICE = re.compile(
    r"政府|办公|中心|派出所|司法所|村委会|居委会|卫生院|学校|小学|中学|幼儿园|公司|合作社|工厂|门店|大厅|站|所在地|窗口|会议室|宣传栏|公示栏|法院|检察院|银行"
)
_KEEPER = re.compile("组长|负责|联系人|网格|包片")
_HOUSEHOLD = re.compile(
    r"(?:户口[簿本]?(?:编号|号码|号)|户籍(?:编?号|号码)|家庭户号|(?<!表)(?<!电)(?<!水)(?<!气)户号|户口簿)[为是:：\s*（(]{0,4}(?:NO|No|№|第)?[.．:：\s]?"
    r"([A-Za-z]?\d{6,18})(?!\d)"
)
_HOUSEHOLD_HEADER = re.compile(r"户口簿?本?(?:编)?号|户号|户籍(?:编)?号")
_PAPER = r"(?:房权证|房产证|房屋所有权证|土地(?:使用)?证|林权证|使用权?证|承包(?:经营)?权?证|经营权证|宅基地(?:使用)?证|不动产权证书?)"
_PROPERTY = re.compile(
    r"[（(〔]\s?\d{4}\s?[)）〕][^\n|，。]{0,14}不动产(?:权|证明)[^\n|，。\d]{0,4}第?\s?\d{4,10}\s?号?|"
    rf"{_PAPER}[^\n|，。\d]{{0,12}}(?:[（(〔]\s?\d{{4}}\s?[)）〕])?[^\n|，。\d]{{0,6}}\d{{4,19}}[A-Z]?\s?号?"
)
_PROPERTY_HEADER = re.compile(r"不动产|房权|房产证|林权|土地证|使用权?证|经营权|承包证|产权")


def find_homes(scan: Scan) -> Iterator[Hit]:
    """An address with its house or group blocks when a full name stands beside it."""
    text = scan.text
    done = 0
    for door in _DOOR.finditer(text):
        before = text[max(0, door.start() - 20) : door.start() + door.group().startswith("村")]
        place = _PLACE.search(before)
        if door.start() < done or place is None:
            continue
        start = door.start() - len(before) + place.start()
        near = _near(scan, start, door.end())
        if not (_OFFICE.search(near) or _KEEPER.search(near)) and _somebody(scan, door.start()):
            done = door.end() + 12
            yield Hit(ADDRESS, start, door.end(), f"…{place.group()[0]}***")
    yield from _households(scan)
    yield from _properties(scan)


def _properties(scan: Scan) -> Iterator[Hit]:
    if not scan.has("不动产", "权证", "产证", "地证", "用证", "包证", "产权"):
        return
    places = [found.span() for found in _PROPERTY.finditer(scan.text)]
    if CELL in scan.text:
        places += _cells_headed(scan, _PROPERTY_HEADER, r"[^\n|]{0,30}?\d{5,19}[A-Z]?号?")
    for start, end in places:
        severity = Severity.BLOCK if _somebody(scan, start) else Severity.WARN
        yield Hit(PROPERTY, start, end, "不动产权证号***", severity)


def _cells_headed(scan: Scan, header: re.Pattern[str], cell: str) -> list[tuple[int, int]]:
    """Where a cell of that form stands in a column of that header, or behind such a label."""
    found = re.finditer(rf"\|\s*({cell})\s*(?=\|)", scan.text)
    return [one.span(1) for one in found if header.search(scan.header(one.start(1)))]


def _somebody(scan: Scan, offset: int) -> str:
    return name_beside(scan, offset) or name_before(scan.before(offset, 40))


def _near(scan: Scan, start: int, end: int) -> str:
    """The words that tell an office's address from a home: of the cell, or just around in the sentence."""
    return scan.before(start, 12) + scan.text[start:end] + scan.after(end, 12)


def _households(scan: Scan) -> Iterator[Hit]:
    if not scan.has("户口", "户号", "户籍"):
        return
    for found in _HOUSEHOLD.finditer(scan.text):
        yield Hit(HOUSEHOLD, found.start(1), found.end(1), mask(found.group(1), 2, 1))
    if not _HOUSEHOLD_HEADER.search(scan.text):
        return
    for start, end in _cells_headed(scan, _HOUSEHOLD_HEADER, r"(?:NO|No|№)?[.．]?\s?[A-Za-z]?\d{6,18}"):
        yield Hit(HOUSEHOLD, start, end, mask(scan.text[start:end], 2, 1))
