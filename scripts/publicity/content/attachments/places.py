"""Where a part of an Office file stands, in words that a clerk knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from publicity.content.attachments.draft import shown_name
from publicity.content.attachments.package import Package, read_entries
from publicity.content.attachments.xml import attribute, local

_PLACES = {
    "header": "页眉",
    "footer": "页脚",
    "footnotes": "脚注",
    "endnotes": "尾注",
    "comments": "批注",
    "threadedcomments": "批注",
    "comment": "批注",
    "core-properties": "文件属性",
    "extended-properties": "文件属性",
    "custom-properties": "自定义属性",
    "people": "修订人名单",
    "person": "批注人名单",
    "commentauthors": "批注人名单",
    "authors": "批注人名单",
    "slidemaster": "幻灯片母版",
    "slidelayout": "幻灯片版式",
    "notesmaster": "备注母版",
    "handoutmaster": "讲义母版",
    "pivotcachedefinition": "数据透视表缓存",
    "pivotcacherecords": "数据透视表缓存",
    "externallink": "外部链接的缓存",
    "connections": "数据连接",
    "chart": "图表",
    "drawing": "图形",
    "settings": "文档设置",
    "styles": "样式",
    "numbering": "编号",
    "relationships": "链接表",
}


def place_of(package: Package, main: str) -> Callable[[str], str]:
    """A function from a part's name to its place."""
    slides = _slides(package, main)
    notes = {
        part: slides[relation.target]
        for part, relations in package.relations.items()
        for relation in relations
        if package.kinds.get(part) == "notesslide" and relation.target in slides
    }

    def place(part: str) -> str:
        if part == main:
            return "正文" if package.kinds.get(part) == "main" else "文件结构"
        if part in notes:
            return f"第{notes[part]}张幻灯片的备注"
        if part in slides:
            return f"第{slides[part]}张幻灯片"
        return _PLACES.get(package.kinds.get(part, "")) or f"文件内部{shown_name(part)}"

    return place


def _slides(package: Package, main: str) -> Mapping[str, int]:
    """Slides by part name, counted in the order they are shown."""
    if not any(kind == "slide" for kind in package.kinds.values()):
        return {}
    targets = package.targets(main)
    shown = [
        targets.get(next((value for key, value in attributes.items() if ":" in key and local(key) == "id"), ""), "")
        for name, attributes in read_entries(package.archive, main)
        if name == "sldId" and attribute(attributes, "id")
    ]
    return {part: number for number, part in enumerate(shown, 1) if part}
