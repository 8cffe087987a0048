"""Reasons why a command cannot run at all. What is wrong with a page is a Finding, never one of these."""

from __future__ import annotations

import errno

# What the system says in English, for the mishaps that staff meet.
MISHAPS = {
    errno.ENOENT: "找不到",
    errno.EISDIR: "是文件夹，要的是文件",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.EACCES: "没有权限读写",
}


class PublicityError(Exception):
    """The message is Chinese, names the file, and says how to mend it."""


class SettingsError(PublicityError):
    """mkdocs.yml, or its extra.publicity, cannot be used."""


class RulesError(PublicityError):
    """A file of data/ cannot be used."""


class MissingYearError(RulesError):
    """A working day was asked for in a ``year`` whose holidays nobody has announced yet."""

    def __init__(self, year: int, message: str) -> None:
        super().__init__(message)
        self.year = year


class BuildFailedError(PublicityError):
    """The site could not be built; the earlier site is untouched."""


def mishap(error: OSError) -> str:
    """The file and what befell it; a rare mishap in the system's own words."""
    said = MISHAPS.get(error.errno or 0) or error.strerror or str(error)
    return f"{error.filename}：{said}" if error.filename else said
