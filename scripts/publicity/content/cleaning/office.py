"""Word, Excel and PowerPoint files: what the three have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from publicity.content.cleaning import relations
from publicity.content.cleaning.charts import drop_hidden_series
from publicity.content.cleaning.image import strip_image
from publicity.content.cleaning.markup import MC, Element, ancestor, detach, drop, is_on, local, named, parse
from publicity.content.cleaning.package import Package, Relation
from publicity.content.cleaning.slides import clean_slides
from publicity.content.cleaning.tally import CannotCleanError, DamagedError, Tally
from publicity.content.cleaning.word import clean_word
from publicity.content.cleaning.workbook import clean_workbook

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_STRICT = "http://purl.oclc.org/"
# Ending → the main part's content type, and who cleans what only such files have.
_KINDS: Mapping[str, tuple[str, Callable[[Package, str, Tally], None]]] = {
    ".docx": ("wordprocessingml.document.main+xml", clean_word),
    ".xlsx": ("spreadsheetml.sheet.main+xml", clean_workbook),
    ".pptx": ("presentationml.presentation.main+xml", clean_slides),
}
_PATH_OR_FILE = re.compile(r"[\\/]|\.[A-Za-z]{3,4}$")
_ROUNDING = 0.001
_SHAPES = ("sp", "pic", "graphicFrame", "grpSp", "cxnSp", "drawing")
_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")


def clean_office(data: bytes, suffix: str, tally: Tally) -> bytes:
    """The file without what its readers do not see."""
    if data.startswith(_OLD_OR_LOCKED):
        if _LOCKED in data:
            raise CannotCleanError("文件有密码", "请取消密码后再清理")
        raise CannotCleanError("这是旧格式的文件，只是改了扩展名", f"请用 Office 或 WPS 打开，另存为 {suffix} 后再清理")
    package = Package(data)
    main = _main_part(package, suffix)
    tally.add("没有用到的部件{n}个", package.unreached())
    _KINDS[suffix][1](package, main, tally)
    _clean_properties(package, tally)
    for name in package.walk():
        _clean_relations(package, name, tally)
    for name in package.walk():
        if package.is_xml(name):
            package.edit(name, _clean_markup, tally)
    for name in _pictures(package):
        package.parts[name] = strip_image(package.parts[name], tally)
    return package.write()


def _main_part(package: Package, suffix: str) -> str:
    found = [one for one in package.relations("") if one.kind == "officeDocument" and not one.external]
    if len(found) != 1:
        raise DamagedError()
    if found[0].type.startswith(_STRICT):
        raise CannotCleanError(
            "文件存成了“Strict Open XML”", f"请另存为普通的 {suffix}（不选 Strict Open XML），再清理"
        )
    form = package.type_of(found[0].target)
    if "macroEnabled" in form:
        raise CannotCleanError(*relations.REFUSED["vbaProject"])
    if not form.endswith(_KINDS[suffix][0]):
        raise CannotCleanError(f"文件的内容不是 {suffix}", f"请用 Office 或 WPS 打开，另存为 {suffix} 后再清理")
    return found[0].target


def _clean_properties(package: Package, tally: Tally) -> None:
    for name in package.related("", "core-properties"):
        package.edit(name, _empty, _CORE, tally)
    for name in package.related("", "extended-properties"):
        package.edit(name, _empty, _EXTENDED, tally)


_CORE: Mapping[str, str] = {"creator": "作者和修改者姓名", "lastModifiedBy": "作者和修改者姓名"}
_EXTENDED: Mapping[str, str] = {"Company": "单位和经理", "Manager": "单位和经理"}


def _empty(root: Element, names: Mapping[str, str], tally: Tally) -> None:
    """All properties go; an empty list of them is valid."""
    told = {names.get(local(one), "文档属性（标题、时间、统计等）") for one in root if "".join(one.itertext()).strip()}
    for what in sorted(told):
        tally.add(what)
    for one in list(root):
        root.remove(one)
    root.text = None


def _clean_relations(package: Package, source: str, tally: Tally) -> None:
    gone: dict[str, Relation] = {}
    for one in package.relations(source):
        if one.kind in relations.DROPPED or _is_embedded_chart_data(package, one):
            gone[one.id] = one
        elif one.external and one.kind == "hyperlink":
            if _is_on_a_computer(one.target):
                gone[one.id] = one
        elif one.external:
            raise CannotCleanError(*relations.OUTSIDE)
        elif one.kind not in relations.KEPT:
            raise CannotCleanError(*relations.REFUSED.get(one.kind, relations.OTHERWISE))
    for one in gone.values():
        _tell(package, one, tally)
    ids = frozenset(gone)
    package.drop_relations(source, ids)
    if ids and package.is_xml(source):
        package.edit(source, detach, ids)


def _is_embedded_chart_data(package: Package, one: Relation) -> bool:
    """A chart shows what it keeps itself; the workbook behind it holds the rest of the table too."""
    return one.kind == "package" and package.type_of(one.source).endswith("drawingml.chart+xml")


def _is_on_a_computer(target: str) -> bool:
    return target.casefold().startswith("file:") or "\\" in target or target[1:3] in (":/", ":%")


def _tell(package: Package, one: Relation, tally: Tally) -> None:
    if one.kind == "comments":
        tally.add(relations.DROPPED["comments"], len(named(parse(package.parts[one.target]), "comment", "cm")))
    else:
        told = {"package": "图表背后的数据表", "hyperlink": "指向本机文件的链接{n}个"}
        tally.add(told.get(one.kind) or relations.DROPPED[one.kind])


def _pictures(package: Package) -> list[str]:
    pictures: dict[str, None] = {}
    for source in package.walk():
        pictures |= dict.fromkeys(package.related(source, "image"))
    return list(pictures)


def _clean_markup(root: Element, tally: Tally) -> None:
    """What any part may hold: remarks, hidden shapes and series, the names of picture files, cut edges of pictures."""
    drop_hidden_series(root, tally)
    for node in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        drop(node)
        tally.add("文件内部的注释")
    for properties in named(root, "cNvPr", "docPr"):
        if is_on(properties.get("hidden")):
            _drop_shape(properties, tally)
        else:
            _forget_file_names(properties, tally)
    for image in named(root, "imagedata"):
        for key in [key for key in image.attrib if key.endswith(("}title", "}href", "}althref"))]:
            del image.attrib[key]
            tally.add("图片的原文件名")
    if any(_cuts(cut) for cut in named(root, "srcRect")):
        why = "文件里有裁剪过的图片，裁掉的部分还在"
        raise CannotCleanError(why, "请选中图片，用“压缩图片”并勾选“删除图片的剪裁区域”，再清理")


def _drop_shape(properties: Element, tally: Tally) -> None:
    shape = ancestor(properties, *_SHAPES)
    if shape is None:
        return
    if shape.getparent() is not None and local(shape.getparent()) in _ANCHORS:
        shape = shape.getparent()
    choice = shape.getparent()
    if choice is not None and choice.tag == f"{MC}Choice":  # its fallback shows the same
        shape = choice.getparent()
    drop(shape)
    tally.add("隐藏的图形{n}个")


def _forget_file_names(properties: Element, tally: Tally) -> None:
    for key, instead in (("name", f"Picture {properties.get('id')}"), ("descr", ""), ("title", "")):
        if _PATH_OR_FILE.search(properties.get(key, "")):
            properties.set(key, instead)
            tally.add("图片的原文件名")


def _cuts(cut: Element) -> bool:
    """Whether a picture shows less than it holds, by more than a rounding (a negative cut adds a margin)."""
    return any(_share(cut.get(side, "0")) > _ROUNDING for side in "lrtb")


def _share(value: str) -> float:
    """A percentage, or thousandths of one, as a part of the whole."""
    return float(value[:-1]) / 100 if value.endswith("%") else float(value) / 100_000
