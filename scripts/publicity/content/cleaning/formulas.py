"""Formulas that need what was taken out become what they last showed."""

from __future__ import annotations

import re

from publicity.content.cleaning.markup import Element, ancestor, drop, drop_with_shells, local, named, recount
from publicity.content.cleaning.tally import CannotCleanError, Tally

_SEVERAL_SHEETS = re.compile(r":[^:!,()]{0,70}!")
_MANY = 50
_WORD = re.compile(r"[\w.\\]{1,255}")
_RULES = ("cfRule", "dataValidation", "sparkline", "hyperlink")
_SHELLS = (
    "conditionalFormatting", "conditionalFormattings", "dataValidations", "sparklines", "sparklineGroup",
    "sparklineGroups", "hyperlinks", "ext", "extLst",
)  # fmt: skip
_FORMULAS = ("formula", "formula1", "formula2", "f")


class Loss:
    """What formulas can no longer reach: sheets and names that went, and whether any cell was blanked."""

    def __init__(self) -> None:
        self._sheets: set[str] = set()
        self._names: set[str] = set()
        self.blanked = False

    def add_sheet(self, name: str) -> None:
        """A sheet is gone."""
        self._sheets.add(name.casefold())

    def add_name(self, name: str) -> None:
        """A defined name is gone."""
        self._names.add(name.casefold())

    def refers(self, formula: str) -> bool:
        """Whether a formula may name what went. A needless yes costs a formula, never a value."""
        text = formula.replace("''", "'").casefold()
        if len(self._sheets) > _MANY and "!" in text:
            return True
        if any(name in text for name in self._sheets) or (self._sheets and _SEVERAL_SHEETS.search(text)):
            return True
        return bool(self._names) and not self._names.isdisjoint(_WORD.findall(text))

    def unsettles(self, formula: str) -> bool:
        """Whether computing it anew could give something else than it showed."""
        return bool(formula) and (self.blanked or self.refers(formula))


def settle_formulas(root: Element, loss: Loss, tally: Tally) -> None:
    """A sheet's cells, and the rules beside them."""
    cells = root.findall("{*}sheetData/{*}row/{*}c/{*}f")
    lost = {one for one in cells if loss.unsettles(one.text or "")}
    shared = {one.get("si") for one in lost if one.get("t") == "shared"}
    for one in [one for one in cells if one in lost or (one.get("t") == "shared" and one.get("si") in shared)]:
        _settle(one)
        tally.add("引用隐藏内容的公式{n}个（改为数值）")
    for one in named(root, *_FORMULAS):
        rule = ancestor(one, *_RULES)
        if rule is not None and loss.refers(one.text or ""):
            drop_with_shells(rule, *_SHELLS)
            tally.add("引用隐藏内容的规则{n}条")
    for link in named(root, "hyperlink"):
        if loss.refers(link.get("location", "")):
            drop_with_shells(link, *_SHELLS)
    recount(root, "dataValidations")


def _settle(formula: Element) -> None:
    cell = formula.getparent()
    value = next((one for one in cell if local(one) == "v"), None)
    if value is None or (not value.text and cell.get("t") != "str"):
        why = "公式引用了隐藏的内容，文件里却没有存它的结果"
        raise CannotCleanError(why, "请用 Excel 或 WPS 打开，保存一次，再清理")
    drop(formula)
    cell.attrib.pop("cm", None)
