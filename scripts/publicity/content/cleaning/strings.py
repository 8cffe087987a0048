"""The strings that the cells of a workbook share: those no cell uses any more go."""

from __future__ import annotations

from publicity.content.cleaning.markup import Element, drop, local, named, parse
from publicity.content.cleaning.package import Package
from publicity.content.cleaning.tally import DamagedError, Tally


def drop_unused_strings(package: Package, name: str, sheets: list[str], tally: Tally) -> None:
    """Take them out and number the others anew; phonetic notes, which are seldom shown, go too."""
    uses = [int(one.text) for sheet in sheets for one in _users(parse(package.parts[sheet]))]
    package.edit(name, lambda root: _keep(root, set(uses), len(uses), tally))
    places = {old: new for new, old in enumerate(sorted(set(uses)))}
    for sheet in sheets:
        package.edit(sheet, _renumber, places)


def _users(root: Element) -> list[Element]:
    users: list[Element] = root.findall("{*}sheetData/{*}row/{*}c[@t='s']/{*}v")
    return users


def _keep(root: Element, used: set[int], uses: int, tally: Tally) -> None:
    strings = [one for one in root if local(one) == "si"]
    if used and not 0 <= min(used) <= max(used) < len(strings):
        raise DamagedError("（单元格的文字不在文件里）")
    for place, one in enumerate(strings):
        if place not in used:
            drop(one)
    tally.add("不再使用的文字{n}条", len(strings) - len(used))
    for one in named(root, "rPh"):
        drop(one)
        tally.add("拼音注音")
    if len(strings) > len(used):
        root.set("count", str(uses))
        root.set("uniqueCount", str(len(used)))


def _renumber(root: Element, places: dict[int, int]) -> None:
    for one in _users(root):
        one.text = str(places[int(one.text)])
