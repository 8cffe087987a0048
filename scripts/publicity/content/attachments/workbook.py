"""The cells of a workbook: its sheets in order, with their names, and the strings that no cell shows."""

from __future__ import annotations

import re
from datetime import date

from publicity.content.attachments.archive import UNPACKING
from publicity.content.attachments.draft import Draft, RefusedError, shown_name
from publicity.content.attachments.package import Package, read_entries
from publicity.content.attachments.reaching import formula_reaches
from publicity.content.attachments.sheet import SharedStrings, Sheet, Styles
from publicity.content.attachments.troubles import BROKEN, EXTERNAL, MACRO, ROWS_HIDDEN, SHEET_HIDDEN
from publicity.content.attachments.xml import Attributes, Handler, attribute, is_on, local, parse_xml

_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_STATES = {"hidden": "（隐藏）", "veryHidden": "（深度隐藏）"}
# Names of what Excel runs by itself when the file is opened or closed.
_RUNS_BY_ITSELF = re.compile(r"auto_?(?:open|close|activate|deactivate)", re.IGNORECASE)
_SHEETS = frozenset(("worksheet", "chartsheet", "dialogsheet"))


def read_workbook(package: Package, main: str, draft: Draft) -> set[str]:
    """Read what is in cells; returns the parts that need no other reading."""
    entries = read_entries(package.archive, main)
    strings_part = _part_of(package, main, "sharedStrings")
    strings = SharedStrings()
    if strings_part:
        _parse(package, strings_part, strings, draft)
    styles = Styles()
    if styles_part := _part_of(package, main, "styles"):
        _parse(package, styles_part, styles, draft)
    is_1904 = any(name == "workbookPr" and is_on(attributes.get("date1904", "0")) for name, attributes in entries)
    epoch = _EPOCH_1904 if is_1904 else _EPOCH
    if any(name == "definedName" and _RUNS_BY_ITSELF.search(attribute(one, "name")) for name, one in entries):
        draft.trouble(MACRO)
    titles = _titles(package, main, entries)
    parts = [part for part, kind in package.kinds.items() if kind in _SHEETS]
    for part in parts:
        title, state = titles.get(part, ("", "hidden"))
        if state in _STATES:
            draft.trouble(SHEET_HIDDEN)
        sheet = Sheet(strings, styles.dates(), epoch)
        _parse(package, part, sheet, draft)
        _keep(sheet, f"工作表“{shown_name(title)}”{_STATES.get(state, '')}", draft)
    draft.add_texts("工作表中已不用的文字", strings.unused())
    draft.add_texts("工作表名称", [title for title, _ in titles.values()])
    return {*parts, strings_part} - {""}


def _keep(sheet: Sheet, place: str, draft: Draft) -> None:
    hidden = "（有隐藏的行）" * sheet.hides_rows + "（有隐藏的列）" * sheet.hides_columns
    if hidden:
        draft.trouble(ROWS_HIDDEN, place)
    draft.add(f"{place}{hidden}第{{n}}行", sheet.lines)
    draft.add(f"{place}第{{n}}行的公式", sheet.formulas)
    draft.add_texts(f"{place}的页眉页脚、有效性等", [text for _, text in sheet.flow.lines])
    draft.add_texts(f"{place}的其他文字", sheet.flow.rest)
    if sheet.fetches or any(map(formula_reaches, sheet.flow.formulas)):
        draft.trouble(EXTERNAL, place)


def _titles(package: Package, main: str, entries: list[tuple[str, Attributes]]) -> dict[str, tuple[str, str]]:
    """The name and the state of each sheet, by its part."""
    targets = package.targets(main)
    titles: dict[str, tuple[str, str]] = {}
    for name, attributes in entries:
        if name == "sheet":
            link = next((value for key, value in attributes.items() if ":" in key and local(key) == "id"), "")
            titles[targets.get(link, "")] = (attribute(attributes, "name"), attribute(attributes, "state"))
    return titles


def _part_of(package: Package, main: str, kind: str) -> str:
    found = (relation.target for relation in package.relations.get(main, ()) if relation.kind == kind)
    return next((target for target in found if target in package.archive.names), "")


def _parse(package: Package, part: str, handler: Handler, draft: Draft) -> None:
    try:
        with package.archive.open(part) as stream:
            draft.add_texts(f"文件内部{shown_name(part)}的 XML 注释", parse_xml(stream, handler))
    except UNPACKING:
        raise RefusedError(BROKEN) from None
