"""WeChat and QQ numbers, and e-mail that is not the office's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publicity.checks.personal_info.digits import INVISIBLE
from publicity.checks.personal_info.scan import Hit, Scan, mask
from publicity.finding import Severity

MESSENGER, EMAIL = "messenger", "email"
_GAP = rf"[\s{INVISIBLE}*_`|:：为是（()）]{{0,6}}"
_WECHAT = re.compile(
    r"(?:微\s?信(?:号码?|账号|ID)?|薇\s?信|威信号|(?<![A-Za-z])[vV]\s?信(?:号)?|微信同号|"
    r"(?<![A-Za-z])(?:[Ww][Ee]\s?[Cc][Hh][Aa][Tt]|[Ww][Ee][Ii][Xx][Ii][Nn]|[Vv]\s?[Xx]|[Ww][Xx])(?![A-Za-z])(?:同?号|ID)?)"
    rf"{_GAP}"
    r"([A-Za-z][A-Za-z0-9_-]{5,19}|(?=[A-Za-z]*\d)[A-Za-z0-9_-]{6,20})(?![A-Za-z0-9@])"
)
_QQ = re.compile(rf"(?:(?<![A-Za-z])[Qq]{{2}}|扣扣|企鹅号)(?:号码?|账号)?{_GAP}([1-9]\d{{4,10}})(?![\d@#])")
# One of these is there wherever the others can match.
_WECHAT_WORDS = (
    "微",
    "薇",
    "威信号",
    "V信",
    "v信",
    "V 信",
    "v 信",
    "VX",
    "Vx",
    "vX",
    "vx",
    "V X",
    "v x",
    "WX",
    "Wx",
    "wX",
    "wx",
    "hat",
    "HAT",
    "xin",
    "XIN",
)
_QQ_WORDS = ("QQ", "qq", "Qq", "扣扣", "企鹅号")
_AT_WORDS = (
    "@",
    "＠",
    "艾特",
    "at)",
    "at）",
    "at]",
    "AT)",
    "AT）",
    "AT]",
    " at ",
    " AT ",
    ".com",
    ".cn",
    ".net",
    "点com",
    "dot",
)
_OPEN_ACCOUNT = re.compile(r"公众|服务号|订阅号|小程序|视频号|平台")
_EMAIL = re.compile(
    r"([A-Za-z0-9][A-Za-z0-9._%+-]{0,63})\s?(?:[@＠#]|[（(\[]\s?(?:at|AT|艾特)\s?[)）\]]|\s(?:at|AT)\s|艾特|#at#|\[@\])\s?"
    r"([A-Za-z0-9-]{1,63}(?:\s?(?:\.|．|点|[（(\[]\s?(?:dot|点)\s?[)）\]]|\s(?:dot|DOT)\s)\s?[A-Za-z0-9-]{2,20}){1,4})"
)
# Boxes that anybody can open: an office has its own.
_FREE = re.compile(
    r"(?:vip\.)?(?:qq|163|126|139|189|sina|sohu|yeah|foxmail|gmail|outlook|hotmail|live|icloud|aliyun|tom|21cn|wo|yahoo|msn|188)\.",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"个人|本人|私人|姓名|家长|户主|经办人|申请人")


def find_accounts(scan: Scan) -> Iterator[Hit]:
    """Numbers beside the name of the service."""
    text = scan.folded
    for found in _WECHAT.finditer(text) if scan.has(*_WECHAT_WORDS) else ():
        if not _OPEN_ACCOUNT.search(text[max(0, found.start() - 6) : found.end() + 6]):
            yield _hit(MESSENGER, found, 1)
    for found in _QQ.finditer(text) if scan.has(*_QQ_WORDS) else ():
        yield _hit(MESSENGER, found, 1)
    yield from _in_columns(scan)
    if scan.has(*_AT_WORDS):
        yield from _emails(scan)


def _in_columns(scan: Scan) -> Iterator[Hit]:
    """A table's column headed 微信 or QQ."""
    if not scan.has("微信", "QQ"):
        return
    for found in re.finditer(r"\|\s*([A-Za-z0-9][A-Za-z0-9_-]{4,19})\s*(?=\|)", scan.text):
        if re.search(r"微\s?信|QQ|wechat", scan.header(found.start(1)), re.IGNORECASE):
            yield _hit(MESSENGER, found, 1)


def _emails(scan: Scan) -> Iterator[Hit]:
    for found in _EMAIL.finditer(scan.folded):
        domain = re.sub(
            r"\s|点|dot|[（()）\[\]]", lambda mark: "." if mark.group() in ("点", "dot") else "", found.group(2)
        )
        domain = re.sub(r"[.．]+", ".", domain).lower()
        address = f"{found.group(1)}@{domain}".lower()
        if address in scan.options.office_emails or domain.endswith((".gov.cn", "example.invalid")):
            continue
        if "#" in found.group() and not _FREE.match(domain):
            continue  # an anchor, not an address
        personal = _FREE.match(domain) or _PERSONAL.search(scan.around(found.start(), found.end()))
        masked = f"{address[0]}***@{domain}"
        yield Hit(EMAIL, found.start(), found.end(), masked, Severity.BLOCK if personal else Severity.WARN)


def _hit(kind: str, found: re.Match[str], group: int) -> Hit:
    return Hit(kind, found.start(group), found.end(group), mask(found.group(group), 2, 1))
