"""Formulas, fields and addresses that reach out of the file, to a server, a share, another file or a program."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SAFE_LINK = re.compile(r"(?:https?|mailto|tel):|#", re.IGNORECASE)
# Functions, and links to running programs (DDE), that bring in what is elsewhere.
_FUNCTION = re.compile(
    r"\b(?:WEBSERVICE|RTD|DDE|CALL|REGISTER(?:\.ID)?|EXEC|IMAGE|PY|STOCKHISTORY|SQL\.REQUEST"
    r"|IMPORT(?:XML|DATA|HTML|FEED|RANGE))\s*+\(",
    re.IGNORECASE,
)
_PROGRAM = re.compile(r"\w'?\|\s{0,9}(?:'|[^'!|\"]{1,200}!)")
# [a.xlsx]S!A1, also by number; [0] is the workbook itself, and Table[column] no workbook.
_WORKBOOK = re.compile(r"\[(?!0\])[^\[\]]{1,250}\](?:[\w.:]{0,60}|(?:[^\[\]']|''){1,62}')!")
_QUOTED_PATH = re.compile(r"'((?:[^']|''){1,300})'!")
_FUNCTION_LINK = re.compile(r"\bHYPERLINK\s*+\(\s*+(?:\"([^\"]{0,300}))?", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\bfile:|\bms-[a-z]+:|\\\\[\w.?@-]", re.IGNORECASE)

_FIELD = re.compile(r"[\W_]*+(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|RD|DATABASE)\b", re.IGNORECASE)
_FIELD_LINK = re.compile(r"[\W_]*+HYPERLINK\b", re.IGNORECASE)
_WORD = re.compile(r"\\([^\\\s])|[\"“”]([^\"“”]*+)[\"“”]?|([^\s\"“”]++)")
_SWITCHES_WITH_A_WORD = frozenset("lots*#@")

# A cell of a text table begins at the line's start or behind any delimiter, within quotes or not.
_CELL = re.compile('(?:^|[,;\t|])[\\s\u200b\u2060\ufeff]*+("*+)[\\s\u200b\u2060\ufeff]*+[=+@＝＋＠－-]', re.MULTILINE)
_NUMBER = re.compile('[+＋－-]?[\\d \t\u3000.%()/:*~～E＋－-]*+"?[ \t]*+(?=$|[,;\t|])', re.MULTILINE)
_CELL_LINK = re.compile(r"\bHYPERLINK\s*+\(", re.IGNORECASE)


def address_reaches(address: str) -> bool:
    """Whether an address is anything but a plain link of the web, mail or phone, or a place in the file."""
    return not _SAFE_LINK.match(address)


def formula_reaches(formula: str) -> bool:
    """Whether a formula fetches, starts or points at what a link may not."""
    if _FUNCTION.search(formula) or _PROGRAM.search(formula) or _WORKBOOK.search(formula):
        return True
    if any("\\" in path or "/" in path for path in _QUOTED_PATH.findall(formula)):
        return True
    # An address that is worked out could be any.
    links = _FUNCTION_LINK.findall(formula)
    return any(address_reaches(start) for start in links) or bool(links and _ELSEWHERE.search(formula))


def field_reaches(instruction: str) -> bool:
    """Whether a field of a document fetches, or links where a relationship may not."""
    if _FIELD.match(instruction):
        return True
    found = _FIELD_LINK.match(instruction)
    return found is not None and any(map(address_reaches, _addresses(instruction[found.end() :])))


def _addresses(arguments: str) -> Iterator[str]:
    """Arguments of a HYPERLINK field that are neither switches nor belong to one."""
    is_switch_word = False
    for switch, quoted, bare in _WORD.findall(arguments):
        word = quoted or bare
        if word and (not is_switch_word or _ELSEWHERE.search(word)):
            yield word
        is_switch_word = switch.lower() in _SWITCHES_WITH_A_WORD if switch else False


def formula_cells(text: str) -> Iterator[tuple[int, bool]]:
    """Where cells of a text table would become formulas, and whether they reach out of it."""
    at = 0
    while found := _CELL.search(text, at):
        sign = found.end() - 1
        if number := _NUMBER.match(text, sign):
            at = max(number.end(), found.end())
            continue
        at = _end_of(text, found)
        yield sign, _cell_reaches(unicodedata.normalize("NFKC", text[sign:at]))


def _end_of(text: str, found: re.Match[str]) -> int:
    """The end of the line; of a quoted cell with line feeds, the end of the line where its quotes close."""
    end = text.find("\n", found.end())
    if len(found.group(1)) % 2:
        at = found.end()
        while (quote := text.find('"', at)) >= 0 and text[quote + 1 : quote + 2] == '"':
            at = quote + 2
        end = text.find("\n", quote) if quote >= 0 else -1
    return end if end >= 0 else len(text)


def _cell_reaches(cell: str) -> bool:
    return bool(_CELL_LINK.search(cell) or _ELSEWHERE.search(cell)) or formula_reaches(cell)
