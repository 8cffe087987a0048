"""Passports, travel permits, military papers, and the plates of vehicles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publicity.checks.personal_info.digits import INVISIBLE, digit_of
from publicity.checks.personal_info.scan import Hit, Scan
from publicity.finding import Severity

TRAVEL, PLATE = "travel_document", "plate"
_GAP = rf"[\s{INVISIBLE}*_.·•-]{{0,3}}"
_LATIN = "A-Za-z"
# E12345678, EA1234567, G12345678, C12345678, H1234567890, T12345678, 12345678 (01) and the like.
_PERMIT = re.compile(
    rf"(?<![{_LATIN}\d])([{_LATIN}]{{1,2}}{_GAP}(?:\d{_GAP}){{6,9}}\d|\d{{8}}(?:[（(]\d{{1,2}}[)）])?)(?![{_LATIN}\d])"
)
_LABEL = re.compile(
    r"护\s?照|通行证|回乡证|台胞证|往来[港台内大]|港澳|出入境|旅行证|海员证|证件号|军官证|士兵证|警官证|士官证|[Pp]assport|PASSPORT"
)
_PASSPORT = re.compile(r"[Ee][A-HJ-NP-Za-hj-np-z]?\d{7,8}|[Gg]\d{8}")
_MILITARY = re.compile(r"[军兵士文职政武海空北南沈兰济广成警]{1,3}字?第\s?\d{6,9}\s?号")
_OFFICIAL = re.compile("公务|公车|执法车|警车|消防车|救护车")
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    rf"[{_PROVINCES}]{_GAP}[A-HJ-NP-Za-hj-np-z]{_GAP}"
    r"((?:[A-HJ-NP-Z0-9a-hj-np-z○〇零一二三四五六七八九幺][\s·.-]?){4,5}[A-HJ-NP-Z0-9a-hj-np-z挂学警港澳○〇零一二三四五六七八九幺])(?![A-Za-z0-9])"
)


def find_travel_documents(scan: Scan) -> Iterator[Hit]:
    """A number of that form beside the paper's name blocks; a passport's form alone warns."""
    if scan.has("字第", "官证", "兵证"):
        yield from (_hit(TRAVEL, found, Severity.BLOCK) for found in _MILITARY.finditer(scan.folded))
    for run in scan.runs:
        for found in _PERMIT.finditer(scan.folded, max(0, run.offsets[0] - 6), run.offsets[-1] + 8):
            if _LABEL.search(scan.around(found.start(), found.end())):
                yield _hit(TRAVEL, found, Severity.BLOCK)
            elif _PASSPORT.fullmatch(found.group()):
                yield _hit(TRAVEL, found, Severity.WARN)


def find_plates(scan: Scan) -> Iterator[Hit]:
    """A province's character, a letter, and five or six letters and digits with a digit among them."""
    for found in _PLATE.finditer(scan.folded):
        if sum(bool(digit_of(char)) for char in found.group(1)) >= 2:
            official = _OFFICIAL.search(scan.before(found.start(), 10) + scan.header(found.start()))
            yield _hit(PLATE, found, Severity.WARN if official else Severity.BLOCK)


def _hit(kind: str, found: re.Match[str], severity: Severity) -> Hit:
    text = "".join(found.group().split())
    return Hit(kind, found.start(), found.end(), f"{text[:2]}{'*' * max(3, len(text) - 3)}{text[-1:]}", severity)
