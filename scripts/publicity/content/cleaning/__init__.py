"""A copy of an attachment without what its readers do not see."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from publicity.content.attachments.reading import MAX_ATTACHMENT
from publicity.content.cleaning.image import clean_image
from publicity.content.cleaning.office import clean_office
from publicity.content.cleaning.pdf import clean_pdf
from publicity.content.cleaning.tally import CannotCleanError, DamagedError, Tally
from publicity.errors import PublicityError

CLEANERS: Mapping[str, Callable[[bytes, str, Tally], bytes]] = {
    ".docx": clean_office,
    ".xlsx": clean_office,
    ".pptx": clean_office,
    ".pdf": clean_pdf,
    ".jpg": clean_image,
    ".jpeg": clean_image,
    ".png": clean_image,
    ".webp": clean_image,
}
_TEXTS = (".csv", ".txt", ".md")
_MACROS = (".docm", ".xlsm", ".pptm", ".xlsb", ".dotm", ".xltm")
_OLD = {
    ".doc": ".docx",
    ".wps": ".docx",
    ".rtf": ".docx",
    ".xls": ".xlsx",
    ".et": ".xlsx",
    ".ppt": ".pptx",
    ".dps": ".pptx",
}
_ALREADY = re.compile(r"-clean(-\d{1,4})?$")


@dataclass(frozen=True)
class Cleaned:
    """``removed`` says in Chinese what sorts of things went, never what they said; empty when there was nothing."""

    path: Path
    removed: tuple[str, ...]


def clean_file(path: Path) -> Cleaned:
    """Write ``名单-clean.xlsx`` beside ``名单.xlsx``. The original, and any other file, is left as it is."""
    tally = Tally()
    try:
        data = _cleaned(_read(path), path.suffix.lower(), tally)
        return Cleaned(_write_beside(path, data), tally.lines())
    except PublicityError as error:
        raise PublicityError(f"{path} 没有清理：{error}") from None
    except OSError as error:
        cure = "请检查文件是否存在、能不能读，所在的文件夹能不能写。"
        raise PublicityError(f"{path} 没有清理：{error.strerror}。{cure}") from None


def _read(path: Path) -> bytes:
    _refuse_kind(path.suffix.lower())
    if path.stat().st_size > MAX_ATTACHMENT:
        raise CannotCleanError("文件超过20MB", "请压缩，或分成几个文件，再清理")
    return path.read_bytes()


def _cleaned(data: bytes, suffix: str, tally: Tally) -> bytes:
    try:
        return CLEANERS[suffix](data, suffix, tally)
    except PublicityError:
        raise
    except Exception:  # readers of other people's files: whatever one of them trips over is a damaged file
        raise DamagedError() from None


def _refuse_kind(suffix: str) -> None:
    if suffix in _TEXTS:
        raise CannotCleanError("文字文件没有看不见的内容，不用清理", "有个人信息的，请直接修改文字")
    if suffix in _MACROS:
        raise CannotCleanError("文件可能带有宏", "请另存为不带宏的 .docx、.xlsx 或 .pptx，再清理")
    if suffix in _OLD:
        raise CannotCleanError(f"{suffix} 是旧格式", f"请用 Office 或 WPS 打开，另存为 {_OLD[suffix]}，再清理")
    if suffix not in CLEANERS:
        raise CannotCleanError(f"不认识扩展名“{suffix}”", "能清理的有：" + "、".join(CLEANERS))


def _write_beside(path: Path, data: bytes) -> Path:
    """Whole or not at all, and never over a file that is there."""
    stem = _ALREADY.sub("", path.stem)
    for number in range(1, 10_000):
        target = path.with_name(f"{stem}-clean{f'-{number}' if number > 1 else ''}{path.suffix}")
        try:
            target.touch(exist_ok=False)  # the name is ours from here on
        except FileExistsError:
            continue
        temporary = target.with_name(f".{target.name}.part")
        try:
            temporary.write_bytes(data)
            temporary.replace(target)
        except BaseException:
            target.unlink(missing_ok=True)
            temporary.unlink(missing_ok=True)
            raise
        return target
    raise CannotCleanError("旁边已有太多清理过的文件", "请删去不用的")
