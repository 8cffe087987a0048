"""Excel workbooks: hidden sheets go, and with them whatever names, formulas and charts would bring back from there."""

from __future__ import annotations

from publicity.content.cleaning.cells import blank_hidden, header_of, invisible_formats
from publicity.content.cleaning.charts import settle_chart
from publicity.content.cleaning.formulas import Loss, settle_formulas
from publicity.content.cleaning.markup import (
    Element,
    R,
    ancestor,
    drop,
    drop_with_shells,
    is_on,
    local,
    named,
    parse,
    recount,
)
from publicity.content.cleaning.package import Package
from publicity.content.cleaning.strings import drop_unused_strings
from publicity.content.cleaning.tally import CannotCleanError, Tally

# Parts of workbook.xml that speak of people, machines and other files.
_OF_OTHERS = {
    "fileSharing": "共享设置里的姓名",
    "customWorkbookViews": "自定义视图",
    "absPath": "文件在电脑上的路径",
    "revisionPtr": "",
    "webPublishing": "",
    "webPublishObjects": "",
    "fileRecoveryPr": "",
}
# What a sheet holds beside its cells: what-if values, filters others saved, whom it lets edit, where it was published.
_OF_SHEETS = {
    "scenarios": "方案（模拟运算的数值）",
    "customSheetViews": "自定义视图",
    "protectedRanges": "允许编辑区域的用户",
    "customProperties": "自定义数据",
    "dataConsolidate": "合并计算的来源",
    "webPublishItems": "",
    "legacyDrawing": "",
}
_FILTERS = ("filterColumn", "sortState")
_BUILT_IN = ("_xlnm.Print_Area", "_xlnm.Print_Titles", "_xlnm._FilterDatabase")
_NAME_NOTES = ("comment", "description", "help", "statusBar", "customMenu", "shortcutKey")


def clean_workbook(package: Package, main: str, tally: Tally) -> None:
    """Hidden sheets, rows, columns, names and strings out; formulas that need them become what they showed."""
    loss = Loss()
    package.edit(main, _drop_hidden_sheets, loss, tally)
    package.edit(main, _drop_names, loss, tally)
    package.edit(main, _drop_parts, _OF_OTHERS, tally)
    sheets = _kept_sheets(package, main)
    styles = [parse(package.parts[name]) for name in package.related(main, "styles")]
    invisible = frozenset[str]().union(*map(invisible_formats, styles))
    for name in sheets:
        _clean_sheet(package, name, invisible, loss, tally)
    for name in sheets:
        package.edit(name, settle_formulas, loss, tally)
        for table in package.related(name, "table"):
            package.edit(table, _clean_table, loss, tally)
        _settle_drawings(package, name, loss, tally)
    for name in package.related(main, "sharedStrings"):
        drop_unused_strings(package, name, sheets, tally)


def _kept_sheets(package: Package, main: str) -> list[str]:
    ids = {one.get(f"{R}id") for one in named(parse(package.parts[main]), "sheet")}
    return [one.target for one in package.relations(main) if one.id in ids and one.kind == "worksheet"]


def _drop_hidden_sheets(root: Element, loss: Loss, tally: Tally) -> None:
    sheets = named(root, "sheet")
    hidden = [sheet.get("state", "visible") != "visible" for sheet in sheets]
    if all(hidden):
        raise CannotCleanError("所有工作表都是隐藏的", "请取消隐藏要公开的工作表，再清理")
    places = {old: new for new, old in enumerate(place for place, gone in enumerate(hidden) if not gone)}
    for sheet, gone in zip(sheets, hidden, strict=True):
        if gone:
            loss.add_sheet(sheet.get("name", ""))
            drop(sheet)
    tally.add("隐藏的工作表{n}张", sum(hidden))
    for name in named(root, "definedName"):
        place = name.get("localSheetId")
        if place is not None and int(place) in places:
            name.set("localSheetId", str(places[int(place)]))
        elif place is not None:
            loss.add_name(name.get("name", ""))
            drop_with_shells(name, "definedNames")
    for view in named(root, "workbookView"):
        for key in ("activeTab", "firstSheet"):
            if view.get(key) is not None:
                view.set(key, str(places.get(int(view.get(key)), 0)))


def _drop_names(root: Element, loss: Loss, tally: Tally) -> None:
    """Keep names that plainly stand for cells people can see; a constant with a name is a hiding place."""
    for name in named(root, "definedName"):
        for note in _NAME_NOTES:
            if note in name.attrib:
                del name.attrib[note]
                tally.add("名称的说明")
        formula = name.text or ""
        built_in = name.get("name") in _BUILT_IN
        plain = "!" in formula and '"' not in formula and "#REF!" not in formula and not loss.refers(formula)
        if not plain or (is_on(name.get("hidden")) and not built_in):
            loss.add_name(name.get("name", ""))
            drop_with_shells(name, "definedNames")
            tally.add("自定义名称{n}个")


def _drop_parts(root: Element, parts: dict[str, str], tally: Tally) -> None:
    for one in named(root, *parts):
        wrapper = ancestor(one, "AlternateContent")
        drop(one if wrapper is None else wrapper)
        tally.add(parts[local(one)])


def _drop_filters(root: Element, tally: Tally) -> None:
    """What a filter looks for is a value of the table, often of a row it hides."""
    for one in named(root, *_FILTERS):
        drop(one)
        tally.add("筛选和排序条件")


def _clean_sheet(package: Package, name: str, invisible: frozenset[str], loss: Loss, tally: Tally) -> None:
    """Blank the cells nobody sees; a table whose header loses a cell stays as plain cells."""
    tables = [(table, header_of(parse(package.parts[table]))) for table in package.related(name, "table")]

    def change(root: Element) -> None:
        _drop_parts(root, _OF_SHEETS, tally)
        _drop_filters(root, tally)
        blanked = blank_hidden(root, invisible, tally)
        loss.blanked |= bool(blanked)
        broken = {table for table, header in tables if blanked and not blanked.isdisjoint(header.cells())}
        ids = frozenset(one.id for one in package.relations(name) if one.target in broken)
        for part in [part for part in named(root, "tablePart") if part.get(f"{R}id") in ids]:
            drop_with_shells(part, "tableParts")
            tally.add("表格样式（表头有隐藏的列）")
        recount(root, "tableParts")

    package.edit(name, change)


def _clean_table(root: Element, loss: Loss, tally: Tally) -> None:
    _drop_filters(root, tally)
    for one in named(root, "calculatedColumnFormula", "totalsRowFormula"):
        if loss.unsettles(one.text or ""):
            drop(one)


def _settle_drawings(package: Package, sheet: str, loss: Loss, tally: Tally) -> None:
    for drawing in package.related(sheet, "drawing"):
        for name in package.related(drawing, "chart"):
            package.edit(name, settle_chart, loss, tally)
        package.edit(drawing, _unlink_texts, loss)


def _unlink_texts(root: Element, loss: Loss) -> None:
    """A shape that shows a cell's text keeps the text."""
    for one in root.iter("*"):
        if loss.unsettles(one.get("textlink", "")):
            del one.attrib["textlink"]
